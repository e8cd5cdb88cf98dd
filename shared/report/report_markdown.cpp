#include <algorithm>

#include "report/report_document.hpp"
#include "report/report_formats.hpp"

namespace roundtable::report {

namespace {

constexpr std::string_view active_anywhere = "\\`*_[]<>|~&$^";
constexpr std::string_view active_at_start = "#+-=:!";

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

/// The "1" of "1. text" begins a list; the dot is what to escape. Nothing where the text begins otherwise.
std::size_t list_mark(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && is_digit(line[at])) ++at;
  const bool has_mark = at > 0 && at < line.size() && (line[at] == '.' || line[at] == ')');
  const bool ends_there = at + 1 >= line.size() || line[at + 1] == ' ';
  return has_mark && ends_there ? at : std::string_view::npos;
}

/// Paragraphs of someone's words: blank lines part them, single breaks are kept.
std::string paragraphs(std::string_view text, std::string_view indent) {
  std::string result;
  bool is_open = false;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = escaped_for_markdown(text.substr(begin, end - begin));
    if (line.empty()) {
      if (is_open) result += "\n";
      is_open = false;
    } else {
      if (is_open) {
        result += "\\\n";
      } else if (!result.empty()) {
        result += "\n";
      }
      result += std::string(indent) + line;
      is_open = true;
    }
    begin = end + 1;
  }
  return is_open ? result + "\n" : result;
}

std::string table(const Block& block) {
  std::string text;
  if (!block.text.empty()) text += "**" + escaped_for_markdown(block.text) + "**\n\n";
  const std::size_t columns = block.rows.front().size();
  for (std::size_t row = 0; row < block.rows.size(); ++row) {
    text += "|";
    for (const std::string& cell : block.rows[row]) text += " " + escaped_for_markdown(cell) + " |";
    text += "\n";
    if (row > 0) continue;
    text += "|";
    for (std::size_t column = 0; column < columns; ++column) {
      text += column + block.number_columns >= columns ? " ---: |" : " --- |";
    }
    text += "\n";
  }
  return text;
}

std::string item(const Block& block) {
  const std::string mark = std::to_string(block.number) + ". ";
  const std::string indent(mark.size(), ' ');
  std::string text = mark + "**" + escaped_for_markdown(block.text) + "**\n";
  const std::string body = block.rows.empty() ? "" : paragraphs(block.rows.front().front(), indent);
  if (!body.empty()) text += "\n" + body;
  for (std::size_t row = 1; row < block.rows.size(); ++row) {
    text += (row == 1 ? "\n" : "") + indent + "- " + escaped_for_markdown(block.rows[row].front()) + "\n";
  }
  return text;
}

std::string link(const std::vector<std::string>& row) {
  const std::string address = is_safe_link(row[1]) ? "<" + row[1] + ">" : escaped_for_markdown(row[1]);
  return "- " + escaped_for_markdown(row[0]) + ": " + address + "\n";
}

std::string lines(const Block& block) {
  std::string text;
  std::size_t number = 0;
  for (const auto& row : block.rows) {
    ++number;
    if (block.kind == BlockKind::links) {
      text += link(row);
    } else if (block.kind == BlockKind::facts) {
      text += "- **" + escaped_for_markdown(row[0]) + ":** " + escaped_for_markdown(row[1]) + "\n";
    } else {
      text += (block.kind == BlockKind::numbered ? std::to_string(number) + ". " : "- ") +
              escaped_for_markdown(row.front()) + "\n";
    }
  }
  return text;
}

std::string written(const Block& block) {
  switch (block.kind) {
    case BlockKind::title:
      return "# " + escaped_for_markdown(block.text) + "\n";
    case BlockKind::heading:
      return "## " + escaped_for_markdown(block.text) + "\n";
    case BlockKind::note:
      return "> " + escaped_for_markdown(block.text) + "\n";
    case BlockKind::paragraph:
      return paragraphs(block.text, "");
    case BlockKind::item:
      return item(block);
    case BlockKind::table:
      return table(block);
    case BlockKind::facts:
    case BlockKind::links:
    case BlockKind::bullets:
    case BlockKind::numbered:
      break;
  }
  return lines(block);
}

}  // namespace

std::string escaped_for_markdown(std::string_view text) {
  std::string line;
  for (const char letter : text) {
    const bool is_space = static_cast<unsigned char>(letter) <= 0x20 || letter == 0x7F;
    if (!is_space) line += letter;
    if (is_space && !line.empty() && line.back() != ' ') line += ' ';
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();

  const std::size_t mark = list_mark(line);
  std::string result;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool is_active = active_anywhere.find(line[at]) != std::string_view::npos || at == mark ||
                           (at == 0 && active_at_start.find(line[at]) != std::string_view::npos) ||
                           (line[at] == '#' && at + 1 == line.size());
    if (is_active) result += '\\';
    result += line[at];
  }
  return result;
}

std::string report_markdown(const ReportModel& model) {
  std::string text;
  for (const Block& block : report_document(model)) text += (text.empty() ? "" : "\n") + written(block);
  return text;
}

bool is_safe_link(std::string_view address) {
  const bool has_scheme = address.substr(0, 8) == "https://" || address.substr(0, 7) == "http://";
  return has_scheme && std::none_of(address.begin(), address.end(), [](char letter) {
           return static_cast<unsigned char>(letter) <= 0x20 || letter == 0x7F ||
                  std::string_view("<>\"'`\\").find(letter) != std::string_view::npos;
         });
}

}  // namespace roundtable::report
