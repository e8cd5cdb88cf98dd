#include "server/deflate.hpp"

#include <gtest/gtest.h>

#include <string>

#include "server/handshake.hpp"

namespace roundtable::server::test {
namespace {

std::string answer_to(std::string_view offer, bool keeps_context = true) {
  return agree_on_deflate(offer, keeps_context).answer;
}

TEST(Deflate, TheFirstOfferThatCanBeMetIsTaken) {
  EXPECT_EQ(answer_to("permessage-deflate"), "permessage-deflate");
  EXPECT_EQ(answer_to("permessage-deflate; client_max_window_bits"), "permessage-deflate");
  EXPECT_EQ(answer_to("permessage-deflate;client_no_context_takeover; client_max_window_bits=10"),
            "permessage-deflate");
  EXPECT_EQ(answer_to("permessage-deflate; server_max_window_bits=10"),
            "permessage-deflate; server_max_window_bits=10");
  EXPECT_EQ(answer_to("x-other, permessage-deflate; server_max_window_bits=\"12\""),
            "permessage-deflate; server_max_window_bits=12");
  EXPECT_EQ(answer_to("permessage-deflate; server_max_window_bits=99, permessage-deflate"), "permessage-deflate");
}

TEST(Deflate, AnOfferThatCannotBeMetIsLeft) {
  for (const char* offer :
       {"", "x-other", "permessage-deflate; nobody_knows", "permessage-deflate; server_max_window_bits=8",
        "permessage-deflate; server_max_window_bits", "permessage-deflate; client_max_window_bits=16",
        "permessage-deflate; server_no_context_takeover"}) {
    EXPECT_FALSE(agree_on_deflate(offer, true).is_agreed) << offer;
  }
}

TEST(Deflate, WithoutContextNeitherSideKeepsAny) {
  const std::string alone = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";
  EXPECT_EQ(answer_to("permessage-deflate", false), alone);
  EXPECT_EQ(answer_to("permessage-deflate; server_no_context_takeover; client_max_window_bits", false), alone);
  EXPECT_EQ(answer_to("permessage-deflate; server_max_window_bits=15", false), alone + "; server_max_window_bits=15");
  EXPECT_EQ(answer_to("permessage-deflate; server_max_window_bits=10", false), "") << "one window serves all";
  EXPECT_EQ(answer_to("permessage-deflate; server_no_context_takeover=1", false), "");
}

TEST(Deflate, AMessageAfterForgettingRefersToNoEarlier) {
  Deflate line(DeflateTerms{});
  const std::string text = "the same words again and again, the same words again and again";
  const Frame first = line.compressed(text);
  line.forget_context();
  const Frame second = line.compressed(text);
  EXPECT_EQ(first->payload(), second->payload());
  bool is_too_long = false;
  EXPECT_FALSE(line.inflated("\xff\xff\xff\xff", 100, is_too_long));
  line.forget_context();
  EXPECT_EQ(line.inflated(second->payload(), 100, is_too_long), text) << "also after a broken one";
}

TEST(Deflate, MessagesComeBackAndLaterOnesReferToEarlier) {
  Deflate here(agree_on_deflate("permessage-deflate", true));
  Deflate there(agree_on_deflate("permessage-deflate", true));
  std::string text;
  for (int number = 0; number < 2000; ++number) text += "event " + std::to_string(number * number) + ";";
  const Frame first = here.compressed(text);
  const Frame second = here.compressed(text);
  EXPECT_EQ(static_cast<unsigned char>(first->wire()[0]), 0xC1U) << "final, compressed, text";
  EXPECT_LT(first->payload().size(), text.size() / 2);
  EXPECT_LT(second->payload().size(), first->payload().size() / 10);
  bool is_too_long = true;
  EXPECT_EQ(there.inflated(first->payload(), text.size(), is_too_long), text);
  EXPECT_EQ(there.inflated(second->payload(), text.size(), is_too_long), text);
  EXPECT_FALSE(is_too_long);
}

TEST(Deflate, TheExampleOfTheStandardIsRead) {
  Deflate line(agree_on_deflate("permessage-deflate", true));
  bool is_too_long = false;
  EXPECT_EQ(line.inflated({"\xf2\x48\xcd\xc9\xc9\x07\x00", 7}, 100, is_too_long), "Hello");  // RFC 7692, 7.2.3.1
  EXPECT_EQ(line.inflated({"\xf2\x00\x11\x00\x00", 5}, 100, is_too_long), "Hello") << "7.2.3.2: with context";
}

TEST(Deflate, WhatGrowsBeyondTheLimitOrIsBrokenIsRefused) {
  bool is_too_long = false;
  Deflate bomb(agree_on_deflate("permessage-deflate", true));
  const Frame small = bomb.compressed(std::string(1'000'000, 'a'));
  EXPECT_LT(small->payload().size(), 5000U);
  EXPECT_FALSE(bomb.inflated(small->payload(), 64 * 1024, is_too_long));
  EXPECT_TRUE(is_too_long);
  Deflate broken(agree_on_deflate("permessage-deflate", true));
  EXPECT_FALSE(broken.inflated("\xff\xff\xff\xff", 100, is_too_long));
  EXPECT_FALSE(is_too_long);
}

TEST(Handshake, AnswersTheExampleOfTheStandard) {
  const std::string answer = handshake_answer("dGhlIHNhbXBsZSBub25jZQ==", "roundtable.v1", "");
  EXPECT_NE(answer.find("\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"), std::string::npos);
  EXPECT_NE(answer.find("\r\nSec-WebSocket-Protocol: roundtable.v1\r\n"), std::string::npos);
  EXPECT_EQ(answer.find("Extensions"), std::string::npos);
  EXPECT_TRUE(answer.ends_with("\r\n\r\n"));
}

}  // namespace
}  // namespace roundtable::server::test
