// Problems of groups for tests: by hand, and drawn at random.
#pragma once

#include <cstdint>
#include <vector>

#include "core/grouping.hpp"
#include "core/random.hpp"

namespace roundtable::test {

using namespace core;

/// People with one attribute after the other: `values[a][p]`.
GroupingProblem people_with(std::vector<std::vector<std::int32_t>> values, std::size_t groups);

/// 0, 1, .. `kinds` - 1, 0, 1, ..
std::vector<std::int32_t> in_turn(std::size_t people, std::size_t kinds);
std::vector<std::int32_t> drawn_values(Random& random, std::size_t people, std::size_t kinds);

/// Something of everything that does not clash.
GroupingProblem drawn_problem(std::uint64_t seed);
Round drawn_round(Random& random, const GroupingProblem& problem);
std::vector<std::int32_t> members(const Round& round, std::int32_t group);

}  // namespace roundtable::test
