// The longer parts of the document.
#pragma once

#include <string_view>
#include <vector>

#include "report/report_document.hpp"

namespace roundtable::report {

void add_items(std::vector<Block>& blocks, const ReportModel& model, core::TakeawayKind kind, std::string_view heading);
void add_questions(std::vector<Block>& blocks, const ReportModel& model);
void add_participation(std::vector<Block>& blocks, const ReportModel& model);
void add_floor(std::vector<Block>& blocks, const ReportModel& model);

}  // namespace roundtable::report
