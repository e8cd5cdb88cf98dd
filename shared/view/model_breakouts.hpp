// What a page paints of breakout groups. webclient/src/core/breakout_types.ts names the same fields.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/state.hpp"
#include "view/model_people.hpp"
#include "view/model_topics.hpp"
#include "wire/write.hpp"

namespace roundtable::view {

using namespace core;
using wire::Nullable;

struct BreakoutPersonModel {
  PersonId person;
  std::string name;
  std::optional<GuestModel> guest;
  Modality modality = Modality::not_stated;
  bool is_listening = false;
  bool is_me = false;
  bool has_left = false;
  static constexpr auto fields() {
    using T = BreakoutPersonModel;
    return field_list(field("person", &T::person), field("name", &T::name), field("guest", &T::guest),
                      field("modality", &T::modality), field("listening", &T::is_listening), field("me", &T::is_me),
                      field("left", &T::has_left));
  }
};

struct BreakoutGroupModel {
  GroupId group;
  std::uint32_t number = 0;
  std::string title;
  Nullable<std::uint32_t> table;
  Nullable<std::uint32_t> capacity;
  std::int64_t size = 0;
  std::vector<BreakoutPersonModel> people;
  std::int64_t unnamed = 0;
  Nullable<InstantMs> ends_at_ms;
  Nullable<DurationMs> remaining_ms;
  bool is_mine = false;
  bool can_choose = false;
  bool is_published = false;
  static constexpr auto fields() {
    using T = BreakoutGroupModel;
    return field_list(field("group", &T::group), field("number", &T::number), field("title", &T::title),
                      field("table", &T::table), field("capacity", &T::capacity), field("size", &T::size),
                      field("people", &T::people), field("unnamed", &T::unnamed), field("ends_at_ms", &T::ends_at_ms),
                      field("remaining_ms", &T::remaining_ms), field("mine", &T::is_mine),
                      field("can_choose", &T::can_choose), field("published", &T::is_published));
  }
};

struct NoteModel {
  NoteId note;
  std::string text;
  std::optional<NoteMark> mark;
  std::uint32_t revision = 0;
  std::optional<std::string> by_name;
  InstantMs at_ms = 0;
  static constexpr auto fields() {
    using T = NoteModel;
    return field_list(field("note", &T::note), field("text", &T::text), field("mark", &T::mark),
                      field("revision", &T::revision), field("by_name", &T::by_name), field("at_ms", &T::at_ms));
  }
};

struct GroupHandModel {
  PersonId person;
  std::string name;
  std::optional<GuestModel> guest;
  InstantMs at_ms = 0;
  bool is_mine = false;
  static constexpr auto fields() {
    using T = GroupHandModel;
    return field_list(field("person", &T::person), field("name", &T::name), field("guest", &T::guest),
                      field("at_ms", &T::at_ms), field("mine", &T::is_mine));
  }
};

struct GroupTurnModel {
  PersonId person;
  std::string name;
  std::optional<GuestModel> guest;
  InstantMs started_at_ms = 0;
  DurationMs elapsed_ms = 0;
  bool is_mine = false;
  static constexpr auto fields() {
    using T = GroupTurnModel;
    return field_list(field("person", &T::person), field("name", &T::name), field("guest", &T::guest),
                      field("started_at_ms", &T::started_at_ms), field("elapsed_ms", &T::elapsed_ms),
                      field("mine", &T::is_mine));
  }
};

struct GroupSpokenModel {
  PersonId person;
  std::string name;
  std::optional<GuestModel> guest;
  DurationMs spoken_ms = 0;
  static constexpr auto fields() {
    using T = GroupSpokenModel;
    return field_list(field("person", &T::person), field("name", &T::name), field("guest", &T::guest),
                      field("spoken_ms", &T::spoken_ms));
  }
};

struct GroupQuestionModel {
  GroupQuestionId question;
  std::string text;
  std::string language;
  std::string author_name;
  std::optional<GuestModel> author_guest;
  std::uint32_t votes = 0;
  bool is_voted = false;
  bool is_answered = false;
  InstantMs at_ms = 0;
  bool is_mine = false;
  static constexpr auto fields() {
    using T = GroupQuestionModel;
    return field_list(field("question", &T::question), field("text", &T::text), field("language", &T::language),
                      field("author_name", &T::author_name), field("author_guest", &T::author_guest),
                      field("votes", &T::votes), field("voted", &T::is_voted), field("answered", &T::is_answered),
                      field("at_ms", &T::at_ms), field("mine", &T::is_mine));
  }
};

struct GroupHelpModel {
  std::string reason;
  std::string by_name;
  InstantMs at_ms = 0;
  bool is_answered = false;
  std::optional<std::string> answered_by;
  static constexpr auto fields() {
    using T = GroupHelpModel;
    return field_list(field("reason", &T::reason), field("by_name", &T::by_name), field("at_ms", &T::at_ms),
                      field("answered", &T::is_answered), field("answered_by", &T::answered_by));
  }
};

struct BroadcastModel {
  std::string text;
  InstantMs at_ms = 0;
  static constexpr auto fields() {
    return field_list(field("text", &BroadcastModel::text), field("at_ms", &BroadcastModel::at_ms));
  }
};

struct ValueShareModel {
  std::string value;
  std::int64_t here = 0;
  std::int64_t in_room = 0;
  std::int64_t fair_millionths = 0;
  static constexpr auto fields() {
    using T = ValueShareModel;
    return field_list(field("value", &T::value), field("here", &T::here), field("in_room", &T::in_room),
                      field("fair_millionths", &T::fair_millionths));
  }
};

struct AttributeBalanceModel {
  BreakoutAttribute by = BreakoutAttribute::stakeholder_group;
  bool is_cluster = false;
  std::vector<ValueShareModel> values;
  std::int64_t deviation_millionths = 0;
  static constexpr auto fields() {
    using T = AttributeBalanceModel;
    return field_list(field("by", &T::by), field("cluster", &T::is_cluster), field("values", &T::values),
                      field("deviation_millionths", &T::deviation_millionths));
  }
};

/// The inside of a group. The last fields are its own members', and those before them staff's.
struct GroupInsideModel {
  GroupId group;
  std::uint32_t number = 0;
  std::string title;
  Nullable<std::uint32_t> table;
  Nullable<GroupCall> call;
  std::vector<BreakoutPersonModel> people;
  Nullable<BreakoutPersonModel> host;
  Nullable<BreakoutPersonModel> reporter;
  Nullable<InstantMs> ends_at_ms;
  Nullable<DurationMs> remaining_ms;
  std::vector<GroupHandModel> hands;
  Nullable<GroupTurnModel> turn;
  std::vector<GroupSpokenModel> spoken;
  std::vector<GroupQuestionModel> questions;
  std::vector<NoteModel> notes;
  Nullable<GroupHelpModel> help;
  std::vector<BroadcastModel> broadcasts;
  bool is_published = false;
  // The desk.
  std::int64_t size = 0;
  std::int64_t onsite = 0;
  std::int64_t online = 0;
  std::vector<AttributeBalanceModel> balance;
  std::vector<GroupId> merge_into;
  // One's own group.
  bool am_host = false;
  bool am_reporter = false;
  bool has_hand = false;
  bool is_listening = false;
  bool can_write = false;
  bool can_talk = false;
  bool can_lead = false;
  static constexpr auto fields() {
    using T = GroupInsideModel;
    return field_list(
        field("group", &T::group), field("number", &T::number), field("title", &T::title), field("table", &T::table),
        field("call", &T::call), field("people", &T::people), field("host", &T::host), field("reporter", &T::reporter),
        field("ends_at_ms", &T::ends_at_ms), field("remaining_ms", &T::remaining_ms), field("hands", &T::hands),
        field("turn", &T::turn), field("spoken", &T::spoken), field("questions", &T::questions),
        field("notes", &T::notes), field("help", &T::help), field("broadcasts", &T::broadcasts),
        field("published", &T::is_published), field("size", &T::size), field("onsite", &T::onsite),
        field("online", &T::online), field("balance", &T::balance), field("merge_into", &T::merge_into),
        field("i_am_host", &T::am_host), field("i_am_reporter", &T::am_reporter), field("my_hand", &T::has_hand),
        field("listening", &T::is_listening), field("can_write", &T::can_write), field("can_talk", &T::can_talk),
        field("can_lead", &T::can_lead));
  }
};

struct GroupCardModel {
  GroupId group;
  std::uint32_t number = 0;
  std::string title;
  std::vector<NoteModel> notes;
  static constexpr auto fields() {
    using T = GroupCardModel;
    return field_list(field("group", &T::group), field("number", &T::number), field("title", &T::title),
                      field("notes", &T::notes));
  }
};

struct UngroupedModel {
  PersonId person;
  std::string name;
  std::optional<GuestModel> guest;
  Modality modality = Modality::not_stated;
  bool is_listening = false;
  bool is_me = false;
  bool has_left = false;
  bool is_in_plenary = false;
  static constexpr auto fields() {
    using T = UngroupedModel;
    return field_list(field("person", &T::person), field("name", &T::name), field("guest", &T::guest),
                      field("modality", &T::modality), field("listening", &T::is_listening), field("me", &T::is_me),
                      field("left", &T::has_left), field("plenary", &T::is_in_plenary));
  }
};

struct TickModel {
  PersonId person;
  std::string name;
  std::string call_name;
  GroupId group;
  std::uint32_t number = 0;
  std::string room;
  bool is_moved = false;
  static constexpr auto fields() {
    using T = TickModel;
    return field_list(field("person", &T::person), field("name", &T::name), field("call_name", &T::call_name),
                      field("group", &T::group), field("number", &T::number), field("room", &T::room),
                      field("moved", &T::is_moved));
  }
};

struct RepeatedModel {
  std::string one;
  std::string other;
  std::int64_t times = 0;
  static constexpr auto fields() {
    using T = RepeatedModel;
    return field_list(field("one", &T::one), field("other", &T::other), field("times", &T::times));
  }
};

struct SuggestedPlanModel {
  Nullable<std::uint32_t> count;
  Nullable<std::uint32_t> size;
  std::uint32_t rounds = 1;
  BreakoutMode mode = BreakoutMode::balanced;
  std::vector<BreakoutAttribute> diversify;
  std::vector<BreakoutAttribute> cluster;
  std::int64_t seconds = 0;          // of the groups, the way there included
  std::int64_t closing_seconds = 0;  // of the countdown
  std::int64_t report_seconds = 0;   // of all groups together
  std::int64_t people = 0;
  static constexpr auto fields() {
    using T = SuggestedPlanModel;
    return field_list(field("count", &T::count), field("size", &T::size), field("rounds", &T::rounds),
                      field("mode", &T::mode), field("diversify", &T::diversify), field("cluster", &T::cluster),
                      field("seconds", &T::seconds), field("closing_seconds", &T::closing_seconds),
                      field("report_seconds", &T::report_seconds), field("people", &T::people));
  }
};

struct BreakoutDeskModel {
  bool is_planned = false;
  std::vector<GroupInsideModel> groups;
  std::vector<UngroupedModel> ungrouped;
  std::vector<GroupId> help;
  std::vector<TickModel> ticks;
  std::vector<RepeatedModel> repeated;
  std::int64_t distinct_meetings = 0;
  std::int64_t most_possible_meetings = 0;
  SuggestedPlanModel suggested;
  std::vector<PlannedTopic> file_topics;  // what the session file prepares
  std::int64_t wishes = 0;                // people who ranked the topics
  std::int64_t with_wishes = 0;           // of those in the groups
  std::int64_t first_choices = 0;         // of these got the topic that they want most
  static constexpr auto fields() {
    using T = BreakoutDeskModel;
    return field_list(field("planned", &T::is_planned), field("groups", &T::groups), field("ungrouped", &T::ungrouped),
                      field("help", &T::help), field("ticks", &T::ticks), field("repeated", &T::repeated),
                      field("distinct_meetings", &T::distinct_meetings),
                      field("most_possible_meetings", &T::most_possible_meetings), field("suggested", &T::suggested),
                      field("file_topics", &T::file_topics), field("wishes", &T::wishes),
                      field("with_wishes", &T::with_wishes), field("first_choices", &T::first_choices));
  }
};

struct BreakoutsModel {
  std::string_view status = "none";
  BreakoutMode mode = BreakoutMode::balanced;
  std::uint32_t round = 0;
  std::uint32_t rounds = 0;
  Nullable<InstantMs> ends_at_ms;
  Nullable<DurationMs> remaining_ms;
  bool may_choose = false;
  std::vector<BreakoutGroupModel> groups;
  Nullable<GroupInsideModel> mine;
  bool is_in_plenary = false;
  Nullable<TopicOfferModel> offer;  // while people can rank topics
  Nullable<GroupCardModel> card;
  std::vector<GroupCardModel> published;
  Nullable<BreakoutDeskModel> desk;
  static constexpr auto fields() {
    using T = BreakoutsModel;
    return field_list(field("status", &T::status), field("mode", &T::mode), field("round", &T::round),
                      field("rounds", &T::rounds), field("ends_at_ms", &T::ends_at_ms),
                      field("remaining_ms", &T::remaining_ms), field("may_choose", &T::may_choose),
                      field("groups", &T::groups), field("mine", &T::mine), field("in_plenary", &T::is_in_plenary),
                      field("offer", &T::offer), field("card", &T::card), field("published", &T::published),
                      field("desk", &T::desk));
  }
};

/// What one move would cost before it is made; in millionths, negative is better.
struct MoveCostModel {
  GroupId group;
  std::int64_t cost_millionths = 0;
  std::int64_t balance_millionths = 0;
  std::int64_t meetings_millionths = 0;
  std::vector<std::string_view> breaks;
  static constexpr auto fields() {
    using T = MoveCostModel;
    return field_list(field("group", &T::group), field("cost_millionths", &T::cost_millionths),
                      field("balance_millionths", &T::balance_millionths),
                      field("meetings_millionths", &T::meetings_millionths), field("breaks", &T::breaks));
  }
};

/// On a talk and its turn: the group that reports.
struct ReportingGroupModel {
  GroupId group;
  std::uint32_t number = 0;
  std::string title;
  static constexpr auto fields() {
    using T = ReportingGroupModel;
    return field_list(field("group", &T::group), field("number", &T::number), field("title", &T::title));
  }
};

BreakoutsModel breakouts_model(const State& state, InstantMs now_ms);
BreakoutDeskModel breakout_desk_model(const State& state, InstantMs now_ms);
/// For staff: into each other group of the plan that waits, else of those that are open.
std::vector<MoveCostModel> costs_of_moves(const State& state, PersonId person);
std::optional<ReportingGroupModel> reporting_group(const State& state, TalkId talk);

// Pieces that both models are made of.
BreakoutPersonModel breakout_person(const State& state, PersonId person);
GroupInsideModel group_inside_model(const State& state, GroupId group, InstantMs now_ms);
/// "3 Skills": how a group is called where its points are evidence.
std::string name_of_group(const State& state, GroupId group);

}  // namespace roundtable::view
