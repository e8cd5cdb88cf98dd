// The report as a row of plain blocks. All texts are unescaped: each format escapes them in one place.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/report_model.hpp"

namespace roundtable::report {

enum class BlockKind : std::uint8_t {
  title,      // text
  heading,    // text
  note,       // text: set apart
  facts,      // rows of two: what, value
  links,      // rows of two: text, address
  paragraph,  // text, may hold several lines
  bullets,    // rows of one
  numbered,   // rows of one
  item,       // number, text (its title), rows: first its paragraph, then remarks
  table       // text (caption), rows: first the header
};

struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::string text;
  std::vector<std::vector<std::string>> rows;
  std::size_t number = 0;          // of an item
  std::size_t number_columns = 0;  // of a table: how many of the last columns hold numbers
};

std::vector<Block> report_document(const ReportModel& model);

}  // namespace roundtable::report
