// The formats of a report.
#pragma once

#include <string>
#include <string_view>

#include "report/report_model.hpp"

namespace roundtable::report {

/// CommonMark with tables. Nobody's words can open markup or HTML in it.
std::string report_markdown(const ReportModel& model);

/// One page without anything from outside; reads well aloud and prints well.
std::string report_html(const ReportModel& model);

/// The model with stable keys; codes and numbers, no sentences.
std::string report_json(const ReportModel& model);

/// The text so that Markdown shows it as it is; line breaks become spaces.
std::string escaped_for_markdown(std::string_view text);
std::string escaped_for_html(std::string_view text);

/// Something a report may link to: http or https and nothing that could end the link early.
bool is_safe_link(std::string_view address);

}  // namespace roundtable::report
