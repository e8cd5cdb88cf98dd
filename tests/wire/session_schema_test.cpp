// Keeps sessions/session.schema.json and the checker in step: fields, what is required, enumerations and bounds.
#include <gtest/gtest.h>

#include <algorithm>

#include "source_files.hpp"
#include "wire/json.hpp"
#include "wire/session_file.hpp"
#include "wire/session_file_parts.hpp"

namespace roundtable::wire {
namespace {

Json read_json(const std::string& path) {
  return *parse(test::read_file(test::repository() / path), 1 << 20);
}

/// A good file in which every object of the schema stands once.
Json full_file() {
  Json file = read_json("tests/wire/files/small-good.json");
  file["media"] = Json::array({{{"kind", "call"}, {"label", "Call"}, {"url", "https://meet.example.org/x"}}});
  file["organizers"] = Json::array({{{"name", "Ana"}, {"affiliation", "Town"}}});
  file["floor"] = {{"rules", Json::array({{{"rule", "alternate"}, {"by", "modality"}}})}};
  file["questions"] = Json::object();
  file["report"] = Json::object();
  file["polls"] = Json::array({{{"kind", "temperature"}, {"title", "Agreed?"}}});
  file["breakouts"] = {{"topics", Json::array({{{"title", "Skills"}}})},
                       {"tables", Json::array({4})},
                       {"calls", Json::array({{{"name", "3"}, {"url", "https://meet.example.org/3"}}})},
                       {"diversify", Json::array({"modality"})},
                       {"cluster", Json::array({"language"})}};
  return file;
}

/// The fault that the file gets with `value` at `pointer` in place of what is there; empty when there is none there.
std::string fault_with(const std::string& pointer, const Json& value) {
  Json file = full_file();
  file[Json::json_pointer(pointer)] = value;
  for (const Fault& fault : check_session_file(dump(file)).faults) {
    if (fault.pointer == pointer) return fault.message;
  }
  return "";
}

struct Walk {
  void object(const Json& schema, const std::string& pointer) {
    if (!schema.contains("properties")) return;
    for (const auto& [name, of_field] : schema["properties"].items()) {
      const std::string at = pointer + "/" + name;
      EXPECT_EQ(fault_with(at, nullptr).rfind("this is null; give ", 0), 0U) << at;
      value(of_field, at);
    }
    for (const auto& name : schema.value("required", Json::array())) {
      const std::string at = pointer + "/" + name.get<std::string>();
      Json file = full_file();
      file[Json::json_pointer(pointer)].erase(name.get<std::string>());
      std::string found;
      for (const Fault& fault : check_session_file(dump(file)).faults)
        found += fault.pointer == at ? fault.message : "";
      EXPECT_EQ(found.rfind("missing; give ", 0), 0U) << at;
    }
  }

  void value(const Json& schema, const std::string& at) {
    if (schema.contains("enum")) return words(schema["enum"], at);
    const std::string type = schema["type"];
    if (type == "object") object(schema, at);
    if (type == "array") {
      EXPECT_NE(fault_with(at, Json(Json::array_t(schema["maxItems"].get<std::size_t>() + 1))), "") << at;
      EXPECT_EQ(fault_with(at, Json::array()).empty(), schema.value("minItems", 0) == 0) << at;
      value(schema["items"], at + "/0");
    }
    if (type == "integer") {
      const auto least = schema["minimum"].get<std::int64_t>();
      const auto most = schema["maximum"].get<std::int64_t>();
      EXPECT_NE(fault_with(at, least - 1), "") << at;
      EXPECT_NE(fault_with(at, most + 1), "") << at;
      EXPECT_EQ(fault_with(at, least), "") << at;
      const bool is_bound_by_minutes = at.find("min_minutes") != std::string::npos;
      if (!is_bound_by_minutes) {
        EXPECT_EQ(fault_with(at, most), "") << at;
      }
    }
    if (type == "boolean") {
      EXPECT_NE(fault_with(at, "yes"), "") << at;
    }
    if (type == "string") text(schema, at);
  }

  void text(const Json& schema, const std::string& at) {
    EXPECT_NE(fault_with(at, 7), "") << at;
    EXPECT_NE(fault_with(at, "a\u0007"), "") << at;
    if (schema.value("minLength", 0) > 0) {
      EXPECT_NE(fault_with(at, ""), "") << at;
    }
    if (!schema.contains("maxLength")) return;
    const auto most = schema["maxLength"].get<std::size_t>();
    EXPECT_NE(fault_with(at, std::string(most + 1, 'a')), "") << at;
    const bool is_plain = !schema.contains("pattern") && at.find("speakers") == std::string::npos;
    if (is_plain) {
      EXPECT_EQ(fault_with(at, std::string(most, 'a')), "") << at;
    }
  }

  void words(const Json& all, const std::string& at) {
    EXPECT_NE(fault_with(at, "no such word"), "") << at;
    const std::string listed = fault_with(at, "no such word");
    const bool is_sdg = at.rfind("/sdg_targets", 0) == 0;
    std::size_t commas = 0;
    for (const auto& word : all) {
      EXPECT_EQ(fault_with(at, word), "") << at;
      if (!is_sdg) {
        EXPECT_NE(listed.find(word.get<std::string>()), std::string::npos) << at << " " << word;
      }
      ++commas;
    }
    if (is_sdg) {
      EXPECT_EQ(commas, 17U + 169U);
    } else {
      const std::string of_list = listed.substr(listed.find("one of: "));
      EXPECT_EQ(static_cast<std::size_t>(std::count(of_list.begin(), of_list.end(), ',')) + 2, commas) << listed;
    }
  }
};

TEST(SessionSchema, SaysWhatTheCheckerSays) {
  ASSERT_TRUE(check_session_file(dump(full_file())).file);
  Walk walk;
  walk.object(read_json("sessions/session.schema.json"), "");
}

TEST(SessionSchema, KnowsEveryFieldThatTheShippedFilesUse) {
  const Json schema = read_json("sessions/session.schema.json");
  for (const char* path :
       {"sessions/igf-2025-responsible-ai-roundtable.json", "tests/wire/files/igf-2025-as-submitted.json"}) {
    const Json file = read_json(path);
    for (const auto& [name, value] : file.items()) {
      EXPECT_TRUE(schema["properties"].contains(name)) << name;
    }
  }
}

}  // namespace
}  // namespace roundtable::wire
