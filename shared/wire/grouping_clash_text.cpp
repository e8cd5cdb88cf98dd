// Clashes in sentences, for whoever wrote the file.
#include "core/grouping_clashes.hpp"
#include "wire/grouping_parts.hpp"

namespace roundtable::wire {

namespace {

using core::Clash;
using core::ClashKind;

class ClashWords {
 public:
  explicit ClashWords(const GroupingFile& file) : file_(file) {}

  std::string sentence(const Clash& clash) const {
    const std::string needed = std::to_string(clash.needed);
    const std::string available = std::to_string(clash.available);
    switch (clash.kind) {
      case ClashKind::not_there:
        return "names a group or a round that does not exist" + where(clash) + "; there are " +
               std::to_string(file_.problem.groups.size()) + " groups and " + std::to_string(file_.problem.rounds) +
               " rounds";
      case ClashKind::min_above_max:
        return groups(clash) + " has a least size above its most";
      case ClashKind::more_groups_than_people:
        return needed + " groups for " + available + " people; ask for " + available + " groups at most";
      case ClashKind::too_few_people:
        return "the least sizes add up to " + needed + ", and there are " + available + " people; lower them";
      case ClashKind::too_little_room:
        return "the groups have room for " + available + ", and there are " + needed +
               " people; add groups or raise their most";
      case ClashKind::apart_too_many:
        return people(clash, 0) + " are all to be apart, which needs " + needed + " groups; there are " + available;
      case ClashKind::fixed_too_many:
        return needed + " people are fixed in " + groups(clash) + ", which has room for " + available;
      case ClashKind::seats_do_not_fit:
        return needed + " people onsite and " + available +
               " online do not fit into groups of their own; change the sizes or let them mix (may_mix)";
      case ClashKind::together_and_apart:
      case ClashKind::together_too_many:
      case ClashKind::together_elsewhere:
      case ClashKind::apart_fixed_together:
      case ClashKind::seats_together:
      case ClashKind::seats_fixed:
        break;
    }
    return sentence_about_people(clash);
  }

 private:
  std::string sentence_about_people(const Clash& clash) const {
    if (clash.kind == ClashKind::together_too_many) {
      return people(clash, 0) + " are all to be together, and the largest group has room for " +
             std::to_string(clash.available);
    }
    const std::string two = name(clash.people[0]) + " and " + name(clash.people[1]);
    const std::string ties = clash.people.size() > 2 ? " (tied through " + people(clash, 2) + ")" : std::string();
    if (clash.kind == ClashKind::together_and_apart)
      return two + " are to be together" + ties + " and apart; drop one of the two";
    if (clash.kind == ClashKind::together_elsewhere)
      return two + " are to be together" + ties + " and are fixed in different groups";
    if (clash.kind == ClashKind::apart_fixed_together) return two + " are to be apart and are fixed in the same group";
    if (clash.kind == ClashKind::seats_together) {
      return two + " are to be together" + ties + ", one onsite and one online, and groups do not mix (may_mix)";
    }
    return two + " are fixed in " + groups(clash) + ", one onsite and one online, and groups do not mix (may_mix)";
  }

  std::string name(std::int32_t person) const {
    const auto at = static_cast<std::size_t>(person);
    return at < file_.ids.size() ? dump(file_.ids[at]) : std::to_string(person);
  }
  std::string people(const Clash& clash, std::size_t from) const {
    std::string text;
    for (std::size_t index = from; index < clash.people.size(); ++index) {
      text += (text.empty() ? "" : ", ") + name(clash.people[index]);
    }
    return text;
  }
  static std::string groups(const Clash& clash) {
    std::string text;
    for (const std::int32_t group : clash.groups) text += (text.empty() ? "" : ", ") + std::to_string(group + 1);
    return "group " + text;
  }
  static std::string where(const Clash& clash) { return clash.groups.empty() ? "" : " (" + groups(clash) + ")"; }

  const GroupingFile& file_;
};

std::string pointer(ClashKind kind) {
  switch (kind) {
    case ClashKind::more_groups_than_people:
    case ClashKind::too_few_people:
    case ClashKind::too_little_room:
    case ClashKind::min_above_max:
      return "/groups";
    case ClashKind::together_and_apart:
    case ClashKind::together_too_many:
    case ClashKind::together_elsewhere:
    case ClashKind::seats_together:
      return "/together";
    case ClashKind::apart_fixed_together:
    case ClashKind::apart_too_many:
      return "/apart";
    case ClashKind::not_there:
    case ClashKind::fixed_too_many:
    case ClashKind::seats_fixed:
    case ClashKind::seats_do_not_fit:
      break;
  }
  return "/people";
}

}  // namespace

std::vector<GroupingFault> clash_faults(const GroupingFile& file, const std::vector<Clash>& clashes) {
  std::vector<GroupingFault> faults;
  const ClashWords words(file);
  faults.reserve(clashes.size());
  for (const Clash& clash : clashes) faults.push_back({pointer(clash.kind), words.sentence(clash)});
  return faults;
}

}  // namespace roundtable::wire
