#include "wire/write.hpp"

#include <charconv>

namespace roundtable::wire {

using namespace core;

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

void Writer::key(std::string_view name) {
  if (out_.back() != '{') out_ += ',';
  append_quoted(out_, name);
  out_ += ':';
}

void Writer::key(std::uint32_t id) {
  if (out_.back() != '{') out_ += ',';
  out_ += '"';
  number(id);
  out_ += "\":";
}

void Writer::member(std::string_view name, const void* value, const How& it_is) {
  const bool may_be_left_out = leaving_ == Leaving::what_is_empty || it_is.is_optional;
  if (may_be_left_out && it_is.is_empty(value)) return;
  key(name);
  it_is.write(*this, value);
}

void Writer::members(const void* object, std::span<const FieldRow> table) {
  for (const FieldRow& row : table) member(row.name, row.place.in(object), *row.how);
}

void Writer::array(const void* first, std::size_t count, std::size_t size, const How& each_is) {
  out_ += '[';
  for (std::size_t index = 0; index < count; ++index) {
    if (index != 0) out_ += ',';
    each_is.write(*this, static_cast<const std::byte*>(first) + index * size);
  }
  out_ += ']';
}

void Writer::number(std::int64_t value) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  out_.append(digits.data(), end.ptr);
}

void Writer::words(const Words& value) {
  if (words_ != nullptr) {
    (*words_)(out_, value);
  } else {
    append_quoted(out_, value.text);
  }
}

void Writer::poll_choice(const PollChoice& value) {
  std::string text;
  Writer plain(text);
  if (!value.dots.empty()) {
    text += '{';
    for (const auto& [choice, dots] : value.dots) {
      plain.key(choice);
      plain.number(dots);
    }
    text += '}';
  } else if (!value.texts.empty()) {
    plain.write(value.texts);
  } else if (value.picks.size() == 1) {
    plain.write(value.picks.front());
  } else {
    plain.write(value.picks);
  }
  if (words_ != nullptr) {
    (*words_)(out_, Words(std::move(text)));
  } else {
    out_ += text;
  }
}

void Writer::roles(Roles value) {
  out_ += '[';
  for (std::size_t index = 0; index < Names<Role>::all.size(); ++index) {
    if (!value.has(static_cast<Role>(index))) continue;
    if (out_.back() != '[') out_ += ',';
    append_quoted(out_, Names<Role>::all[index]);
  }
  out_ += ']';
}

}  // namespace roundtable::wire
