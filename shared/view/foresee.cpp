#include "view/foresee.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/decide.hpp"
#include "core/permissions.hpp"
#include "wire/read.hpp"

namespace roundtable::view {

using namespace core;

namespace {

using Foresee = std::optional<RefusalCode> (*)(const State&, const wire::Json& data, const Stamp&);

template <class Command>
std::optional<RefusalCode> refusal_of(const State& state, const wire::Json& data, const Stamp& stamp) {
  if (const auto refusal = refusal_at_the_door(state, Command::name, stamp)) return refusal->code;
  Command command;
  wire::Reader reader;
  reader.command(data, command);
  if (reader.has_fault()) return RefusalCode::bad_data;
  const Decision decision = decide(state, command, stamp);
  return decision.is_refused() ? std::optional(decision.refusal().code) : std::nullopt;
}

/// Nobody with these roles may give the command: the door says so.
template <class Command>
std::optional<RefusalCode> refusal_of_others(const State& state, const wire::Json&, const Stamp& stamp) {
  const auto refusal = refusal_at_the_door(state, Command::name, stamp);
  return refusal ? refusal->code : RefusalCode::not_allowed;
}

struct CommandRow {
  std::string_view name;
  Foresee foresee;
};

template <Roles roles, class Command>
constexpr CommandRow row() {
  if constexpr (who_may(Command::name).any(roles)) return {Command::name, refusal_of<Command>};
  return {Command::name, refusal_of_others<Command>};
}
template <Roles roles, std::size_t... index>
constexpr std::array<CommandRow, sizeof...(index)> rows_of(std::index_sequence<index...>) {
  return {row<roles, AnyCommand::At<index>>()...};
}
template <Roles roles>
constexpr auto rows = rows_of<roles>(std::make_index_sequence<AnyCommand::count - room_commands>());

template <Roles roles>
std::optional<RefusalCode> foresee_for(const State& state, std::string_view type, const wire::Json& data,
                                       const Stamp& stamp) {
  const auto found =
      std::find_if(rows<roles>.begin(), rows<roles>.end(), [&](const CommandRow& each) { return each.name == type; });
  if (found == rows<roles>.end()) return RefusalCode::unknown_command;
  if (!data.is_object()) return RefusalCode::bad_data;
  return found->foresee(state, data, stamp);
}

}  // namespace

std::optional<RefusalCode> foresee(const State& state, std::string_view type, const wire::Json& data,
                                   const Stamp& stamp) {
  return foresee_for<permissions::participants>(state, type, data, stamp);
}

std::optional<RefusalCode> foresee_for_participants(const State& state, std::string_view type, const wire::Json& data,
                                                    const Stamp& stamp) {
  return foresee_for<Roles{Role::speaker, Role::attendee}>(state, type, data, stamp);
}

}  // namespace roundtable::view
