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
    return field_list(field<&T::question>("question"), field<&T::text>("text"), field<&T::author_name>("author_name"),
                      field<&T::author_guest>("author_guest"));
  }
};

struct SimilarModel {
  QuestionId question;
  std::string text;
  std::int64_t percent = 0;
  static constexpr auto fields() {
    using T = SimilarModel;
    return field_list(field<&T::question>("question"), field<&T::text>("text"), field<&T::percent>("percent"));
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
    return field_list(field<&T::question>("question"), field<&T::text>("text"), field<&T::language>("language"),
                      field<&T::status>("status"), field<&T::is_anonymous>("anonymous"), field<&T::author>("author"),
                      field<&T::author_name>("author_name"), field<&T::author_guest>("author_guest"),
                      field<&T::stakeholder_group>("stakeholder_group"), field<&T::modality>("modality"),
                      field<&T::asked_at_ms>("asked_at_ms"), field<&T::votes>("votes"), field<&T::has_voted>("voted"),
                      field<&T::is_mine>("mine"), field<&T::is_on_screen>("on_screen"), field<&T::reason>("reason"),
                      field<&T::answer>("answer"), field<&T::is_answered_live>("answered_live"),
                      field<&T::merged_into>("merged_into"), field<&T::merged>("merged"),
                      field<&T::similar>("similar"));
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
    return field_list(field<&T::is_moderated>("moderated"), field<&T::allows_anonymous>("anonymous_allowed"),
                      field<&T::on_screen>("on_screen"), field<&T::pending>("pending"), field<&T::by_votes>("by_votes"),
                      field<&T::by_time>("by_time"), field<&T::representative>("representative"),
                      field<&T::settled>("settled"), field<&T::rejected>("rejected"), field<&T::mine>("mine"));
  }
};

}  // namespace roundtable::view
