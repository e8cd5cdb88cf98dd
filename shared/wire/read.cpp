#include "wire/read.hpp"

#include <algorithm>

namespace roundtable::wire {

using namespace core;

Reader::Reader(const WordsReader* words)
    : words_(words), parse_part_([](const std::string& part) { return parse(part, part.size() + 1); }) {}

void Reader::fields(const Json& json, void* object, std::span<const FieldRow> table, Missing missing) {
  for (const FieldRow& row : table) {
    const bool is_required = missing == Missing::is_a_fault && row.how->is_required;
    const auto found = json.find(std::string_view(row.name));
    if (found != json.end() && (!found->is_null() || is_required)) {
      field(*found, row.place.in(object), row);
    } else if (is_required) {
      fail("/" + std::string(row.name), "is missing");
    } else if (row.how->is_truth && missing == Missing::is_empty) {
      *static_cast<bool*>(row.place.in(object)) = false;  // false is left out, also where a new value begins as true
    }
  }
}

void Reader::field(const Json& json, void* value, const FieldRow& row) {
  const std::size_t before = go_into(row.name);
  row.how->read(*this, json, value);
  go_back(before);
}

void Reader::list(const Json& json, void* values, void* (*grow)(void* values), const How& each_is) {
  if (!json.is_array()) return expect("a list");
  for (std::size_t index = 0; index < json.size(); ++index) {
    const std::size_t before = go_into(std::to_string(index));
    each_is.read(*this, json[index], grow(values));
    go_back(before);
  }
}

void Reader::entries(const Json& json, void* values, void* (*entry)(void* values, const std::string& key),
                     const How& each_is) {
  if (!json.is_object()) return expect("an object");
  for (auto each = json.begin(); each != json.end(); ++each) {
    const std::size_t before = go_into(each.key());
    each_is.read(*this, each.value(), entry(values, each.key()));
    go_back(before);
  }
}

std::uint32_t Reader::id_number(std::string_view name) {
  std::uint32_t number = 0;
  for (char digit : name) number = number * 10 + static_cast<std::uint32_t>(digit - '0');
  return number;
}

std::size_t Reader::go_into(std::string_view step) {
  const std::size_t before = path_.size();
  path_ += '/';
  path_ += step;
  return before;
}

void Reader::expect(std::string_view what) {
  fail("", "must be " + std::string(what));
}

void Reader::fail(std::string_view below, std::string_view what) {
  if (fault_.empty()) fault_ = path_ + std::string(below) + ": " + std::string(what);
}

bool Reader::whole_number(const Json& json, std::int64_t least, std::int64_t most, std::int64_t& value) {
  if (!json.is_number_integer()) {
    expect("a whole number");
    return false;
  }
  value = json.get<std::int64_t>();
  if (value >= least && value <= most) return true;
  expect("a whole number in range");
  return false;
}

std::optional<std::size_t> Reader::one_of(const Json& json, const std::string_view* names, std::size_t size) {
  if (json.is_string()) {
    const auto* const found = std::find(names, names + size, json.get_ref<const std::string&>());
    if (found != names + size) return static_cast<std::size_t>(found - names);
  }
  std::string allowed;
  for (std::size_t index = 0; index < size; ++index) allowed += (index == 0 ? "" : ", ") + std::string(names[index]);
  expect("one of " + allowed);
  return std::nullopt;
}

void Reader::text(const Json& json, std::string& value) {
  json.is_string() ? void(value = json.get_ref<const std::string&>()) : expect("a text");
}

void Reader::words(const Json& json, Words& value) {
  if (json.is_string()) {
    value.text = json.get_ref<const std::string&>();
  } else if (words_ != nullptr && json.is_object()) {
    value.text = (*words_)(json).value_or(std::string());
  } else {
    expect("a text");
  }
}

void Reader::poll_choice(const Json& json, PollChoice& value) {
  if (words_ != nullptr) {  // a part of the journal; what was erased is an empty choice
    const auto text = (*words_)(json);
    const auto choice = text ? parse_part_(*text) : std::nullopt;
    if (choice) Reader().read(*choice, value);
    return;
  }
  const auto is_text = [](const Json& each) { return each.is_string(); };
  if (json.is_number_integer()) {
    number(json, value.picks.emplace_back());
  } else if (json.is_array() && !json.empty() && std::all_of(json.begin(), json.end(), is_text)) {
    read(json, value.texts);
  } else if (json.is_array()) {
    read(json, value.picks);
  } else if (json.is_object()) {
    for (const auto& [name, dots] : json.items()) {
      const bool is_index =
          !name.empty() && name.size() <= 3 && name.find_first_not_of("0123456789") == std::string::npos;
      if (!is_index) return expect("{index: dots}");
      std::uint32_t index = 0;
      for (char digit : name) index = index * 10 + static_cast<std::uint32_t>(digit - '0');
      read(dots, value.dots[index]);
    }
  } else {
    expect("an index, a list of indexes, {index: dots} or a list of texts");
  }
}

void Reader::roles(const Json& json, Roles& value) {
  if (!json.is_array()) return expect("a list of roles");
  for (const Json& each : json) {
    Role role = Role::attendee;
    named(each, role);
    value.add(role);
  }
}

}  // namespace roundtable::wire
