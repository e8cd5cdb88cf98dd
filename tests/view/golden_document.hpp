// A golden history as one text: from what was given and said follows everything else in it.
#pragma once

#include <string>
#include <vector>

#include "view/project.hpp"
#include "view/show.hpp"
#include "view/view.hpp"
#include "view/viewers.hpp"
#include "wire/codec.hpp"

namespace roundtable::test {

struct GoldenStep {
  Command command;
  Stamp stamp;
};

struct GoldenInput {
  std::string name;
  std::vector<Event> given;
  std::vector<GoldenStep> steps;
};

inline std::string list_of(const std::vector<std::string>& texts, std::string_view between = ",") {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : std::string(between)) + text;
  return "[" + all + "]";
}

inline std::string command_text(const Command& command) {
  return "{\"type\":\"" + std::string(name_of(command)) +
         "\",\"data\":" + visit([](const auto& each) { return wire::to_text(each); }, command) + "}";
}

inline std::string stamp_text(const Stamp& stamp) {
  std::string out = "{\"at\":" + std::to_string(stamp.at_ms);
  if (stamp.actor.is_room) return out + ",\"room\":true}";
  return out + ",\"person\":" + std::to_string(stamp.actor.person.value) +
         ",\"roles\":" + wire::to_text(stamp.actor.roles) + ",\"vote_alias\":\"" + stamp.vote_alias + "\"}";
}

/// What one viewer gets of the history, step by step, and holds in the end.
class GoldenViewer {
 public:
  GoldenViewer(std::string kind, const view::Viewer& viewer, const State& whole)
      : kind_(std::move(kind)), viewer_(viewer), steps_() {
    held_.state = view::show(whole, viewer_);
    snapshot_ = wire::snapshot_text(wire::snapshot_base(held_.state), wire::snapshot_group(held_.state.group),
                                    held_.state.mine);
  }

  void before(const GoldenStep& step) {
    forms_.clear();
    check_.clear();
    const bool is_of_a_person = step.command.index() < AnyCommand::count - room_commands;
    if (!is_of_a_person || !viewer_.person || step.stamp.actor.person != viewer_.person) return;
    Stamp stamp;
    stamp.at_ms = step.stamp.at_ms;
    stamp.actor.person = held_.state.mine.person;
    stamp.actor.roles = held_.state.mine.roles;
    const Decision foreseen = decide(held_.state, step.command, stamp);
    check_ = std::string(",\"check\":\"") +
             (foreseen.is_refused() ? std::string(name_of(foreseen.refusal().code)) : "") + "\"";
  }
  void tell(const Event& event, const State& whole) {
    const auto form = view::project(event, whole, viewer_);
    if (!form) return;
    apply(held_.state, *form);
    forms_.push_back(wire::event_text(*form));
  }
  void after() { steps_.push_back("{\"forms\":" + list_of(forms_) + check_ + "}"); }

  std::string text(const State& whole, InstantMs now_ms) {
    view::Gauges tally;
    tally.questions = view::vote_counts(whole.questions);
    if (viewer_.base == Scope::staff) tally.present = view::presence_of(whole.roster);
    if (viewer_.roles.has(Role::display)) tally.present = view::for_display(view::presence_of(whole.roster));
    view::update(held_.gauges, tally);
    std::string page;
    wire::Writer(page, nullptr, wire::Leaving::absent_optionals).write(view::view(held_, now_ms));
    return "{\"kind\":\"" + kind_ + "\",\"person\":" + std::to_string(viewer_.person.value) +
           ",\n \"snapshot\":" + snapshot_ + ",\n \"steps\":" + list_of(steps_, ",\n  ") +
           ",\n \"tally\":" + wire::to_text(tally) + ",\n \"digest\":\"" + wire::digest(held_.state) +
           "\",\"view_at\":" + std::to_string(now_ms) + ",\n \"view\":" + page + "}";
  }
  bool keeps_the_law(const State& whole) const { return held_.state == view::show(whole, viewer_); }

 private:
  std::string kind_;
  view::Viewer viewer_;
  view::Held held_;
  std::string snapshot_;
  std::vector<std::string> forms_;
  std::string check_;
  std::vector<std::string> steps_;
};

/// The viewers of every golden history.
inline std::vector<GoldenViewer> golden_viewers(const State& whole) {
  return {{"moderator", viewer_of(moderator, {Role::moderator}), whole},
          {"speaker", viewer_of(speaker, {Role::speaker}), whole},
          {"display", viewer_of({}, {Role::display}), whole}};
}

/// The whole file.
inline std::string golden_document(const GoldenInput& input) {
  State state;
  std::vector<std::string> given;
  for (const Event& event : input.given) {
    apply(state, event);
    given.push_back(wire::event_text(event));
  }
  std::vector<GoldenViewer> viewers = golden_viewers(state);
  std::vector<std::string> steps;
  auto seq = static_cast<std::uint32_t>(given.size());
  InstantMs now_ms = story_begins_ms;
  for (const GoldenStep& step : input.steps) {
    std::vector<std::string> events;
    for (GoldenViewer& viewer : viewers) viewer.before(step);
    const auto refusal = perform(state, step.command, step.stamp, seq, [&](const Event& event) {
      events.push_back(wire::event_text(event));
      for (GoldenViewer& viewer : viewers) viewer.tell(event, state);
    });
    for (GoldenViewer& viewer : viewers) viewer.after();
    seq += static_cast<std::uint32_t>(events.size());
    now_ms = step.stamp.at_ms;
    const std::string expect = refusal ? "{\"refusal\":\"" + std::string(name_of(refusal->code)) + "\"}"
                                       : "{\"events\":" + list_of(events, ",\n    ") + "}";
    steps.push_back("{\"command\":" + command_text(step.command) + ",\"stamp\":" + stamp_text(step.stamp) +
                    ",\n   \"expect\":" + expect + "}");
  }
  std::vector<std::string> seen;
  for (GoldenViewer& viewer : viewers) seen.push_back(viewer.text(state, now_ms + 1'500));
  return "{\"name\":\"" + input.name + "\",\n\"given\":" + list_of(given, ",\n  ") +
         ",\n\"steps\":" + list_of(steps, ",\n  ") + ",\n\"digest\":\"" + wire::digest(state) +
         "\",\n\"viewers\":" + list_of(seen, ",\n") + "}\n";
}

}  // namespace roundtable::test
