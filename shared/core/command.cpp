#include "core/command.hpp"

namespace roundtable::core {

template struct OneOf<AnyCommand>;

}  // namespace roundtable::core
