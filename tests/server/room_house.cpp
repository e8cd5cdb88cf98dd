#include "room_house.hpp"

#include <algorithm>

namespace roundtable::server::test {

std::string house_file() {
  return R"({"title": "A town hall", "starts_at": "2026-03-02T10:00:00+01:00", "duration_min": 60,
    "people": [{"name": "Mo", "roles": ["moderator"]}, {"name": "Ona", "roles": ["online_moderator"]},
               {"name": "Stu", "roles": ["steward"]}, {"name": "Rae", "roles": ["rapporteur"]},
               {"name": "Spe", "roles": ["speaker"]}],
    "phases": [{"title": "Talks", "kind": "presentations", "minutes": 20},
               {"title": "Everyone", "kind": "discussion", "minutes": 40}]})";
}

void FakePeer::send(Frame frame) {
  if (!closed_with) texts.push_back(std::move(frame));
}

void FakePeer::close(std::uint16_t code, std::string_view) {
  if (!closed_with) closed_with = code;
}

House::House(std::uint32_t command_rate, JournalOptions options)
    : command_rate_(command_rate), options_(std::move(options)), keys_(folder_.path(), system_random()) {
  open();
  const wire::CheckedFile checked = wire::check_session_file(house_file());
  rooms->create(*checked.file, [this](const std::shared_ptr<Room>& made) {
    if (made) session = made->session();
  });
  settle();
}

House::House(const std::filesystem::path& left)
    : command_rate_(0), keys_((copy(left, folder_.path()), folder_.path()), system_random()) {
  open();
  if (!rooms->all().empty()) session = rooms->all().begin()->first;
  settle();
}

void House::restart() {
  shut();
  open();
  settle();
}

void House::shut() {
  for (auto& client : clients_) client->drop();
  rooms.reset();
  world.reset();
  journal.reset();
  real_.reset();
  mailbox_.run_ready();
  timers_.clear();
}

void House::open() {
  real_ = open_sqlite_journal(folder_.path(), mailbox_.post(), options_);
  journal = std::make_unique<FaultyJournal>(*real_, mailbox_.post());
  world.reset(new RoomWorld{*journal, [this] { return now_ms; }, system_random(), mailbox_.post(),
                            [this](std::int64_t delay_ms, std::function<void()> work) {
                              timers_.emplace(now_ms + delay_ms, std::move(work));
                            },
                            [this](std::string_view line) { log.emplace_back(line); }, keys_.server_key(),
                            command_rate_});
  world->build = build;
  world->key_state_events = key_state_events;
  rooms = std::make_unique<Rooms>(*world, keys_);
  rooms->restore();
}

void House::settle() {
  for (;;) {
    mailbox_.run_ready();
    if (journal->in_flight() > 0) {
      mailbox_.run_until([this] { return journal->in_flight() == 0; });
      continue;
    }
    if (!close_lines()) return;
  }
}

void House::advance(std::int64_t by_ms) {
  const std::int64_t until_ms = now_ms + by_ms;
  settle();
  while (!timers_.empty() && timers_.begin()->first <= until_ms) {
    const auto first = timers_.begin();
    now_ms = std::max(now_ms, first->first);
    const auto work = std::move(first->second);
    timers_.erase(first);
    work();
    settle();
  }
  now_ms = until_ms;
}

JoinAnswer House::join(const JoinRequest& request) {
  JoinAnswer answer;
  room().join(request, [&](JoinAnswer told) { answer = std::move(told); });
  settle();
  return answer;
}

PersonId House::join(const std::string& name, Roles roles) {
  JoinRequest request;
  request.roles = roles;
  request.profile.name = core::Words(name);
  return join(request).participant;
}

void House::forget_clients() {
  for (auto& client : clients_) client->drop();
  clients_.clear();
}

void House::copy(const std::filesystem::path& from, const std::filesystem::path& to) {
  using namespace std::filesystem;
  std::filesystem::copy(from, to, copy_options::recursive);
  for (const auto& key : directory_iterator(to / "keys")) {
    permissions(key.path(), perms::owner_read | perms::owner_write);  // a checkout knows no mode 600
  }
}

void Client::hello(std::optional<ResumePoint> resume) {
  hello_unread(resume);
  read();
}

void Client::hello_unread(std::optional<ResumePoint> resume) {
  peer = std::make_shared<FakePeer>();
  subscriber_ = house_.room().hello(peer, token_, resume);
  house_.settle();
}

void Client::drop() {
  if (subscriber_ != nullptr) house_.room().leave(subscriber_);
  subscriber_ = nullptr;
}

void Client::send(const std::string& type, Json data, std::string id, std::optional<std::int64_t> until_ms) {
  if (id.empty()) id = "c" + std::to_string(++commands_);
  house_.room().command(subscriber_, CommandFrame{id, type, std::move(data), until_ms});
}

Json Client::command(const std::string& type, Json data, std::string id, std::optional<std::int64_t> until_ms) {
  if (id.empty()) id = "c" + std::to_string(++commands_);
  send(type, std::move(data), id, until_ms);
  house_.settle();
  read();
  return answers.empty() ? Json() : answers.back();
}

std::string Client::code(const std::string& type, Json data) {
  return command(type, std::move(data)).value("code", "accepted");
}

void Client::read() {
  while (!peer->texts.empty()) {
    const auto json = wire::parse(peer->texts.front()->payload(), std::size_t{64} << 20U);
    peer->texts.pop_front();
    ASSERT_TRUE(json && json->is_object() && json->size() == 1);
    frames.push_back(*json);
    take(json->begin().key(), json->begin().value());
  }
}

std::vector<Json> Client::take_frames() {
  read();
  return std::exchange(frames, {});
}

std::string Client::types() {
  read();
  std::string all;
  for (const Json& frame : frames) {
    if (!frame.contains("events")) continue;
    for (const Json& entry : frame["events"]["list"]) {
      if (entry["type"] != "tally") all += (all.empty() ? "" : " ") + entry["type"].get<std::string>();
    }
  }
  return all;
}

std::vector<Json> Client::tallies() {
  read();
  std::vector<Json> all;
  for (const Json& frame : frames) {
    if (!frame.contains("events")) continue;
    for (const Json& entry : frame["events"]["list"]) {
      if (entry["type"] == "tally") all.push_back(entry);
    }
  }
  return all;
}

view::Viewer Client::viewer() const {
  view::Viewer made;
  made.person = person();
  made.roles = token_.participant ? house_.room().state().roster.people.at(made.person).roles
                                  : Roles{*core::from_name<Role>(token_.role)};
  made.base = view::base_of(made.roles);
  if (!made.person) return made;
  made.vote_alias = alias(house_.room().key(), made.person.value, "question votes");
  made.poll_alias = [key = house_.room().key(), person = made.person](core::PollId poll) {
    return alias(key, person.value, "poll " + std::to_string(poll.value));
  };
  return made;
}

PersonId Client::person() const {
  if (welcome.contains("you") && welcome["you"]["participant"].is_number()) {
    return PersonId{welcome["you"]["participant"].get<std::uint32_t>()};
  }
  return token_.participant ? PersonId{*token_.participant} : PersonId{};
}

void Client::take(const std::string& name, const Json& body) {
  if (name == "welcome") {
    welcome = body;
    epoch = body["epoch"].get<std::uint32_t>();
    seq = body["seq"].get<std::uint32_t>();
    if (body.contains("snapshot")) {
      const auto read_state = wire::read_snapshot(body["snapshot"]);
      ASSERT_TRUE(read_state);
      state = *read_state;
    }
  }
  if (name == "ack" || name == "nack") answers.push_back(body);
  if (name == "ack") {
    EXPECT_LE(body["seq"].get<std::uint32_t>(), seq) << "an ack follows what it rests on";
  }
  if (name != "events") return;
  const auto frame_seq = body["seq"].get<std::uint32_t>();
  EXPECT_GE(frame_seq, seq);
  for (const Json& entry : body["list"]) {
    if (entry["type"] == "tally") continue;
    const auto event = wire::read_event(entry);
    ASSERT_TRUE(event) << entry;
    EXPECT_GT(event->seq, seq) << "nothing twice: " << entry;
    EXPECT_LE(event->seq, frame_seq);
    core::apply(state, *event);
  }
  seq = frame_seq;
}

bool House::close_lines() {
  bool closed = false;
  for (auto& client : clients_) {
    if (client->subscriber_ == nullptr || !client->peer->closed_with) continue;
    client->drop();
    closed = true;
  }
  return closed;
}

Client& House::connect(PersonId person, std::optional<ResumePoint> resume) {
  TokenFacts token;
  token.session = session;
  token.participant = person.value;
  token.role = core::name_of(state().roster.people.at(person).roles.first());
  token.expires_ms = now_ms + token_life_ms;
  clients_.push_back(std::make_unique<Client>(*this, token));
  clients_.back()->hello(resume);
  return *clients_.back();
}

Client& House::listed(std::uint32_t person, std::optional<ResumePoint> resume) {
  JoinRequest request;
  request.person = PersonId{person};
  request.keeps_profile = true;
  join(request);
  return connect(PersonId{person}, resume);
}

Client& House::attendee(const std::string& name) {
  return connect(join(name));
}

Client& House::machine(Role role) {
  TokenFacts token;
  token.session = session;
  token.role = core::name_of(role);
  token.expires_ms = now_ms + token_life_ms;
  clients_.push_back(std::make_unique<Client>(*this, token));
  clients_.back()->hello();
  return *clients_.back();
}

}  // namespace roundtable::server::test
