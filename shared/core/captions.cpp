#include "core/captions.hpp"

#include <algorithm>

#include "core/command.hpp"
#include "core/result.hpp"
#include "core/text.hpp"

namespace roundtable::core {

namespace {

/// A line overtaken on its way is a few lines and seconds late; more is a service that counts anew.
constexpr std::uint32_t late_by_lines = 4;
constexpr DurationMs late_by_ms = 5 * second_ms;

/// Where a line belongs: behind all, unless the same count has just gone on to a later line.
std::vector<CaptionLine>::iterator place_of(std::vector<CaptionLine>& lines, const Captioned& event, InstantMs at_ms) {
  auto place = lines.end();
  if (event.number == 0) return place;
  for (auto each = lines.end(); each != lines.begin();) {
    --each;
    if (each->language != event.language || each->number == 0) continue;
    const bool is_later = each->number > event.number && each->number - event.number <= late_by_lines;
    if (!is_later || at_ms - each->at_ms > late_by_ms) break;
    place = each;
  }
  return place;
}

}  // namespace

std::uint32_t last_number(const std::vector<CaptionLine>& lines) {
  std::uint32_t last = 0;
  for (const CaptionLine& line : lines) last = std::max(last, line.number);
  return last;
}

Decision decide(const State& state, const Caption& command, const Stamp&) {
  Captioned captioned;
  captioned.text = Words(trimmed(command.text.text));
  if (text_fault(captioned.text.text, limits::caption_characters, true) != TextFault::none) {
    return {RefusalCode::bad_data, "text: 1 to 1000 characters without control characters"};
  }
  if (command.language && !is_language_tag(*command.language)) {
    return {RefusalCode::bad_data, "lang: a language tag such as en or pt-BR, at most 35 characters"};
  }
  const auto& languages = state.session.plan.languages;
  captioned.language = command.language ? *command.language : languages.empty() ? std::string() : languages.front();
  captioned.number = command.number.value_or(0);
  const bool is_repeat =
      captioned.number != 0 && std::any_of(state.captions.begin(), state.captions.end(), [&](const CaptionLine& line) {
        return line.number == captioned.number && line.language == captioned.language && line.text == captioned.text;
      });
  if (is_repeat) return {RefusalCode::already, "the line has come before"};
  return EventData{std::move(captioned)};
}

void apply(State& state, const Captioned& event, const Moment& moment) {
  std::vector<CaptionLine>& lines = state.captions;
  lines.insert(place_of(lines, event, moment.at_ms), {event.text, event.language, event.number, moment.at_ms});
  if (lines.size() > limits::caption_lines) lines.erase(lines.begin());
}

}  // namespace roundtable::core
