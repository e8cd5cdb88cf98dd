#include "core/grouping_report.hpp"

#include <algorithm>

#include "core/grouping_terms.hpp"

namespace roundtable::core {

namespace {

std::size_t at(std::int32_t index) {
  return static_cast<std::size_t>(index);
}

std::vector<std::int32_t> people_in(const Round& round, std::size_t group) {
  std::vector<std::int32_t> people;
  for (std::size_t person = 0; person < round.size(); ++person) {
    if (round[person] == static_cast<std::int32_t>(group)) people.push_back(static_cast<std::int32_t>(person));
  }
  return people;
}

std::vector<AttributeBalance> balances(const GroupingTerms& terms, const std::vector<RankedAttribute>& attributes,
                                       const std::vector<std::int32_t>& people) {
  std::vector<AttributeBalance> list;
  const auto all = static_cast<std::int64_t>(std::max<std::size_t>(terms.people(), 1));
  const auto size = static_cast<std::int64_t>(people.size());
  for (const RankedAttribute& attribute : attributes) {
    AttributeBalance balance;
    std::int64_t squares = 0;
    for (std::size_t rank = 0; rank < attribute.values.size(); ++rank) {
      ValueShare share;
      share.value = attribute.values[rank];
      share.in_room = static_cast<std::int32_t>(attribute.heads[rank]);
      share.fair_millionths = (size * attribute.heads[rank] * 1'000'000 + all / 2) / all;
      for (const std::int32_t person : people) {
        share.here += attribute.rank_of[at(person)] == static_cast<std::int32_t>(rank) ? 1 : 0;
      }
      const std::int64_t off = all * share.here - size * attribute.heads[rank];
      squares += off * off;
      balance.values.push_back(share);
    }
    balance.deviation_millionths = in_millionths(terms.problem(), squares);
    list.push_back(std::move(balance));
  }
  return list;
}

GroupBalance group_balance(const GroupingTerms& terms, const Round& round, std::size_t group) {
  const std::vector<std::int32_t> people = people_in(round, group);
  GroupBalance balance;
  balance.group = static_cast<std::int32_t>(group);
  balance.size = static_cast<std::int32_t>(people.size());
  for (const std::int32_t person : people) {
    const GroupedPerson& who = terms.problem().people[at(person)];
    balance.facilitators += who.can_facilitate ? 1 : 0;
    balance.reporters += who.can_report ? 1 : 0;
    balance.onsite += who.seat == Seat::onsite ? 1 : 0;
    balance.online += who.seat == Seat::online ? 1 : 0;
  }
  balance.diversify = balances(terms, terms.diversify(), people);
  balance.cluster = balances(terms, terms.cluster(), people);
  return balance;
}

void count_meetings(const GroupingTerms& terms, const std::vector<Round>& rounds, BalanceReport& report) {
  for (std::size_t one = 0; one < terms.people(); ++one) {
    for (std::size_t other = one + 1; other < terms.people(); ++other) {
      std::int64_t planned = 0;
      for (const Round& round : rounds) planned += round[one] != nobody && round[one] == round[other] ? 1 : 0;
      if (planned == 0) continue;
      ++report.distinct_meetings;
      const std::int64_t times = planned + terms.earlier_meetings(one, other);
      if (times < 2) continue;
      report.repeated.push_back(
          RepeatedMeeting{static_cast<std::int32_t>(one), static_cast<std::int32_t>(other), times});
    }
  }
}

void count_people(const GroupingTerms& terms, const std::vector<Round>& rounds,
                  const std::vector<std::vector<std::int64_t>>& sizes, BalanceReport& report) {
  std::int64_t twice = 0;
  for (std::size_t person = 0; person < terms.people(); ++person) {
    std::int64_t mates = 0;
    for (std::size_t round = 0; round < rounds.size(); ++round) {
      const std::int32_t group = rounds[round][person];
      if (group == nobody) continue;
      mates += sizes[round][at(group)] - 1;
      const std::int32_t start = terms.start_group(round, person);
      report.moved += start != nobody && start != group ? 1 : 0;
      const std::vector<std::int32_t>& choices = terms.problem().people[person].choices;
      const bool has_topic = terms.topic(at(group)) != nobody;
      report.first_choices += has_topic && !choices.empty() && choices[0] == terms.topic(at(group)) ? 1 : 0;
    }
    twice += std::min(mates, static_cast<std::int64_t>(terms.people()) - 1);
    report.people_with_choices += terms.problem().people[person].choices.empty() ? 0 : 1;
  }
  report.most_possible_meetings = twice / 2;
}

}  // namespace

BalanceReport balance_report(const GroupingProblem& problem, const Grouping& grouping) {
  const GroupingTerms terms(problem);
  const std::vector<Round> rounds = evaluate(problem, grouping.rounds).rounds;
  BalanceReport report;
  std::vector<std::vector<std::int64_t>> sizes(rounds.size());
  for (std::size_t round = 0; round < rounds.size(); ++round) {
    for (std::size_t group = 0; group < terms.groups(); ++group) {
      GroupBalance balance = group_balance(terms, rounds[round], group);
      balance.round = static_cast<std::int32_t>(round);
      sizes[round].push_back(balance.size);
      report.groups.push_back(std::move(balance));
    }
  }
  count_meetings(terms, rounds, report);
  count_people(terms, rounds, sizes, report);
  return report;
}

}  // namespace roundtable::core
