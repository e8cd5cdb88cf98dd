#include "core/plan.hpp"

namespace roundtable::core {

SessionPlan::SessionPlan() = default;
SessionPlan::SessionPlan(const SessionPlan&) = default;
SessionPlan::SessionPlan(SessionPlan&&) noexcept = default;
SessionPlan& SessionPlan::operator=(const SessionPlan&) = default;
SessionPlan& SessionPlan::operator=(SessionPlan&&) noexcept = default;
SessionPlan::~SessionPlan() = default;

}  // namespace roundtable::core
