// People as a table of comma-separated values.
#include <algorithm>
#include <map>

#include "core/limits.hpp"
#include "wire/grouping_parts.hpp"
#include "wire/utf8.hpp"

namespace roundtable::wire {

namespace {

namespace limits = core::limits;

struct CsvRow {
  std::size_t line = 1;
  std::vector<std::string> fields;
};

/// RFC 4180, with the separator that the first line uses.
class CsvReader {
 public:
  CsvReader(std::string_view text, GroupingFaults& faults) : text_(text), faults_(faults) {
    if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
    const std::string_view first = text_.substr(0, text_.find('\n'));
    for (const char each : {',', ';', '\t'}) {
      if (std::count(first.begin(), first.end(), each) > std::count(first.begin(), first.end(), separator_)) {
        separator_ = each;
      }
    }
  }

  std::vector<CsvRow> rows() {
    std::vector<CsvRow> rows;
    while (at_ < text_.size() && faults_.empty()) {
      CsvRow row;
      row.line = line_;
      read_row(row);
      const bool is_blank = row.fields.size() == 1 && row.fields[0].empty();
      if (!is_blank) rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  void read_row(CsvRow& row) {
    for (;;) {
      row.fields.push_back(at_ < text_.size() && text_[at_] == '"' ? quoted() : plain());
      if (at_ >= text_.size()) return;
      const char after = text_[at_++];
      if (after == separator_) continue;
      if (after == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
      ++line_;
      return;
    }
  }

  bool is_end(char each) const { return each == separator_ || each == '\n' || each == '\r'; }

  std::string plain() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && !is_end(text_[at_])) ++at_;
    return std::string(trimmed(text_.substr(begin, at_ - begin)));
  }

  std::string quoted() {
    const std::size_t begin_line = line_;
    std::string field;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') {
        field += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        field += text_[at_++];
      } else {
        ++at_;
        if (at_ < text_.size() && !is_end(text_[at_])) {
          fail(
              line_,
              "after a closing quote comes a separator or the end of the line; write a quote inside of a field as two");
        }
        return std::string(trimmed(field));
      }
    }
    fail(begin_line, "a quote is opened here and never closed");
    return field;
  }

  void fail(std::size_t line, std::string message) {
    faults_.push_back({"line " + std::to_string(line), std::move(message)});
    at_ = text_.size();
  }

  std::string_view text_;
  GroupingFaults& faults_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  char separator_ = ',';
};

void check_header(const CsvRow& header, GroupingFaults& faults) {
  for (std::size_t column = 0; column < header.fields.size(); ++column) {
    const std::string& name = header.fields[column];
    const auto first = std::find(header.fields.begin(), header.fields.end(), name) - header.fields.begin();
    if (name.empty()) {
      faults.push_back({"line " + std::to_string(header.line),
                        "column " + std::to_string(column + 1) + " has no name; the first line names the columns"});
    } else if (static_cast<std::size_t>(first) != column) {
      faults.push_back({"line " + std::to_string(header.line), "two columns are named \"" + name + "\""});
    }
  }
}

void check_rows(const std::vector<CsvRow>& rows, GroupingFaults& faults) {
  std::map<std::string, std::size_t> line_of;
  for (std::size_t index = 1; index < rows.size(); ++index) {
    const CsvRow& row = rows[index];
    const std::string where = "line " + std::to_string(row.line);
    if (row.fields.size() != rows[0].fields.size()) {
      faults.push_back({where, std::to_string(row.fields.size()) + " fields; the first line names " +
                                   std::to_string(rows[0].fields.size())});
    }
    if (row.fields[0].empty()) {
      faults.push_back({where, "the first column, the id, is empty; everybody needs one"});
      continue;
    }
    const auto [earlier, is_new] = line_of.try_emplace(row.fields[0], row.line);
    if (!is_new) {
      faults.push_back({where, "the id \"" + row.fields[0] + "\" stands in line " + std::to_string(earlier->second) +
                                   " already; each person stands once"});
    }
  }
  if (rows.size() < 2) faults.push_back({"/", "there are no people; a line for each follows the line of column names"});
  if (rows.size() - 1 > limits::grouping_people) {
    faults.push_back(
        {"/", std::to_string(rows.size() - 1) + " people; there can be " + std::to_string(limits::grouping_people)});
  }
}

PeopleTable table_of(const std::vector<CsvRow>& rows) {
  PeopleTable table;
  for (std::size_t column = 1; column < rows[0].fields.size(); ++column) {
    table.names.push_back(rows[0].fields[column]);
    std::vector<std::string>& values = table.values.emplace_back();
    for (std::size_t index = 1; index < rows.size(); ++index) values.push_back(rows[index].fields[column]);
  }
  return table;
}

}  // namespace

CheckedGrouping read_people_csv(std::string_view text, const GroupingWishes& wishes) {
  GroupingFaults faults;
  if (!is_readable(text, faults)) return {std::nullopt, std::move(faults)};
  const std::vector<CsvRow> rows = CsvReader(text, faults).rows();
  if (faults.empty() && rows.empty()) faults.push_back({"/", "the file is empty"});
  if (!faults.empty()) return {std::nullopt, std::move(faults)};
  check_header(rows[0], faults);
  check_rows(rows, faults);
  if (!faults.empty()) return {std::nullopt, std::move(faults)};
  GroupingFile file;
  for (std::size_t index = 1; index < rows.size(); ++index) file.ids.emplace_back(rows[index].fields[0]);
  file.problem.people.resize(file.ids.size());
  const PeopleTable table = table_of(rows);
  std::vector<WishedAttribute> cluster;
  std::vector<WishedAttribute> diversify;
  for (const std::string& each : wishes.cluster) {
    cluster.push_back(wished_attribute(each, table, cluster_weight, "--cluster", faults));
  }
  for (const std::string& each : wishes.diversify) {
    diversify.push_back(wished_attribute(each, table, diversify_weight, "--diversify", faults));
  }
  if (wishes.diversify.empty()) {
    for (const std::string& name : table.names) {
      const bool is_clustered =
          std::any_of(cluster.begin(), cluster.end(), [&](const WishedAttribute& each) { return each.name == name; });
      if (!is_clustered) diversify.push_back({name, diversify_weight});
    }
  }
  set_attributes(file, table, diversify, cluster, "", faults);
  set_sizes(file, wishes, faults);
  set_rounds(file, wishes.rounds, "--rounds", faults);
  return checked(std::move(file), std::move(faults));
}

}  // namespace roundtable::wire
