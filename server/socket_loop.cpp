#include "server/socket_loop.hpp"

#include <sys/epoll.h>

#include <algorithm>
#include <array>
#include <boost/asio/post.hpp>
#include <cerrno>
#include <system_error>

#include "server/edge.hpp"

namespace roundtable::server {

namespace asio = boost::asio;
using boost::system::error_code;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr std::size_t kReadBytes = 64 * 1024;

int new_epoll() {
  const int descriptor = epoll_create1(EPOLL_CLOEXEC);
  if (descriptor < 0) throw std::system_error(errno, std::generic_category(), "epoll_create1");
  return descriptor;
}

milliseconds wheel_step(const ListenerOptions& options) {
  return std::clamp(std::min(options.ping_after, options.goodbye_time) / 4, milliseconds(5), milliseconds(1000));
}

}  // namespace

SocketLoop::SocketLoop(asio::io_context& rooms, bool has_own_thread, const ListenerOptions& options,
                       EdgeMetrics& metrics)
    : rooms_(rooms),
      own_(has_own_thread ? std::make_unique<asio::io_context>(1) : nullptr),
      io_(own_ ? *own_ : rooms),
      options_(options),
      metrics_(metrics),
      epoll_(new_epoll()),
      sockets_(io_, epoll_),
      wheel_timer_(io_),
      rest_timer_(io_),
      wheel_(wheel_step(options), steady_clock::now()),
      read_buffer_(kReadBytes),
      ring_(options.sends_by_ring ? SendRing::open() : nullptr) {}

SocketLoop::~SocketLoop() {
  shut();
}

void SocketLoop::start() {
  wait_for_sockets();
  turn_wheel();
  if (own_) thread_ = std::thread([this] { own_->run(); });
}

void SocketLoop::tell(LoopCommand command) {
  told_.push_back(std::move(command));
  if (is_shut_ || std::exchange(is_hand_over_posted_, true)) return;
  asio::post(rooms_, [loop = weak_from_this()] {
    if (const auto self = loop.lock()) self->hand_over();
  });
}

void SocketLoop::hand_over() {
  is_hand_over_posted_ = false;
  if (told_.empty()) return;
  if (!own_) return perform_all(std::exchange(told_, {}));
  asio::post(*own_, [this, told = std::exchange(told_, {})]() mutable { perform_all(std::move(told)); });
}

void SocketLoop::shut() {
  if (thread_.joinable()) {
    own_->stop();
    thread_.join();
  }
  is_shut_ = true;  // from here on its sockets are neither read nor written
  if (own_) {
    own_->restart();
    own_->poll();  // what was handed over before
  }
  hear();
  while (!told_.empty()) {
    perform_all(std::exchange(told_, {}));
    hear();
  }
  error_code ignored;
  sockets_.close(ignored);
  wheel_timer_.cancel();
  rest_timer_.cancel();
}

void SocketLoop::perform_all(std::vector<LoopCommand> commands) {
  const bool is_write_posted = std::exchange(is_write_posted_, true);  // what is due after them is written below
  for (LoopCommand& command : commands) {
    std::visit([this](auto& one) { perform(one); }, command);
  }
  if (!is_shut_ && !is_write_posted) write();
}

void SocketLoop::perform(OpenLine& open) {
  open.line->open(std::move(open.answer));
}
void SocketLoop::perform(SendOne& send) {
  send.line->send(send.frame);
}
void SocketLoop::perform(CloseLine& close) {
  close.line->close(close.code, close.reason);
}
void SocketLoop::perform(CutLine& cut) {
  cut.line->end();
}
void SocketLoop::perform(ReadOn& read_on) {
  read_on.line->read_on();
}
void SocketLoop::perform(ForgetLine& forget) {
  if (forget.line->is_flush_due) {
    std::replace(to_flush_.begin(), to_flush_.end(), forget.line.get(), static_cast<SocketLine*>(nullptr));
  }
  forget.line.reset();
}
void SocketLoop::perform(JoinPart& join) {
  join.part->join(*join.line);
}
void SocketLoop::perform(LeavePart& leave) {
  if (leave.line->part == leave.part.get()) leave.part->let_go(*leave.line);
}
void SocketLoop::perform(TellPart& tell) {
  tell.part->tell(std::move(tell.frame), tell.except);
}

bool SocketLoop::tell_text(SocketLine& line, std::string_view text) {
  if (own_) {
    say({&line, false, std::string(text)});
    return false;
  }
  line.owner().on_text(text);
  return true;
}

void SocketLoop::tell_end(SocketLine& line) {
  if (own_) return say({&line, true, {}});
  line.owner().on_end();
}

void SocketLoop::say(Said said) {
  const std::lock_guard lock(said_mutex_);
  said_.push_back(std::move(said));
  if (said_.size() > 1) return;
  asio::post(rooms_, [loop = weak_from_this()] {
    if (const auto self = loop.lock()) self->hear();
  });
}

/// On the rooms' thread.
void SocketLoop::hear() {
  std::vector<Said> said;
  {
    const std::lock_guard lock(said_mutex_);
    said.swap(said_);
  }
  for (const Said& each : said) {
    if (each.is_end) {
      each.line->owner().on_end();
      continue;
    }
    each.line->owner().on_text(each.text);
    if (each.line->text_taken(each.text)) tell(ReadOn{each.line});
  }
}

Deflate& SocketLoop::fresh_deflate() {
  if (!deflate_) deflate_ = std::make_unique<Deflate>(DeflateTerms{});
  deflate_->forget_context();
  return *deflate_;
}

void SocketLoop::watch(SocketLine& line, int operation, std::uint32_t events) const {
  epoll_event event{};
  event.events = events;
  event.data.ptr = &line;
  epoll_ctl(epoll_, operation, line.socket(), &event);
}

/// All sockets stand behind one descriptor of the loop: an idle one costs it nothing.
void SocketLoop::wait_for_sockets() {
  sockets_.async_wait(asio::posix::stream_descriptor::wait_read, [loop = weak_from_this()](const error_code& error) {
    const auto self = loop.lock();
    if (error || !self || self->is_shut_) return;
    self->handle_sockets();
    self->wait_for_sockets();
  });
}

void SocketLoop::handle_sockets() {
  std::array<epoll_event, 256> events;
  const int count = epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), 0);
  for (int index = 0; index < count; ++index) {
    const epoll_event& event = events[static_cast<std::size_t>(index)];
    constexpr std::uint32_t kReadable = EPOLLIN | EPOLLHUP | EPOLLERR;
    static_cast<SocketLine*>(event.data.ptr)->ready((event.events & kReadable) != 0, (event.events & EPOLLOUT) != 0);
  }
}

void SocketLoop::turn_wheel() {
  wheel_timer_.expires_at(wheel_.next_turn());
  wheel_timer_.async_wait([loop = weak_from_this()](const error_code& error) {
    const auto self = loop.lock();
    if (error || !self || self->is_shut_) return;
    const auto now = steady_clock::now();
    while (self->wheel_.next_turn() <= now) {
      self->wheel_.turn([now](SocketLine& line) { line.look_after(now); });
    }
    self->turn_wheel();
  });
}

void SocketLoop::flush_soon(SocketLine& line) {
  if (std::exchange(line.is_flush_due, true)) return;
  to_flush_.push_back(&line);
  write_soon();
}

void SocketLoop::deliver_soon(AudiencePart& part) {
  const auto is_part = [&](const auto& waiting) { return waiting.get() == &part; };
  if (std::any_of(to_deliver_.begin(), to_deliver_.end(), is_part)) return;
  to_deliver_.push_back(part.shared_from_this());
  write_soon();
}

void SocketLoop::write_soon() {
  if (is_shut_ || std::exchange(is_write_posted_, true)) return;
  asio::post(io_, [loop = weak_from_this()] {
    const auto self = loop.lock();
    if (self && !self->is_shut_) self->write();
  });
}

/// In portions, so that commands and pings get their turn during the fan-out to a large room.
void SocketLoop::write() {
  is_write_posted_ = false;
  std::size_t left = limits::kFlushesPerTurn;
  if (flush_some(left) && !to_deliver_.empty() && !is_resting()) deliver_some(left);
  metrics_.frames_out.add(std::exchange(frames_out_, 0));
  metrics_.writes.add(std::exchange(writes_, 0));
  const bool has_more = !to_flush_.empty() || (!to_deliver_.empty() && !is_rest_timer_set_);
  if (has_more) write_soon();
}

/// False: not all in this turn.
bool SocketLoop::flush_some(std::size_t& left) {
  std::vector<SocketLine*> lines = std::exchange(to_flush_, {});
  const std::size_t count = std::min(lines.size(), left);
  for (std::size_t at = 0; at < count; ++at) {
    if (lines[at] == nullptr) continue;
    lines[at]->is_flush_due = false;
    lines[at]->flush();
  }
  left -= count;
  if (count == lines.size()) return to_flush_.empty();
  lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(count));
  to_flush_.insert(to_flush_.begin(), lines.begin(), lines.end());
  return false;
}

/// Small rooms are told at once. After the fan-out to a large one the loop rests a share of the time that it took:
/// what comes meanwhile leaves in one write a viewer.
bool SocketLoop::is_resting() {
  const auto now = steady_clock::now();
  if (now >= rest_until_) return false;
  if (std::exchange(is_rest_timer_set_, true)) return true;
  rest_timer_.expires_at(rest_until_);
  rest_timer_.async_wait([loop = weak_from_this()](const error_code& error) {
    const auto self = loop.lock();
    if (error || !self || self->is_shut_) return;
    self->is_rest_timer_set_ = false;
    if (!self->is_write_posted_) self->write();
  });
  return true;
}

void SocketLoop::deliver_some(std::size_t left) {
  const auto began = steady_clock::now();
  while (left > 0 && !to_deliver_.empty()) {
    AudiencePart& part = *to_deliver_.front();
    left -= part.deliver(left);
    if (!part.has_waiting()) to_deliver_.erase(to_deliver_.begin());
  }
  const auto now = steady_clock::now();
  round_took_ += now - began;
  if (!to_deliver_.empty()) return;
  const auto rest =
      std::min<SteadyTime::duration>(std::exchange(round_took_, {}) / limits::kRestShare, limits::kLongestRest);
  if (rest >= limits::kShortestRest) rest_until_ = now + rest;
}

}  // namespace roundtable::server
