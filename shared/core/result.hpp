// A decision is events or a refusal.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/event.hpp"

namespace roundtable::core {

enum class RefusalCode : std::uint8_t {
  not_allowed,
  unknown_command,
  bad_data,
  not_found,
  wrong_state,
  already,
  queue_changed,
  stale_revision,
  limit,
  too_fast,
  late,
  not_recorded,
  closed
};
template <>
struct Names<RefusalCode> {
  static constexpr std::array<std::string_view, 13> all{
      "not_allowed",    "unknown_command", "bad_data", "not_found", "wrong_state",  "already", "queue_changed",
      "stale_revision", "limit",           "too_fast", "late",      "not_recorded", "closed"};
};

#if defined(__EMSCRIPTEN__)
/// A page asks for the code alone: its module carries no words for developers.
struct DeveloperWords {
  DeveloperWords() = default;
  DeveloperWords(const auto&) {}
};
#else
using DeveloperWords = std::string;
#endif

/// `message` is English for developers; screens make their sentence from the code.
struct Refusal {
  RefusalCode code = RefusalCode::bad_data;
  DeveloperWords message = {};
};

/// Its special members stand in one source file: made anew in each that decides, they were a fifth of all compiling.
class Decision {
 public:
  Decision(Refusal refusal);
  Decision(RefusalCode code, std::string_view message) : Decision(Refusal{code, DeveloperWords(message)}) {}
  Decision(std::vector<EventData> events);
  Decision(EventData event);
  Decision(const Decision& other);
  Decision(Decision&& other) noexcept;
  Decision& operator=(const Decision& other);
  Decision& operator=(Decision&& other) noexcept;
  ~Decision();

  bool is_refused() const { return refused_; }
  const Refusal& refusal() const { return refusal_; }
  const std::vector<EventData>& events() const { return events_; }
  std::vector<EventData> take_events();

 private:
  bool refused_ = false;
  Refusal refusal_;
  std::vector<EventData> events_;
};

}  // namespace roundtable::core
