#include <array>

#include "core/time.hpp"
#include "wire/session_file_parts.hpp"

namespace roundtable::wire {

namespace {

/// How many targets each Sustainable Development Goal has: numbered ("4.7") and lettered ("4.a").
struct GoalTargets {
  int numbered = 0;
  int lettered = 0;
};
constexpr std::array<GoalTargets, 17> goals{{{5, 2},
                                             {5, 3},
                                             {9, 4},
                                             {7, 3},
                                             {6, 3},
                                             {6, 2},
                                             {3, 2},
                                             {10, 2},
                                             {5, 3},
                                             {7, 3},
                                             {7, 3},
                                             {8, 3},
                                             {3, 2},
                                             {7, 3},
                                             {9, 3},
                                             {10, 2},
                                             {19, 0}}};

/// One or two digits without a leading zero; 0 for anything else.
int small_number(std::string_view text) {
  if (text.empty() || text.size() > 2 || text.front() == '0') return 0;
  int number = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return 0;
    number = number * 10 + (digit - '0');
  }
  return number;
}

/// Reads fixed parts of a text from left to right; after the first mismatch everything fails.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool is_good() const { return is_good_; }
  bool is_at_end() const { return at_ == text_.size(); }
  char peek() const { return is_at_end() ? '\0' : text_[at_]; }

  bool take(std::string_view any_of) {
    is_good_ = is_good_ && !is_at_end() && any_of.find(text_[at_]) != std::string_view::npos;
    if (is_good_) ++at_;
    return is_good_;
  }
  int number(int digits, int least, int most) {
    int value = 0;
    for (int count = 0; count < digits; ++count) {
      const char digit = peek();
      if (!take("0123456789")) return least;
      value = value * 10 + (digit - '0');
    }
    is_good_ = is_good_ && value >= least && value <= most;
    return value;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  bool is_good_ = true;
};

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return days[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap ? 1 : 0);
}

/// Days since 1970-01-01 in the Gregorian calendar (Hinnant's days_from_civil, for years after 0).
std::int64_t days_since_1970(int year, int month, int day) {
  const int shifted = month <= 2 ? year - 1 : year;
  const int era = shifted / 400;
  const int of_era = shifted - era * 400;
  const int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return std::int64_t{era} * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

int read_offset(Scanner& scan) {
  const char sign = scan.peek();
  if (!scan.take("Zz+-") || sign == 'Z' || sign == 'z') return 0;
  const int hours = scan.number(2, 0, 23);
  scan.take(":");
  const int minutes = hours * 60 + scan.number(2, 0, 59);
  return sign == '-' ? -minutes : minutes;
}

}  // namespace

std::optional<StartTime> parse_start_time(std::string_view text) {
  Scanner scan(text);
  const int year = scan.number(4, 1970, 9999);
  scan.take("-");
  const int month = scan.number(2, 1, 12);
  scan.take("-");
  const int day = scan.number(2, 1, scan.is_good() ? days_in_month(year, month) : 31);
  scan.take("Tt");
  const int hour = scan.number(2, 0, 23);
  scan.take(":");
  const int minute = scan.number(2, 0, 59);
  scan.take(":");
  const int second = scan.number(2, 0, 60);  // a leap second counts as the next second
  if (scan.peek() == '.') {
    scan.take(".");
    do {
      scan.number(1, 0, 9);
    } while (scan.is_good() && scan.peek() >= '0' && scan.peek() <= '9');
  }
  const int offset_min = read_offset(scan);
  if (!scan.is_good() || !scan.is_at_end()) return std::nullopt;
  const std::int64_t local_s = days_since_1970(year, month, day) * 86'400 + hour * 3'600 + minute * 60 + second;
  return StartTime{local_s * core::second_ms - offset_min * core::minute_ms, offset_min};
}

bool is_sdg_code(std::string_view code) {
  const std::size_t dot = code.find('.');
  const int goal = small_number(code.substr(0, dot));
  if (goal < 1 || goal > static_cast<int>(goals.size())) return false;
  if (dot == std::string_view::npos) return true;
  const GoalTargets& targets = goals[static_cast<std::size_t>(goal - 1)];
  const std::string_view target = code.substr(dot + 1);
  if (target.size() == 1 && target[0] >= 'a' && target[0] <= 'z') return target[0] - 'a' < targets.lettered;
  const int number = small_number(target);
  return number >= 1 && number <= targets.numbered;
}

}  // namespace roundtable::wire
