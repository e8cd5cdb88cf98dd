// A name under which somebody votes without being named.
#pragma once

#include <functional>
#include <string>

#include "core/ids.hpp"

namespace roundtable::core {

/// HMAC(session key, participant, purpose), made by the room: one for all question votes, one a poll.
using Alias = std::string;

/// The alias of one person in each poll; empty where nobody may know (in browsers, for machines).
using PollAliases = std::function<Alias(PollId)>;

inline Alias alias_in(const PollAliases& aliases, PollId poll) {
  return aliases ? aliases(poll) : Alias();
}

}  // namespace roundtable::core
