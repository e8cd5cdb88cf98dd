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
    return field_list(field<&T::person>("person"), field<&T::name>("name"), field<&T::guest>("guest"),
                      field<&T::modality>("modality"), field<&T::is_listening>("listening"), field<&T::is_me>("me"),
                      field<&T::has_left>("left"));
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
    return field_list(field<&T::group>("group"), field<&T::number>("number"), field<&T::title>("title"),
                      field<&T::table>("table"), field<&T::capacity>("capacity"), field<&T::size>("size"),
                      field<&T::people>("people"), field<&T::unnamed>("unnamed"), field<&T::ends_at_ms>("ends_at_ms"),
                      field<&T::remaining_ms>("remaining_ms"), field<&T::is_mine>("mine"),
                      field<&T::can_choose>("can_choose"), field<&T::is_published>("published"));
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
    return field_list(field<&T::note>("note"), field<&T::text>("text"), field<&T::mark>("mark"),
                      field<&T::revision>("revision"), field<&T::by_name>("by_name"), field<&T::at_ms>("at_ms"));
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
    return field_list(field<&T::person>("person"), field<&T::name>("name"), field<&T::guest>("guest"),
                      field<&T::at_ms>("at_ms"), field<&T::is_mine>("mine"));
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
    return field_list(field<&T::person>("person"), field<&T::name>("name"), field<&T::guest>("guest"),
                      field<&T::started_at_ms>("started_at_ms"), field<&T::elapsed_ms>("elapsed_ms"),
                      field<&T::is_mine>("mine"));
  }
};

struct GroupSpokenModel {
  PersonId person;
  std::string name;
  std::optional<GuestModel> guest;
  DurationMs spoken_ms = 0;
  static constexpr auto fields() {
    using T = GroupSpokenModel;
    return field_list(field<&T::person>("person"), field<&T::name>("name"), field<&T::guest>("guest"),
                      field<&T::spoken_ms>("spoken_ms"));
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
    return field_list(field<&T::question>("question"), field<&T::text>("text"), field<&T::language>("language"),
                      field<&T::author_name>("author_name"), field<&T::author_guest>("author_guest"),
                      field<&T::votes>("votes"), field<&T::is_voted>("voted"), field<&T::is_answered>("answered"),
                      field<&T::at_ms>("at_ms"), field<&T::is_mine>("mine"));
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
    return field_list(field<&T::reason>("reason"), field<&T::by_name>("by_name"), field<&T::at_ms>("at_ms"),
                      field<&T::is_answered>("answered"), field<&T::answered_by>("answered_by"));
  }
};

struct BroadcastModel {
  std::string text;
  InstantMs at_ms = 0;
  static constexpr auto fields() {
    return field_list(field<&BroadcastModel::text>("text"), field<&BroadcastModel::at_ms>("at_ms"));
  }
};

struct ValueShareModel {
  std::string value;
  std::int64_t here = 0;
  std::int64_t in_room = 0;
  std::int64_t fair_millionths = 0;
  static constexpr auto fields() {
    using T = ValueShareModel;
    return field_list(field<&T::value>("value"), field<&T::here>("here"), field<&T::in_room>("in_room"),
                      field<&T::fair_millionths>("fair_millionths"));
  }
};

struct AttributeBalanceModel {
  BreakoutAttribute by = BreakoutAttribute::stakeholder_group;
  bool is_cluster = false;
  std::vector<ValueShareModel> values;
  std::int64_t deviation_millionths = 0;
  static constexpr auto fields() {
    using T = AttributeBalanceModel;
    return field_list(field<&T::by>("by"), field<&T::is_cluster>("cluster"), field<&T::values>("values"),
                      field<&T::deviation_millionths>("deviation_millionths"));
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
        field<&T::group>("group"), field<&T::number>("number"), field<&T::title>("title"), field<&T::table>("table"),
        field<&T::call>("call"), field<&T::people>("people"), field<&T::host>("host"), field<&T::reporter>("reporter"),
        field<&T::ends_at_ms>("ends_at_ms"), field<&T::remaining_ms>("remaining_ms"), field<&T::hands>("hands"),
        field<&T::turn>("turn"), field<&T::spoken>("spoken"), field<&T::questions>("questions"),
        field<&T::notes>("notes"), field<&T::help>("help"), field<&T::broadcasts>("broadcasts"),
        field<&T::is_published>("published"), field<&T::size>("size"), field<&T::onsite>("onsite"),
        field<&T::online>("online"), field<&T::balance>("balance"), field<&T::merge_into>("merge_into"),
        field<&T::am_host>("i_am_host"), field<&T::am_reporter>("i_am_reporter"), field<&T::has_hand>("my_hand"),
        field<&T::is_listening>("listening"), field<&T::can_write>("can_write"), field<&T::can_talk>("can_talk"),
        field<&T::can_lead>("can_lead"));
  }
};

struct GroupCardModel {
  GroupId group;
  std::uint32_t number = 0;
  std::string title;
  std::vector<NoteModel> notes;
  static constexpr auto fields() {
    using T = GroupCardModel;
    return field_list(field<&T::group>("group"), field<&T::number>("number"), field<&T::title>("title"),
                      field<&T::notes>("notes"));
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
    return field_list(field<&T::person>("person"), field<&T::name>("name"), field<&T::guest>("guest"),
                      field<&T::modality>("modality"), field<&T::is_listening>("listening"), field<&T::is_me>("me"),
                      field<&T::has_left>("left"), field<&T::is_in_plenary>("plenary"));
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
    return field_list(field<&T::person>("person"), field<&T::name>("name"), field<&T::call_name>("call_name"),
                      field<&T::group>("group"), field<&T::number>("number"), field<&T::room>("room"),
                      field<&T::is_moved>("moved"));
  }
};

struct RepeatedModel {
  std::string one;
  std::string other;
  std::int64_t times = 0;
  static constexpr auto fields() {
    using T = RepeatedModel;
    return field_list(field<&T::one>("one"), field<&T::other>("other"), field<&T::times>("times"));
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
    return field_list(field<&T::count>("count"), field<&T::size>("size"), field<&T::rounds>("rounds"),
                      field<&T::mode>("mode"), field<&T::diversify>("diversify"), field<&T::cluster>("cluster"),
                      field<&T::seconds>("seconds"), field<&T::closing_seconds>("closing_seconds"),
                      field<&T::report_seconds>("report_seconds"), field<&T::people>("people"));
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
    return field_list(field<&T::is_planned>("planned"), field<&T::groups>("groups"), field<&T::ungrouped>("ungrouped"),
                      field<&T::help>("help"), field<&T::ticks>("ticks"), field<&T::repeated>("repeated"),
                      field<&T::distinct_meetings>("distinct_meetings"),
                      field<&T::most_possible_meetings>("most_possible_meetings"), field<&T::suggested>("suggested"),
                      field<&T::file_topics>("file_topics"), field<&T::wishes>("wishes"),
                      field<&T::with_wishes>("with_wishes"), field<&T::first_choices>("first_choices"));
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
    return field_list(field<&T::status>("status"), field<&T::mode>("mode"), field<&T::round>("round"),
                      field<&T::rounds>("rounds"), field<&T::ends_at_ms>("ends_at_ms"),
                      field<&T::remaining_ms>("remaining_ms"), field<&T::may_choose>("may_choose"),
                      field<&T::groups>("groups"), field<&T::mine>("mine"), field<&T::is_in_plenary>("in_plenary"),
                      field<&T::offer>("offer"), field<&T::card>("card"), field<&T::published>("published"),
                      field<&T::desk>("desk"));
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
    return field_list(field<&T::group>("group"), field<&T::cost_millionths>("cost_millionths"),
                      field<&T::balance_millionths>("balance_millionths"),
                      field<&T::meetings_millionths>("meetings_millionths"), field<&T::breaks>("breaks"));
  }
};

/// On a talk and its turn: the group that reports.
struct ReportingGroupModel {
  GroupId group;
  std::uint32_t number = 0;
  std::string title;
  static constexpr auto fields() {
    using T = ReportingGroupModel;
    return field_list(field<&T::group>("group"), field<&T::number>("number"), field<&T::title>("title"));
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
