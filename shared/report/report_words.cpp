#include "report/report_words.hpp"

#include <array>

namespace roundtable::report {

namespace {

constexpr std::array<std::string_view, 7> stakeholder_labels{
    "Government", "Intergovernmental Organization", "Civil Society", "Technical Community", "Private Sector", "Other",
    "Not stated"};
constexpr std::array<std::string_view, 8> regional_labels{"African Group",
                                                          "Asia-Pacific Group",
                                                          "Eastern European Group",
                                                          "Latin American and Caribbean Group (GRULAC)",
                                                          "Western European and Others Group (WEOG)",
                                                          "Intergovernmental Organization",
                                                          "Other",
                                                          "Not stated"};
constexpr std::array<std::string_view, 3> modality_labels{"Onsite", "Online", "Not stated"};
constexpr std::array<std::string_view, 7> phase_labels{"Presentations", "Discussion", "Questions", "Breakout groups",
                                                       "Report back",   "Wrap-up",    "Break"};
constexpr std::array<std::string_view, 9> role_labels{
    "Moderator", "Online moderator", "Steward", "Rapporteur", "Speaker", "Captioner", "Display", "Overlay", "Attendee"};
constexpr std::array<std::string_view, 3> attribute_labels{"Stakeholder group", "Regional group", "Taking part"};
constexpr std::array<std::string_view, 6> poll_labels{"Temperature check", "Single choice", "Multiple choice",
                                                      "Ranking",           "Dot voting",    "Short answers"};
constexpr std::array<std::string_view, 3> scale_labels{"Agree", "Can live with it", "Cannot live with it"};
constexpr std::array<std::string_view, 17> goal_names{"No Poverty",
                                                      "Zero Hunger",
                                                      "Good Health and Well-being",
                                                      "Quality Education",
                                                      "Gender Equality",
                                                      "Clean Water and Sanitation",
                                                      "Affordable and Clean Energy",
                                                      "Decent Work and Economic Growth",
                                                      "Industry, Innovation and Infrastructure",
                                                      "Reduced Inequalities",
                                                      "Sustainable Cities and Communities",
                                                      "Responsible Consumption and Production",
                                                      "Climate Action",
                                                      "Life Below Water",
                                                      "Life on Land",
                                                      "Peace, Justice and Strong Institutions",
                                                      "Partnerships for the Goals"};
constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

static_assert(stakeholder_labels.size() == core::Names<core::StakeholderGroup>::all.size());
static_assert(regional_labels.size() == core::Names<core::RegionalGroup>::all.size());
static_assert(modality_labels.size() == core::Names<core::Modality>::all.size());
static_assert(phase_labels.size() == core::Names<core::PhaseKind>::all.size());
static_assert(poll_labels.size() == core::Names<core::PollKind>::all.size());
static_assert(role_labels.size() == core::Names<core::Role>::all.size());

template <class E, std::size_t size>
std::string_view pick(const std::array<std::string_view, size>& labels, E value) {
  return labels[static_cast<std::size_t>(value)];
}

std::string two_digits(std::int64_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::int64_t floor_of(std::int64_t number, std::int64_t by) {
  return number / by - (number % by < 0 ? 1 : 0);
}

struct Date {
  std::int64_t year = 0;
  std::int64_t month = 0;
  std::int64_t day = 0;
};

/// Hinnant's civil_from_days.
Date date_of(std::int64_t days_since_1970) {
  const std::int64_t days = days_since_1970 + 719'468;
  const std::int64_t era = floor_of(days, 146'097);
  const std::int64_t of_era = days - era * 146'097;
  const std::int64_t year = (of_era - of_era / 1'460 + of_era / 36'524 - of_era / 146'096) / 365;
  const std::int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  const std::int64_t shifted = (5 * of_year + 2) / 153;
  const std::int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {year + era * 400 + (month <= 2 ? 1 : 0), month, of_year - (153 * shifted + 2) / 5 + 1};
}

}  // namespace

std::string_view label(core::StakeholderGroup group) {
  return pick(stakeholder_labels, group);
}
std::string_view label(core::RegionalGroup group) {
  return pick(regional_labels, group);
}
std::string_view label(core::Modality modality) {
  return pick(modality_labels, modality);
}
std::string_view label(core::PhaseKind kind) {
  return pick(phase_labels, kind);
}
std::string_view label(core::Role role) {
  return pick(role_labels, role);
}
std::string_view label(core::Attribute attribute) {
  return pick(attribute_labels, attribute);
}

std::string_view label(core::PollKind kind) {
  return pick(poll_labels, kind);
}

std::string_view scale_label(std::size_t step) {
  return scale_labels[step];
}

std::string_view group_label(core::Attribute attribute, std::size_t group) {
  switch (attribute) {
    case core::Attribute::stakeholder_group:
      return stakeholder_labels[group];
    case core::Attribute::regional_group:
      return regional_labels[group];
    case core::Attribute::modality:
      return modality_labels[group];
  }
  return {};
}

std::string guest_name(core::PersonId person, core::Modality modality) {
  const std::string number = std::to_string(person.value);
  switch (modality) {
    case core::Modality::onsite:
      return "Guest in the room " + number;
    case core::Modality::online:
      return "Online guest " + number;
    case core::Modality::not_stated:
      break;
  }
  return "Guest " + number;
}

std::string_view goal_name(std::string_view code) {
  std::size_t goal = 0;
  for (const char digit : code.substr(0, code.find('.'))) {
    if (digit < '0' || digit > '9' || goal > goal_names.size()) return {};
    goal = goal * 10 + static_cast<std::size_t>(digit - '0');
  }
  return goal >= 1 && goal <= goal_names.size() ? goal_names[goal - 1] : std::string_view{};
}

std::string time_of_day(core::InstantMs at_ms, std::int32_t utc_offset_min) {
  const std::int64_t second = floor_of(at_ms + utc_offset_min * core::minute_ms, core::second_ms);
  const std::int64_t of_day = second - floor_of(second, 86'400) * 86'400;
  return two_digits(of_day / 3'600) + ":" + two_digits(of_day / 60 % 60) + ":" + two_digits(of_day % 60);
}

std::string date_and_time(core::InstantMs at_ms, std::int32_t utc_offset_min) {
  const Date date = date_of(floor_of(at_ms + utc_offset_min * core::minute_ms, 24 * core::hour_ms));
  const std::int32_t offset = utc_offset_min < 0 ? -utc_offset_min : utc_offset_min;
  return std::to_string(date.day) + " " + std::string(months[static_cast<std::size_t>(date.month - 1)]) + " " +
         std::to_string(date.year) + ", " + time_of_day(at_ms, utc_offset_min).substr(0, 5) + " (UTC" +
         (utc_offset_min < 0 ? "-" : "+") + two_digits(offset / 60) + ":" + two_digits(offset % 60) + ")";
}

std::string length(core::DurationMs length_ms) {
  const std::int64_t seconds = (length_ms + core::second_ms / 2) / core::second_ms;
  const std::string tail = ":" + two_digits(seconds % 60);
  if (seconds < 3'600) return std::to_string(seconds / 60) + tail;
  return std::to_string(seconds / 3'600) + ":" + two_digits(seconds / 60 % 60) + tail;
}

std::string share(core::DurationMs part, core::DurationMs whole) {
  if (whole <= 0) return "0.0 %";
  const std::int64_t tenths = (part * 1'000 + whole / 2) / whole;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

}  // namespace roundtable::report
