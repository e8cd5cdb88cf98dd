#include <algorithm>
#include <array>
#include <utility>

#include "wire/codec.hpp"

namespace roundtable::wire {

using namespace core;

namespace {

/// What the wire knows of a type of command: one row in the table below, so that a new type costs the compiler little.
struct CommandType {
  std::string_view name;
  void (*read_strictly)(Reader&, const Json&, Command&);
  void (*read)(Reader&, const Json&, Command&);
};

template <std::size_t index>
constexpr CommandType command_type{
    AnyCommand::At<index>::name,
    [](Reader& reader, const Json& json, Command& command) { reader.command(json, command.emplace<index>()); },
    [](Reader& reader, const Json& json, Command& command) { reader.members(json, command.emplace<index>()); }};

template <std::size_t... index>
constexpr std::array<CommandType, sizeof...(index)> every_type(std::index_sequence<index...>) {
  return {command_type<index>...};
}
constexpr auto command_types = every_type(std::make_index_sequence<AnyCommand::count>());

/// Among the first `known` of the list.
const CommandType* type_named(std::string_view name, std::size_t known) {
  const auto* const end = command_types.begin() + known;
  const auto* const found =
      std::find_if(command_types.begin(), end, [&](const CommandType& each) { return each.name == name; });
  return found == end ? nullptr : found;
}

}  // namespace

ReadCommand read_command(std::string_view type, const Json& data) {
  ReadCommand result;
  const CommandType* const known = type_named(type, command_types.size() - room_commands);
  result.is_known = known != nullptr;
  if (known == nullptr) return result;
  if (!data.is_object()) {
    result.fault = "/data: must be an object";
    return result;
  }
  Reader reader;
  known->read_strictly(reader, data, result.command.emplace());
  if (reader.has_fault()) {
    result.fault = "/data" + reader.fault();
    result.command.reset();
  }
  return result;
}

std::optional<Command> read_any_command(std::string_view type, const Json& data) {
  const CommandType* const known = type_named(type, command_types.size());
  if (known == nullptr) return std::nullopt;
  std::optional<Command> read(std::in_place);
  Reader reader;
  known->read(reader, data, *read);
  return reader.has_fault() ? std::nullopt : std::move(read);
}

std::vector<std::string_view> command_names() {
  std::vector<std::string_view> names;
  names.reserve(command_types.size());
  for (const CommandType& each : command_types) names.push_back(each.name);
  return names;
}

}  // namespace roundtable::wire
