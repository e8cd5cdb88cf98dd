// What `roundtable check` prints about one file.
#pragma once

#include <string>
#include <string_view>

#include "wire/session_file.hpp"

namespace roundtable::wire {

/// One line a fault, `FILE: /pointer: what is wrong; what would be right`, then the fitted plan if there is one; for a
/// file without faults one line that says so. Ends with a line break.
std::string check_text(std::string_view file_name, const CheckedFile& checked);

}  // namespace roundtable::wire
