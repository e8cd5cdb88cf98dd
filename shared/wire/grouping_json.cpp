// People, groups and constraints as a JSON file.
#include <algorithm>
#include <map>
#include <set>

#include "core/limits.hpp"
#include "wire/grouping_parts.hpp"

namespace roundtable::wire {

namespace {

namespace limits = core::limits;

const std::set<std::string> no_values{"id", "can_facilitate", "can_report", "seat", "fixed_group", "choices"};

/// The text by which a value or id is compared; nothing for lists, objects and null.
std::optional<std::string> word_of(const Json& json) {
  if (json.is_string()) return json.get<std::string>();
  if (json.is_number() || json.is_boolean()) return json.dump();
  return std::nullopt;
}

class JsonReader {
 public:
  JsonReader(const Json& json, const GroupingWishes& wishes)
      : root_(json), is_list_(json.is_array()), wishes_(wishes), people_(is_list_ ? json : member("people")) {}

  CheckedGrouping read() {
    if (!people_.is_array() || people_.empty()) {
      fail(is_list_ ? "/" : "/people", "expected a list of people, each an object with an id");
    } else if (people_.size() > limits::grouping_people) {
      fail(is_list_ ? "/" : "/people",
           std::to_string(people_.size()) + " people; there can be " + std::to_string(limits::grouping_people));
    } else {
      read_groups();
      for (std::size_t index = 0; index < people_.size(); ++index) read_person(index);
      read_values();
      if (!is_list_ && root_.is_object()) read_rules();
      read_sizes();
    }
    return checked(std::move(file_), std::move(faults_));
  }

 private:
  void fail(std::string where, std::string message) { faults_.push_back({std::move(where), std::move(message)}); }

  const Json& member(const char* name) const { return member_of(root_, name); }
  static const Json& member_of(const Json& object, const char* name) {
    static const Json null;
    if (!object.is_object()) return null;
    const auto found = object.find(name);
    return found == object.end() ? null : *found;
  }

  bool truth(const Json& object, const char* name, const std::string& where, bool otherwise) {
    const Json& json = member_of(object, name);
    if (json.is_null()) return otherwise;
    if (!json.is_boolean()) fail(where + "/" + name, "expected true or false");
    return json.is_boolean() ? json.get<bool>() : otherwise;
  }

  std::optional<std::int64_t> number(const Json& object, const char* name, const std::string& where, std::int64_t least,
                                     std::int64_t most) {
    const Json& json = member_of(object, name);
    if (json.is_null()) return std::nullopt;
    if (json.is_number_integer() && json.get<std::int64_t>() >= least && json.get<std::int64_t>() <= most) {
      return json.get<std::int64_t>();
    }
    fail(where + "/" + name, "expected a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return std::nullopt;
  }

  std::int32_t topic_number(const std::string& topic) {
    const auto found = std::find(file_.topics.begin(), file_.topics.end(), topic);
    if (found != file_.topics.end()) return static_cast<std::int32_t>(found - file_.topics.begin());
    return core::nobody;
  }

  void read_groups() {
    const Json& groups = member("groups");
    if (groups.is_null()) return;
    if (!groups.is_array() || groups.size() > limits::grouping_groups) {
      fail("/groups", "expected a list of at most " + std::to_string(limits::grouping_groups) + " groups");
      return;
    }
    const auto people = static_cast<std::int64_t>(people_.size());
    const std::vector<core::GroupBounds> even = core::even_groups(people_.size(), groups.size());
    for (std::size_t index = 0; index < groups.size(); ++index) {
      const std::string where = "/groups/" + std::to_string(index);
      if (!groups[index].is_object()) {
        fail(where, "expected an object, {} or with min, max, topic");
        continue;
      }
      core::GroupBounds bounds = even[index];
      const auto least = number(groups[index], "min", where, 0, people);
      const auto most = number(groups[index], "max", where, 0, people);
      if (least || most) bounds = {0, static_cast<std::int32_t>(people), core::nobody};
      if (least) bounds.min_size = static_cast<std::int32_t>(*least);
      if (most) bounds.max_size = static_cast<std::int32_t>(*most);
      if (const Json& topic = member_of(groups[index], "topic"); !topic.is_null()) {
        const auto word = word_of(topic);
        if (!word || word->empty()) {
          fail(where + "/topic", "expected a text");
        } else {
          if (topic_number(*word) == core::nobody) file_.topics.push_back(*word);
          bounds.topic = topic_number(*word);
        }
      }
      file_.problem.groups.push_back(bounds);
    }
  }

  void read_person(std::size_t index) {
    const std::string where = (is_list_ ? "/" : "/people/") + std::to_string(index);
    core::GroupedPerson person;
    const Json& json = people_[index];
    const Json& id = member_of(json, member_of(json, "id").is_null() ? "name" : "id");
    const auto word = word_of(id);
    file_.ids.push_back(id);
    if (!json.is_object() || !word || word->empty()) {
      fail(where + (json.is_object() ? "/id" : ""), "expected an object with an id, a text or a whole number");
    } else if (!index_of_.try_emplace(*word, static_cast<std::int32_t>(index)).second) {
      fail(where + "/id", "the id " + in_quotes(*word) + " is another person's already");
    }
    person.can_facilitate = truth(json, "can_facilitate", where, false);
    person.can_report = truth(json, "can_report", where, false);
    if (const Json& seat = member_of(json, "seat"); !seat.is_null()) {
      const auto kind = seat.is_string() ? core::from_name<core::Seat>(seat.get<std::string>()) : std::nullopt;
      if (!kind) fail(where + "/seat", "expected onsite, online or either");
      person.seat = kind.value_or(core::Seat::either);
    }
    if (const auto group = number(json, "fixed_group", where, 1, static_cast<std::int64_t>(limits::grouping_groups))) {
      person.fixed_group = static_cast<std::int32_t>(*group - 1);
    }
    read_choices(json, where, person);
    file_.problem.people.push_back(std::move(person));
  }

  void read_choices(const Json& json, const std::string& where, core::GroupedPerson& person) {
    const Json& choices = member_of(json, "choices");
    if (choices.is_null()) return;
    if (!choices.is_array() || choices.size() > limits::grouping_choices) {
      fail(where + "/choices",
           "expected a list of at most " + std::to_string(limits::grouping_choices) + " topics, best first");
      return;
    }
    for (std::size_t place = 0; place < choices.size(); ++place) {
      const auto word = word_of(choices[place]);
      const std::int32_t topic = word ? topic_number(*word) : core::nobody;
      if (topic == core::nobody) {
        fail(where + "/choices/" + std::to_string(place),
             "no group has this topic; there are: " + listed(file_.topics));
      } else {
        person.choices.push_back(topic);
      }
    }
  }

  void read_values() {
    PeopleTable table;
    std::set<std::string> names;
    for (const Json& person : people_) {
      if (!person.is_object()) continue;
      for (auto entry = person.begin(); entry != person.end(); ++entry) {
        const bool is_id = entry.key() == "name" && !person.contains("id");
        if (!is_id && no_values.count(entry.key()) == 0 && word_of(entry.value())) names.insert(entry.key());
      }
    }
    for (const std::string& name : names) {
      table.names.push_back(name);
      std::vector<std::string>& values = table.values.emplace_back();
      for (const Json& person : people_) {
        const Json& value = member_of(person, name.c_str());
        values.push_back(word_of(value).value_or(""));
      }
    }
    const bool asks_here = wishes_.diversify.empty();
    std::vector<WishedAttribute> cluster = wished(wishes_.cluster, "cluster", table, cluster_weight);
    std::vector<WishedAttribute> diversify = wished(wishes_.diversify, "diversify", table, diversify_weight);
    if (asks_here && member("diversify").is_null()) {
      for (const std::string& name : table.names) {
        const bool is_clustered =
            std::any_of(cluster.begin(), cluster.end(), [&](const WishedAttribute& each) { return each.name == name; });
        if (!is_clustered && name != "name") diversify.push_back({name, diversify_weight});
      }
    }
    set_attributes(file_, table, diversify, cluster, "", faults_);
  }

  /// From the command line, or else from the file: names, or `{"attribute", "weight"}`.
  std::vector<WishedAttribute> wished(const std::vector<std::string>& given, const char* name, const PeopleTable& table,
                                      std::int64_t otherwise) {
    std::vector<WishedAttribute> list;
    list.reserve(given.size());
    for (const std::string& each : given) {
      list.push_back(wished_attribute(each, table, otherwise, std::string("--") + name, faults_));
    }
    const Json& json = member(name);
    if (!given.empty() || json.is_null()) return list;
    const std::string where = std::string("/") + name;
    if (!json.is_array()) fail(where, "expected a list of names");
    for (std::size_t index = 0; json.is_array() && index < json.size(); ++index) {
      const std::string place = where + "/" + std::to_string(index);
      const Json& attribute = json[index].is_object() ? member_of(json[index], "attribute") : json[index];
      if (!attribute.is_string()) {
        fail(place, "expected a name, or {\"attribute\": name, \"weight\": number}");
        continue;
      }
      const auto weight = number(json[index], "weight", place, 0, limits::grouping_weight);
      list.push_back({attribute.get<std::string>(), weight.value_or(otherwise)});
    }
    return list;
  }

  std::int32_t person_at(const Json& json, const std::string& where) {
    const auto word = word_of(json);
    const auto found = word ? index_of_.find(*word) : index_of_.end();
    if (found != index_of_.end()) return found->second;
    fail(where, "nobody has this id");
    return core::nobody;
  }

  std::vector<core::PersonPair> pairs(const char* name) {
    std::vector<core::PersonPair> list;
    const Json& json = member(name);
    const std::string where = std::string("/") + name;
    if (json.is_null()) return list;
    if (!json.is_array() || json.size() > limits::grouping_pairs) fail(where, "expected a list of pairs of ids");
    for (std::size_t index = 0; json.is_array() && index < json.size() && list.size() < limits::grouping_pairs;
         ++index) {
      const std::string place = where + "/" + std::to_string(index);
      if (!json[index].is_array() || json[index].size() < 2 || json[index].size() > limits::grouping_people) {
        fail(place, "expected a list of two or more ids");
        continue;
      }
      std::vector<std::int32_t> people;
      for (std::size_t each = 0; each < json[index].size(); ++each) {
        people.push_back(person_at(json[index][each], place + "/" + std::to_string(each)));
      }
      add_pairs(people, place, std::string_view(name) == "apart", list);
    }
    return list;
  }

  /// Together: a chain is enough; apart: everyone from everyone.
  void add_pairs(const std::vector<std::int32_t>& people, const std::string& place, bool is_apart,
                 std::vector<core::PersonPair>& list) {
    for (std::size_t one = 0; one + 1 < people.size(); ++one) {
      const std::size_t last = is_apart ? people.size() : one + 2;
      for (std::size_t other = one + 1; other < last; ++other) {
        if (people[one] == people[other] && people[one] != core::nobody) {
          fail(place, "names the same person twice");
          return;
        }
        list.push_back({people[one], people[other]});
      }
    }
  }

  /// A list of rounds, each a list of groups, each a list of ids.
  std::vector<core::Round> rounds(const char* name) {
    std::vector<core::Round> list;
    const Json& json = member(name);
    const std::string where = std::string("/") + name;
    if (json.is_null()) return list;
    if (!json.is_array() || json.size() > limits::grouping_rounds) {
      fail(where, "expected a list of at most " + std::to_string(limits::grouping_rounds) +
                      " rounds, each a list of groups, each a list of ids");
      return list;
    }
    for (std::size_t round = 0; round < json.size(); ++round) {
      core::Round groups(people_.size(), core::nobody);
      const std::string round_where = where + "/" + std::to_string(round);
      if (!json[round].is_array()) fail(round_where, "expected a list of groups");
      for (std::size_t group = 0; json[round].is_array() && group < json[round].size(); ++group) {
        read_group(json[round][group], round_where + "/" + std::to_string(group), static_cast<std::int32_t>(group),
                   groups);
      }
      list.push_back(std::move(groups));
    }
    return list;
  }

  void read_group(const Json& json, const std::string& where, std::int32_t group, core::Round& groups) {
    if (!json.is_array()) return fail(where, "expected a list of ids");
    for (std::size_t index = 0; index < json.size(); ++index) {
      const std::string place = where + "/" + std::to_string(index);
      const std::int32_t person = person_at(json[index], place);
      if (person == core::nobody) continue;
      std::int32_t& its = groups[static_cast<std::size_t>(person)];
      if (its != core::nobody) fail(place, "this person sits in another group of the round already");
      its = group;
    }
  }

  void read_rules() {
    core::GroupingProblem& problem = file_.problem;
    problem.together = pairs("together");
    problem.apart = pairs("apart");
    problem.may_mix = truth(root_, "may_mix", "", true);
    problem.needs_facilitator = truth(root_, "needs_facilitator", "", false);
    problem.needs_reporter = truth(root_, "needs_reporter", "", false);
    problem.start = rounds("start");
    for (const core::Round& round : rounds("earlier")) add_meetings(round);
    const std::int64_t most = limits::grouping_weight;
    problem.meeting_weight = number(root_, "meeting_weight", "", 0, most).value_or(problem.meeting_weight);
    problem.choice_weight = number(root_, "choice_weight", "", 0, most).value_or(problem.choice_weight);
    problem.move_price = number(root_, "move_price", "", 0, most).value_or(problem.move_price);
  }

  void add_meetings(const core::Round& round) {
    for (std::size_t one = 0; one < round.size(); ++one) {
      for (std::size_t other = one + 1; other < round.size(); ++other) {
        if (round[one] == core::nobody || round[one] != round[other]) continue;
        file_.problem.met.push_back({static_cast<std::int32_t>(one), static_cast<std::int32_t>(other), 1});
      }
    }
  }

  void read_sizes() {
    GroupingWishes wishes = wishes_;
    if (!wishes.count && !wishes.size && !is_list_) {
      wishes.count = number(root_, "count", "", 1, static_cast<std::int64_t>(limits::grouping_groups));
      wishes.size = number(root_, "size", "", 1, static_cast<std::int64_t>(limits::grouping_people));
      if (!file_.problem.groups.empty()) wishes.count = wishes.size = std::nullopt;
    }
    set_sizes(file_, wishes, faults_);
    const auto here = number(root_, "rounds", "", 1, static_cast<std::int64_t>(limits::grouping_rounds));
    set_rounds(file_, wishes_.rounds ? wishes_.rounds : here, wishes_.rounds ? "--rounds" : "/rounds", faults_);
  }

  const Json& root_;
  bool is_list_;
  const GroupingWishes& wishes_;
  const Json& people_;
  GroupingFile file_;
  GroupingFaults faults_;
  std::map<std::string, std::int32_t> index_of_;
};

}  // namespace

CheckedGrouping read_people_json(std::string_view text, const GroupingWishes& wishes) {
  GroupingFaults faults;
  if (!is_readable(text, faults)) return {std::nullopt, std::move(faults)};
  ParseFault fault;
  const ParseRules rules{limits::grouping_file_bytes, false, true};
  const auto json = parse(text, rules, &fault);
  if (!json) {
    const Place place = place_of(text, fault.byte);
    faults.push_back({"/", "line " + std::to_string(place.line) + ", column " + std::to_string(place.column) + ": " +
                               fault.what + "; expected a JSON list of people, or an object with \"people\""});
    return {std::nullopt, std::move(faults)};
  }
  return JsonReader(*json, wishes).read();
}

}  // namespace roundtable::wire
