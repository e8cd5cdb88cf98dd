#include <algorithm>

#include "report/report_document.hpp"
#include "report/report_formats.hpp"

namespace roundtable::report {

namespace {

// No script and nothing from outside, even if an escape were forgotten.
constexpr std::string_view head =
    "<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<style>\n"
    ":root { color-scheme: light dark; --line: #767676; --soft: #f3f3f0; }\n"
    "@media (prefers-color-scheme: dark) { :root { --line: #8c8c8c; --soft: #262624; } }\n"
    "body { font: 1rem/1.55 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; "
    "overflow-wrap: break-word; }\n"
    "h1 { font-size: 1.8rem; line-height: 1.25; }\n"
    "h2 { font-size: 1.3rem; margin-top: 2.2rem; border-bottom: 1px solid var(--line); }\n"
    "h3 { font-size: 1.05rem; margin-bottom: .3rem; }\n"
    "dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }\n"
    "dt { font-weight: 600; } dd { margin: 0; }\n"
    "table { border-collapse: collapse; width: 100%; margin: 1.2rem 0; }\n"
    "caption { text-align: start; font-weight: 600; padding: .3rem 0; }\n"
    "th, td { text-align: start; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); }\n"
    "thead th { background: var(--soft); } .number { text-align: end; font-variant-numeric: tabular-nums; }\n"
    ".note { background: var(--soft); padding: .5rem .8rem; } .remarks { font-size: .92rem; }\n"
    "dd, p, li { overflow-wrap: anywhere; }\n"
    "@media (max-width: 32rem) { th, td { overflow-wrap: anywhere; padding: .3rem; } dl { grid-template-columns: 1fr; "
    "} dd { margin-bottom: .5rem; } }\n"
    "@media print { body { margin: 0; max-width: none; font-size: 11pt; } h2, h3, caption { break-after: avoid; } "
    "tr, dl, section { break-inside: avoid; } a[href]::after { content: \" (\" attr(href) \")\"; } }\n"
    "</style>\n";

/// `dir="auto"`: each text in its own direction, and none of it turns around what follows.
std::string element(std::string_view name, std::string_view text, std::string_view attributes = "") {
  const std::string tag(name);
  return "<" + tag + std::string(attributes) + " dir=\"auto\">" + escaped_for_html(text) + "</" + tag + ">";
}

std::string paragraphs(std::string_view text) {
  std::string result;
  std::string open;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const bool is_blank = line.find_first_not_of(" \t\r") == std::string_view::npos;
    if (!is_blank) open += (open.empty() ? "" : "<br>\n") + escaped_for_html(line);
    if ((is_blank || end == text.size()) && !open.empty()) {
      result += "<p dir=\"auto\">" + open + "</p>\n";
      open.clear();
    }
    begin = end + 1;
  }
  return result;
}

std::string table(const Block& block) {
  std::string text = "<table>\n";
  if (!block.text.empty()) text += element("caption", block.text) + "\n";
  const std::size_t columns = block.rows.front().size();
  for (std::size_t row = 0; row < block.rows.size(); ++row) {
    if (row == 0) text += "<thead>\n";
    text += "<tr>";
    for (std::size_t column = 0; column < block.rows[row].size(); ++column) {
      const bool is_number = column + block.number_columns >= columns;
      const std::string attributes = is_number ? " class=\"number\"" : "";
      if (row == 0) {
        text += element("th", block.rows[row][column], " scope=\"col\"" + attributes);
      } else if (column == 0) {
        text += element("th", block.rows[row][column], " scope=\"row\"");
      } else {
        text += element("td", block.rows[row][column], attributes);
      }
    }
    text += "</tr>\n";
    if (row == 0) text += "</thead>\n<tbody>\n";
  }
  return text + "</tbody>\n</table>\n";
}

std::string item(const Block& block) {
  std::string text = "<section>\n" + element("h3", std::to_string(block.number) + ". " + block.text) + "\n";
  if (!block.rows.empty()) text += paragraphs(block.rows.front().front());
  if (block.rows.size() > 1) {
    text += "<ul class=\"remarks\">\n";
    for (std::size_t row = 1; row < block.rows.size(); ++row) text += element("li", block.rows[row].front()) + "\n";
    text += "</ul>\n";
  }
  return text + "</section>\n";
}

std::string links(const Block& block) {
  std::string text = "<ul>\n";
  for (const auto& row : block.rows) {
    if (is_safe_link(row[1])) {
      const std::string address = " href=\"" + escaped_for_html(row[1]) + "\" rel=\"noopener noreferrer\"";
      text += "<li>" + element("a", row[0], address) + "</li>\n";
    } else {
      text += element("li", row[0] + ": " + row[1]) + "\n";
    }
  }
  return text + "</ul>\n";
}

std::string list(const Block& block) {
  const std::string tag = block.kind == BlockKind::numbered ? "ol" : "ul";
  std::string text = "<" + tag + ">\n";
  for (const auto& row : block.rows) text += element("li", row.front()) + "\n";
  return text + "</" + tag + ">\n";
}

std::string facts(const Block& block) {
  std::string text = "<dl>\n";
  for (const auto& row : block.rows) text += element("dt", row[0]) + element("dd", row[1]) + "\n";
  return text + "</dl>\n";
}

std::string written(const Block& block) {
  switch (block.kind) {
    case BlockKind::title:
      return element("h1", block.text) + "\n";
    case BlockKind::heading:
      return element("h2", block.text) + "\n";
    case BlockKind::note:
      return element("p", block.text, " class=\"note\"") + "\n";
    case BlockKind::facts:
      return facts(block);
    case BlockKind::links:
      return links(block);
    case BlockKind::paragraph:
      return paragraphs(block.text);
    case BlockKind::bullets:
    case BlockKind::numbered:
      return list(block);
    case BlockKind::item:
      return item(block);
    case BlockKind::table:
      return table(block);
  }
  return "";
}

}  // namespace

std::string escaped_for_html(std::string_view text) {
  std::string result;
  for (const char letter : text) {
    switch (letter) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default: {
        const auto byte = static_cast<unsigned char>(letter);
        result += byte < 0x20 || byte == 0x7F ? ' ' : letter;
      }
    }
  }
  return result;
}

std::string report_html(const ReportModel& model) {
  std::string text = "<!doctype html>\n<html lang=\"en\">\n<head>\n" + std::string(head);
  text += "<title>" + escaped_for_html(model.plan.title) + "</title>\n</head>\n<body>\n<main>\n";
  for (const Block& block : report_document(model)) text += written(block);
  return text + "</main>\n</body>\n</html>\n";
}

}  // namespace roundtable::report
