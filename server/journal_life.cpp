#include "server/journal_life.hpp"

#include <array>
#include <span>

#include "server/journal_files.hpp"

namespace roundtable::server {
namespace {

constexpr const char* life_file = "journal.life";

std::uint32_t random_number(const RandomSource& random) {
  std::array<std::uint32_t, 1> number{};
  random(std::as_writable_bytes(std::span(number)));
  return number[0];
}

}  // namespace

std::uint32_t begin_life(SQLite::Database& database, const std::filesystem::path& folder, const RandomSource& random) {
  const auto file = folder / life_file;
  const auto before = database.execAndGet("SELECT token FROM life").getString();
  const bool goes_on = !before.empty() && read_small_file(file).value_or("").find(before + "\n") != std::string::npos;
  std::uint32_t epoch = prove_life(database);
  // One in four thousand million restores would otherwise go unnoticed.
  for (const std::uint32_t last = epoch; !goes_on && (epoch == last || epoch == 0);) epoch = random_number(random);

  SQLite::Statement update(database, "UPDATE life SET epoch = ?");
  update.bind(1, epoch);
  update.exec();
  renew_life(database, folder, random);
  return epoch;
}

void renew_life(SQLite::Database& database, const std::filesystem::path& folder, const RandomSource& random) {
  const auto file = folder / life_file;
  const auto before = database.execAndGet("SELECT token FROM life").getString();
  const auto token = "life-" + std::to_string(random_number(random)) + "-" + std::to_string(random_number(random));
  // The file accepts both for a moment: a power cut between these writes is no restore.
  write_durably(file, before + "\n" + token + "\n", IfThere::replace);
  SQLite::Statement update(database, "UPDATE life SET token = ?");
  update.bind(1, token);
  update.exec();
  write_durably(file, token + "\n", IfThere::replace);
}

std::uint32_t prove_life(SQLite::Database& database) {
  database.exec("UPDATE life SET opened = opened + 1");
  return database.execAndGet("SELECT epoch FROM life").getUInt();
}

}  // namespace roundtable::server
