#include "server/rows.hpp"

#include "core/apply.hpp"
#include "wire/codec.hpp"

namespace roundtable::server {

Row row_of(const core::Event& event, const RandomSource& random) {
  Row row;
  row.seq = event.seq;
  row.at_ms = event.at_ms;
  row.type = core::name_of(event.data);
  row.data = wire::journal_data(event.data, [&](std::string& out, const core::Words& words) {
    SealedWords sealed = seal(words.text, random);
    out += "{\"part\":" + std::to_string(row.parts.size()) + ",\"sha256\":\"" + sealed.digest_hex + "\"}";
    row.parts.emplace_back(std::move(sealed.part));
  });
  return row;
}

std::optional<core::Event> event_of(const Row& row) {
  const auto json = wire::parse(row.data, batch_limit_bytes);
  if (!json) return std::nullopt;
  auto data = wire::read_journal_data(row.type, *json, [&](const wire::Json& place) -> std::optional<std::string> {
    const auto index = place.find("part");
    if (index == place.end() || !index->is_number_integer()) return std::nullopt;
    const auto part = static_cast<std::size_t>(index->get<std::int64_t>());
    if (part >= row.parts.size() || !row.parts[part]) return std::nullopt;
    return row.parts[part]->words;
  });
  if (!data) return std::nullopt;
  core::Event event;
  event.seq = row.seq;
  event.at_ms = row.at_ms;
  event.data = std::move(*data);
  return event;
}

std::string replay_fault(const Row& row) {
  return "row " + std::to_string(row.seq) + " is of a type that this server does not know: " + row.type;
}

}  // namespace roundtable::server
