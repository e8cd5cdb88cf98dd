// What staff pages paint beside the session, and what the others must not find of it.
#include <gtest/gtest.h>

#include "view/project.hpp"
#include "view/show.hpp"
#include "view/view.hpp"
#include "view/viewers.hpp"
#include "wire/codec.hpp"

namespace roundtable::test {
namespace {

view::Viewer viewer_of(const Story& story, PersonId who) {
  return test::viewer_of(who, who ? story.person(who).roles : Roles{Role::display});
}
view::Model seen_by_person(const Story& story, PersonId who) {
  view::Held held;
  held.state = view::show(story.state, viewer_of(story, who));
  return view::view(held, story.now_ms);
}
std::optional<Event> form_for(const Story& story, const Event& event, PersonId who) {
  return view::project(event, story.state, viewer_of(story, who));
}
Evidence of(JotId jot) {
  Evidence evidence;
  evidence.jot = jot;
  return evidence;
}

TEST(StaffLineModel, staff_read_who_says_what_and_others_nothing) {
  Story story;
  story.say(steward, SayToStaff{Words("Row 5 waits"), Role::moderator});
  const auto line = seen_by_person(story, steward).staff_line;
  ASSERT_EQ(line.size(), 1U);
  EXPECT_EQ(line[0].name, "Steward");
  EXPECT_EQ(line[0].role, Role::steward);
  EXPECT_EQ(line[0].to, Role::moderator);
  EXPECT_TRUE(line[0].is_mine);
  EXPECT_FALSE(seen_by_person(story, moderator).staff_line.at(0).is_mine);
  EXPECT_TRUE(seen_by_person(story, speaker).staff_line.empty());
  EXPECT_TRUE(seen_by_person(story, PersonId{}).staff_line.empty());
}

TEST(CueModel, it_stands_on_the_own_page_for_a_minute_without_who_sent_it) {
  Story story;
  const PersonId ana = story.attendee();
  const Said said = story.say(moderator, SendCue{ana, CueKind::please_end});
  story.wait(59);
  const view::Model own = seen_by_person(story, ana);
  ASSERT_TRUE(own.cue.value);
  EXPECT_EQ(own.cue.value->cue, CueKind::please_end);
  EXPECT_EQ(own.cue.value->remaining_ms, second_ms);
  EXPECT_TRUE(own.cues.empty());
  EXPECT_FALSE(get<CueSent>(form_for(story, said.events[0], ana)->data).by);
  EXPECT_FALSE(form_for(story, said.events[0], speaker));
  const auto sent = seen_by_person(story, steward).cues;
  ASSERT_EQ(sent.size(), 1U);
  EXPECT_EQ(sent[0].person, ana);
  EXPECT_EQ(sent[0].by_name, "Moderator");
  story.wait(1);
  EXPECT_FALSE(seen_by_person(story, ana).cue.value);
  EXPECT_TRUE(seen_by_person(story, steward).cues.empty());
}

TEST(SignalAnswerModel, each_sender_learns_of_the_own_answer_alone) {
  Story story;
  const PersonId ana = story.attendee();
  const PersonId bo = story.attendee();
  const PersonId chi = story.attendee();
  story.say(ana, SendSignal{SignalKind::cannot_hear});
  story.say(bo, SendSignal{SignalKind::cannot_hear});
  const Said said = story.say(steward, AnswerSignal{SignalKind::cannot_hear, SignalAnswer::seen});
  EXPECT_EQ(get<SignalAnswered>(form_for(story, said.events[0], bo)->data).people, std::vector<PersonId>{bo});
  EXPECT_FALSE(form_for(story, said.events[0], chi));
  EXPECT_EQ(seen_by_person(story, bo).signals.answers.at(0).answer, SignalAnswer::seen);
  EXPECT_TRUE(seen_by_person(story, bo).signals.mine.contains(SignalKind::cannot_hear));
  story.say(chi, SendSignal{SignalKind::cannot_hear});
  const auto active = seen_by_person(story, moderator).signals.active;
  ASSERT_EQ(active.size(), 1U);
  EXPECT_EQ(active[0].seen, 2);
  EXPECT_EQ(active[0].people.size(), 3U);
}

TEST(SignalAnswerModel, fixed_is_told_for_two_minutes) {
  Story story;
  story.say(speaker, SendSignal{SignalKind::cannot_hear});
  story.say(steward, AnswerSignal{SignalKind::cannot_hear, SignalAnswer::fixed});
  EXPECT_TRUE(seen_by_person(story, speaker).signals.mine.empty());
  story.wait(119);
  EXPECT_EQ(seen_by_person(story, speaker).signals.answers.at(0).answer, SignalAnswer::fixed);
  story.wait(1);
  EXPECT_TRUE(seen_by_person(story, speaker).signals.answers.empty());
}

TEST(ChairModel, staff_see_who_moderates_and_others_do_not) {
  Story story;
  const Said said = story.say(moderator, NextPhase{});
  const auto chair = seen_by_person(story, steward).chair.value;
  ASSERT_TRUE(chair);
  EXPECT_EQ(chair->name, "Moderator");
  EXPECT_FALSE(chair->is_mine);
  EXPECT_TRUE(seen_by_person(story, moderator).chair.value->is_mine);
  EXPECT_FALSE(seen_by_person(story, speaker).chair.value);
  EXPECT_FALSE(form_for(story, said.events.back(), speaker));
}

TEST(JottingModel, its_author_reads_it_with_what_it_is_tied_to_and_nobody_else_does) {
  Story story;
  story.say(moderator, NextPhase{});
  story.raise(speaker);
  story.give_first();
  const Said said = story.say(rapporteur, AddJotting{Words("a fund")});
  const auto own = seen_by_person(story, rapporteur).jottings;
  ASSERT_EQ(own.size(), 1U);
  EXPECT_EQ(own[0].text, "a fund");
  EXPECT_EQ(own[0].speaker, "Speaker");
  EXPECT_EQ(own[0].phase_title, "Talks");
  EXPECT_FALSE(own[0].question);
  for (PersonId each : {moderator, online_moderator, steward, speaker, PersonId{}}) {
    EXPECT_TRUE(seen_by_person(story, each).jottings.empty()) << each.value;
    EXPECT_FALSE(form_for(story, said.events[0], each)) << each.value;
  }
}

TEST(JottingModel, as_published_evidence_it_is_a_note_of_somebody) {
  Story story;
  story.say(rapporteur, AddJotting{Words("secret-words")});
  const ItemId item = story.draft("Item");
  const Said linked = story.say(rapporteur, LinkTakeaway{item, of(JotId{1})});
  const Said published = story.say(rapporteur, PublishTakeaway{item});
  EXPECT_EQ(seen_by_person(story, rapporteur).takeaways.items.at(0).evidence.at(0).text, "secret-words");
  for (PersonId each : {moderator, speaker, PersonId{}}) {
    const view::EvidenceModel evidence = seen_by_person(story, each).takeaways.items.at(0).evidence.at(0);
    EXPECT_EQ(evidence.jot, JotId{1});
    EXPECT_EQ(evidence.name, "Rapporteur");
    EXPECT_FALSE(evidence.text) << each.value;
    const State shown = view::show(story.state, viewer_of(story, each));
    EXPECT_EQ(wire::to_text(shown).find("secret-words"), std::string::npos);
    EXPECT_EQ(wire::event_text(*form_for(story, published.events[0], each)).find("secret-words"), std::string::npos);
  }
}

TEST(FinalReportModel, everybody_learns_when_and_staff_who) {
  Story story;
  story.say(moderator, CloseSession{});
  EXPECT_FALSE(seen_by_person(story, rapporteur).final_report.value);
  story.say(rapporteur, FinishReport{});
  EXPECT_EQ(seen_by_person(story, moderator).final_report.value->by_name, "Rapporteur");
  const auto public_one = seen_by_person(story, speaker).final_report.value;
  ASSERT_TRUE(public_one);
  EXPECT_EQ(public_one->at_ms, story.now_ms);
  EXPECT_FALSE(public_one->by_name);
}

}  // namespace
}  // namespace roundtable::test
