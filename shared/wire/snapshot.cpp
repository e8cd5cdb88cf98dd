// The snapshot's layout on the wire: maps by id at the top, what goes with them beside.
#include <array>

#include "wire/codec.hpp"

namespace roundtable::wire {

using namespace core;

namespace {

template <class T>
void read_member(Reader& reader, const Json& json, std::string_view name, T& value) {
  const auto found = json.find(name);
  if (found != json.end() && !found->is_null()) reader.read(*found, value);
}

/// A member that is always there, also when it is empty.
template <class T>
void member(Writer& writer, std::string_view name, const T& value) {
  writer.key(name);
  writer.write(value);
}

}  // namespace

std::string snapshot_base(const State& shown) {
  std::string out = "{";
  Writer writer(out);
  member(writer, "scope", shown.scope);
  member(writer, "session", shown.session);
  member(writer, "agenda", shown.agenda);
  member(writer, "floor", shown.floor);
  writer.member("talks", shown.lineup.talks);
  if (shown.acts != Acts{}) member(writer, "acts", shown.acts);
  member(writer, "people", shown.roster.people);
  member(writer, "questions", shown.questions.list);
  member(writer, "question_settings", shown.questions.settings);
  member(writer, "on_screen", OrNull<QuestionId>{shown.questions.on_screen});
  member(writer, "polls", shown.polls.list);
  member(writer, "breakouts", shown.breakouts.groups);
  member(writer, "breakout_run", shown.breakouts.run);
  writer.member("breakout_insides", shown.breakouts.insides);
  writer.member("breakout_published", shown.breakouts.published);
  member(writer, "takeaways", shown.takeaways.items);
  writer.member("takeaway_order", shown.takeaways.order);
  member(writer, "takeaway_preset", shown.takeaways.preset);
  writer.member("signals", shown.signals.active);
  writer.member("announcement", shown.announcement);
  writer.member("captions", shown.captions);
  writer.member("staff_line", shown.staff_line);
  writer.member("cues", shown.cues);
  writer.member("chair", shown.chair);
  writer.member("narratives", shown.narratives);
  writer.member("final_report", shown.final_report);
  member(writer, "admission", shown.admission);
  member(writer, "display", shown.display);
  writer.member("head_count", shown.head_count);
  writer.member("before_rehearsal", shown.before_rehearsal);
  return out;
}

std::string snapshot_group(const OwnGroup& group) {
  return group.group ? ",\"group\":" + to_text(group) : std::string();
}

std::string snapshot_text(std::string_view base, std::string_view group, const Mine& mine) {
  std::string out(base);
  out += group;
  Writer writer(out);
  writer.key("mine");
  writer.write(mine);
  out += '}';
  return out;
}

std::optional<State> read_snapshot(const Json& json) {
  if (!json.is_object()) return std::nullopt;
  State state;
  Reader reader;
  read_member(reader, json, "scope", state.scope);
  read_member(reader, json, "session", state.session);
  read_member(reader, json, "agenda", state.agenda);
  read_member(reader, json, "floor", state.floor);
  read_member(reader, json, "talks", state.lineup.talks);
  read_member(reader, json, "acts", state.acts);
  read_member(reader, json, "people", state.roster.people);
  read_member(reader, json, "questions", state.questions.list);
  read_member(reader, json, "question_settings", state.questions.settings);
  read_member(reader, json, "on_screen", state.questions.on_screen);
  read_member(reader, json, "polls", state.polls.list);
  read_member(reader, json, "takeaways", state.takeaways.items);
  read_member(reader, json, "takeaway_order", state.takeaways.order);
  read_member(reader, json, "takeaway_preset", state.takeaways.preset);
  read_member(reader, json, "signals", state.signals.active);
  read_member(reader, json, "announcement", state.announcement);
  read_member(reader, json, "captions", state.captions);
  read_member(reader, json, "staff_line", state.staff_line);
  read_member(reader, json, "cues", state.cues);
  read_member(reader, json, "chair", state.chair);
  read_member(reader, json, "narratives", state.narratives);
  read_member(reader, json, "final_report", state.final_report);
  read_member(reader, json, "admission", state.admission);
  read_member(reader, json, "display", state.display);
  read_member(reader, json, "head_count", state.head_count);
  read_member(reader, json, "before_rehearsal", state.before_rehearsal);
  read_member(reader, json, "breakouts", state.breakouts.groups);
  read_member(reader, json, "breakout_run", state.breakouts.run);
  read_member(reader, json, "breakout_insides", state.breakouts.insides);
  read_member(reader, json, "breakout_published", state.breakouts.published);
  read_member(reader, json, "group", state.group);
  read_member(reader, json, "mine", state.mine);
  if (reader.has_fault()) return std::nullopt;
  return state;
}

/// FNV-1a over the state's text: no secret, only a quick way to see that two sides differ.
std::string digest(const State& state) {
  const std::string text = to_text(state);
  std::uint64_t hash = 14695981039346656037ULL;
  for (char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211ULL;
  static constexpr std::string_view hex = "0123456789abcdef";
  std::string digits(16, '0');
  for (std::size_t index = 16; index-- > 0; hash >>= 4U) digits[index] = hex[hash & 0x0FU];
  return digits;
}

}  // namespace roundtable::wire
