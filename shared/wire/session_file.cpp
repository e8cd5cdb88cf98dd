#include "wire/session_file.hpp"

#include <utility>

#include "core/limits.hpp"
#include "wire/session_file_parts.hpp"

namespace roundtable::wire {

namespace {

namespace limits = core::limits;
constexpr std::string_view whole_file = "/";

std::string parse_message(const ParseFault& fault, std::string_view text) {
  const Place place = place_of(text, fault.byte);
  const std::string where = " (line " + std::to_string(place.line) + ", column " + std::to_string(place.column) + ")";
  switch (fault.kind) {
    case ParseFault::Kind::too_large:
      return "the file is " + fault.what + "; shorten its texts";
    case ParseFault::Kind::bad_utf8:
      return fault.what + " at byte " + std::to_string(fault.byte) + where + "; save the file as UTF-8";
    case ParseFault::Kind::too_deep:
      return fault.what + where + "; a session file needs no more than five";
    case ParseFault::Kind::duplicate_key:
      return fault.what + where + "; keep one of them";
    case ParseFault::Kind::number:
      return fault.what + where + "; give a smaller whole number";
    case ParseFault::Kind::syntax:
      break;
  }
  return fault.what + where + "; correct it, or write the file with an editor that checks JSON";
}

std::optional<Json> parse_file(std::string_view text, std::vector<Fault>& faults) {
  const auto fail = [&faults](std::string message) {
    faults.push_back(Fault{std::string(whole_file), std::move(message)});
    return std::nullopt;
  };
  if (trimmed(first_bytes(text, limits::session_file_bytes)).empty()) {
    return fail(
        "the file is empty; give a session as a JSON object, at least with title, starts_at, duration_min "
        "and phases");
  }
  ParseFault fault;
  auto root = parse(text, ParseRules{limits::session_file_bytes, false, true}, &fault);
  if (!root) return fail(parse_message(fault, text));
  if (!root->is_object()) return fail("the file holds no JSON object; put the session in braces { }");
  return root;
}

void read_start(const Spot& spot, core::SessionPlan& plan) {
  constexpr std::string_view right = "the planned start with its offset, such as \"2025-06-25T14:00:00+02:00\"";
  if (spot.is_absent()) return spot.missing(right);
  if (!spot.value().is_string()) return spot.wrong_type(right);
  const std::string& text = spot.value().get_ref<const std::string&>();
  if (const auto start = parse_start_time(text)) {
    plan.starts_at_ms = start->at_ms;
    plan.utc_offset_min = start->utc_offset_min;
  } else {
    spot.fault(shown(text) + " is no date and time; give " + std::string(right));
  }
}

bool is_web_address(std::string_view url) {
  for (const std::string_view scheme : {std::string_view("https://"), std::string_view("http://")}) {
    if (url.substr(0, scheme.size()) != scheme) continue;
    const std::string_view rest = url.substr(scheme.size());
    const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
    const bool is_plain = url.find_first_of(" \t\n\"'<>\\^`{|}") == std::string_view::npos;
    return is_plain && !host.empty() && host.front() != ':' && host.find('@') == std::string_view::npos;
  }
  return false;
}

std::vector<core::MediaLink> read_media(const Spot& spot) {
  std::vector<core::MediaLink> links;
  for (const Spot& entry : read_list(spot, {"the links of the session", limits::media, 0, Need::optional})) {
    if (!is_object(entry, "a link with kind, label and url")) continue;
    core::MediaLink link;
    link.kind = read_text(entry["kind"], {"the kind of the link, such as call, stream or document",
                                          limits::name_characters, TextKind::line, Need::required})
                    .value_or("");
    link.label = read_text(entry["label"], {"what the link says", limits::line_characters}).value_or("");
    const Spot url = entry["url"];
    const auto address = read_text(url, {"a web address that starts with https:// or http://", limits::url_characters,
                                         TextKind::name, Need::required});
    if (address && !is_web_address(*address)) {
      url.fault(shown(*address) + " is no web address; give one that starts with https:// or http:// and names a host");
    }
    link.url = address.value_or("");
    links.push_back(std::move(link));
  }
  return links;
}

std::vector<std::string> read_sdg_targets(const Spot& spot) {
  std::vector<std::string> codes;
  const ListRule rule{"the codes of the Sustainable Development Goals", limits::file_lines, 0, Need::optional};
  for (const Spot& entry : read_list(spot, rule)) {
    const auto code = read_text(entry, {"a goal or target in quotes, such as \"4\" or \"4.7\",",
                                        limits::name_characters, TextKind::name, Need::required});
    if (!code) continue;
    if (is_sdg_code(*code)) {
      codes.push_back(*code);
    } else {
      entry.fault(shown(*code) +
                  " is none of the 17 goals and 169 targets; give a goal such as \"4\" or a target such as \"4.7\" or "
                  "\"9.b\"");
    }
  }
  return codes;
}

core::QuestionsPlan read_questions(const Spot& spot) {
  core::QuestionsPlan plan;
  if (!is_object(spot, "the rules for questions")) return plan;
  plan.is_moderated = read_flag(spot["moderated"], "whether questions are moderated", plan.is_moderated);
  plan.allows_anonymous =
      read_flag(spot["anonymous"], "whether anonymous questions are allowed", plan.allows_anonymous);
  return plan;
}

core::ReportPreset read_report(const Spot& spot) {
  core::ReportPreset preset;
  if (!is_object(spot, "the lengths of the report")) return preset;
  const auto read = [&spot](std::string_view field, std::string_view what, std::size_t most, std::uint32_t& into) {
    const auto number = read_whole(spot[field], {what, 0, static_cast<std::int64_t>(most), Need::optional});
    if (number) into = static_cast<std::uint32_t>(*number);
  };
  read("takeaways", "the number of key takeaways", limits::takeaways, preset.takeaways);
  read("calls_to_action", "the number of calls to action", limits::takeaways, preset.calls_to_action);
  read("title_characters", "the length of a title in characters", limits::takeaway_title_characters,
       preset.title_characters);
  read("body_characters", "the length of a paragraph in characters", limits::takeaway_body_characters,
       preset.body_characters);
  const auto narrative = [&](std::string_view field, std::string_view what, std::uint32_t& into) {
    read(field, what, limits::narrative_characters, into);
  };
  narrative("key_issues_characters", "the length of the key issues in characters", preset.key_issues_characters);
  narrative("talk_characters", "the length of the summary of a talk in characters", preset.talk_characters);
  narrative("discussion_characters", "the length of the discussion in characters", preset.discussion_characters);
  narrative("way_forward_characters", "the length of the way forward in characters", preset.way_forward_characters);
  preset.names = read_name<core::InReport>(spot["names"], "how the report names people").value_or(preset.names);
  return preset;
}

/// Fields of later versions and those that nothing uses yet: only their type is checked.
void read_the_rest(const Spot& root) {
  for (const Spot& organizer :
       read_list(root["organizers"], {"the organizers", limits::file_lines, 0, Need::optional})) {
    if (!is_object(organizer, "an organizer with name and affiliation")) continue;
    read_text(organizer["name"],
              {"the name of the organizer", limits::name_characters, TextKind::name, Need::required});
    read_text(organizer["affiliation"], {"where the organizer belongs", limits::affiliation_characters});
  }
}

std::optional<core::DurationMs> read_slot(const Spot& spot) {
  const auto minutes = read_whole(
      spot, {"the length of the session in minutes", 1, limits::longest_session_ms / core::minute_ms, Need::required});
  return minutes ? std::optional<core::DurationMs>(*minutes * core::minute_ms) : std::nullopt;
}

void read_texts(const Spot& root, core::SessionPlan& plan) {
  const auto lines = [&root](std::string_view field, std::string_view list, std::string_view line) {
    return read_lines(root[field], {list, limits::file_lines, 0, Need::optional},
                      {line, limits::line_characters, TextKind::line, Need::required});
  };
  plan.title =
      read_text(root["title"], {"the title of the session", limits::title_characters, TextKind::line, Need::required})
          .value_or("");
  plan.description =
      read_text(root["description"], {"the description of the session", limits::description_characters, TextKind::text})
          .value_or("");
  plan.format = read_text(root["format"], {"the format of the session", limits::line_characters}).value_or("");
  plan.policy_questions = lines("policy_questions", "the policy questions", "a policy question");
  plan.expected_outcomes = lines("expected_outcomes", "the expected outcomes", "an expected outcome");
}

/// The plan travels in one event, which must fit one batch of the journal.
void check_plan_size(const Json& root, const Spot& spot) {
  std::size_t size = 0;
  for (const auto& [name, value] : root.items()) {
    if (name != "people") size += dump(value).size();
  }
  if (size <= limits::session_plan_bytes) return;
  spot.fault("without its people the session takes " + std::to_string(size) + " bytes; shorten its texts to " +
             std::to_string(limits::session_plan_bytes) + " or less");
}

}  // namespace

CheckedFile check_session_file(std::string_view text) {
  CheckedFile checked;
  const auto parsed = parse_file(text, checked.faults);
  if (!parsed) return checked;
  const Spot root(&*parsed, "", checked.faults);

  core::SessionFile file;
  core::SessionPlan& plan = file.plan;
  read_texts(root, plan);
  read_start(root["starts_at"], plan);
  const auto slot_ms = read_slot(root["duration_min"]);
  plan.duration_ms = slot_ms.value_or(0);
  plan.languages = read_languages(root["languages"]);
  plan.media = read_media(root["media"]);
  plan.sdg_targets = read_sdg_targets(root["sdg_targets"]);
  PeopleByName by_name;
  file.people = read_people(root["people"], by_name);
  ReadPhases read = read_phases(root["phases"], by_name, slot_ms);
  plan.phases = std::move(read.phases);
  checked.fitted = std::move(read.fitted);
  plan.floor = read_floor(root["floor"]);
  plan.questions = read_questions(root["questions"]);
  plan.report = read_report(root["report"]);
  plan.joins = read_name<core::JoinsMode>(root["joins"], "who may join by the attendees' link").value_or(plan.joins);
  plan.polls = read_polls(root["polls"]);
  plan.breakouts = read_breakouts(root["breakouts"], plan.phases);
  read_the_rest(root);
  check_plan_size(*parsed, Spot(&*parsed, std::string(whole_file), checked.faults));

  if (checked.faults.empty()) checked.file = std::move(file);
  return checked;
}

}  // namespace roundtable::wire
