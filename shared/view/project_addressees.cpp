#include <algorithm>

#include "view/project.hpp"

namespace roundtable::view {

using namespace core;

namespace {

PersonId author_of(const State& whole, QuestionId id) {
  const auto found = whole.questions.list.find(id);
  return found == whole.questions.list.end() ? PersonId{} : found->second.author;
}

bool is_hidden(const State& whole, QuestionId id) {
  const auto found = whole.questions.list.find(id);
  return found != whole.questions.list.end() && !is_visible(found->second.status);
}

/// Whom an event is about in a way that a base must not see.
class Addressing {
 public:
  explicit Addressing(const State& whole) : whole_(whole) {}

  template <class Data>
  Addressees operator()(const Data&) const {
    return {};
  }
  Addressees operator()(const PersonJoined& data) const { return {{data.person}, {}}; }
  Addressees operator()(const PersonUpdated& data) const { return {{data.person}, {}}; }
  Addressees operator()(const PersonPassed& data) const { return {{data.person}, {}}; }
  Addressees operator()(const PersonHidden& data) const { return {{data.person}, {}}; }
  Addressees operator()(const HandTextSet& data) const { return {{data.person}, {}}; }
  Addressees operator()(const FloorUnspoken& data) const { return typist(data.hand_was); }
  Addressees operator()(const FloorRestored& data) const { return typist(data.hand_was); }
  Addressees operator()(const ExtraTimeSet& data) const { return {{data.person}, {}}; }
  Addressees operator()(const QuestionAsked& data) const {
    return is_visible(data.status) ? Addressees{} : author(data.question);
  }
  Addressees operator()(const QuestionEdited& data) const { return author(data.question); }
  Addressees operator()(const QuestionWithdrawn& data) const { return author(data.question); }
  Addressees operator()(const QuestionRejected& data) const { return author(data.question); }
  Addressees operator()(const QuestionRestored& data) const { return author(data.question); }
  Addressees operator()(const QuestionMerged& data) const { return hidden(data.question); }
  Addressees operator()(const QuestionUnmerged& data) const { return hidden(data.question); }
  Addressees operator()(const QuestionVoted& data) const { return {{}, data.alias}; }
  Addressees operator()(const QuestionUnvoted& data) const { return {{}, data.alias}; }
  Addressees operator()(const PollVoted& data) const { return {{}, data.alias, data.poll}; }
  Addressees operator()(const PollUnvoted& data) const { return {{}, data.alias, data.poll}; }
  Addressees operator()(const SignalSent& data) const { return {{data.person}, {}}; }
  Addressees operator()(const SignalCleared& data) const { return {data.people, {}}; }
  Addressees operator()(const SignalAnswered& data) const { return {data.people, {}}; }
  Addressees operator()(const CueSent& data) const { return {{data.person}, {}}; }
  Addressees operator()(const Jotted& data) const { return {{data.by}, {}}; }
  Addressees operator()(const JottingEdited& data) const { return {{data.by}, {}}; }
  Addressees operator()(const JottingRemoved& data) const { return {{data.by}, {}}; }
  Addressees operator()(const GroupQuestionVoted& data) const { return {{}, data.alias}; }

 private:
  Addressees author(QuestionId id) const {
    const PersonId person = author_of(whole_, id);
    return person ? Addressees{{person}, {}} : Addressees{};
  }
  static Addressees typist(const std::optional<Hand>& hand) {
    return hand && hand->is_typed ? Addressees{{hand->person}, {}} : Addressees{};
  }
  Addressees hidden(QuestionId id) const { return is_hidden(whole_, id) ? author(id) : Addressees{}; }

  const State& whole_;
};

}  // namespace

Addressees addressees(const Event& event, const State& whole) {
  return visit(Addressing(whole), event.data);
}

bool is_meant(const Addressees& meant, const Viewer& viewer) {
  if (!viewer.person) return false;
  if (std::find(meant.people.begin(), meant.people.end(), viewer.person) != meant.people.end()) return true;
  if (meant.vote_alias.empty()) return false;
  return meant.vote_alias == (meant.poll ? alias_in(viewer.poll_alias, meant.poll) : viewer.vote_alias);
}

}  // namespace roundtable::view
