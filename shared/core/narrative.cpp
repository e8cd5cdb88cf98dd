#include "core/narrative.hpp"

#include <algorithm>

#include "core/command.hpp"
#include "core/result.hpp"
#include "core/text.hpp"

namespace roundtable::core {

const Narrative* narrative_of(const State& state, NarrativePart part, TalkId talk) {
  const auto found = std::find_if(state.narratives.begin(), state.narratives.end(),
                                  [&](const Narrative& each) { return each.part == part && each.talk == talk; });
  return found == state.narratives.end() ? nullptr : &*found;
}

std::uint32_t wanted_characters(const ReportPreset& preset, NarrativePart part) {
  switch (part) {
    case NarrativePart::key_issues:
      return preset.key_issues_characters;
    case NarrativePart::talk:
      return preset.talk_characters;
    case NarrativePart::discussion:
      return preset.discussion_characters;
    case NarrativePart::way_forward:
      return preset.way_forward_characters;
  }
  return 0;
}

Decision decide(const State& state, const WriteNarrative& command, const Stamp& stamp) {
  if ((command.part == NarrativePart::talk) != command.talk.has_value()) {
    return {RefusalCode::bad_data, "talk: which one, for the summary of a talk and for nothing else"};
  }
  const TalkId talk = command.talk.value_or(TalkId{});
  const Narrative* known = narrative_of(state, command.part, talk);
  if (talk && known == nullptr && !state.lineup.talks.contains(talk)) {
    return {RefusalCode::not_found, "no such talk"};
  }
  const std::uint32_t revision = known == nullptr ? 0 : known->revision;
  if (revision != command.revision) {
    return {RefusalCode::stale_revision, "the field is at revision " + std::to_string(revision)};
  }
  NarrativeWritten written{command.part, talk, revision + 1, Words(trimmed(command.text.text)), stamp.actor.person};
  const TextFault fault = text_fault(written.text.text, limits::narrative_characters, true);
  if (fault != TextFault::none && fault != TextFault::blank) {
    return {RefusalCode::bad_data, "text: at most 10000 characters without control characters"};
  }
  if (written.text == (known == nullptr ? Words{} : known->text)) {
    return {RefusalCode::already, "the text is as asked"};
  }
  return EventData{std::move(written)};
}

void apply(State& state, const NarrativeWritten& event, const Moment& moment) {
  Narrative written{event.part, event.talk, event.text, event.revision, event.author, moment.at_ms};
  const auto known = std::find_if(state.narratives.begin(), state.narratives.end(), [&](const Narrative& each) {
    return each.part == event.part && each.talk == event.talk;
  });
  if (known == state.narratives.end()) {
    state.narratives.push_back(std::move(written));
  } else {
    *known = std::move(written);
  }
}

}  // namespace roundtable::core
