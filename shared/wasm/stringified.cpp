#include "stringified.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <utility>

#include "core/limits.hpp"
#include "wire/utf8.hpp"

namespace roundtable::page {

namespace {

class Stringified {
 public:
  explicit Stringified(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  std::optional<wire::Json> read() {
    wire::Json value;
    if (!read_value(value) || at_ != end_) return std::nullopt;
    return value;
  }

 private:
  bool take(std::string_view word) {
    if (!std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  bool read_value(wire::Json& value) {
    if (take("{")) return read_object(value);
    if (take("[")) return read_array(value);
    if (take("\"")) {
      value = std::string();
      return read_string(value.get_ref<std::string&>());
    }
    if (take("null")) {
      value = nullptr;
      return true;
    }
    const bool is_true = take("true");
    if (!is_true && !take("false")) return read_number(value);
    value = is_true;
    return true;
  }

  bool read_object(wire::Json& value) {
    if (++depth_ > core::limits::json_depth) return false;
    value = wire::Json::object();
    auto& members = value.get_ref<wire::Json::object_t&>();
    if (!take("}")) {
      do {
        std::string name;
        if (!take("\"") || !read_string(name) || !take(":") || !read_value(members[std::move(name)])) return false;
      } while (take(","));
      if (!take("}")) return false;
    }
    --depth_;
    return true;
  }

  bool read_array(wire::Json& value) {
    if (++depth_ > core::limits::json_depth) return false;
    value = wire::Json::array();
    auto& values = value.get_ref<wire::Json::array_t&>();
    if (!take("]")) {
      do {
        if (!read_value(values.emplace_back())) return false;
      } while (take(","));
      if (!take("]")) return false;
    }
    --depth_;
    return true;
  }

  bool read_string(std::string& text) {
    while (true) {
      const char* const stop = std::find_if(at_, end_, [](char letter) { return letter == '"' || letter == '\\'; });
      text.append(at_, stop);
      at_ = stop;
      if (take("\"")) return true;
      if (!take("\\") || !read_escape(text)) return false;
    }
  }

  bool read_escape(std::string& text) {
    static constexpr std::string_view names = "\"\\/bfnrt";
    static constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
    if (at_ == end_) return false;
    if (const std::size_t place = names.find(*at_); place != std::string_view::npos) {
      ++at_;
      text += meant[place];
      return true;
    }
    std::uint32_t code = 0;
    if (!read_code(code)) return false;
    if (code >= 0xD800U && code < 0xE000U) {
      std::uint32_t low = 0;
      if (code >= 0xDC00U || !take("\\") || !read_code(low) || low < 0xDC00U || low >= 0xE000U) return false;
      code = 0x10000U + ((code - 0xD800U) << 10U) + (low - 0xDC00U);
    }
    wire::append_character(text, code);
    return true;
  }

  bool read_code(std::uint32_t& code) {
    if (!take("u") || end_ - at_ < 4) return false;
    const auto read = std::from_chars(at_, at_ + 4, code, 16);
    const bool is_whole = read.ec == std::errc() && read.ptr == at_ + 4;
    at_ += 4;
    return is_whole;
  }

  bool read_number(wire::Json& value) {
    std::int64_t number = 0;
    const auto read = std::from_chars(at_, end_, number);
    if (read.ec == std::errc::invalid_argument) return false;
    at_ = read.ptr;
    const auto is_of_a_fraction = [](char letter) {
      return std::string_view(".eE+-0123456789").find(letter) != std::string_view::npos;
    };
    const char* const rest = std::find_if_not(at_, end_, is_of_a_fraction);
    value = number;
    if (rest != at_ || read.ec != std::errc()) value = 0.5;
    at_ = rest;
    return true;
  }

  const char* at_;
  const char* end_;
  std::size_t depth_ = 0;
};

}  // namespace

std::optional<wire::Json> read_stringified(std::string_view text) {
  return Stringified(text).read();
}

}  // namespace roundtable::page
