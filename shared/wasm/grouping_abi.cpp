// The solver of balanced groups in a browser's worker, a module of its own: the first load does not carry it. A problem
// and plans come and go as JSON with the field names of core/grouping.hpp.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/grouping_report.hpp"
#include "door.hpp"
#include "wire/grouping.hpp"
#include "wire/read.hpp"

using namespace roundtable;
using namespace roundtable::page;

namespace {

struct GroupsHandle {
  core::GroupingProblem problem;
  core::Grouping plan;  // what the last plan, or the last rounds handed in, were
  std::unique_ptr<core::GroupingSearch> search;
  std::string output;
};

/// The plan with the unit of its costs, and why it is good.
std::string plan_text(const GroupsHandle& handle) {
  const std::uint64_t steps = handle.search ? handle.search->steps() : 0;
  return "{\"rounds\":" + page_text(handle.plan.rounds) + ",\"cost\":" + page_text(handle.plan.cost) +
         ",\"broken\":" + page_text(handle.plan.broken) +
         ",\"cost_unit\":" + std::to_string(core::cost_unit(handle.problem)) + ",\"steps\":" + std::to_string(steps) +
         ",\"report\":" + page_text(core::balance_report(handle.problem, handle.plan)) + "}";
}

}  // namespace

ROUNDTABLE_EXPORT GroupsHandle* rt_groups_open() {
  return std::make_unique<GroupsHandle>().release();
}
ROUNDTABLE_EXPORT void rt_groups_close(GroupsHandle* handle) {
  std::unique_ptr<GroupsHandle>{handle}.reset();
}
ROUNDTABLE_EXPORT const char* rt_groups_output(GroupsHandle* handle) {
  return handle->output.data();
}

/// Takes the problem; answers the list of clashes, empty when there are none. On bad data -1, and the output says
/// which.
ROUNDTABLE_EXPORT std::int32_t rt_groups_problem(GroupsHandle* handle, const char* text, std::int32_t length) {
  const auto json = wire::parse(text_at(text, length), most_bytes);
  std::string fault = "/: no JSON";
  auto problem = json ? wire::read_grouping_problem(*json, &fault) : std::nullopt;
  if (!problem) {
    handle->output = fault;
    return not_understood;
  }
  handle->search.reset();
  handle->problem = std::move(*problem);
  handle->plan = core::Grouping{};
  return answer(handle, page_text(core::clashes(handle->problem)));
}
/// The length of the last output, for what the call itself could not return.
ROUNDTABLE_EXPORT std::int32_t rt_groups_output_length(GroupsHandle* handle) {
  return static_cast<std::int32_t>(handle->output.size());
}

ROUNDTABLE_EXPORT void rt_groups_start(GroupsHandle* handle, double seed) {
  handle->search = std::make_unique<core::GroupingSearch>(handle->problem, static_cast<std::uint64_t>(seed));
}
ROUNDTABLE_EXPORT void rt_groups_run(GroupsHandle* handle, double steps) {
  if (handle->search) handle->search->run(static_cast<std::uint64_t>(steps));
}
ROUNDTABLE_EXPORT std::int32_t rt_groups_best(GroupsHandle* handle) {
  if (!handle->search) return not_understood;
  handle->plan = handle->search->best();
  return answer(handle, plan_text(*handle));
}

/// Rounds that somebody made, by hand or else: the plan that the calls below speak of from now on.
ROUNDTABLE_EXPORT std::int32_t rt_groups_rounds(GroupsHandle* handle, const char* text, std::int32_t length) {
  const auto json = wire::parse(text_at(text, length), most_bytes);
  wire::Reader reader;
  std::vector<core::Round> rounds;
  if (json) reader.read(*json, rounds);
  if (!json || reader.has_fault()) return not_understood;
  handle->plan = core::evaluate(handle->problem, std::move(rounds));
  return answer(handle, plan_text(*handle));
}
ROUNDTABLE_EXPORT std::int32_t rt_groups_random(GroupsHandle* handle, double seed) {
  handle->plan = core::random_groups(handle->problem, static_cast<std::uint64_t>(seed));
  return answer(handle, plan_text(*handle));
}
ROUNDTABLE_EXPORT std::int32_t rt_groups_move_cost(GroupsHandle* handle, std::int32_t round, std::int32_t person,
                                                   std::int32_t group) {
  return answer(handle, page_text(core::cost_of_move(handle->problem, handle->plan, round, person, group)));
}
ROUNDTABLE_EXPORT std::int32_t rt_groups_swap_cost(GroupsHandle* handle, std::int32_t round, std::int32_t one,
                                                   std::int32_t other) {
  return answer(handle, page_text(core::cost_of_swap(handle->problem, handle->plan, round, one, other)));
}
ROUNDTABLE_EXPORT std::int32_t rt_groups_late(GroupsHandle* handle, std::int32_t person) {
  return answer(handle, page_text(core::place_late(handle->problem, handle->plan, person)));
}
