// Random session plans: every preset, own lists of rules, moderated or open.
#pragma once

#include "core/random.hpp"
#include "core/story.hpp"

namespace roundtable::test {

FloorPolicy random_policy(Random& random);
SessionPlan random_plan(Random& random);

}  // namespace roundtable::test
