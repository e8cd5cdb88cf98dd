#include "wire/utf8.hpp"

#include <gtest/gtest.h>

#include "core/text.hpp"

namespace roundtable::wire {
namespace {

std::string bytes_of(char32_t code) {
  std::string text;
  append_character(text, code);
  return text;
}

TEST(Utf8, EveryCharacterIsGoodAndIsReadBack) {
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    const std::string text = bytes_of(code);
    ASSERT_FALSE(first_bad_utf8(text)) << static_cast<unsigned>(code);
    std::size_t at = 0;
    ASSERT_EQ(next_character(text, at), code);
    ASSERT_EQ(at, text.size());
    ASSERT_EQ(core::character_count(text), 1U);
  }
}

TEST(Utf8, RefusesWhatIsNoCharacter) {
  for (const std::string bad :
       {"\x80", "\xC0\xAF", "\xC1\xBF", "\xC3", "\xC3(", "\xE0\x9F\xBF", "\xE2\x82", "\xED\xA0\x80", "\xED\xBF\xBF",
        "\xF0\x8F\xBF\xBF", "\xF0\x9F\x98", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xFE"}) {
    EXPECT_EQ(first_bad_utf8(bad), 0U);
    EXPECT_EQ(first_bad_utf8("eight or more" + bad), 13U);
    EXPECT_EQ(first_bad_utf8("\xC3\xA9" + bad + "trailing ascii"), 2U);
  }
}

/// Written anew from the ranges of the Unicode standard, to compare on all short byte strings.
bool is_good_by_decoding(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = first < 0x80   ? 1
                               : first < 0xC0 ? 0
                               : first < 0xE0 ? 2
                               : first < 0xF0 ? 3
                               : first < 0xF8 ? 4
                                              : 0;
    if (length == 0 || at + length > text.size()) return false;
    char32_t code = length == 1 ? first : first & (0x7FU >> length);
    for (std::size_t step = 1; step < length; ++step) {
      const auto next = static_cast<unsigned char>(text[at + step]);
      if ((next & 0xC0U) != 0x80U) return false;
      code = (code << 6U) | (next & 0x3FU);
    }
    if (bytes_of(code).size() != length || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return false;
    at += length;
  }
  return true;
}

TEST(Utf8, AgreesWithDecodingOnAllThreeBytesAndEdgesOfFour) {
  for (unsigned first = 0; first < 256; ++first) {
    for (unsigned second = 0; second < 256; ++second) {
      for (const unsigned third : {0x00U, 0x41U, 0x7FU, 0x80U, 0xBFU, 0xC0U, 0xC3U, 0xFFU}) {
        std::string text{static_cast<char>(first), static_cast<char>(second), static_cast<char>(third)};
        ASSERT_EQ(is_utf8(text), is_good_by_decoding(text)) << first << " " << second << " " << third;
        text.push_back(static_cast<char>(0x80));
        ASSERT_EQ(is_utf8(text), is_good_by_decoding(text)) << first << " " << second << " " << third;
      }
    }
  }
}

TEST(Utf8, CountsAndCutsWholeCharacters) {
  const std::string text = "a\u00E9\u20AC\U0001F600z";
  EXPECT_EQ(core::character_count(text), 5U);
  EXPECT_EQ(first_characters(text, 0), "");
  EXPECT_EQ(first_characters(text, 2), "a\u00E9");
  EXPECT_EQ(first_characters(text, 4), "a\u00E9\u20AC\U0001F600");
  EXPECT_EQ(first_characters(text, 99), text);
  for (std::size_t most = 0; most <= text.size() + 1; ++most) {
    const std::string_view cut = first_bytes(text, most);
    EXPECT_LE(cut.size(), most);
    EXPECT_TRUE(is_utf8(cut));
    EXPECT_GT(cut.size() + 4, std::min(most, text.size()));
  }
}

TEST(Utf8, FindsWhatMustNotStandInText) {
  EXPECT_FALSE(first_control("plain, \u00E9 \u20AC", TextKind::name));
  EXPECT_FALSE(first_control("two\nlines\tand tabs", TextKind::text));
  EXPECT_EQ(first_control("two\nlines", TextKind::line)->byte, 3U);
  EXPECT_EQ(first_control("carriage\r", TextKind::text)->code, U'\r');
  EXPECT_EQ(first_control("\u00E9\x7F", TextKind::text)->byte, 2U);
  EXPECT_EQ(first_control("\u0085", TextKind::text)->code, 0x85U);
  EXPECT_TRUE(first_control("\u2028", TextKind::line));
  EXPECT_FALSE(first_control("\u2028", TextKind::text));
  EXPECT_TRUE(first_control("a\u202Eb", TextKind::name));
  EXPECT_FALSE(first_control("a\u202Eb", TextKind::line));
}

TEST(Utf8, TrimsAndFolds) {
  EXPECT_EQ(trimmed(" \t\n Ana\u00A0Souza \u3000\u200B"), "Ana\u00A0Souza");
  EXPECT_EQ(trimmed(" \u2003 "), "");
  EXPECT_EQ(trimmed(""), "");
  EXPECT_EQ(folded("ANA \u00C9CLAIR \u0160 \u0391\u03A3 \u0416\u0401 \u0178 \u0139"),
            "ana \u00E9clair \u0161 \u03B1\u03C3 \u0436\u0451 \u00FF \u013A");
  EXPECT_EQ(folded("\u00D7 \u4E2D \u0130"), "\u00D7 \u4E2D \u0130");
}

TEST(Utf8, StaysInBoundsOnAnyBytes) {
  for (const std::string bad : {"\xE2\x82", "\xF0", "\x80\x80", "\xC3"}) {
    EXPECT_LE(trimmed(bad).size(), bad.size());
    EXPECT_LE(first_characters(bad, 1).size(), bad.size());
    EXPECT_LE(first_bytes(bad, 1).size(), 1U);
    EXPECT_TRUE(is_utf8(folded(bad)));
  }
}

}  // namespace
}  // namespace roundtable::wire
