// What random sessions draw from, and what staff do in them beside the session: their line, cues, answers and notes.
#pragma once

#include <iterator>
#include <map>
#include <optional>
#include <string>

#include "core/random.hpp"
#include "core/story.hpp"

namespace roundtable::test {

class RandomStaff : public Story {
 public:
  RandomStaff(const SessionPlan& plan, const Random& drawing) : Story(plan), random(drawing) {}

  Random random;

 protected:
  /// A text that occurs nowhere else.
  Words marked(std::string_view what) { return Words(std::string(what) + "-" + std::to_string(++marks_) + "#"); }

  /// One of the map's keys, now and then one that is not there.
  template <class Key, class Value>
  Key known(const std::map<Key, Value>& map) {
    if (map.empty() || random.one_in(20)) return Key{static_cast<std::uint32_t>(1 + random.below(30))};
    auto place = map.begin();
    std::advance(place, static_cast<std::ptrdiff_t>(random.below(map.size())));
    return place->first;
  }
  PersonId some_person() { return known(state.roster.people); }
  ItemId some_item() { return known(state.takeaways.items); }

  Words text(std::string_view what);
  std::optional<PersonId> of_the_note(const Command& command);
  Command staff_command();
  Command jotting_command();

 private:
  std::uint64_t marks_ = 0;
};

}  // namespace roundtable::test
