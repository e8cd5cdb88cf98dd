// A closed session made by hand, with every kind of thing that a report tells or must not tell.
#pragma once

#include "core/state.hpp"

namespace roundtable::test {

core::State sample_state();

/// The close, in the sample.
inline constexpr core::InstantMs sample_end_ms = 1'750'856'460'000;

}  // namespace roundtable::test
