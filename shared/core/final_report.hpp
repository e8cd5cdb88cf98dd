// The desk stays open after the close, until whoever writes the report calls it final.
#pragma once

#include <optional>
#include <string_view>

#include "core/plan.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

struct Refusal;

struct FinalReport {
  InstantMs at_ms = 0;
  PersonId by;  // staff only
  static constexpr auto fields() {
    using T = FinalReport;
    return field_list(field<&T::at_ms>("at_ms"), field<&T::by>("by"));
  }
  friend bool operator==(const FinalReport&, const FinalReport&) = default;
};

// Commands.
struct FinishReport {
  static constexpr std::string_view name = "report.finish";
  static constexpr auto fields() { return field_list(); }
  friend bool operator==(const FinishReport&, const FinishReport&) = default;
};

struct ReopenReport {
  static constexpr std::string_view name = "report.reopen";
  static constexpr auto fields() { return field_list(); }
  friend bool operator==(const ReopenReport&, const ReopenReport&) = default;
};

// Events.
struct ReportFinished {
  static constexpr std::string_view name = "report.finished";
  PersonId by;
  static constexpr auto fields() {
    using T = ReportFinished;
    return field_list(field<&T::by>("by"));
  }
  friend bool operator==(const ReportFinished&, const ReportFinished&) = default;
};

struct ReportReopened {
  static constexpr std::string_view name = "report.reopened";
  PersonId by;
  static constexpr auto fields() {
    using T = ReportReopened;
    return field_list(field<&T::by>("by"));
  }
  friend bool operator==(const ReportReopened&, const ReportReopened&) = default;
};

/// While the report is final nothing that it rests on changes at the desk.
std::optional<Refusal> refusal_of_a_final_report(const State& state, std::string_view command);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const FinishReport& command, const Stamp& stamp);
Decision decide(const State& state, const ReopenReport& command, const Stamp& stamp);
void apply(State& state, const ReportFinished& event, const Moment& moment);
void apply(State& state, const ReportReopened& event, const Moment& moment);

}  // namespace roundtable::core
