#include "server/deflate.hpp"

#include <boost/beast/zlib/deflate_stream.hpp>
#include <boost/beast/zlib/inflate_stream.hpp>
#include <charconv>

#include "server/http_rules.hpp"

namespace roundtable::server {

namespace zlib = boost::beast::zlib;

namespace {

constexpr int kSmallestWindow = 9;  // 8 is what zlib cannot do
constexpr int kLargestWindow = 15;
constexpr int kLevel = 6;
constexpr int kMemoryLevel = 6;
constexpr std::size_t kPiece = 4096;
constexpr std::string_view kEndOfFlush("\x00\x00\xff\xff", 4);

/// Cuts the text before the next `mark` off its front.
std::string_view take_until(std::string_view& text, char mark) {
  const std::size_t at = text.find(mark);
  const std::string_view taken = text.substr(0, at);
  text = at == std::string_view::npos ? std::string_view() : text.substr(at + 1);
  return trimmed(taken);
}

std::optional<int> window_of(std::string_view value) {
  if (value.size() >= 2 && value.starts_with('"') && value.ends_with('"')) value = value.substr(1, value.size() - 2);
  int bits = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), bits);
  const bool is_number = error == std::errc{} && end == value.data() + value.size();
  return is_number && bits >= 8 && bits <= kLargestWindow ? std::optional(bits) : std::nullopt;
}

/// Nothing: it asks for something that we cannot do, or do not know.
std::optional<DeflateTerms> meet(std::string_view offer, bool keeps_context) {
  if (!equal_ignoring_case(take_until(offer, ';'), "permessage-deflate")) return std::nullopt;
  DeflateTerms terms{true, keeps_context, kLargestWindow, "permessage-deflate"};
  if (!keeps_context) terms.answer += "; server_no_context_takeover; client_no_context_takeover";
  const int smallest_window = keeps_context ? kSmallestWindow : kLargestWindow;  // those without share one
  while (!offer.empty()) {
    std::string_view value = take_until(offer, ';');
    const bool has_value = value.find('=') != std::string_view::npos;
    const std::string_view name = take_until(value, '=');
    if (name == "client_max_window_bits") {
      if (has_value && !window_of(value)) return std::nullopt;
    } else if (name == "server_max_window_bits") {
      const auto bits = window_of(value);
      if (!bits || *bits < smallest_window) return std::nullopt;
      terms.window_bits = *bits;
      terms.answer += "; server_max_window_bits=" + std::to_string(*bits);
    } else {
      const bool is_met =
          name == "client_no_context_takeover" || (name == "server_no_context_takeover" && !keeps_context);
      if (!is_met || has_value) return std::nullopt;
    }
  }
  return terms;
}

}  // namespace

DeflateTerms agree_on_deflate(std::string_view extensions, bool keeps_context) {
  while (!extensions.empty()) {
    if (auto terms = meet(take_until(extensions, ','), keeps_context)) return *terms;
  }
  return {};
}

struct Deflate::Streams {
  zlib::deflate_stream down;
  zlib::inflate_stream up;
};

Deflate::Deflate(const DeflateTerms& terms) : streams_(std::make_unique<Streams>()) {
  streams_->down.reset(kLevel, terms.window_bits, kMemoryLevel, zlib::Strategy::normal);
  streams_->up.reset(kLargestWindow);
}

Deflate::~Deflate() = default;

void Deflate::forget_context() {
  streams_->down.reset();
  streams_->up.reset();
}

Frame Deflate::compressed(std::string_view text) {
  std::string begun = FramedBytes::begin(text.size() / 2);
  zlib::z_params work;
  work.next_in = text.data();
  work.avail_in = text.size();
  do {
    const std::size_t size = begun.size();
    begun.resize(size + kPiece);
    work.next_out = begun.data() + size;
    work.avail_out = kPiece;
    boost::system::error_code error;
    streams_->down.write(work, zlib::Flush::sync, error);
    begun.resize(begun.size() - work.avail_out);
  } while (work.avail_out == 0);
  if (begun.ends_with(kEndOfFlush)) begun.resize(begun.size() - kEndOfFlush.size());
  return std::make_shared<const FramedBytes>(std::move(begun), Opcode::text, true);
}

std::optional<std::string> Deflate::inflated(std::string_view data, std::size_t most_bytes, bool& is_too_long) {
  std::string text;
  is_too_long = false;
  for (const std::string_view part : {data, kEndOfFlush}) {
    zlib::z_params work;
    work.next_in = part.data();
    work.avail_in = part.size();
    do {
      const std::size_t size = text.size();
      text.resize(size + kPiece);
      work.next_out = text.data() + size;
      work.avail_out = kPiece;
      boost::system::error_code error;
      streams_->up.write(work, zlib::Flush::sync, error);
      text.resize(text.size() - work.avail_out);
      if (error == zlib::error::need_buffers) break;
      if (error) return std::nullopt;
      is_too_long = text.size() > most_bytes;
      if (is_too_long) return std::nullopt;
    } while (work.avail_in > 0 || work.avail_out == 0);
  }
  return text;
}

}  // namespace roundtable::server
