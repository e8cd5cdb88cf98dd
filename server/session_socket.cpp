#include "server/session_socket.hpp"

#include <optional>

#include "server/hello_deadlines.hpp"
#include "server/invitation.hpp"
#include "server/room_limits.hpp"

namespace roundtable::server {

namespace {

using wire::Json;

std::optional<std::uint32_t> seq_at(const Json& json, const char* name) {
  const auto found = json.find(name);
  if (found == json.end() || !found->is_number_integer()) return std::nullopt;
  const auto value = found->get<std::int64_t>();
  if (value < 0 || value > 0xFFFFFFFFLL) return std::nullopt;
  return static_cast<std::uint32_t>(value);
}

class SessionSocket : public PeerHandler, public HelloDeadlines::Silent {
 public:
  SessionSocket(RoomWorld& world, const Rooms& rooms, HelloDeadlines& deadlines, std::string session,
                std::shared_ptr<Peer> peer)
      : world_(world), rooms_(rooms), deadlines_(deadlines), session_(std::move(session)), peer_(std::move(peer)) {
    waits_ = deadlines_.add(*this);
  }
  ~SessionSocket() override { wait_no_longer(); }

  void text(std::string_view frame) override {
    const auto json = wire::parse(frame, limits::kFrameText);
    if (!json || !json->is_object() || json->size() != 1) {
      return goodbye(close_code::kBadFrame, "a frame is one JSON object with one key: hello, cmd or time");
    }
    const std::string& name = json->begin().key();
    const Json& body = json->begin().value();
    if (!body.is_object()) return goodbye(close_code::kBadFrame, name + ": must be an object");
    if (name == "time") return time(body);
    if (name == "hello") return hello(body);
    if (name == "cmd") return command(body);
    goodbye(close_code::kBadFrame, "no such frame: hello, cmd or time");
  }

  void hello_is_late() override {
    waits_.reset();
    goodbye(close_code::kSilent, "no hello within ten seconds");
  }

  void closed() override {
    wait_no_longer();
    if (subscriber_ != nullptr) room_->leave(subscriber_);
    subscriber_ = nullptr;
  }

 private:
  void wait_no_longer() {
    if (waits_) deadlines_.remove(*waits_);
    waits_.reset();
  }

  void goodbye(std::uint16_t code, std::string_view message, std::string_view because = {}) {
    peer_->send(bye_frame(code, message, because));
    peer_->close(code, message);
  }

  void time(const Json& body) {
    const auto t0 = body.find("t0");
    if (t0 == body.end() || !t0->is_number()) return goodbye(close_code::kBadFrame, "time/t0: a number");
    const std::int64_t now_ms = room_ ? room_->now_ms() : world_.clock();
    peer_->send(time_frame(wire::dump(*t0), now_ms, room_ ? room_->now_ms() : world_.clock()));
  }

  void hello(const Json& body) {
    if (subscriber_ != nullptr) return goodbye(close_code::kBadFrame, "hello: once a socket");
    const auto token = body.find("token");
    if (token == body.end() || !token->is_string()) return goodbye(close_code::kBadFrame, "hello/token: a text");
    const auto room = rooms_.find(session_);
    if (!room) return goodbye(close_code::kToken, "no such session");
    const auto checked =
        check_token(world_.server_key, token->get_ref<const std::string&>(), room->session(), room->now_ms());
    if (const auto* fault = std::get_if<TokenFault>(&checked)) {
      return *fault == TokenFault::expired ? goodbye(close_code::kExpired, "the token has expired: join again")
                                           : goodbye(close_code::kToken, "the token is not for this session");
    }
    const auto& facts = std::get<TokenFacts>(checked);
    if (facts.participant) {
      const core::State& state = room->state();
      const auto person = state.roster.people.find(head_of_person(state, core::PersonId{*facts.participant}));
      if (person == state.roster.people.end()) return goodbye(close_code::kToken, "nobody has this token");
      if (person->second.is_removed) return goodbye(close_code::kRemoved, "removed from the session");
    }
    if (is_of_old_link(room->state(), facts)) return goodbye(close_code::kToken, "the link was renewed", link_renewed);
    wait_no_longer();
    room_ = room;
    subscriber_ = room_->hello(peer_, facts, resume_point(body));
  }

  static std::optional<ResumePoint> resume_point(const Json& body) {
    const auto resume = body.find("resume");
    if (resume == body.end() || !resume->is_object()) return std::nullopt;
    const auto epoch = seq_at(*resume, "epoch");
    const auto seq = seq_at(*resume, "seq");
    if (!epoch || !seq) return std::nullopt;
    return ResumePoint{*epoch, *seq};
  }

  void command(const Json& body) {
    if (subscriber_ == nullptr) return goodbye(close_code::kBadFrame, "say hello first");
    const auto id = body.find("id");
    const auto type = body.find("type");
    if (id == body.end() || !id->is_string() || type == body.end() || !type->is_string()) {
      return goodbye(close_code::kBadFrame, "cmd: id and type are texts");
    }
    CommandFrame frame;
    frame.id = id->get_ref<const std::string&>();
    frame.type = type->get_ref<const std::string&>();
    frame.data = body.value("data", Json::object());
    if (const auto until = body.find("until"); until != body.end() && until->is_number_integer()) {
      frame.until_ms = until->get<std::int64_t>();
    }
    room_->command(subscriber_, frame);
  }

  RoomWorld& world_;
  const Rooms& rooms_;
  HelloDeadlines& deadlines_;
  std::optional<HelloDeadlines::Place> waits_;
  std::string session_;
  std::shared_ptr<Peer> peer_;
  std::shared_ptr<Room> room_;
  Subscriber* subscriber_ = nullptr;
};

}  // namespace

SessionSockets::SessionSockets(RoomWorld& world, const Rooms& rooms)
    : world_(world), rooms_(rooms), deadlines_(std::make_shared<HelloDeadlines>(world)) {}

std::unique_ptr<PeerHandler> SessionSockets::accept(const UpgradeRequest& request, std::shared_ptr<Peer> peer) {
  return std::make_unique<SessionSocket>(world_, rooms_, *deadlines_, request.session, std::move(peer));
}

}  // namespace roundtable::server
