#include "server/frames.hpp"

#include "wire/write.hpp"

namespace roundtable::server {

using wire::append_quoted;

Frame events_frame(std::uint32_t seq, const std::vector<std::string_view>& entries) {
  std::size_t size = 40;
  for (std::string_view entry : entries) size += entry.size() + 1;
  std::string text = FramedBytes::begin(size);
  text += "{\"events\":{\"seq\":";
  text += std::to_string(seq);
  text += ",\"list\":[";
  for (std::size_t index = 0; index < entries.size(); ++index) {
    if (index > 0) text += ',';
    text += entries[index];
  }
  text += "]}}";
  return std::make_shared<const FramedBytes>(std::move(text));
}

Frame ack_frame(std::string_view command_id, std::uint32_t seq) {
  std::string text = FramedBytes::begin();
  text += "{\"ack\":{\"id\":";
  append_quoted(text, command_id);
  text += ",\"seq\":" + std::to_string(seq) + "}}";
  return std::make_shared<const FramedBytes>(std::move(text));
}

Frame nack_frame(std::string_view command_id, const core::Refusal& refusal) {
  std::string text = FramedBytes::begin();
  text += "{\"nack\":{\"id\":";
  append_quoted(text, command_id);
  text += ",\"code\":";
  append_quoted(text, core::name_of(refusal.code));
  text += ",\"message\":";
  append_quoted(text, refusal.message);
  text += "}}";
  return std::make_shared<const FramedBytes>(std::move(text));
}

Frame bye_frame(std::uint16_t code, std::string_view message, std::string_view because) {
  std::string text = FramedBytes::begin();
  text += "{\"bye\":{\"code\":" + std::to_string(code) + ",\"message\":";
  append_quoted(text, message);
  if (!because.empty()) {
    text += ",\"because\":";
    append_quoted(text, because);
  }
  text += "}}";
  return std::make_shared<const FramedBytes>(std::move(text));
}

Frame time_frame(std::string_view t0, std::int64_t t1, std::int64_t t2) {
  return framed("{\"time\":{\"t0\":" + std::string(t0) + ",\"t1\":" + std::to_string(t1) +
                ",\"t2\":" + std::to_string(t2) + "}}");
}

std::string tally_entry(std::uint32_t seq, std::int64_t at_ms, std::string_view data) {
  std::string text = "{\"seq\":" + std::to_string(seq) + ",\"at\":" + std::to_string(at_ms);
  text += ",\"type\":\"tally\",\"data\":";
  text += data;
  text += '}';
  return text;
}

}  // namespace roundtable::server
