// Topics that people can rank before groups are made, as they are painted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/state.hpp"
#include "wire/write.hpp"

namespace roundtable::view {

using namespace core;
using wire::Nullable;

/// A topic that can be ranked.
struct TopicModel {
  std::string title;
  Nullable<std::uint32_t> capacity;
  std::int64_t first_choices = 0;  // of all; for staff
  static constexpr auto fields() {
    using T = TopicModel;
    return field_list(field<&T::title>("title"), field<&T::capacity>("capacity"),
                      field<&T::first_choices>("first_choices"));
  }
};

struct TopicOfferModel {
  std::vector<TopicModel> topics;
  std::vector<std::uint32_t> mine;  // one's own order, best first; topics by their place from 0
  static constexpr auto fields() {
    using T = TopicOfferModel;
    return field_list(field<&T::topics>("topics"), field<&T::mine>("mine"));
  }
};

}  // namespace roundtable::view
