// Why a grouping is good: each group beside the room, and who meets whom again.
#pragma once

#include <cstdint>
#include <vector>

#include "core/grouping.hpp"

namespace roundtable::core {

struct ValueShare {
  std::int32_t value = nobody;
  std::int32_t here = 0;
  std::int32_t in_room = 0;
  std::int64_t fair_millionths = 0;  // the room's share of this group's places, in heads

  static constexpr auto fields() {
    using T = ValueShare;
    return field_list(field<&T::value>("value"), field<&T::here>("here"), field<&T::in_room>("in_room"),
                      field<&T::fair_millionths>("fair_millionths"));
  }
};

/// One attribute in one group: every value of the room in ascending order, also those that nobody here has.
struct AttributeBalance {
  std::vector<ValueShare> values;
  std::int64_t deviation_millionths = 0;  // sum of (here - fair)², without the weight

  static constexpr auto fields() {
    using T = AttributeBalance;
    return field_list(field<&T::values>("values"), field<&T::deviation_millionths>("deviation_millionths"));
  }
};

struct GroupBalance {
  std::int32_t round = 0;
  std::int32_t group = 0;
  std::int32_t size = 0;
  std::int32_t facilitators = 0;
  std::int32_t reporters = 0;
  std::int32_t onsite = 0;
  std::int32_t online = 0;
  std::vector<AttributeBalance> diversify;  // as in the problem
  std::vector<AttributeBalance> cluster;

  static constexpr auto fields() {
    using T = GroupBalance;
    return field_list(field<&T::round>("round"), field<&T::group>("group"), field<&T::size>("size"),
                      field<&T::facilitators>("facilitators"), field<&T::reporters>("reporters"),
                      field<&T::onsite>("onsite"), field<&T::online>("online"), field<&T::diversify>("diversify"),
                      field<&T::cluster>("cluster"));
  }
};

struct RepeatedMeeting {
  std::int32_t one = nobody;
  std::int32_t other = nobody;
  std::int64_t times = 0;  // in all, earlier rounds counted; two or more, and at least one of them planned here

  static constexpr auto fields() {
    using T = RepeatedMeeting;
    return field_list(field<&T::one>("one"), field<&T::other>("other"), field<&T::times>("times"));
  }
};

struct BalanceReport {
  std::vector<GroupBalance> groups;  // by round, then by group
  std::vector<RepeatedMeeting> repeated;
  std::int64_t distinct_meetings = 0;       // pairs who meet at least once in the planned rounds
  std::int64_t most_possible_meetings = 0;  // no plan with these group sizes has more
  std::int64_t moved = 0;                   // people who sit elsewhere than `start` says
  std::int64_t first_choices = 0;           // people with choices who got their first one, summed over rounds
  std::int64_t people_with_choices = 0;

  static constexpr auto fields() {
    using T = BalanceReport;
    return field_list(field<&T::groups>("groups"), field<&T::repeated>("repeated"),
                      field<&T::distinct_meetings>("distinct_meetings"),
                      field<&T::most_possible_meetings>("most_possible_meetings"), field<&T::moved>("moved"),
                      field<&T::first_choices>("first_choices"), field<&T::people_with_choices>("people_with_choices"));
  }
};

BalanceReport balance_report(const GroupingProblem& problem, const Grouping& grouping);

}  // namespace roundtable::core
