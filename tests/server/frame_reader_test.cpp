#include "server/frame_reader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "raw_client.hpp"

namespace roundtable::server::test {
namespace {

constexpr std::size_t kMost = 1000;

std::string word_of(const FrameReader::Found& found) {
  using Kind = FrameReader::Kind;
  const std::string payload(found.payload);
  switch (found.kind) {
    case Kind::nothing:
      return "nothing";
    case Kind::text:
      return (found.is_compressed ? "compressed " : "text ") + payload;
    case Kind::binary:
      return "binary " + payload;
    case Kind::ping:
      return "ping " + payload;
    case Kind::pong:
      return "pong " + payload;
    case Kind::close:
      return "close " + std::to_string(found.code) + " " + payload;
    case Kind::fault:
      return "fault " + std::to_string(found.code);
  }
  return {};
}

/// What is found when the bytes come in pieces of that size; reading ends with a close or a fault.
std::vector<std::string> found_in(std::string bytes, std::size_t piece_bytes, bool may_be_compressed = false) {
  FrameReader reader(kMost, may_be_compressed);
  std::vector<std::string> words;
  for (std::size_t at = 0; at < bytes.size(); at += piece_bytes) {
    std::string piece = bytes.substr(at, piece_bytes);  // apart, so that a reader that keeps views is seen to
    std::span<char> rest(piece);
    for (;;) {
      const FrameReader::Found found = reader.next(rest);
      if (found.kind == FrameReader::Kind::nothing) break;
      words.push_back(word_of(found));
      if (found.kind == FrameReader::Kind::fault || found.kind == FrameReader::Kind::close) return words;
    }
    EXPECT_TRUE(rest.empty());
  }
  return words;
}

struct Case {
  const char* name;
  std::string bytes;
  std::vector<std::string> found;
};

std::string bytes_of(std::initializer_list<unsigned> values) {
  std::string out;
  for (const unsigned value : values) out += static_cast<char>(value);
  return out;
}

std::string closing(unsigned code, const std::string& reason = {}) {
  return RawClient::frame(opcode::kClose, bytes_of({code >> 8U, code & 0xFFU}) + reason);
}

void expect_found(const std::vector<Case>& cases, bool may_be_compressed = false) {
  for (const Case& each : cases) {
    for (const std::size_t piece :
         {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{7}, each.bytes.size()}) {
      EXPECT_EQ(found_in(each.bytes, piece, may_be_compressed), each.found) << each.name << " in pieces of " << piece;
    }
  }
}

TEST(FrameReader, ReadsTheExamplesOfTheStandard) {
  expect_found({
      {"a masked text", bytes_of({0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58}), {"text Hello"}},
      {"an unmasked text", bytes_of({0x81, 0x05, 0x48, 0x65, 0x6c, 0x6c, 0x6f}), {"fault 1002"}},
      {"a masked pong", bytes_of({0x8a, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58}), {"pong Hello"}},
      {"a text in two frames",
       RawClient::frame(opcode::kText, "Hel", false) + RawClient::frame(opcode::kContinuation, "lo"),
       {"text Hello"}},
      {"256 bytes", RawClient::frame(opcode::kBinary, std::string(256, 'b')), {"binary " + std::string(256, 'b')}},
  });
}

TEST(FrameReader, ReadsEveryLengthOfFrameAtItsEdges) {
  for (const std::size_t size : {0U, 1U, 125U, 126U, 127U, 999U, 1000U}) {
    const std::string text(size, 't');
    expect_found({{"text", RawClient::frame(opcode::kText, text), {"text " + text}}});
  }
  expect_found({{"1001 bytes", RawClient::frame(opcode::kText, std::string(1001, 't')), {"fault 1009"}}});
}

TEST(FrameReader, FindsControlFramesBetweenFragmentsAndKeepsTheMessage) {
  expect_found({
      {"a ping",
       RawClient::frame(opcode::kText, "caf\xc3", false) + RawClient::frame(opcode::kPing, "?") +
           RawClient::frame(opcode::kPong, "") + RawClient::frame(opcode::kContinuation, "\xa9", false) +
           RawClient::frame(opcode::kContinuation, ""),
       {"ping ?", "pong ", "text caf\xc3\xa9"}},
      {"one after the other",
       RawClient::frame(opcode::kText, "one") + RawClient::frame(opcode::kText, "") +
           RawClient::frame(opcode::kBinary, "\xff"),
       {"text one", "text ", "binary \xff"}},
  });
}

TEST(FrameReader, RefusesWhatTheStandardForbids) {
  const auto text = [](const std::string& payload, bool is_final) {
    return RawClient::frame(opcode::kText, payload, is_final);
  };
  expect_found({
      {"reserved bit 2", RawClient::frame(opcode::kText, "x", true, true, 2), {"fault 1002"}},
      {"reserved bit 3", RawClient::frame(opcode::kText, "x", true, true, 1), {"fault 1002"}},
      {"compressed without agreement", RawClient::frame(opcode::kText, "x", true, true, 4), {"fault 1002"}},
      {"a reserved opcode of data", RawClient::frame(3, "x"), {"fault 1002"}},
      {"a reserved control opcode", RawClient::frame(11, "x"), {"fault 1002"}},
      {"a long ping", RawClient::frame(opcode::kPing, std::string(126, 'p')), {"fault 1002"}},
      {"a ping in two frames", RawClient::frame(opcode::kPing, "x", false), {"fault 1002"}},
      {"nothing to continue", RawClient::frame(opcode::kContinuation, "x"), {"fault 1002"}},
      {"a message within a message", text("a", false) + text("b", true), {"fault 1002"}},
      {"a length in more bytes than it needs", bytes_of({0x81, 0xFE, 0, 125, 0, 0, 0, 0}), {"fault 1002"}},
      {"a length of 64 bits below 65536", bytes_of({0x81, 0xFF, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0}), {"fault 1002"}},
      {"a negative length", bytes_of({0x81, 0xFF, 0x80, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0}), {"fault 1002"}},
      {"a length beyond memory",
       bytes_of({0x81, 0xFF, 0x7F, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0}),
       {"fault 1009"}},
      {"fragments that are too long together",
       text(std::string(600, 'a'), false) + RawClient::frame(opcode::kContinuation, std::string(401, 'b')),
       {"fault 1009"}},
  });
}

TEST(FrameReader, RefusesTextThatIsNotUtf8AtItsFirstWrongByte) {
  const std::vector<std::string> bad = {
      "\xff",     "\xc0\xaf", "\xe0\x80\x80", "\xed\xa0\x80", "\xf0\x80\x80\x80", "\xf4\x90\x80\x80",
      "\xe2\x82", "a\xc3(",   "\x80",         "abcdefgh\xbf"};
  for (const std::string& text : bad) {
    expect_found({{"bad", RawClient::frame(opcode::kText, text), {"fault 1007"}}});
  }
  const std::string good = "k\xc3\xb6ln \xe2\x82\xac \xed\x9f\xbf \xee\x80\x80 \xf4\x8f\xbf\xbf";
  expect_found({{"good", RawClient::frame(opcode::kText, good), {"text " + good}}});
  // Said before the frame is complete: four of nine bytes have come.
  FrameReader reader(kMost);
  std::string begun = RawClient::frame(opcode::kText, "\xed\xa0\x80 and more").substr(0, 8);
  std::span<char> bytes(begun);
  EXPECT_EQ(reader.next(bytes).code, 1007U);
}

TEST(FrameReader, TakesOnlyClosesThatMayBeSent) {
  for (const unsigned code : {1000U, 1001U, 1003U, 1007U, 1014U, 3000U, 4999U}) {
    expect_found({{"good", closing(code, "why"), {"close " + std::to_string(code) + " why"}}});
  }
  for (const unsigned code : {0U, 999U, 1004U, 1005U, 1006U, 1015U, 1016U, 2999U, 5000U, 65535U}) {
    expect_found({{"bad", closing(code), {"fault 1002"}}});
  }
  expect_found({{"without a code", RawClient::frame(opcode::kClose, ""), {"close 1005 "}},
                {"half a code", RawClient::frame(opcode::kClose, "\x03"), {"fault 1002"}},
                {"a reason that is not UTF-8", closing(1000, "\xff"), {"fault 1007"}}});
}

TEST(FrameReader, MarksCompressedMessagesWhereThatWasAgreed) {
  expect_found(
      {{"in two frames",
        RawClient::frame(opcode::kText, "\xff", false, true, 4) + RawClient::frame(opcode::kContinuation, "\xfe"),
        {"compressed \xff\xfe"}},
       {"a plain one", RawClient::frame(opcode::kText, "plain"), {"text plain"}},
       {"a continuation",
        RawClient::frame(opcode::kText, "a", false) + RawClient::frame(opcode::kContinuation, "b", true, true, 4),
        {"fault 1002"}},
       {"a ping", RawClient::frame(opcode::kPing, "x", true, true, 4), {"fault 1002"}}},
      true);
}

TEST(FramedBytes, HaveTheShortestHead) {
  EXPECT_EQ(framed("Hello")->wire(), bytes_of({0x81, 0x05}) + "Hello");
  EXPECT_EQ(framed("Hello", Opcode::pong)->wire(), bytes_of({0x8a, 0x05}) + "Hello");
  EXPECT_EQ(framed("")->wire(), bytes_of({0x81, 0x00}));
  const std::vector<std::pair<std::size_t, std::string>> heads = {
      {125, bytes_of({0x81, 125})},
      {126, bytes_of({0x81, 126, 0, 126})},
      {0xFFFF, bytes_of({0x81, 126, 0xFF, 0xFF})},
      {0x10000, bytes_of({0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0})}};
  for (const auto& [size, head] : heads) {
    const Frame frame = framed(std::string(size, 'x'));
    EXPECT_EQ(frame->wire().substr(0, head.size()), head) << size;
    EXPECT_EQ(frame->wire().size(), head.size() + size);
    EXPECT_EQ(frame->payload(), std::string(size, 'x'));
  }
}

TEST(FramedBytes, CutACloseReasonBetweenTwoCharacters) {
  std::string reason(122, 'x');
  reason += "\xc3\xa9";
  const Frame frame = close_frame(4503, reason);
  EXPECT_EQ(frame->payload(), bytes_of({4503U >> 8U, 4503U & 0xFFU}) + std::string(122, 'x'));
  EXPECT_EQ(close_frame(1005, "")->wire(), bytes_of({0x88, 0}));
}

}  // namespace
}  // namespace roundtable::server::test
