// Whether this journal goes on from where it stopped, or is a restored backup; and making sure that the disk takes
// writes before anything rests on it.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <filesystem>
#include <string>

#include "server/words.hpp"

namespace roundtable::server {

/// At start: commits afresh and gives the epoch, a new one if the journal is new or was restored. A journal holds a
/// token that changes at every start and stop, and so does DIR/journal.life, which no backup should hold: where the two
/// differ, clients may have seen events that this journal never had.
std::uint32_t begin_life(SQLite::Database& database, const std::filesystem::path& folder, const RandomSource& random);

/// At a clean stop: makes every backup taken until now tell itself from this journal.
void renew_life(SQLite::Database& database, const std::filesystem::path& folder, const RandomSource& random);

/// After an I/O error: commits afresh and gives the epoch as it was.
std::uint32_t prove_life(SQLite::Database& database);

}  // namespace roundtable::server
