// What the rules would say to a command that a page has not sent, so that it offers only what would be accepted.
#pragma once

#include <optional>
#include <string_view>

#include "core/command.hpp"
#include "core/result.hpp"
#include "wire/json.hpp"

namespace roundtable::view {

/// The refusal of a command as it stands on the wire; nothing where it would be accepted.
std::optional<core::RefusalCode> foresee(const core::State& state, std::string_view type, const wire::Json& data,
                                         const core::Stamp& stamp);

/// The same for viewers who are not staff: a program that asks only here carries no rules of staff's commands.
std::optional<core::RefusalCode> foresee_for_participants(const core::State& state, std::string_view type,
                                                          const wire::Json& data, const core::Stamp& stamp);

}  // namespace roundtable::view
