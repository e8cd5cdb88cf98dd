// The parts of a report, each taken from the state by its own file.
#pragma once

#include "report/report_model.hpp"

namespace roundtable::report {

/// How people are shown where nobody chose less: as asked for, or as the session file says.
core::InReport names_in(const core::State& state, const ReportOptions& options);
/// A name or a group as the session and the person want it; empty for people whom the report must not tell, or whose
/// name was erased.
std::string shown_name(const core::State& state, core::PersonId person, const ReportOptions& options);
/// Those with a part of their own. The programme names them whatever is attributed; only they may choose otherwise.
std::vector<ReportPerson> people_of(const core::State& state, const ReportOptions& options);

std::vector<ReportNarrative> narratives_of(const core::State& state, const ReportOptions& options);

Participation participation_of(const core::State& state);
FloorReport floor_of(const core::State& state, const ReportOptions& options);
std::vector<ReportItem> items_of(const core::State& state, const ReportOptions& options);

std::vector<ReportPoll> polls_of(const core::State& state, const ReportOptions& options);
/// Breakout groups of every set, those apart that were merged into others.
std::vector<ReportGroup> groups_of_report(const core::State& state, const ReportOptions& options);

std::vector<ReportQuestion> questions_of(const core::State& state, const ReportOptions& options);
std::vector<HeldBackQuestion> held_back_of(const core::State& state, const ReportOptions& options);
QuestionCounts question_counts_of(const core::State& state);

}  // namespace roundtable::report
