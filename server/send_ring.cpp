#include "server/send_ring.hpp"

#include <liburing.h>
#include <sys/socket.h>

#include <cerrno>
#include <utility>

namespace roundtable::server {

namespace {

constexpr ssize_t kNotKnown = -EIO;  // what was not answered when the ring failed
constexpr unsigned kFlags = MSG_NOSIGNAL | MSG_DONTWAIT;

bool can_send(io_uring& ring) {
  io_uring_probe* probe = io_uring_get_probe_ring(&ring);
  if (probe == nullptr) return false;
  const bool can =
      io_uring_opcode_supported(probe, IORING_OP_SEND) != 0 && io_uring_opcode_supported(probe, IORING_OP_SENDMSG) != 0;
  io_uring_free_probe(probe);
  return can;
}

}  // namespace

struct SendRing::Kernel {
  io_uring ring{};
  bool is_open = false;
  std::array<msghdr, limits::kSendsAtOnce> messages{};

  ~Kernel() {
    if (is_open) io_uring_queue_exit(&ring);
  }
};

std::unique_ptr<SendRing> SendRing::open() {
  auto kernel = std::make_unique<Kernel>();
  if (io_uring_queue_init(limits::kSendsAtOnce, &kernel->ring, 0) != 0) return nullptr;
  kernel->is_open = true;
  if (!can_send(kernel->ring)) return nullptr;
  return std::unique_ptr<SendRing>(new SendRing(std::move(kernel)));
}

SendRing::SendRing(std::unique_ptr<Kernel> kernel) : kernel_(std::move(kernel)) {}

SendRing::~SendRing() = default;

void SendRing::add(int socket, std::span<const iovec> pieces) {
  const std::size_t at = count_++;
  taken_[at] = kNotKnown;
  io_uring_sqe* const entry = io_uring_get_sqe(&kernel_->ring);  // there is room: leave() empties it
  if (pieces.size() == 1) {
    io_uring_prep_send(entry, socket, pieces[0].iov_base, pieces[0].iov_len, kFlags);
  } else {
    msghdr& message = kernel_->messages[at];
    message = {};
    message.msg_iov = const_cast<iovec*>(pieces.data());  // only read
    message.msg_iovlen = pieces.size();
    io_uring_prep_sendmsg(entry, socket, &message, kFlags);
  }
  io_uring_sqe_set_data64(entry, at);
}

std::span<const ssize_t> SendRing::leave() {
  // Should the ring fail, it is closed, which calls back what was not done; their lines are then broken.
  if (!collect()) kernel_.reset();
  return std::span(taken_).first(std::exchange(count_, 0));
}

bool SendRing::collect() {
  std::size_t open = count_;
  while (open > 0) {
    const int submitted = io_uring_submit_and_wait(&kernel_->ring, static_cast<unsigned>(open));
    if (submitted < 0 && submitted != -EINTR) return false;
    io_uring_cqe* answer = nullptr;
    while (io_uring_peek_cqe(&kernel_->ring, &answer) == 0) {
      taken_[io_uring_cqe_get_data64(answer)] = answer->res;
      io_uring_cqe_seen(&kernel_->ring, answer);
      --open;
    }
  }
  return true;
}

}  // namespace roundtable::server
