// What came of a poll: counts, breakdowns by group in which nobody can be counted out, and how far the groups agree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/words.hpp"

namespace roundtable::core {

struct Poll;

/// One group, or all that are too small to be shown, folded into one row.
struct PollRow {
  std::string group;                  // as the attribute names it; empty: other groups
  std::uint32_t people = 0;           // who voted
  std::vector<std::uint32_t> counts;  // of people who support each choice (see `supports`)
  static constexpr auto fields() {
    return field_list(field<&PollRow::group>("group"), field<&PollRow::people>("people"),
                      field<&PollRow::counts>("counts"));
  }
  friend bool operator==(const PollRow&, const PollRow&) = default;
};

struct PollBreakdown {
  Attribute attribute = Attribute::stakeholder_group;
  std::vector<PollRow> rows;  // two or more
  static constexpr auto fields() {
    return field_list(field<&PollBreakdown::attribute>("attribute"), field<&PollBreakdown::rows>("rows"));
  }
  friend bool operator==(const PollBreakdown&, const PollBreakdown&) = default;
};

/// One of the words that people gave, with all who gave it in whatever case.
struct PollAnswer {
  Words text;
  std::uint32_t count = 0;
  bool is_passed = false;  // staff let it on screens
  static constexpr auto fields() {
    return field_list(field<&PollAnswer::text>("text"), field<&PollAnswer::count>("count"),
                      field<&PollAnswer::is_passed>("passed"));
  }
  friend bool operator==(const PollAnswer&, const PollAnswer&) = default;
};

/// Facts of the close. A person "supports" a choice that they chose (temperature, single, multiple), that they gave a
/// dot, or that they ranked in the upper half of all choices, the middle one included.
struct PollResults {
  std::uint32_t people = 0;               // who voted
  std::vector<std::uint32_t> counts;      // by choice: people; dots; for ranking how many other choices it beats
  std::vector<std::uint32_t> supporters;  // by choice: people
  std::vector<std::vector<std::uint32_t>> preferred;  // ranking: [one][other], how many put one before the other
  std::vector<PollAnswer> answers;                    // words: most often first
  std::uint32_t other_answers = 0;                    // words that are not in the list
  std::vector<PollBreakdown> breakdowns;              // an attribute has none when it would tell of few
  static constexpr auto fields() {
    using T = PollResults;
    return field_list(field<&T::people>("people"), field<&T::counts>("counts"), field<&T::supporters>("supporters"),
                      field<&T::preferred>("preferred"), field<&T::answers>("answers"),
                      field<&T::other_answers>("other_answers"), field<&T::breakdowns>("breakdowns"));
  }
  friend bool operator==(const PollResults&, const PollResults&) = default;
};

/// The cross-group agreement figure: what share supports in the shown group that supports least, in whole percent,
/// rounded down. "62" says that in every group shown, "other groups" included, at least 62 of 100 who voted support.
/// What they support: of a temperature check the proposal, by the upper half of its scale, the middle step included
/// (of the default scale "agree" and "can live with it"); of the other kinds the leading choice, supported as
/// PollResults says. Words have no such figure.
struct PollAgreement {
  std::uint32_t percent = 0;
  std::string group;                    // where support is least; empty: other groups
  std::optional<std::uint32_t> choice;  // the leading one; none: the proposal of a temperature check
  friend bool operator==(const PollAgreement&, const PollAgreement&) = default;
};

/// The choices from most to least: by their counts, of equal ones the first listed.
std::vector<std::uint32_t> leading_choices(const PollResults& results);
/// Of the people counted by choice, those who support what the agreement figure is about.
std::uint32_t supporting(PollKind kind, const std::vector<std::uint32_t>& supporters, std::uint32_t leading);
std::optional<PollAgreement> agreement_of(PollKind kind, const PollResults& results, const PollBreakdown& breakdown);

/// Counts the ballots, a person's once, and folds what they tell of small groups.
PollResults count_ballots(const Poll& poll);
/// People by choice as they stand; for kinds of which a count while voting goes on says something.
std::vector<std::uint32_t> live_counts(const Poll& poll);
/// Whose ballots count, each person once.
std::uint32_t voter_count(const Poll& poll);

}  // namespace roundtable::core
