// What must not stand in shared/core: the same source has to give the same result natively and in WASM.
#include <gtest/gtest.h>

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
  static const std::regex text_or_comment(R"re("([^"\\]|\\.)*"|//.*)re");
  return std::regex_replace(line, text_or_comment, " ");
}

TEST(Tidy, the_core_names_no_clock_no_chance_no_float_and_no_unordered_container) {
  static const std::regex banned(
      R"re(unordered_|\bfloat\b|\bdouble\b|chrono|random_device|mt19937|\bshuffle\b|std::sort\b|_distribution|)re"
      R"re(\bhash<|\btime\(|\blong\b|\bthrow\b|\btry\b|\bcatch\b|\biostream\b|\bfstream\b|\bthread\b|\bmutex\b)re");
  const std::vector<Source> sources = sources_of("core");
  ASSERT_GT(sources.size(), 30U);
  for (const Source& source : sources) {
    for (std::size_t index = 0; index < source.lines.size(); ++index) {
      std::smatch match;
      const std::string code = code_of(source.lines[index]);
      EXPECT_FALSE(std::regex_search(code, match, banned))
          << source.name << ":" << index + 1 << ": " << source.lines[index];
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
