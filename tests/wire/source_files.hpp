// Files of the repository, found from this file's own place.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace roundtable::test {

inline std::filesystem::path repository() {
  return std::filesystem::path(__FILE__).lexically_normal().parent_path().parent_path().parent_path();
}

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace roundtable::test
