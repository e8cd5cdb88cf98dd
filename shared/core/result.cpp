#include "core/result.hpp"

namespace roundtable::core {

Decision::Decision(Refusal refusal) : refused_(true), refusal_(std::move(refusal)) {}
Decision::Decision(std::vector<EventData> events) : events_(std::move(events)) {}
Decision::Decision(EventData event) {
  events_.push_back(std::move(event));
}
Decision::Decision(const Decision& other) = default;
Decision::Decision(Decision&& other) noexcept = default;
Decision& Decision::operator=(const Decision& other) = default;
Decision& Decision::operator=(Decision&& other) noexcept = default;
Decision::~Decision() = default;

std::vector<EventData> Decision::take_events() {
  return std::move(events_);
}

}  // namespace roundtable::core
