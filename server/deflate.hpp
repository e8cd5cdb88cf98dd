// permessage-deflate (RFC 7692).
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/framed_bytes.hpp"

namespace roundtable::server {

/// What was agreed on with a client.
struct DeflateTerms {
  bool is_agreed = false;
  bool keeps_context = true;
  int window_bits = 15;  // of what we send
  std::string answer;    // the header's value
};

/// The first offer of `extensions` that can be met. With context each message may refer to those before it, for which
/// both sides keep some 100 KiB a connection; without it nothing is kept.
DeflateTerms agree_on_deflate(std::string_view extensions, bool keeps_context);

/// Both directions of one connection with context, or of all that have none.
class Deflate {
 public:
  explicit Deflate(const DeflateTerms& terms);
  ~Deflate();
  Deflate(const Deflate&) = delete;
  Deflate& operator=(const Deflate&) = delete;

  void forget_context();
  Frame compressed(std::string_view text);
  /// Nothing: the data are broken, or longer than `most_bytes` (then `is_too_long`).
  std::optional<std::string> inflated(std::string_view data, std::size_t most_bytes, bool& is_too_long);

 private:
  struct Streams;
  std::unique_ptr<Streams> streams_;
};

}  // namespace roundtable::server
