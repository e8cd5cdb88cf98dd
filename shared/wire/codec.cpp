#include "wire/codec.hpp"

#include <utility>

namespace roundtable::wire {

using namespace core;

namespace {

void append_data(std::string& out, const Event& event) {
  Writer writer(out);
  out += '{';
  std::visit([&](const auto& data) { writer.members(data); }, event.data);
  if (!event.reveal.empty()) writer.member("reveal", event.reveal);
  if (!event.forget.empty()) writer.member("forget", event.forget);
  out += '}';
}

/// Calls `visit` with an empty value of the alternative of `Variant` named `type`; false when there is none.
template <class Variant, class Visit, std::size_t... index>
bool with_type_at(std::string_view type, std::size_t known, Visit&& visit, std::index_sequence<index...>) {
  const auto attempt = [&]<std::size_t at>() {
    using Data = std::variant_alternative_t<at, Variant>;
    if (at >= known || Data::name != type) return false;
    visit(Data{});
    return true;
  };
  return (attempt.template operator()<index>() || ...);
}
template <class Variant, class Visit>
bool with_type(std::string_view type, Visit&& visit, std::size_t known = std::variant_size_v<Variant>) {
  return with_type_at<Variant>(type, known, std::forward<Visit>(visit),
                               std::make_index_sequence<std::variant_size_v<Variant>>());
}

template <class Variant, std::size_t... index>
std::vector<std::string_view> names(std::index_sequence<index...>) {
  return {std::variant_alternative_t<index, Variant>::name...};
}

}  // namespace

void append_quoted(std::string& out, std::string_view text) {
  static constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  for (char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (letter == '"' || letter == '\\') {
      out += '\\';
      out += letter;
    } else if (letter == '\n') {
      out += "\\n";
    } else if (byte < 0x20U) {
      out += "\\u00";
      out += hex[byte >> 4U];
      out += hex[byte & 0x0FU];
    } else {
      out += letter;
    }
  }
  out += '"';
}

void append_event(std::string& out, const Event& event) {
  Writer writer(out);
  out += '{';
  writer.member("seq", event.seq);
  writer.member("at", event.at_ms);
  writer.key("type");
  append_quoted(out, std::visit([](const auto& data) { return data.name; }, event.data));
  writer.key("data");
  append_data(out, event);
  out += '}';
}

std::string event_text(const Event& event) {
  std::string out;
  append_event(out, event);
  return out;
}

std::optional<Event> read_event(const Json& json) {
  if (!json.is_object()) return std::nullopt;
  const auto type = json.find("type");
  const auto data = json.find("data");
  if (type == json.end() || !type->is_string() || data == json.end() || !data->is_object()) return std::nullopt;
  Event event;
  Reader reader;
  if (json.contains("seq")) reader.read(json["seq"], event.seq);
  if (json.contains("at")) reader.read(json["at"], event.at_ms);
  const bool is_known = with_type<EventData>(type->get_ref<const std::string&>(), [&](auto fact) {
    reader.members(*data, fact);
    event.data = std::move(fact);
  });
  if (const auto reveal = data->find("reveal"); reveal != data->end()) reader.read(*reveal, event.reveal);
  if (const auto forget = data->find("forget"); forget != data->end()) reader.read(*forget, event.forget);
  if (!is_known || reader.has_fault()) return std::nullopt;
  return event;
}

std::string journal_data(const EventData& data, const WordsWriter& words) {
  std::string out;
  Writer writer(out, &words);
  std::visit([&](const auto& fact) { writer.write(fact); }, data);
  return out;
}

std::optional<EventData> read_journal_data(std::string_view type, const Json& data, const WordsReader& words) {
  std::optional<EventData> read;
  Reader reader(&words);
  if (!data.is_object()) return std::nullopt;
  with_type<EventData>(type, [&](auto fact) {
    reader.members(data, fact);
    read = std::move(fact);
  });
  return reader.has_fault() ? std::nullopt : read;
}

ReadCommand read_command(std::string_view type, const Json& data) {
  ReadCommand result;
  Reader reader;
  result.is_known = with_type<Command>(
      type,
      [&](auto command) {
        if (!data.is_object()) {
          result.fault = "/data: must be an object";
          return;
        }
        reader.command(data, command);
        result.command = std::move(command);
      },
      std::variant_size_v<Command> - room_commands);
  if (reader.has_fault()) {
    result.fault = "/data" + reader.fault();
    result.command.reset();
  }
  return result;
}

std::optional<Command> read_any_command(std::string_view type, const Json& data) {
  std::optional<Command> read;
  Reader reader;
  with_type<Command>(type, [&](auto command) {
    reader.members(data, command);
    read = std::move(command);
  });
  return reader.has_fault() ? std::nullopt : read;
}

std::vector<std::string_view> command_names() {
  return names<Command>(std::make_index_sequence<std::variant_size_v<Command>>());
}
std::vector<std::string_view> event_names() {
  return names<EventData>(std::make_index_sequence<std::variant_size_v<EventData>>());
}

}  // namespace roundtable::wire
