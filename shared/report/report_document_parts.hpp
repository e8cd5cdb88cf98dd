// The longer parts of the document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/report_document.hpp"
#include "report/report_model.hpp"

namespace roundtable::report {

/// "61", or "joined 61 of about 170" where staff counted heads.
std::string people_with_count(const Participation& participation);
void add_items(std::vector<Block>& blocks, const ReportModel& model, core::TakeawayKind kind, std::string_view heading);
/// The rapporteur's own words.
void add_narratives(std::vector<Block>& blocks, const ReportModel& model);
/// Breakout groups and their points.
void add_groups(std::vector<Block>& blocks, const ReportModel& model);
void add_questions(std::vector<Block>& blocks, const ReportModel& model);
void add_polls(std::vector<Block>& blocks, const ReportModel& model);
void add_participation(std::vector<Block>& blocks, const ReportModel& model);
void add_floor(std::vector<Block>& blocks, const ReportModel& model);

}  // namespace roundtable::report
