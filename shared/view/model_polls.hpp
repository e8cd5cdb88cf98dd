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
    return field_list(field<&T::picks>("picks"), field<&T::dots>("dots"), field<&T::texts>("texts"));
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
    return field_list(field<&T::percent>("percent"), field<&T::group>("group"), field<&T::choice>("choice"),
                      field<&T::percent_of_all>("percent_of_all"));
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
    return field_list(field<&T::group>("group"), field<&T::people>("people"), field<&T::counts>("counts"),
                      field<&T::percents>("percents"), field<&T::support_percent>("support_percent"));
  }
};

struct PollBreakdownModel {
  Attribute attribute = Attribute::stakeholder_group;
  std::vector<PollRowModel> rows;
  Nullable<AgreementModel> agreement;
  static constexpr auto fields() {
    using T = PollBreakdownModel;
    return field_list(field<&T::attribute>("attribute"), field<&T::rows>("rows"), field<&T::agreement>("agreement"));
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
    return field_list(field<&T::people>("people"), field<&T::counts>("counts"), field<&T::percents>("percents"),
                      field<&T::supporters>("supporters"), field<&T::order>("order"), field<&T::preferred>("preferred"),
                      field<&T::answers>("answers"), field<&T::other_answers>("other_answers"),
                      field<&T::breakdowns>("breakdowns"));
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
    return field_list(field<&T::poll>("poll"), field<&T::kind>("kind"), field<&T::title>("title"),
                      field<&T::choices>("choices"), field<&T::has_default_scale>("default_scale"),
                      field<&T::choice_count>("choice_count"), field<&T::dots>("dots"), field<&T::is_live>("live"),
                      field<&T::status>("status"), field<&T::is_final>("final"), field<&T::is_published>("published"),
                      field<&T::is_on_screen>("on_screen"), field<&T::opened_at_ms>("opened_at_ms"),
                      field<&T::closed_at_ms>("closed_at_ms"), field<&T::votes>("votes"),
                      field<&T::live_counts>("live_counts"), field<&T::mine>("mine"), field<&T::hands>("hands"),
                      field<&T::results>("results"));
  }
};

}  // namespace roundtable::view
