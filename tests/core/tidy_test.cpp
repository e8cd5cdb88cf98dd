// What must not stand in shared/core: the same source has to give the same result natively and in WASM.
#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

namespace roundtable::test {
namespace {

struct Source {
  std::string name;
  std::vector<std::string> lines;
};

std::vector<Source> sources_of(const std::string& folder) {
  std::vector<Source> sources;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(ROUNDTABLE_SOURCE_DIR) + "/shared/" + folder)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".cpp" && extension != ".hpp") continue;
    Source source{entry.path().filename().string(), {}};
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) source.lines.push_back(line);
    sources.push_back(std::move(source));
  }
  return sources;
}

/// Without texts and comments: prose may say "long" or "time".
std::string code_of(const std::string& line) {
  std::string code;
  bool is_text = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!is_text && line.compare(at, 2, "//") == 0) break;
    if (line[at] == '"') is_text = !is_text;
    if (is_text && line[at] == '\\') ++at;
    if (!is_text) code += line[at];
  }
  return code;
}

bool is_of_a_word(char letter) {
  return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_';
}

/// Whether `part` stands in the code, as a word of its own where it begins or ends like one.
bool names(const std::string& code, const std::string& part, bool is_whole_word) {
  for (std::size_t at = code.find(part); at != std::string::npos; at = code.find(part, at + 1)) {
    if (!is_whole_word) return true;
    const bool begins = at == 0 || !is_of_a_word(code[at - 1]);
    const std::size_t end = at + part.size();
    const bool ends = !is_of_a_word(part.back()) || end == code.size() || !is_of_a_word(code[end]);
    if (begins && ends) return true;
  }
  return false;
}

TEST(Tidy, the_core_names_no_clock_no_chance_no_float_and_no_unordered_container) {
  const std::vector<std::string> parts{"unordered_", "chrono", "random_device", "mt19937", "_distribution"};
  const std::vector<std::string> words{"float", "double", "std::shuffle", "std::sort", "hash<",   "time(",  "long",
                                       "throw", "try",    "catch",        "iostream",  "fstream", "thread", "mutex"};
  ASSERT_TRUE(names(code_of("int x = time(0);"), "time(", true));
  ASSERT_FALSE(names(code_of("next_time(0); // \"time(\""), "time(", true));
  const std::vector<Source> sources = sources_of("core");
  ASSERT_GT(sources.size(), 30U);
  for (const Source& source : sources) {
    for (std::size_t index = 0; index < source.lines.size(); ++index) {
      const std::string code = code_of(source.lines[index]);
      const auto where = [&] { return source.name + ":" + std::to_string(index + 1) + ": " + source.lines[index]; };
      for (const std::string& part : parts) EXPECT_FALSE(names(code, part, false)) << where();
      for (const std::string& word : words) EXPECT_FALSE(names(code, word, true)) << where();
    }
  }
}

/// model.hpp and the tables of fields are lists; every other file is read top to bottom.
TEST(Tidy, files_have_400_lines_at_most) {
  for (const std::string folder : {"core", "view", "wire", "wasm"}) {
    for (const Source& source : sources_of(folder)) {
      if (source.name == "model.hpp") continue;
      EXPECT_LE(source.lines.size(), 400U) << folder << "/" << source.name;
    }
  }
}

/// A function of ours begins at the line's start (or two blanks in a class) and ends with a brace at the same column.
TEST(Tidy, functions_have_60_lines_at_most) {
  static const std::regex opens(R"re(^(  )?[A-Za-z].*\)( const)? \{$)re");
  for (const std::string folder : {"core", "view", "wire", "wasm"}) {
    for (const Source& source : sources_of(folder)) {
      for (std::size_t begin = 0; begin < source.lines.size(); ++begin) {
        if (!std::regex_match(source.lines[begin], opens)) continue;
        const std::string closing = (source.lines[begin].front() == ' ' ? "  }" : "}");
        std::size_t end = begin;
        while (end < source.lines.size() && source.lines[end] != closing) ++end;
        EXPECT_LE(end - begin + 1, 60U) << folder << "/" << source.name << ":" << begin + 1;
      }
    }
  }
}

}  // namespace
}  // namespace roundtable::test
