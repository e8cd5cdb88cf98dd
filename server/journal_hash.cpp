#include "server/journal_hash.hpp"

#include <openssl/evp.h>

#include <memory>
#include <stdexcept>

namespace roundtable::server {
namespace {

// Big-endian and with lengths before texts: two different rows never encode to the same bytes.
class Encoding {
 public:
  template <typename Number>
  void number(Number value) {
    for (int shift = static_cast<int>(sizeof(Number)) * 8 - 8; shift >= 0; shift -= 8) {
      bytes_.push_back(static_cast<char>(static_cast<unsigned char>(static_cast<std::uint64_t>(value) >> shift)));
    }
  }
  void text(std::string_view text) {
    number(static_cast<std::uint64_t>(text.size()));
    bytes_.append(text);
  }
  void row(const Row& row) {
    number(row.seq);
    number(row.at_ms);
    text(row.type);
    text(row.data);
    text(row.mark);
  }
  Hash hash() const { return sha256(bytes_); }

 private:
  std::string bytes_;
};

}  // namespace

Hash sha256(std::string_view bytes) {
  // Fetched once: OpenSSL 3 looks algorithms up by name otherwise, which costs more than a short hash.
  static const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> algorithm{EVP_MD_fetch(nullptr, "SHA256", nullptr),
                                                                         &EVP_MD_free};
  Hash hash{};
  if (EVP_Digest(bytes.data(), bytes.size(), hash.data(), nullptr, algorithm.get(), nullptr) != 1) {
    throw std::runtime_error("SHA-256 failed");
  }
  return hash;
}

std::string hex(const Hash& hash) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const unsigned byte : hash) {
    text.push_back(digits[byte >> 4U]);
    text.push_back(digits[byte & 15U]);
  }
  return text;
}

Hash first_row_hash(const Row& row, std::string_view session, std::uint32_t first_epoch) {
  Encoding encoding;
  encoding.text("roundtable.first.1");
  encoding.text(session);
  encoding.number(first_epoch);
  encoding.row(row);
  return encoding.hash();
}

Hash next_row_hash(const Row& row, const Hash& before) {
  Encoding encoding;
  encoding.text("roundtable.next.1");
  encoding.text({reinterpret_cast<const char*>(before.data()), before.size()});
  encoding.row(row);
  return encoding.hash();
}

}  // namespace roundtable::server
