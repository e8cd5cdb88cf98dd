#include "core/event.hpp"

namespace roundtable::core {

template struct OneOf<AnyEvent>;

Event::Event() = default;
Event::Event(const Event&) = default;
Event::Event(Event&&) noexcept = default;
Event& Event::operator=(const Event&) = default;
Event& Event::operator=(Event&&) noexcept = default;
Event::~Event() = default;

}  // namespace roundtable::core
