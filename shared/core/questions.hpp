// Moderated questions: asked, merged without losing a wording, voted for by distinct people, answered.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/alias.hpp"
#include "core/plan.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

struct Question {
  Words text;
  std::string language;
  QuestionStatus status = QuestionStatus::pending;
  bool is_anonymous = false;
  PersonId author;          // none when anonymous
  std::string secret_hash;  // of the secret that edits an anonymous question: server only
  PersonId by;              // staff who asked it for the author
  Groups groups;            // of a signed author
  InstantMs asked_at_ms = 0;
  InstantMs settled_at_ms = 0;  // answered, dismissed or rejected
  Words reason;                 // of a rejection: staff and the author
  Words answer;
  bool is_answered_live = false;
  QuestionId merged_into;          // the next question on the way to the head
  std::map<Alias, Groups> voters;  // own votes, merged ones apart: server only
  static constexpr auto fields() {
    using T = Question;
    return field_list(field<&T::text>("text"), field<&T::language>("language"), field<&T::status>("status"),
                      field<&T::is_anonymous>("anonymous"), field<&T::author>("author"),
                      field<&T::secret_hash>("secret_hash"), field<&T::by>("by"), field<&T::groups>("groups"),
                      field<&T::asked_at_ms>("asked_at_ms"), field<&T::settled_at_ms>("settled_at_ms"),
                      field<&T::reason>("reason"), field<&T::answer>("answer"),
                      field<&T::is_answered_live>("answered_live"), field<&T::merged_into>("merged_into"),
                      field<&T::voters>("voters"));
  }
  friend bool operator==(const Question&, const Question&) = default;
};

/// Everyone may see it.
constexpr bool is_visible(QuestionStatus status) {
  return status == QuestionStatus::approved || status == QuestionStatus::answered ||
         status == QuestionStatus::dismissed;
}

struct Questions {
  QuestionsPlan settings;
  std::map<QuestionId, Question> list;
  QuestionId on_screen;
  /// Server only and not of the record: `unite_voters` makes it anew. A merged entry's alias, and its head's.
  std::map<Alias, Alias> same_voter;
  static constexpr auto fields() {
    using T = Questions;
    return field_list(field<&T::settings>("settings"), field<&T::list>("list"), field<&T::on_screen>("on_screen"));
  }
  friend bool operator==(const Questions&, const Questions&) = default;
};

/// The question that `question` was merged into in the end; itself when it was not.
QuestionId head_of(const Questions& questions, QuestionId question);
/// A rejected question is pending again.
void restore_question(State& state, QuestionId question);
/// The alias itself, and those of entries that were merged into its person's.
std::vector<Alias> aliases_of(const Questions& questions, const Alias& alias);
/// Everyone who voted for the head or a question merged into it, each once.
std::map<Alias, Groups> voters_of(const Questions& questions, QuestionId head);

// Commands. An anonymous author names the question by the hash of its secret, which the room puts in the secret's
// place.
struct AskQuestion {
  static constexpr std::string_view name = "question.ask";
  Words text;
  std::optional<std::string> language;
  bool is_anonymous = false;
  std::optional<std::string> secret_hash;
  std::optional<PersonId> for_person;
  static constexpr auto fields() {
    using T = AskQuestion;
    return field_list(field<&T::text>("text"), field<&T::language>("language"), field<&T::is_anonymous>("anonymous"),
                      field<&T::secret_hash>("secret_hash"), field<&T::for_person>("for"));
  }
  friend bool operator==(const AskQuestion&, const AskQuestion&) = default;
};

struct EditQuestion {
  static constexpr std::string_view name = "question.edit";
  std::optional<QuestionId> question;
  std::optional<std::string> secret;
  Words text;
  static constexpr auto fields() {
    using T = EditQuestion;
    return field_list(field<&T::question>("question"), field<&T::secret>("secret"), field<&T::text>("text"));
  }
  friend bool operator==(const EditQuestion&, const EditQuestion&) = default;
};

struct WithdrawQuestion {
  static constexpr std::string_view name = "question.withdraw";
  std::optional<QuestionId> question;
  std::optional<std::string> secret;
  static constexpr auto fields() {
    using T = WithdrawQuestion;
    return field_list(field<&T::question>("question"), field<&T::secret>("secret"));
  }
  friend bool operator==(const WithdrawQuestion&, const WithdrawQuestion&) = default;
};

struct ApproveQuestion {
  static constexpr std::string_view name = "question.approve";
  QuestionId question;
  static constexpr auto fields() {
    using T = ApproveQuestion;
    return field_list(field<&T::question>("question"));
  }
  friend bool operator==(const ApproveQuestion&, const ApproveQuestion&) = default;
};

struct UnmergeQuestion {
  static constexpr std::string_view name = "question.unmerge";
  QuestionId question;
  static constexpr auto fields() {
    using T = UnmergeQuestion;
    return field_list(field<&T::question>("question"));
  }
  friend bool operator==(const UnmergeQuestion&, const UnmergeQuestion&) = default;
};

struct VoteQuestion {
  static constexpr std::string_view name = "question.vote";
  QuestionId question;
  static constexpr auto fields() {
    using T = VoteQuestion;
    return field_list(field<&T::question>("question"));
  }
  friend bool operator==(const VoteQuestion&, const VoteQuestion&) = default;
};

struct UnvoteQuestion {
  static constexpr std::string_view name = "question.unvote";
  QuestionId question;
  static constexpr auto fields() {
    using T = UnvoteQuestion;
    return field_list(field<&T::question>("question"));
  }
  friend bool operator==(const UnvoteQuestion&, const UnvoteQuestion&) = default;
};

struct DismissQuestion {
  static constexpr std::string_view name = "question.dismiss";
  QuestionId question;
  static constexpr auto fields() {
    using T = DismissQuestion;
    return field_list(field<&T::question>("question"));
  }
  friend bool operator==(const DismissQuestion&, const DismissQuestion&) = default;
};

struct RejectQuestion {
  static constexpr std::string_view name = "question.reject";
  QuestionId question;
  Words reason;
  static constexpr auto fields() {
    using T = RejectQuestion;
    return field_list(field<&T::question>("question"), field<&T::reason>("reason"));
  }
  friend bool operator==(const RejectQuestion&, const RejectQuestion&) = default;
};

struct MergeQuestion {
  static constexpr std::string_view name = "question.merge";
  QuestionId question;
  QuestionId into;
  static constexpr auto fields() {
    using T = MergeQuestion;
    return field_list(field<&T::question>("question"), field<&T::into>("into"));
  }
  friend bool operator==(const MergeQuestion&, const MergeQuestion&) = default;
};

struct ShowQuestion {
  static constexpr std::string_view name = "question.show";
  std::optional<QuestionId> question;  // absent or null: take it down
  static constexpr auto fields() {
    using T = ShowQuestion;
    return field_list(field<&T::question>("question"));
  }
  friend bool operator==(const ShowQuestion&, const ShowQuestion&) = default;
};

struct AnswerQuestion {
  static constexpr std::string_view name = "question.answer";
  QuestionId question;
  std::optional<Words> text;  // absent: answered live
  static constexpr auto fields() {
    using T = AnswerQuestion;
    return field_list(field<&T::question>("question"), field<&T::text>("text"));
  }
  friend bool operator==(const AnswerQuestion&, const AnswerQuestion&) = default;
};

// Events.
struct QuestionAsked {
  static constexpr std::string_view name = "question.asked";
  QuestionId question;
  Words text;
  std::string language;
  QuestionStatus status = QuestionStatus::pending;
  bool is_anonymous = false;
  PersonId author;
  std::string secret_hash;
  PersonId by;
  Groups groups;
  PersonId introduces;
  static constexpr auto fields() {
    using T = QuestionAsked;
    return field_list(field<&T::question>("question"), field<&T::text>("text"), field<&T::language>("language"),
                      field<&T::status>("status"), field<&T::is_anonymous>("anonymous"), field<&T::author>("author"),
                      field<&T::secret_hash>("secret_hash"), field<&T::by>("by"), field<&T::groups>("groups"),
                      field<&T::introduces>("introduces"));
  }
  friend bool operator==(const QuestionAsked&, const QuestionAsked&) = default;
};

struct QuestionEdited {
  static constexpr std::string_view name = "question.edited";
  QuestionId question;
  Words text;
  static constexpr auto fields() {
    using T = QuestionEdited;
    return field_list(field<&T::question>("question"), field<&T::text>("text"));
  }
  friend bool operator==(const QuestionEdited&, const QuestionEdited&) = default;
};

struct QuestionWithdrawn {
  static constexpr std::string_view name = "question.withdrawn";
  QuestionId question;
  static constexpr auto fields() {
    using T = QuestionWithdrawn;
    return field_list(field<&T::question>("question"));
  }
  friend bool operator==(const QuestionWithdrawn&, const QuestionWithdrawn&) = default;
};

struct QuestionApproved {
  static constexpr std::string_view name = "question.approved";
  QuestionId question;
  PersonId introduces;
  static constexpr auto fields() {
    using T = QuestionApproved;
    return field_list(field<&T::question>("question"), field<&T::introduces>("introduces"));
  }
  friend bool operator==(const QuestionApproved&, const QuestionApproved&) = default;
};

struct QuestionRejected {
  static constexpr std::string_view name = "question.rejected";
  QuestionId question;
  Words reason;
  static constexpr auto fields() {
    using T = QuestionRejected;
    return field_list(field<&T::question>("question"), field<&T::reason>("reason"));
  }
  friend bool operator==(const QuestionRejected&, const QuestionRejected&) = default;
};

struct QuestionMerged {
  static constexpr std::string_view name = "question.merged";
  QuestionId question;
  QuestionId into;
  static constexpr auto fields() {
    using T = QuestionMerged;
    return field_list(field<&T::question>("question"), field<&T::into>("into"));
  }
  friend bool operator==(const QuestionMerged&, const QuestionMerged&) = default;
};

struct QuestionUnmerged {
  static constexpr std::string_view name = "question.unmerged";
  QuestionId question;
  static constexpr auto fields() {
    using T = QuestionUnmerged;
    return field_list(field<&T::question>("question"));
  }
  friend bool operator==(const QuestionUnmerged&, const QuestionUnmerged&) = default;
};

struct QuestionVoted {
  static constexpr std::string_view name = "question.voted";
  QuestionId question;
  Alias alias;
  Groups groups;
  static constexpr auto fields() {
    using T = QuestionVoted;
    return field_list(field<&T::question>("question"), field<&T::alias>("alias"), field<&T::groups>("groups"));
  }
  friend bool operator==(const QuestionVoted&, const QuestionVoted&) = default;
};

struct QuestionUnvoted {
  static constexpr std::string_view name = "question.unvoted";
  QuestionId question;
  Alias alias;
  static constexpr auto fields() {
    using T = QuestionUnvoted;
    return field_list(field<&T::question>("question"), field<&T::alias>("alias"));
  }
  friend bool operator==(const QuestionUnvoted&, const QuestionUnvoted&) = default;
};

struct QuestionShown {
  static constexpr std::string_view name = "question.shown";
  OrNull<QuestionId> question;
  static constexpr auto fields() {
    using T = QuestionShown;
    return field_list(field<&T::question>("question"));
  }
  friend bool operator==(const QuestionShown&, const QuestionShown&) = default;
};

struct QuestionAnswered {
  static constexpr std::string_view name = "question.answered";
  QuestionId question;
  Words text;
  bool is_live = false;
  static constexpr auto fields() {
    using T = QuestionAnswered;
    return field_list(field<&T::question>("question"), field<&T::text>("text"), field<&T::is_live>("live"));
  }
  friend bool operator==(const QuestionAnswered&, const QuestionAnswered&) = default;
};

struct QuestionDismissed {
  static constexpr std::string_view name = "question.dismissed";
  QuestionId question;
  static constexpr auto fields() {
    using T = QuestionDismissed;
    return field_list(field<&T::question>("question"));
  }
  friend bool operator==(const QuestionDismissed&, const QuestionDismissed&) = default;
};

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const AskQuestion& command, const Stamp& stamp);
Decision decide(const State& state, const EditQuestion& command, const Stamp& stamp);
Decision decide(const State& state, const WithdrawQuestion& command, const Stamp& stamp);
Decision decide(const State& state, const ApproveQuestion& command, const Stamp& stamp);
Decision decide(const State& state, const RejectQuestion& command, const Stamp& stamp);
Decision decide(const State& state, const MergeQuestion& command, const Stamp& stamp);
Decision decide(const State& state, const UnmergeQuestion& command, const Stamp& stamp);
Decision decide(const State& state, const VoteQuestion& command, const Stamp& stamp);
Decision decide(const State& state, const UnvoteQuestion& command, const Stamp& stamp);
Decision decide(const State& state, const ShowQuestion& command, const Stamp& stamp);
Decision decide(const State& state, const AnswerQuestion& command, const Stamp& stamp);
Decision decide(const State& state, const DismissQuestion& command, const Stamp& stamp);
void apply(State& state, const QuestionAsked& event, const Moment& moment);
void apply(State& state, const QuestionEdited& event, const Moment& moment);
void apply(State& state, const QuestionWithdrawn& event, const Moment& moment);
void apply(State& state, const QuestionApproved& event, const Moment& moment);
void apply(State& state, const QuestionRejected& event, const Moment& moment);
void apply(State& state, const QuestionMerged& event, const Moment& moment);
void apply(State& state, const QuestionUnmerged& event, const Moment& moment);
void apply(State& state, const QuestionVoted& event, const Moment& moment);
void apply(State& state, const QuestionUnvoted& event, const Moment& moment);
void apply(State& state, const QuestionShown& event, const Moment& moment);
void apply(State& state, const QuestionAnswered& event, const Moment& moment);
void apply(State& state, const QuestionDismissed& event, const Moment& moment);

}  // namespace roundtable::core
