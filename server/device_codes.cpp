#include "server/device_codes.hpp"

#include "server/identity.hpp"

namespace roundtable::server {

DeviceCodes::Drawn DeviceCodes::draw(core::PersonId person, std::int64_t now_ms, const RandomSource& random) {
  std::erase_if(codes_,
                [&](const auto& each) { return each.second.person == person || each.second.until_ms <= now_ms; });
  Drawn drawn{draw_device_code(random), now_ms + life_ms};
  while (codes_.contains(drawn.code)) drawn.code = draw_device_code(random);
  codes_.emplace(drawn.code, Opens{person, drawn.until_ms});
  return drawn;
}

void DeviceCodes::forget(core::PersonId person) {
  std::erase_if(codes_, [&](const auto& each) { return each.second.person == person; });
}

std::optional<core::PersonId> DeviceCodes::find(std::string_view typed, std::int64_t now_ms) const {
  const auto code = normalise_device_code(typed);
  if (!code) return std::nullopt;
  const auto found = codes_.find(*code);
  if (found == codes_.end() || found->second.until_ms <= now_ms) return std::nullopt;
  return found->second.person;
}

}  // namespace roundtable::server
