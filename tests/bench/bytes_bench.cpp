// What a busy hour costs one phone: every frame that a real room sends to one attendee, heads included, plain and with
// the compression of roundtable.v1.thin; and the snapshot of that session. Bars and readings stand in README.md.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "core/floor_order.hpp"
#include "server/deflate.hpp"
#include "server/frames.hpp"
#include "server/room_house.hpp"

namespace roundtable::server::test {
namespace {

struct Hour {
  int people = 300;
  int questions = 40;
  int votes = 1'500;
  int turns = 30;
  int drops = 60;
  int poll_votes = 220;  // each of two
};

constexpr std::int64_t minute_ms = 60'000;
constexpr std::size_t most_names = 100;  // of one command
// webclient/src/link/socket.ts
constexpr std::int64_t quiet_ms = 12'000;
constexpr std::int64_t between_beats_ms = 30'000;

/// What came down one line.
class Meter {
 public:
  Meter() {
    DeflateTerms terms;
    terms.is_agreed = true;
    thin_ = std::make_unique<Deflate>(terms);
  }
  void take(const Frame& frame) {
    const std::string_view text = frame->payload();
    const std::size_t name_end = text.find('"', 2);
    Sum& sum = sums_[std::string(text.substr(2, name_end - 2))];
    ++sum.frames;
    sum.plain += frame->wire().size();
    sum.thin += thin_->compressed(text)->wire().size();
    const auto json = wire::parse(text, std::size_t{1} << 20U);
    if (!json || !json->contains("events")) return;
    for (const Json& entry : (*json)["events"]["list"]) {
      Sum& of_type = types_[entry["type"].get<std::string>()];
      ++of_type.frames;
      of_type.plain += wire::dump(entry).size();
    }
  }
  void print(const char* title) const {
    std::printf("%s\n%-12s%10s%14s%14s\n", title, "frames", "count", "plain bytes", "thin bytes");
    Sum all;
    for (const auto& [name, sum] : sums_) {
      std::printf("%-12s%10zu%14zu%14zu\n", name.c_str(), sum.frames, sum.plain, sum.thin);
      all.frames += sum.frames;
      all.plain += sum.plain;
      all.thin += sum.thin;
    }
    std::printf("%-12s%10zu%14zu%14zu\n", "all", all.frames, all.plain, all.thin);
    std::printf("%-12s%10s%11.1f KB%11.1f KB\n", "", "", static_cast<double>(all.plain) / 1000.0,
                static_cast<double>(all.thin) / 1000.0);
    std::printf("\n%-24s%8s%14s\n", "events", "count", "plain bytes");
    for (const auto& [type, sum] : types_) std::printf("%-24s%8zu%14zu\n", type.c_str(), sum.frames, sum.plain);
  }

 private:
  struct Sum {
    std::size_t frames = 0;
    std::size_t plain = 0;
    std::size_t thin = 0;
  };
  std::unique_ptr<Deflate> thin_;
  std::map<std::string, Sum> sums_;
  std::map<std::string, Sum> types_;  // thin stays 0: frames are compressed whole
};

const char* const words[] = {"Who",    "audits",    "systems",  "that",    "small", "states", "buy",       "and",
                             "how",    "could",     "regional", "funds",   "pay",   "for",    "languages", "schools",
                             "before", "vendors",   "publish",  "reports", "about", "data",   "rights",    "people",
                             "need",   "standards", "open",     "models",  "share", "compute"};

class Session {
 public:
  explicit Session(const Hour& hour) : hour_(hour) {}

  void play() {
    moderator_ = &house_.listed(1);
    phone_ = &house_.attendee("The phone that is measured");
    for (std::uint32_t staff : {2U, 3U, 4U, 5U}) house_.listed(staff);
    plan();
    moderator_->command("phase.next");
    while (!acts_.empty()) {
      const auto next = acts_.begin();
      const std::int64_t at_ms = next->first;
      const auto act = std::move(next->second);
      acts_.erase(next);
      house_.advance(std::max<std::int64_t>(0, begins_ms_ + at_ms - house_.now_ms));
      act();
      house_.settle();
      collect();
    }
    house_.advance(begins_ms_ + 60 * minute_ms - house_.now_ms);
    collect();
  }

  void report() {
    meter_.print("One attendee's phone, one hour");
    Client& late = house_.attendee("Late");
    const std::string welcome = "{\"welcome\":" + wire::dump(late.welcome) + "}";
    DeflateTerms once;
    once.is_agreed = true;
    once.keeps_context = false;
    std::printf("\nsnapshot of that session: %zu bytes plain, %zu deflated by itself\n", welcome.size(),
                Deflate(once).compressed(welcome)->wire().size());
    const core::State& state = house_.state();
    std::printf("in it: %zu people, %zu questions, %zu turns, %zu polls\n", state.roster.people.size(),
                state.questions.list.size(), state.floor.turns.size(), state.polls.list.size());
  }

 private:
  std::uint64_t below(std::uint64_t most) { return draws_() % most; }
  std::int64_t between(double from_minutes, double to_minutes) {
    const auto span = static_cast<std::uint64_t>((to_minutes - from_minutes) * minute_ms);
    return static_cast<std::int64_t>(from_minutes * minute_ms) + static_cast<std::int64_t>(below(span));
  }
  void at(std::int64_t at_ms, std::function<void()> act) { acts_.emplace(at_ms, std::move(act)); }
  std::string sentence(std::size_t count) {
    std::string text;
    for (std::size_t word = 0; word < count; ++word) {
      text += (text.empty() ? "" : " ") + std::string(words[below(std::size(words))]);
    }
    return text + "?";
  }
  Client& somebody() {
    for (;;) {
      Client& picked = *crowd_[below(crowd_.size())];
      if (picked.is_open()) return picked;
    }
  }

  /// The answer to the phone's heartbeat, where it sends one.
  void beat() {
    if (house_.now_ms - heard_ms_ < quiet_ms && house_.now_ms - beat_ms_ < between_beats_ms) return;
    heard_ms_ = beat_ms_ = house_.now_ms;
    meter_.take(time_frame(std::to_string(house_.now_ms % 4'000'000), house_.now_ms, house_.now_ms));
  }

  /// The measured phone's frames, in the order in which they came; of the others nothing is kept.
  void collect() {
    while (!phone_->peer->texts.empty()) {
      const Frame& frame = phone_->peer->texts.front();
      heard_ms_ = house_.now_ms;
      meter_.take(frame);
      const auto json = wire::parse(frame->payload(), std::size_t{1} << 20U);
      if (json && json->contains("events")) held_seq_ = (*json)["events"]["seq"].get<std::uint32_t>();
      phone_->peer->texts.pop_front();
    }
    for (Client* each : crowd_) each->peer->texts.clear();
    moderator_->peer->texts.clear();
  }

  void join() {
    JoinRequest request;
    request.roles = {Role::attendee};
    request.profile.name = core::Words("Person number " + std::to_string(crowd_.size()));
    request.profile.stakeholder_group = static_cast<core::StakeholderGroup>(below(7));
    request.profile.regional_group = static_cast<core::RegionalGroup>(below(8));
    request.profile.modality = below(2) == 0 ? core::Modality::onsite : core::Modality::online;
    crowd_.push_back(&house_.connect(house_.join(request).participant));
  }
  void plan() {
    for (int person = 6; person < hour_.people; ++person) at(between(0, person % 3 == 0 ? 20 : 4), [this] { join(); });
    for (int question = 0; question < hour_.questions; ++question) {
      const std::int64_t asked_ms = between(4, 55);
      at(asked_ms, [this] { somebody().send("question.ask", {{"text", sentence(14)}}); });
      at(asked_ms + 20'000, [this] { approve(); });
    }
    for (int vote = 0; vote < hour_.votes; ++vote) at(between(5, 58), [this] { vote_for_a_question(); });
    for (int turn = 0; turn < hour_.turns; ++turn) {
      const std::int64_t from_ms = 4 * minute_ms + turn * 110'000;
      at(from_ms, [this] { somebody().send("hand.raise", {{"kind", "intervention"}}); });
      at(from_ms + 10'000, [this] { give(); });
      at(from_ms + 95'000, [this] { moderator_->send("floor.end"); });
    }
    for (int drop = 0; drop < hour_.drops; ++drop) {
      const std::int64_t gone_ms = between(10, 50);
      at(gone_ms, [this, gone_ms] {
        Client& lost = somebody();
        lost.drop();
        at(gone_ms + 30'000, [&lost] { lost.hello(); });
      });
    }
    // The phone itself stands in a tunnel twice, and goes on from where it was.
    for (std::int64_t gone_ms : {17 * minute_ms, 41 * minute_ms}) {
      at(gone_ms, [this] { phone_->drop(); });
      at(gone_ms + 40'000, [this] { phone_->hello_unread(ResumePoint{phone_->epoch, held_seq_}); });
    }
    for (const int minute : {5, 6, 7, 12, 21}) at(minute * minute_ms, [this] { pass_names(); });
    at(20 * minute_ms, [this] { moderator_->send("phase.next"); });
    for (int poll = 0; poll < 2; ++poll) plan_poll((25 + 20 * poll) * minute_ms);
    for (std::int64_t second_ms = 1'000; second_ms < 60 * minute_ms; second_ms += 1'000) {
      at(second_ms, [this] { beat(); });
    }
  }
  void plan_poll(std::int64_t from_ms) {
    at(from_ms, [this] {
      moderator_->send("poll.create", {{"kind", "single"},
                                       {"title", "Should audits come before deployment?"},
                                       {"choices", {"Yes, always", "For high risk alone", "No"}}});
      house_.settle();
      polls_.push_back(house_.state().polls.list.rbegin()->first.value);
      moderator_->send("poll.open", {{"poll", polls_.back()}});
    });
    for (int vote = 0; vote < hour_.poll_votes; ++vote) {
      at(from_ms + 5'000 + static_cast<std::int64_t>(below(80'000)), [this] {
        somebody().send("poll.vote", {{"poll", polls_.back()}, {"choice", below(3)}});
      });
    }
    at(from_ms + 90'000, [this] { moderator_->send("poll.close", {{"poll", polls_.back()}}); });
    at(from_ms + 110'000, [this] { moderator_->send("poll.publish", {{"poll", polls_.back()}}); });
  }
  /// Of those who typed one and whom nobody looked at yet.
  void pass_names() {
    Json people = Json::array();
    for (const auto& [id, person] : house_.state().roster.people) {
      if (!person.is_guest || people.size() == most_names) continue;
      people.push_back({{"person", id.value}, {"name", person.profile.name.text}});
    }
    moderator_->send("person.pass", {{"people", people}});
  }
  void approve() {
    for (const auto& [id, question] : house_.state().questions.list) {
      if (question.status == core::QuestionStatus::pending) {
        return moderator_->send("question.approve", {{"question", id.value}});
      }
    }
  }
  void vote_for_a_question() {
    std::vector<std::uint32_t> visible;
    for (const auto& [id, question] : house_.state().questions.list) {
      if (question.status == core::QuestionStatus::approved) visible.push_back(id.value);
    }
    if (visible.empty()) return;
    // Not all of them twenty times: the first ones of a list are read by more.
    const std::size_t pick = std::min(below(visible.size()), below(visible.size()));
    somebody().send("question.vote", {{"question", visible[pick]}});
  }
  void give() {
    const auto& hands = house_.state().floor.hands;
    if (hands.empty()) return;
    moderator_->send("floor.give",
                     {{"hand", hands.begin()->first.value}, {"expected", first_shown()}, {"reason", "chair"}});
  }
  std::uint32_t first_shown() {
    const auto order = core::floor_order(house_.state().floor, 1);
    return order.empty() ? 0 : order.front().hand.value;
  }

  Hour hour_;
  House house_;
  std::mt19937_64 draws_{7};
  Meter meter_;
  std::multimap<std::int64_t, std::function<void()>> acts_;
  std::int64_t begins_ms_ = house_begins_ms;
  Client* moderator_ = nullptr;
  Client* phone_ = nullptr;
  std::vector<Client*> crowd_;
  std::vector<std::uint32_t> polls_;
  std::uint32_t held_seq_ = 0;
  std::int64_t heard_ms_ = 0;
  std::int64_t beat_ms_ = 0;
};

}  // namespace
}  // namespace roundtable::server::test

int main(int argc, char** argv) {
  roundtable::server::test::Hour hour;
  if (argc > 1 && std::strcmp(argv[1], "--quick") == 0) hour = {40, 6, 60, 4, 6, 20};
  roundtable::server::test::Session session(hour);
  session.play();
  session.report();
  return 0;
}
