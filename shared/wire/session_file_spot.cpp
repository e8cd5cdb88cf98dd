#include "wire/session_file_spot.hpp"

#include <algorithm>
#include <cmath>

#include "core/text.hpp"

namespace roundtable::wire {

namespace {

std::string_view type_of(const Json& value) {
  switch (value.type()) {
    case Json::value_t::null:
      return "null";
    case Json::value_t::object:
      return "an object";
    case Json::value_t::array:
      return "a list";
    case Json::value_t::string:
      return "text";
    case Json::value_t::boolean:
      return "true or false";
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
    case Json::value_t::number_float:
      return "a number";
    case Json::value_t::binary:
    case Json::value_t::discarded:
      break;
  }
  return "of an unknown type";
}

std::string code_point(char32_t code) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text = "U+";
  for (unsigned shift = 16; shift > 0; shift -= 4) text.push_back(digits[(code >> (shift - 4)) & 0xFU]);
  return text;
}

std::string joined(const WordRule& rule) {
  std::string text;
  for (std::size_t index = 0; index < rule.count; ++index) {
    if (index > 0) text += index + 1 == rule.count ? " or " : ", ";
    text += rule.allowed[index];
  }
  return text;
}

/// "Civil Society" -> "civil_society"
std::string as_word(std::string_view text) {
  std::string word = folded(trimmed(text));
  for (char& letter : word) {
    if (letter == ' ' || letter == '-') letter = '_';
  }
  return word;
}

/// A whole number however it is written: JSON knows no difference between 20 and 20.0.
std::optional<std::int64_t> whole_number(const Json& value) {
  if (value.is_number_integer()) return value.get<std::int64_t>();
  if (!value.is_number_float()) return std::nullopt;
  constexpr double exact = 9007199254740992.0;
  const double number = value.get<double>();
  if (std::floor(number) != number || number < -exact || number > exact) return std::nullopt;
  return static_cast<std::int64_t>(number);
}

std::string range(const WholeRule& rule) {
  return std::string(rule.what) + " as a whole number from " + std::to_string(rule.least) + " to " +
         std::to_string(rule.most);
}

}  // namespace

Spot Spot::operator[](std::string_view name) const {
  const Json* member = nullptr;
  if (value_ != nullptr && value_->is_object()) {
    const auto found = value_->find(name);
    if (found != value_->end()) member = &*found;
  }
  return Spot(member, pointer_ + "/" + std::string(name), *faults_);
}

Spot Spot::operator[](std::size_t index) const {
  return Spot(&(*value_)[index], pointer_ + "/" + std::to_string(index), *faults_);
}

void Spot::wrong_type(std::string_view right) const {
  std::string message = "this is " + std::string(type_of(*value_)) + "; give " + std::string(right);
  if (value_->is_null()) message += ", or leave the field out";
  fault(std::move(message));
}

std::optional<std::string> read_text(const Spot& spot, const TextRule& rule) {
  const std::string right =
      std::string(rule.what) + " as text of at most " + std::to_string(rule.most_characters) + " characters";
  if (spot.is_absent()) {
    if (rule.need == Need::required) spot.missing(right);
    return std::nullopt;
  }
  if (!spot.value().is_string()) {
    spot.wrong_type(right);
    return std::nullopt;
  }
  const std::string_view text = trimmed(spot.value().get_ref<const std::string&>());
  if (text.empty()) {
    if (rule.need == Need::required) spot.fault("empty; give " + right);
    return std::nullopt;
  }
  if (const auto bad = first_control(spot.value().get_ref<const std::string&>(), rule.kind)) {
    spot.fault("holds the control character " + code_point(bad->code) + "; take it out" +
               (bad->code == '\n' ? ", this is one line of text" : ""));
    return std::nullopt;
  }
  if (const std::size_t count = core::character_count(text); count > rule.most_characters) {
    spot.fault("has " + std::to_string(count) + " characters; give " + right);
    return std::nullopt;
  }
  return std::string(text);
}

std::optional<std::int64_t> read_whole(const Spot& spot, const WholeRule& rule) {
  if (spot.is_absent()) {
    if (rule.need == Need::required) spot.missing(range(rule));
    return std::nullopt;
  }
  if (!spot.value().is_number()) {
    spot.wrong_type(range(rule));
    return std::nullopt;
  }
  const auto number = whole_number(spot.value());
  if (!number || *number < rule.least || *number > rule.most) {
    spot.fault("this is " + dump(spot.value()) + "; give " + range(rule));
    return std::nullopt;
  }
  return number;
}

bool read_flag(const Spot& spot, std::string_view what, bool otherwise) {
  if (spot.is_absent()) return otherwise;
  if (spot.value().is_boolean()) return spot.value().get<bool>();
  spot.wrong_type("true or false for " + std::string(what));
  return otherwise;
}

bool is_object(const Spot& spot, std::string_view what) {
  if (spot.is_absent()) return false;
  if (spot.value().is_object()) return true;
  spot.wrong_type(std::string(what) + " as an object, in braces { }");
  return false;
}

std::vector<Spot> read_list(const Spot& spot, const ListRule& rule) {
  const std::string right = std::string(rule.what) + " as a list, in brackets [ ]" +
                            (rule.least > 0 ? ", with at least " + std::to_string(rule.least) : "");
  std::vector<Spot> entries;
  if (spot.is_absent()) {
    if (rule.need == Need::required) spot.missing(right);
    return entries;
  }
  if (!spot.value().is_array()) {
    spot.wrong_type(right);
    return entries;
  }
  const std::size_t size = spot.value().size();
  if (size > rule.most) {
    spot.fault("has " + std::to_string(size) + " entries; at most " + std::to_string(rule.most) + " are allowed");
    return entries;
  }
  if (size < rule.least) spot.fault("has too few entries; give " + right);
  for (std::size_t index = 0; index < size; ++index) entries.push_back(spot[index]);
  return entries;
}

std::vector<std::string> read_lines(const Spot& spot, const ListRule& list, const TextRule& line) {
  std::vector<std::string> lines;
  for (const Spot& entry : read_list(spot, list)) {
    if (auto text = read_text(entry, line)) lines.push_back(*std::move(text));
  }
  return lines;
}

std::optional<std::size_t> read_word(const Spot& spot, const WordRule& rule) {
  const auto right = [&rule] { return std::string(rule.what) + ", one of: " + joined(rule); };
  if (spot.is_absent()) {
    if (rule.need == Need::required) spot.missing(right());
    return std::nullopt;
  }
  if (!spot.value().is_string()) {
    spot.wrong_type(right());
    return std::nullopt;
  }
  const std::string& word = spot.value().get_ref<const std::string&>();
  const auto* const end = rule.allowed + rule.count;
  const auto* const found = std::find(rule.allowed, end, word);
  if (found != end) return static_cast<std::size_t>(found - rule.allowed);
  const auto* const meant = std::find(rule.allowed, end, as_word(word));
  const std::string hint = meant != end ? " (did you mean " + shown(*meant) + "?)" : "";
  spot.fault(shown(word) + " is not known" + hint + "; give " + right());
  return std::nullopt;
}

std::string shown(std::string_view text) {
  constexpr std::size_t most = 60;
  const std::string_view head = first_characters(text, most);
  std::string clean;
  for (std::size_t at = 0; at < head.size();) {
    const std::size_t begin = at;
    const char32_t code = next_character(head, at);
    append_character(clean, first_control(head.substr(begin, at - begin), TextKind::name) ? U'\uFFFD' : code);
  }
  return in_quotes(clean + (head.size() < text.size() ? "..." : ""));
}

}  // namespace roundtable::wire
