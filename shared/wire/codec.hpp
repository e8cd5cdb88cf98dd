// Events, commands and snapshots as the wire, the journal and the golden files have them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/command.hpp"
#include "wire/read.hpp"
#include "wire/write.hpp"

namespace roundtable::wire {

/// `{"seq":..,"at":..,"type":..,"data":{..}}`; what a form reveals and makes forget stands in `data`.
void append_event(std::string& out, const core::Event& event);
std::string event_text(const core::Event& event);
/// Nothing for a type that this build does not know, or a broken one.
std::optional<core::Event> read_event(const Json& json);
/// The same for a program that knows nothing of what staff alone are told: such events are unknown to it.
std::optional<core::Event> read_everyones_event(const Json& json);

/// The `data` of an event for the journal: the words of people are handed to `words`, which writes what stands for
/// them.
std::string journal_data(const core::EventData& data, const WordsWriter& words);
std::optional<core::EventData> read_journal_data(std::string_view type, const Json& data, const WordsReader& words);

struct ReadCommand {
  std::optional<core::Command> command;
  bool is_known = false;
  std::string fault;
};
/// Commands of people only; the room's own types are unknown here.
ReadCommand read_command(std::string_view type, const Json& data);
/// Every command type, the room's own last, and every event type: for the protocol's test and for golden files.
std::vector<std::string_view> command_names();
std::vector<std::string_view> event_names();
/// Any command, also the room's.
std::optional<core::Command> read_any_command(std::string_view type, const Json& data);

/// The snapshot's object without `mine` and without its closing brace; `snapshot_text` closes it.
std::string snapshot_base(const core::State& shown);
/// The members' part, the same for all of one group; empty where there is no group.
std::string snapshot_group(const core::OwnGroup& group);
std::string snapshot_text(std::string_view base, std::string_view group, const core::Mine& mine);
std::optional<core::State> read_snapshot(const Json& json);

/// 16 hexadecimal digits over everything a state holds: equal on all sides that hold the same.
std::string digest(const core::State& state);

}  // namespace roundtable::wire
