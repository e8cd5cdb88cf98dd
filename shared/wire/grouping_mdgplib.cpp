// Plain distances, as the public MDGPLIB instances are written.
#include "core/limits.hpp"
#include "wire/grouping_parts.hpp"

namespace roundtable::wire {

namespace {

namespace limits = core::limits;

/// Lines of words between blanks.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}

  bool next(std::vector<std::string_view>& words) {
    words.clear();
    while (!rest_.empty() && words.empty()) {
      ++number_;
      const std::string_view line = rest_.substr(0, rest_.find('\n'));
      rest_.remove_prefix(std::min(rest_.size(), line.size() + 1));
      for (std::size_t at = line.find_first_not_of(" \t\r"); at != std::string_view::npos;) {
        const std::size_t end = std::min(line.find_first_of(" \t\r", at), line.size());
        words.push_back(line.substr(at, end - at));
        at = line.find_first_not_of(" \t\r", end);
      }
    }
    return !words.empty();
  }
  std::string where() const { return "line " + std::to_string(number_); }

 private:
  std::string_view rest_;
  std::size_t number_ = 0;
};

std::optional<std::int64_t> whole(std::string_view word) {
  const auto value = read_millionths(word);
  if (!value || *value < 0 || *value % 1'000'000 != 0) return std::nullopt;
  return *value / 1'000'000;
}

class MdgplibReader {
 public:
  explicit MdgplibReader(std::string_view text) : lines_(text) {}

  CheckedGrouping read() {
    if (read_first_line()) read_distances();
    file_.is_plain_distances = true;
    for (std::size_t element = 0; element < people_; ++element)
      file_.ids.emplace_back(static_cast<std::int64_t>(element));
    return checked(std::move(file_), std::move(faults_));
  }

 private:
  bool fail(std::string message) {
    faults_.push_back({lines_.where(), std::move(message)});
    return false;
  }

  bool read_first_line() {
    lines_.next(words_);
    const std::string expected = "expected `n m ss|ds`, then least and most of each of the m groups";
    const auto people = words_.size() > 2 ? whole(words_[0]) : std::nullopt;
    const auto groups = words_.size() > 2 ? whole(words_[1]) : std::nullopt;
    if (!people || !groups || (words_[2] != "ss" && words_[2] != "ds")) return fail(expected);
    if (*people < 1 || *people > static_cast<std::int64_t>(limits::grouping_elements)) {
      return fail("n must be from 1 to " + std::to_string(limits::grouping_elements));
    }
    if (*groups < 1 || *groups > static_cast<std::int64_t>(limits::grouping_groups)) {
      return fail("m must be from 1 to " + std::to_string(limits::grouping_groups));
    }
    if (words_.size() != 3 + 2 * static_cast<std::size_t>(*groups)) {
      return fail(std::to_string(words_.size() - 3) + " bounds stand here; " + std::to_string(*groups) +
                  " groups need " + std::to_string(2 * *groups));
    }
    people_ = static_cast<std::size_t>(*people);
    file_.problem.people.resize(people_);
    for (std::size_t at = 3; at < words_.size(); at += 2) {
      const auto least = whole(words_[at]);
      const auto most = whole(words_[at + 1]);
      if (!least || !most || *least > *people || *most > *people) {
        return fail("the bounds of group " + std::to_string((at - 3) / 2) + " must be whole numbers from 0 to n");
      }
      file_.problem.groups.push_back(
          {static_cast<std::int32_t>(*least), static_cast<std::int32_t>(*most), core::nobody});
    }
    return true;
  }

  void read_distances() {
    file_.problem.distances.assign(people_ * people_, 0);
    std::vector<char> is_there(people_ * people_, 0);
    std::size_t pairs = 0;
    while (lines_.next(words_)) {
      const auto one = words_.size() == 3 ? whole(words_[0]) : std::nullopt;
      const auto other = words_.size() == 3 ? whole(words_[1]) : std::nullopt;
      const auto distance = words_.size() == 3 ? read_millionths(words_[2]) : std::nullopt;
      if (!one || !other || !distance) {
        fail("expected `i j distance`, the distance with six decimals at most and below a million");
        return;
      }
      const auto here = static_cast<std::size_t>(*one);
      const auto there = static_cast<std::size_t>(*other);
      if (here >= people_ || there >= people_ || here == there) {
        fail("the pair must be two different numbers from 0 to " + std::to_string(people_ - 1));
        return;
      }
      if (is_there[here * people_ + there] != 0) {
        fail("this pair stood in an earlier line; each pair stands once");
        return;
      }
      for (const std::size_t at : {here * people_ + there, there * people_ + here}) {
        is_there[at] = 1;
        file_.problem.distances[at] = *distance;
      }
      ++pairs;
    }
    const std::size_t expected = people_ * (people_ - 1) / 2;
    if (pairs != expected) {
      fail("the file ends after " + std::to_string(pairs) + " pairs; " + std::to_string(people_) + " elements have " +
           std::to_string(expected));
    }
  }

  Lines lines_;
  std::vector<std::string_view> words_;
  GroupingFile file_;
  GroupingFaults faults_;
  std::size_t people_ = 0;
};

}  // namespace

CheckedGrouping read_mdgplib(std::string_view text) {
  GroupingFaults faults;
  if (!is_readable(text, faults)) return {std::nullopt, std::move(faults)};
  return MdgplibReader(text).read();
}

}  // namespace roundtable::wire
