#include "wire/json.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>
#include <utility>
#include <vector>

#include "core/limits.hpp"
#include "core/text.hpp"
#include "wire/utf8.hpp"
#include "wire/write.hpp"

namespace roundtable::wire {

namespace {

/// Lets the builder know how far the library's lexer has read.
class CountingCursor {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingCursor(const char* at, std::size_t* count) : at_(at), count_(count) {}
  reference operator*() const { return *at_; }
  CountingCursor& operator++() {
    ++at_;
    ++*count_;
    return *this;
  }
  friend bool operator!=(const CountingCursor& one, const CountingCursor& other) { return one.at_ != other.at_; }

 private:
  const char* at_;
  std::size_t* count_;
};

/// Receives the library's events, grows the tree and stops at the first fault.
class Builder final : public nlohmann::json_sax<Json> {
 public:
  Builder(const ParseRules& rules, const std::size_t& count) : rules_(rules), count_(count) {}

  Json take_tree() { return std::move(root_); }
  ParseFault take_fault() { return std::move(fault_); }

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool string(string_t& value) override { return put(std::move(value)); }
  bool binary(binary_t&) override { return stop(ParseFault::Kind::syntax, "binary data"); }
  bool number_integer(number_integer_t value) override { return put(value); }
  bool number_unsigned(number_unsigned_t value) override {
    if (value > static_cast<number_unsigned_t>(std::numeric_limits<number_integer_t>::max())) return out_of_range();
    return put(static_cast<number_integer_t>(value));
  }
  bool number_float(number_float_t value, const string_t& written) override {
    if (written.find_first_of(".eE") == string_t::npos) return out_of_range();
    if (!rules_.allows_fractions) {
      return stop(ParseFault::Kind::number, "the number " + written + " has a fraction or an exponent");
    }
    return put(value);
  }

  bool start_object(std::size_t) override { return open(Json::object()); }
  bool end_object() override { return shut(); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_array() override { return shut(); }
  bool key(string_t& name) override {
    Json& object = *open_.back();
    const auto [member, is_new] = object.get_ref<Json::object_t&>().try_emplace(std::move(name));
    if (!is_new && !rules_.allows_duplicate_keys) {
      return stop(ParseFault::Kind::duplicate_key,
                  "the key " + in_quotes(member->first) + " stands twice in one object");
    }
    slot_ = &member->second;
    return true;
  }

  bool parse_error(std::size_t position, const std::string& last_token,
                   const nlohmann::detail::exception& error) override {
    const bool overflow = error.id == 406;
    fault_.kind = overflow ? ParseFault::Kind::number : ParseFault::Kind::syntax;
    fault_.what = overflow ? "a number is out of range" : "this is not JSON near " + in_quotes(near(last_token));
    fault_.byte = position == 0 ? 0 : position - 1;
    return false;
  }

 private:
  static std::string_view near(std::string_view token) {
    constexpr std::size_t shown = 40;
    const std::size_t characters = core::character_count(token);
    if (characters <= shown) return token;
    return token.substr(first_characters(token, characters - shown).size());
  }

  bool stop(ParseFault::Kind kind, std::string what) {
    fault_ = ParseFault{count_ == 0 ? 0 : count_ - 1, std::move(what), kind};
    return false;
  }
  bool out_of_range() { return stop(ParseFault::Kind::number, "a number is out of range"); }

  Json* place(Json&& value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    if (open_.back()->is_array()) {
      auto& list = open_.back()->get_ref<Json::array_t&>();
      list.push_back(std::move(value));
      return &list.back();
    }
    *slot_ = std::move(value);
    return slot_;
  }
  bool put(Json&& value) {
    place(std::move(value));
    return true;
  }
  bool open(Json&& container) {
    if (open_.size() >= core::limits::json_depth) {
      return stop(ParseFault::Kind::too_deep,
                  "nested deeper than " + std::to_string(core::limits::json_depth) + " levels");
    }
    open_.push_back(place(std::move(container)));
    return true;
  }
  bool shut() {
    open_.pop_back();
    return true;
  }

  const ParseRules& rules_;
  const std::size_t& count_;
  Json root_;
  std::vector<Json*> open_;
  Json* slot_ = nullptr;
  ParseFault fault_;
};

std::optional<ParseFault> fault_of_bytes(std::string_view text, std::size_t most_bytes) {
  using Kind = ParseFault::Kind;
  if (text.size() > most_bytes) {
    return ParseFault{most_bytes,
                      "too large: " + std::to_string(text.size()) + " bytes, at most " + std::to_string(most_bytes),
                      Kind::too_large};
  }
  if (const auto bad = first_bad_utf8(text)) return ParseFault{*bad, "the bytes are not UTF-8", Kind::bad_utf8};
  // The library takes a zero byte for the end of the text.
  if (const auto zero = text.find('\0'); zero != std::string_view::npos) {
    return ParseFault{zero, "a zero byte", Kind::syntax};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Json> parse(std::string_view text, const ParseRules& rules, ParseFault* fault) {
  if (auto found = fault_of_bytes(text, rules.most_bytes)) {
    if (fault != nullptr) *fault = *std::move(found);
    return std::nullopt;
  }
  std::size_t count = 0;
  Builder builder(rules, count);
  const char* begin = text.data();
  if (Json::sax_parse(CountingCursor(begin, &count), CountingCursor(begin + text.size(), &count), &builder)) {
    return builder.take_tree();
  }
  if (fault != nullptr) *fault = builder.take_fault();
  return std::nullopt;
}

std::optional<Json> parse(std::string_view text, std::size_t most_bytes, ParseFault* fault) {
  return parse(text, ParseRules{most_bytes, true, true}, fault);
}

std::string dump(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string in_quotes(std::string_view text) {
  const auto bad = first_bad_utf8(text);  // what was read up to a fault may end within a character
  std::string quoted;
  append_quoted(quoted, bad ? std::string(text.substr(0, *bad)) + "\xEF\xBF\xBD" : std::string(text));
  return quoted;
}

Place place_of(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, std::min(byte, text.size()));
  const std::size_t last_break = before.rfind('\n');
  const std::string_view on_line = last_break == std::string_view::npos ? before : before.substr(last_break + 1);
  return {1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')),
          1 + core::character_count(on_line)};
}

}  // namespace roundtable::wire
