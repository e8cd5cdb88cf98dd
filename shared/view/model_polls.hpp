// What a page paints of polls.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/state.hpp"
#include "wire/write.hpp"

namespace roundtable::view {

using namespace core;
using wire::Nullable;

/// The own ballot, as the kind of poll has it.
struct BallotModel {
  std::vector<std::uint32_t> picks;
  std::vector<std::uint32_t> dots;  // by choice
  std::vector<std::string> texts;
  static constexpr auto fields() {
    using T = BallotModel;
    return field_list(field("picks", &T::picks), field("dots", &T::dots), field("texts", &T::texts));
  }
};

/// How far all groups shown support it: see PollAgreement.
struct AgreementModel {
  std::int64_t percent = 0;
  std::string group;                // where support is least; empty: other groups
  Nullable<std::int64_t> choice;    // the leading one; null: the proposal of a temperature check
  std::int64_t percent_of_all = 0;  // of all who voted
  static constexpr auto fields() {
    using T = AgreementModel;
    return field_list(field("percent", &T::percent), field("group", &T::group), field("choice", &T::choice),
                      field("percent_of_all", &T::percent_of_all));
  }
};

struct PollRowModel {
  std::string group;  // empty: other groups
  std::int64_t people = 0;
  std::vector<std::uint32_t> counts;   // of people who support each choice
  std::vector<std::int64_t> percents;  // the same of the row's people
  std::int64_t support_percent = 0;    // of what the agreement is about, rounded down as there
  static constexpr auto fields() {
    using T = PollRowModel;
    return field_list(field("group", &T::group), field("people", &T::people), field("counts", &T::counts),
                      field("percents", &T::percents), field("support_percent", &T::support_percent));
  }
};

struct PollBreakdownModel {
  Attribute attribute = Attribute::stakeholder_group;
  std::vector<PollRowModel> rows;
  Nullable<AgreementModel> agreement;
  static constexpr auto fields() {
    using T = PollBreakdownModel;
    return field_list(field("attribute", &T::attribute), field("rows", &T::rows), field("agreement", &T::agreement));
  }
};

struct PollResultsModel {
  std::int64_t people = 0;
  std::vector<std::uint32_t> counts;
  std::vector<std::int64_t>
      percents;  // of the people who voted, by choice; of all dots, or of all duels that can be won
  std::vector<std::uint32_t> supporters;
  std::vector<std::uint32_t> order;  // the leading choice first
  std::vector<std::vector<std::uint32_t>> preferred;
  std::vector<PollAnswer> answers;
  std::int64_t other_answers = 0;
  std::vector<PollBreakdownModel> breakdowns;
  static constexpr auto fields() {
    using T = PollResultsModel;
    return field_list(field("people", &T::people), field("counts", &T::counts), field("percents", &T::percents),
                      field("supporters", &T::supporters), field("order", &T::order), field("preferred", &T::preferred),
                      field("answers", &T::answers), field("other_answers", &T::other_answers),
                      field("breakdowns", &T::breakdowns));
  }
};

struct PollModel {
  PollId poll;
  PollKind kind = PollKind::temperature;
  std::string title;
  std::vector<std::string> choices;
  bool has_default_scale = false;  // the page has the words for its three steps
  std::int64_t choice_count = 0;
  std::int64_t dots = 0;
  bool is_live = false;
  PollStatus status = PollStatus::draft;
  bool is_final = false;
  bool is_published = false;
  bool is_on_screen = false;
  InstantMs opened_at_ms = 0;
  InstantMs closed_at_ms = 0;
  Nullable<std::int64_t> votes;                      // people so far, while it is open; staff and displays
  Nullable<std::vector<std::uint32_t>> live_counts;  // of those that are live
  Nullable<BallotModel> mine;
  std::vector<std::uint32_t> hands;  // of the room, by choice; empty: not counted
  Nullable<PollResultsModel> results;
  static constexpr auto fields() {
    using T = PollModel;
    return field_list(field("poll", &T::poll), field("kind", &T::kind), field("title", &T::title),
                      field("choices", &T::choices), field("default_scale", &T::has_default_scale),
                      field("choice_count", &T::choice_count), field("dots", &T::dots), field("live", &T::is_live),
                      field("status", &T::status), field("final", &T::is_final), field("published", &T::is_published),
                      field("on_screen", &T::is_on_screen), field("opened_at_ms", &T::opened_at_ms),
                      field("closed_at_ms", &T::closed_at_ms), field("votes", &T::votes),
                      field("live_counts", &T::live_counts), field("mine", &T::mine), field("hands", &T::hands),
                      field("results", &T::results));
  }
};

}  // namespace roundtable::view
