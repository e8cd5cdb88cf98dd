// What a page paints of questions.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/state.hpp"
#include "view/model_people.hpp"
#include "wire/write.hpp"

namespace roundtable::view {

using namespace core;
using wire::Nullable;

struct WordingModel {
  QuestionId question;
  std::string text;
  std::optional<std::string> author_name;
  std::optional<GuestModel> author_guest;
  static constexpr auto fields() {
    using T = WordingModel;
    return field_list(field("question", &T::question), field("text", &T::text), field("author_name", &T::author_name),
                      field("author_guest", &T::author_guest));
  }
};

struct SimilarModel {
  QuestionId question;
  std::string text;
  std::int64_t percent = 0;
  static constexpr auto fields() {
    using T = SimilarModel;
    return field_list(field("question", &T::question), field("text", &T::text), field("percent", &T::percent));
  }
};

struct QuestionModel {
  QuestionId question;
  std::string text;
  std::string language;
  QuestionStatus status = QuestionStatus::pending;
  bool is_anonymous = false;
  std::optional<PersonId> author;
  std::optional<std::string> author_name;
  std::optional<GuestModel> author_guest;
  std::optional<StakeholderGroup> stakeholder_group;
  std::optional<Modality> modality;
  InstantMs asked_at_ms = 0;
  Nullable<std::int64_t> votes;
  bool has_voted = false;
  bool is_mine = false;
  bool is_on_screen = false;
  std::optional<std::string> reason;
  std::optional<std::string> answer;
  bool is_answered_live = false;
  std::optional<QuestionId> merged_into;
  std::vector<WordingModel> merged;
  std::vector<SimilarModel> similar;
  static constexpr auto fields() {
    using T = QuestionModel;
    return field_list(field("question", &T::question), field("text", &T::text), field("language", &T::language),
                      field("status", &T::status), field("anonymous", &T::is_anonymous), field("author", &T::author),
                      field("author_name", &T::author_name), field("author_guest", &T::author_guest),
                      field("stakeholder_group", &T::stakeholder_group), field("modality", &T::modality),
                      field("asked_at_ms", &T::asked_at_ms), field("votes", &T::votes), field("voted", &T::has_voted),
                      field("mine", &T::is_mine), field("on_screen", &T::is_on_screen), field("reason", &T::reason),
                      field("answer", &T::answer), field("answered_live", &T::is_answered_live),
                      field("merged_into", &T::merged_into), field("merged", &T::merged),
                      field("similar", &T::similar));
  }
};

struct QuestionsModel {
  bool is_moderated = false;
  bool allows_anonymous = false;
  Nullable<QuestionModel> on_screen;
  std::vector<QuestionModel> pending;
  std::vector<QuestionModel> by_votes;
  std::vector<QuestionId> by_time;
  std::vector<QuestionId> representative;
  std::vector<QuestionModel> settled;
  std::vector<QuestionModel> rejected;
  std::vector<QuestionModel> mine;
  static constexpr auto fields() {
    using T = QuestionsModel;
    return field_list(field("moderated", &T::is_moderated), field("anonymous_allowed", &T::allows_anonymous),
                      field("on_screen", &T::on_screen), field("pending", &T::pending), field("by_votes", &T::by_votes),
                      field("by_time", &T::by_time), field("representative", &T::representative),
                      field("settled", &T::settled), field("rejected", &T::rejected), field("mine", &T::mine));
  }
};

}  // namespace roundtable::view
