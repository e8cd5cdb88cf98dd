#include <algorithm>
#include <array>
#include <utility>

#include "wire/codec.hpp"

namespace roundtable::wire {

using namespace core;

namespace {

/// What the wire knows of a type of event: one row in the table below, so that a new type costs the compiler little.
struct EventType {
  std::string_view name;
  void (*write)(Writer&, const EventData&);
  void (*read)(Reader&, const Json&, EventData&);
};

template <std::size_t index>
constexpr EventType event_type{
    AnyEvent::At<index>::name,
    [](Writer& writer, const EventData& data) { writer.members(get<AnyEvent::At<index>>(data)); },
    [](Reader& reader, const Json& json, EventData& data) { reader.members(json, data.emplace<index>()); }};

template <std::size_t... index>
constexpr std::array<EventType, sizeof...(index)> every_type(std::index_sequence<index...>) {
  return {event_type<index>...};
}
constexpr auto event_types = every_type(std::make_index_sequence<AnyEvent::count>());

const EventType& type_of(const EventData& data) {
  return event_types[data.index()];
}
const EventType* type_named(std::string_view name) {
  const auto* const found =
      std::find_if(event_types.begin(), event_types.end(), [&](const EventType& each) { return each.name == name; });
  return found == event_types.end() ? nullptr : found;
}

}  // namespace

void append_event(std::string& out, const Event& event) {
  const EventType& type = type_of(event.data);
  Writer writer(out);
  out += '{';
  writer.member("seq", event.seq);
  writer.member("at", event.at_ms);
  writer.member("type", type.name);
  writer.key("data");
  out += '{';
  type.write(writer, event.data);
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
  if (!json.is_object()) return std::nullopt;
  const auto name = json.find("type");
  const auto data = json.find("data");
  if (name == json.end() || !name->is_string() || data == json.end() || !data->is_object()) return std::nullopt;
  const EventType* const type = type_named(name->get_ref<const std::string&>());
  if (type == nullptr) return std::nullopt;
  Event event;
  Reader reader;
  if (json.contains("seq")) reader.read(json["seq"], event.seq);
  if (json.contains("at")) reader.read(json["at"], event.at_ms);
  type->read(reader, *data, event.data);
  if (const auto reveal = data->find("reveal"); reveal != data->end()) reader.read(*reveal, event.reveal);
  if (const auto forget = data->find("forget"); forget != data->end()) reader.read(*forget, event.forget);
  if (reader.has_fault()) return std::nullopt;
  return event;
}

std::string journal_data(const EventData& data, const WordsWriter& words) {
  std::string out = "{";
  Writer writer(out, &words);
  type_of(data).write(writer, data);
  out += '}';
  return out;
}

std::optional<EventData> read_journal_data(std::string_view type, const Json& data, const WordsReader& words) {
  const EventType* const known = type_named(type);
  if (known == nullptr || !data.is_object()) return std::nullopt;
  std::optional<EventData> read(std::in_place);
  Reader reader(&words);
  known->read(reader, data, *read);
  return reader.has_fault() ? std::nullopt : std::move(read);
}

std::vector<std::string_view> event_names() {
  std::vector<std::string_view> names;
  names.reserve(event_types.size());
  for (const EventType& each : event_types) names.push_back(each.name);
  return names;
}

}  // namespace roundtable::wire
