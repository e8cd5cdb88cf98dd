// The parts of a report, each taken from the state by its own file.
#pragma once

#include "report/report_model.hpp"

namespace roundtable::report {

/// Empty for people whose name the report must not tell, or whose name was erased.
std::string shown_name(const core::State& state, core::PersonId person, bool for_staff);

Participation participation_of(const core::State& state);
FloorReport floor_of(const core::State& state, const ReportOptions& options);
std::vector<ReportItem> items_of(const core::State& state, const ReportOptions& options);

std::vector<ReportQuestion> questions_of(const core::State& state, const ReportOptions& options);
std::vector<HeldBackQuestion> held_back_of(const core::State& state);
QuestionCounts question_counts_of(const core::State& state);

}  // namespace roundtable::report
