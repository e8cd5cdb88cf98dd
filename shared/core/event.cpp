#include "core/event.hpp"

namespace roundtable::core {

template struct OneOf<AnyEvent>;

}  // namespace roundtable::core
