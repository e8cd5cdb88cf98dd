// Codes by which a person goes on with another device, as a QR code or typed: short-lived, in memory alone, one a
// person.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/ids.hpp"
#include "server/words.hpp"

namespace roundtable::server {

class DeviceCodes {
 public:
  static constexpr std::int64_t life_ms = std::int64_t{10} * 60 * 1000;

  struct Drawn {
    std::string code;
    std::int64_t until_ms = 0;
  };

  /// A new code for the person; the one before opens nothing any more.
  Drawn draw(core::PersonId person, std::int64_t now_ms, const RandomSource& random);

  /// The person's code opens nothing any more.
  void forget(core::PersonId person);

  /// Whose code it is, in any case, blanks and dashes aside; nothing for one that is over.
  std::optional<core::PersonId> find(std::string_view typed, std::int64_t now_ms) const;

 private:
  struct Opens {
    core::PersonId person;
    std::int64_t until_ms = 0;
  };
  std::map<std::string, Opens, std::less<>> codes_;
};

}  // namespace roundtable::server
