// Events as rows of the journal: the words of people lie beside the row as parts, the data holds their digests.
#pragma once

#include <optional>
#include <vector>

#include "core/event.hpp"
#include "server/journal.hpp"

namespace roundtable::server {

Row row_of(const core::Event& event, const RandomSource& random);

/// Nothing for a type that this server does not know, or data that it cannot read. Erased words are empty.
std::optional<core::Event> event_of(const Row& row);

/// Which row a session's replay stopped at, and why; empty when it did not.
std::string replay_fault(const Row& row);

}  // namespace roundtable::server
