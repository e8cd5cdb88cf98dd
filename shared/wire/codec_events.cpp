#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "wire/codec.hpp"

namespace roundtable::wire {

using namespace core;

namespace {

template <std::size_t index>
void write(Writer& writer, const EventData& data) {
  writer.members(*static_cast<const AnyEvent::At<index>*>(data.data()));
}
using Read = void (*)(Reader& reader, const Json& json, EventData& data);

template <std::size_t index>
void read(Reader& reader, const Json& json, EventData& data) {
  reader.members(json, data.emplace<index>());
}
/// Nothing for what no page but staff's is told of.
template <std::size_t index>
constexpr Read everyones_reading() {
  if constexpr (OfStaff<AnyEvent::At<index>>) {
    return nullptr;
  } else {
    return read<index>;
  }
}

/// What the wire knows of the types of events. Tables of their own: a program that only reads carries no writing.
template <class Indexes>
struct Tables;
template <std::size_t... index>
struct Tables<std::index_sequence<index...>> {
  static constexpr std::array<std::string_view, sizeof...(index)> names{AnyEvent::At<index>::name...};
  static constexpr std::array writing{write<index>...};
  static constexpr std::array<Read, sizeof...(index)> reading{read<index>...};
  static constexpr std::array<Read, sizeof...(index)> everyones{everyones_reading<index>()...};
};
using EventTypes = Tables<std::make_index_sequence<AnyEvent::count>>;

bool read_data(Reader& reader, std::string_view type, const Json& json, std::span<const Read> reading,
               EventData& data) {
  const auto found = std::find(EventTypes::names.begin(), EventTypes::names.end(), type);
  if (found == EventTypes::names.end()) return false;
  const Read read = reading[static_cast<std::size_t>(found - EventTypes::names.begin())];
  if (read == nullptr) return false;
  read(reader, json, data);
  return !reader.has_fault();
}

std::optional<Event> read_event(const Json& json, std::span<const Read> reading) {
  if (!json.is_object()) return std::nullopt;
  const auto name = json.find("type");
  const auto data = json.find("data");
  if (name == json.end() || !name->is_string() || data == json.end() || !data->is_object()) return std::nullopt;
  Event event;
  Reader reader;
  if (json.contains("seq")) reader.read(json["seq"], event.seq);
  if (json.contains("at")) reader.read(json["at"], event.at_ms);
  if (!read_data(reader, name->get_ref<const std::string&>(), *data, reading, event.data)) return std::nullopt;
  if (const auto reveal = data->find("reveal"); reveal != data->end()) reader.read(*reveal, event.reveal);
  if (const auto forget = data->find("forget"); forget != data->end()) reader.read(*forget, event.forget);
  if (reader.has_fault()) return std::nullopt;
  return event;
}

}  // namespace

void append_event(std::string& out, const Event& event) {
  Writer writer(out);
  out += '{';
  writer.member("seq", event.seq);
  writer.member("at", event.at_ms);
  writer.member("type", EventTypes::names[event.data.index()]);
  writer.key("data");
  out += '{';
  EventTypes::writing[event.data.index()](writer, event.data);
  if (!event.reveal.empty()) writer.member("reveal", event.reveal);
  if (!event.forget.empty()) writer.member("forget", event.forget);
  out += "}}";
}

std::string event_text(const Event& event) {
  std::string out;
  append_event(out, event);
  return out;
}

std::optional<Event> read_event(const Json& json) {
  return read_event(json, EventTypes::reading);
}

std::optional<Event> read_everyones_event(const Json& json) {
  return read_event(json, EventTypes::everyones);
}

std::string journal_data(const EventData& data, const WordsWriter& words) {
  std::string out = "{";
  Writer writer(out, &words);
  EventTypes::writing[data.index()](writer, data);
  out += '}';
  return out;
}

std::optional<EventData> read_journal_data(std::string_view type, const Json& data, const WordsReader& words) {
  std::optional<EventData> read(std::in_place);
  Reader reader(&words);
  if (!data.is_object() || !read_data(reader, type, data, EventTypes::reading, *read)) return std::nullopt;
  return read;
}

std::vector<std::string_view> event_names() {
  return {EventTypes::names.begin(), EventTypes::names.end()};
}

}  // namespace roundtable::wire
