#include "core/takeaways.hpp"

#include <algorithm>

#include "core/command.hpp"
#include "core/result.hpp"
#include "core/text.hpp"

namespace roundtable::core {

namespace {

const Takeaway* find(const State& state, ItemId id) {
  const auto found = state.takeaways.items.find(id);
  return found == state.takeaways.items.end() ? nullptr : &found->second;
}

Refusal no_item() {
  return Refusal{RefusalCode::not_found, "no such item"};
}

std::optional<Refusal> fault_of(const Words& title, const Words& body) {
  if (text_fault(title.text, limits::takeaway_title_characters, false) != TextFault::none) {
    return Refusal{RefusalCode::bad_data, "title: one line of 1 to 300 characters"};
  }
  const TextFault fault = text_fault(body.text, limits::takeaway_body_characters, true);
  if (fault != TextFault::none && fault != TextFault::blank) {
    return Refusal{RefusalCode::bad_data, "body: at most 6000 characters without control characters"};
  }
  return std::nullopt;
}

std::optional<Refusal> fault_of(const State& state, const Evidence& evidence, PersonId linked_by) {
  const int named = (evidence.question ? 1 : 0) + (evidence.turn ? 1 : 0) + (evidence.jot ? 1 : 0) +
                    (evidence.poll ? 1 : 0) + (evidence.group ? 1 : 0) + (evidence.note ? 1 : 0);
  if (named != 1) {
    return Refusal{RefusalCode::bad_data,
                   "evidence: {\"question\": id}, {\"turn\": id}, {\"jot\": id}, "
                   "{\"poll\": id}, {\"group\": id} or {\"note\": id}"};
  }
  if (evidence.group && !state.breakouts.groups.contains(*evidence.group)) {
    return Refusal{RefusalCode::not_found, "no such group was open"};
  }
  if (evidence.note && find_note(state, *evidence.note).note == nullptr) {
    return Refusal{RefusalCode::not_found, "no such point of a group"};
  }
  if (evidence.question && !state.questions.list.contains(*evidence.question)) {
    return Refusal{RefusalCode::not_found, "no such question"};
  }
  if (evidence.turn && !state.floor.turns.contains(*evidence.turn)) {
    return Refusal{RefusalCode::not_found, "no such turn"};
  }
  if (evidence.jot && own_jotting(state, *evidence.jot, linked_by) == nullptr) {
    return Refusal{RefusalCode::not_found, "no such note of yours"};
  }
  if (evidence.poll) {
    const auto poll = state.polls.list.find(*evidence.poll);
    if (poll == state.polls.list.end()) return Refusal{RefusalCode::not_found, "no such poll"};
    if (poll->second.status == PollStatus::draft) return Refusal{RefusalCode::wrong_state, "open the poll first"};
  }
  return std::nullopt;
}

/// As it is linked, whoever a command says that the note is by.
const Evidence* linked(const Takeaway& item, const Evidence& evidence) {
  const auto found = std::find_if(item.evidence.begin(), item.evidence.end(), [&](const Evidence& each) {
    return each.question == evidence.question && each.turn == evidence.turn && each.jot == evidence.jot &&
           each.poll == evidence.poll && each.group == evidence.group && each.note == evidence.note;
  });
  return found == item.evidence.end() ? nullptr : &*found;
}

std::string language_of(const State& state, const std::optional<std::string>& given) {
  if (given && given->size() <= limits::language_characters) return *given;
  const auto& languages = state.session.plan.languages;
  return languages.empty() ? std::string() : languages.front();
}

std::vector<ItemId> published(const Takeaways& takeaways, ItemId also) {
  std::vector<ItemId> order;
  for (ItemId id : takeaways.order) {
    if (id == also || takeaways.items.at(id).is_published) order.push_back(id);
  }
  return order;
}

}  // namespace

Decision decide(const State& state, const DraftTakeaway& command, const Stamp& stamp) {
  TakeawayDrafted drafted;
  drafted.title = Words(trimmed(command.title.text));
  drafted.body = Words(trimmed(command.body.text));
  if (auto fault = fault_of(drafted.title, drafted.body)) return *fault;
  if (state.takeaways.items.size() >= limits::takeaways) return {RefusalCode::limit, "too many items"};
  drafted.item = ItemId{state.counters.item + 1};
  drafted.kind = command.kind;
  drafted.language = language_of(state, command.language);
  drafted.author = stamp.actor.person;
  drafted.revision = 1;
  return EventData{std::move(drafted)};
}

Decision decide(const State& state, const EditTakeaway& command, const Stamp& stamp) {
  const Takeaway* item = find(state, command.item);
  if (item == nullptr) return no_item();
  if (item->revision != command.revision) {
    return {RefusalCode::stale_revision, "the item is at revision " + std::to_string(item->revision)};
  }
  TakeawayEdited edited;
  edited.item = command.item;
  edited.title = Words(trimmed(command.title.text));
  edited.body = Words(trimmed(command.body.text));
  if (auto fault = fault_of(edited.title, edited.body)) return *fault;
  if (edited.title == item->title && edited.body == item->body) return {RefusalCode::already, "the text is as asked"};
  edited.revision = item->revision + 1;
  edited.author = stamp.actor.person;
  return EventData{std::move(edited)};
}

Decision decide(const State& state, const MoveTakeaway& command, const Stamp&) {
  if (find(state, command.item) == nullptr) return no_item();
  if (command.before && find(state, *command.before) == nullptr) return no_item();
  std::vector<ItemId> order = state.takeaways.order;
  if (command.before != command.item) {
    std::erase(order, command.item);
    const auto place = command.before ? std::find(order.begin(), order.end(), *command.before) : order.end();
    order.insert(place, command.item);
  }
  if (order == state.takeaways.order) return {RefusalCode::already, "the item stands there"};
  return EventData{TakeawaysOrdered{command.item, std::move(order)}};
}

Decision decide(const State& state, const LinkTakeaway& command, const Stamp& stamp) {
  const Takeaway* item = find(state, command.item);
  if (item == nullptr) return no_item();
  if (auto fault = fault_of(state, command.evidence, stamp.actor.person)) return *fault;
  if (linked(*item, command.evidence) != nullptr) return {RefusalCode::already, "the evidence is linked"};
  if (item->evidence.size() >= limits::evidence_an_item) return {RefusalCode::limit, "at most 50 links an item"};
  TakeawayLinked event{command.item, command.evidence};
  event.evidence.by = command.evidence.jot ? stamp.actor.person : PersonId{};
  return EventData{event};
}

Decision decide(const State& state, const UnlinkTakeaway& command, const Stamp&) {
  const Takeaway* item = find(state, command.item);
  if (item == nullptr) return no_item();
  const Evidence* evidence = linked(*item, command.evidence);
  if (evidence == nullptr) return {RefusalCode::already, "the evidence is not linked"};
  return EventData{TakeawayUnlinked{command.item, *evidence}};
}

Decision decide(const State& state, const PublishTakeaway& command, const Stamp&) {
  const Takeaway* item = find(state, command.item);
  if (item == nullptr) return no_item();
  if (item->is_published) return {RefusalCode::already, "everyone sees the item"};
  return EventData{TakeawayPublished{command.item, published(state.takeaways, command.item)}};
}

Decision decide(const State& state, const HideTakeaway& command, const Stamp&) {
  const Takeaway* item = find(state, command.item);
  if (item == nullptr) return no_item();
  if (!item->is_published) return {RefusalCode::already, "the item is hidden"};
  return EventData{TakeawayHidden{command.item}};
}

Decision decide(const State& state, const RemoveTakeaway& command, const Stamp&) {
  const Takeaway* item = find(state, command.item);
  if (item == nullptr) return no_item();
  std::vector<EventData> events;
  if (item->is_published) events.push_back(TakeawayHidden{command.item});
  events.push_back(TakeawayRemoved{command.item});
  return events;
}

void apply(State& state, const TakeawayDrafted& event, const Moment& moment) {
  Takeaway item;
  item.kind = event.kind;
  item.title = event.title;
  item.body = event.body;
  item.language = event.language;
  item.author = event.author;
  item.revision = event.revision;
  item.edited_at_ms = moment.at_ms;
  state.takeaways.items.insert_or_assign(event.item, std::move(item));
  state.takeaways.order.push_back(event.item);
  if (state.scope == Scope::whole) state.counters.item = event.item.value;
}

void apply(State& state, const TakeawayEdited& event, const Moment& moment) {
  Takeaway& item = state.takeaways.items[event.item];
  item.title = event.title;
  item.body = event.body;
  item.revision = event.revision;
  item.edited_at_ms = moment.at_ms;
}

void apply(State& state, const TakeawaysOrdered& event, const Moment&) {
  state.takeaways.order = event.order;
}

void apply(State& state, const TakeawayLinked& event, const Moment&) {
  state.takeaways.items[event.item].evidence.push_back(event.evidence);
}

void apply(State& state, const TakeawayUnlinked& event, const Moment&) {
  std::erase(state.takeaways.items[event.item].evidence, event.evidence);
}

void apply(State& state, const TakeawayPublished& event, const Moment&) {
  state.takeaways.items[event.item].is_published = true;
  if (state.scope == Scope::everyone) state.takeaways.order = event.order;
}

void apply(State& state, const TakeawayHidden& event, const Moment&) {
  state.takeaways.items[event.item].is_published = false;
  if (state.display.item == event.item) state.display.item = {};
}

void apply(State& state, const TakeawayRemoved& event, const Moment&) {
  state.takeaways.items.erase(event.item);
  std::erase(state.takeaways.order, event.item);
}

}  // namespace roundtable::core
