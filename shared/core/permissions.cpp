#include "core/permissions.hpp"

namespace roundtable::core {

std::vector<std::string_view> commands_of(Roles roles) {
  std::vector<std::string_view> commands;
  for (const auto& [name, allowed] : permissions::table) {
    if (allowed.any(roles)) commands.push_back(name);
  }
  return commands;
}

}  // namespace roundtable::core
