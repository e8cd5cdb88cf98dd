// Which texts read alike, without any service: shared triples of letters, in whole percent.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace roundtable::core {

/// The sorted letter triples of a text, lower case, punctuation as space. Make it once for many comparisons.
using Triples = std::vector<std::uint32_t>;
Triples triples_of(std::string_view text);

/// 0 (nothing shared) to 100 (the same triples): twice the shared ones over all of both.
int likeness_percent(const Triples& one, const Triples& other);

/// From here on two questions are suggested as alike.
inline constexpr int alike_percent = 40;

}  // namespace roundtable::core
