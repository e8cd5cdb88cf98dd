// Keys, tokens, secrets and codes.
#include "server/identity.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "server/identity_encoding.hpp"
#include "server/words.hpp"
#include "tests/simulate/journal_driver.hpp"

namespace roundtable::server {
namespace {

using simulate::seeded_random;
using ::testing::MatchesRegex;

constexpr Key key_of(unsigned char fill) {
  Key key{};
  for (auto& byte : key) byte = fill;
  return key;
}
constexpr Key key = key_of(7);

std::filesystem::perms mode_of(const std::filesystem::path& file) {
  return std::filesystem::status(file).permissions();
}
constexpr auto mode_600 = std::filesystem::perms::owner_read | std::filesystem::perms::owner_write;

TEST(Words, SealingHidesWordsBehindASaltAndAnyoneWithBothCanProveThem) {
  const auto random = seeded_random(1);
  const auto one = seal("yes", random);
  const auto two = seal("yes", random);
  EXPECT_EQ(one.part.words, "yes");
  EXPECT_EQ(one.part.salt.size(), salt_bytes);
  EXPECT_NE(one.digest_hex, two.digest_hex);
  EXPECT_EQ(digest(one.part), one.digest_hex);
  EXPECT_THAT(one.digest_hex, MatchesRegex("[0-9a-f]{64}"));
}

TEST(Words, TheSystemsRandomnessDiffersEachTime) {
  EXPECT_NE(seal("", system_random()).part.salt, seal("", system_random()).part.salt);
}

TEST(Encoding, HmacIsThatOfTheStandard) {  // RFC 4231, test case 2
  const Mac mac = hmac("Jefe", "what do ya want for nothing?");
  EXPECT_EQ(base64url({reinterpret_cast<const char*>(mac.data()), 6}), "W9zBRr9g");
}

TEST(Encoding, Base64urlHasOneTextForEachValue) {  // RFC 4648, section 10, without padding
  EXPECT_EQ(base64url(""), "");
  EXPECT_EQ(base64url("f"), "Zg");
  EXPECT_EQ(base64url("fo"), "Zm8");
  EXPECT_EQ(base64url("foobar"), "Zm9vYmFy");
  EXPECT_EQ(base64url("\xff\xfe"), "__4");
  EXPECT_EQ(from_base64url("Zm8"), "fo");
  for (const char* other : {"Zm9", "Z", "Zm8=", "Zm 8", "Zm+/"}) {
    EXPECT_EQ(from_base64url(other), std::nullopt) << other;
  }
}

class KeyTest : public ::testing::Test {
 protected:
  simulate::TemporaryFolder folder_;
};

TEST_F(KeyTest, ASessionsKeyIsMadeOnceForItsOwnerAloneAndStays) {
  const KeyFolder keys(folder_.path(), seeded_random(1));
  const Key made = keys.make_session_key("igf-1");
  EXPECT_EQ(mode_of(folder_.path() / "keys" / "igf-1.key"), mode_600);
  EXPECT_EQ(keys.make_session_key("igf-1"), made);
  EXPECT_NE(keys.make_session_key("igf-2"), made);
  EXPECT_EQ(KeyFolder(folder_.path(), seeded_random(2)).session_key("igf-1"), made);
}

TEST_F(KeyTest, AMissingOrDamagedKeyIsAnErrorAndNeverANewKey) {
  const KeyFolder keys(folder_.path(), seeded_random(1));
  EXPECT_THROW(keys.session_key("nobody"), IdentityError);
  std::ofstream(folder_.path() / "keys" / "s.key") << "short";
  EXPECT_THROW(keys.session_key("s"), IdentityError);
  EXPECT_THROW(keys.make_session_key("s"), IdentityError);
}

TEST_F(KeyTest, NoSessionsNameLeadsOutOfTheFolderOrToTheServersKey) {
  const KeyFolder keys(folder_.path(), seeded_random(1));
  for (const char* name : {"", "..", "../x", "a/b", "a.b", "server"}) {
    EXPECT_THROW(keys.make_session_key(name), IdentityError) << name;
  }
}

TEST_F(KeyTest, TwoServersWithOneFolderShareTheServersKey) {
  const KeyFolder one(folder_.path(), seeded_random(1));
  const KeyFolder two(folder_.path(), seeded_random(2));
  EXPECT_EQ(one.server_key(), two.server_key());
}

TEST_F(KeyTest, TheAdminKeyIsThatOfTheEnvironmentOrOneThatStays) {
  EXPECT_EQ(admin_key(folder_.path(), "given", seeded_random(1)), "given");
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "admin.key"));
  const auto made = admin_key(folder_.path(), nullptr, seeded_random(1));
  EXPECT_GE(made.size(), 32U);
  EXPECT_EQ(mode_of(folder_.path() / "admin.key"), mode_600);
  EXPECT_EQ(admin_key(folder_.path(), "", seeded_random(2)), made);
  std::ofstream(folder_.path() / "admin.key") << "\n";
  EXPECT_THROW(admin_key(folder_.path(), nullptr, seeded_random(1)), IdentityError);
}

const TokenFacts ada{"igf-1", 17, "online_moderator", 1'000'000};
const TokenFacts screen{"igf-1", std::nullopt, "display", 1'000'000};

TEST(Token, GivesBackWhatItWasIssuedFor) {
  const TokenFacts renewed{"igf-1", 17, "online_moderator", 1'000'000, 3};
  for (const auto& facts : {ada, screen, renewed}) {
    const auto checked = check_token(key, issue_token(key, facts), "igf-1", 999'999);
    ASSERT_TRUE(std::holds_alternative<TokenFacts>(checked));
    EXPECT_EQ(std::get<TokenFacts>(checked), facts);
  }
}

TEST(Token, TellsForgedFromForeignFromExpired) {
  const auto token = issue_token(key, ada);
  const auto fault = [&](const Key& with, std::string_view session, std::int64_t now) {
    return std::get<TokenFault>(check_token(with, token, session, now));
  };
  EXPECT_EQ(fault(key_of(8), "igf-1", 0), TokenFault::forged);
  EXPECT_EQ(fault(key, "igf-2", 0), TokenFault::foreign_session);
  EXPECT_EQ(fault(key, "igf-1", 1'000'000), TokenFault::expired);
}

TEST(Token, AnyChangedLetterIsForged) {
  const auto token = issue_token(key, ada);
  for (std::size_t i = 0; i < token.size(); ++i) {
    auto changed = token;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    EXPECT_EQ(std::get<TokenFault>(check_token(key, changed, "igf-1", 0)), TokenFault::forged) << i;
    EXPECT_EQ(std::get<TokenFault>(check_token(key, token.substr(0, i), "igf-1", 0)), TokenFault::forged) << i;
  }
  for (const std::string& other :
       std::vector<std::string>{token + "A", token + ".", std::string("v1."), std::string("v1.."), token + token,
                                std::string(100'000, '.')}) {
    EXPECT_EQ(std::get<TokenFault>(check_token(key, other, "igf-1", 0)), TokenFault::forged);
  }
}

TEST(Token, IsNotIssuedForNamesThatCouldBreakOut) {
  EXPECT_THROW(issue_token(key, {"a\"b", 1, "attendee", 1}), IdentityError);
  EXPECT_THROW(issue_token(key, {"a", 1, "", 1}), IdentityError);
}

TEST(Secrets, AreStableAndDifferForEachUse) {
  const std::set<std::string> all = {
      role_secret(key, "moderator"), role_secret(key, "steward"), role_secret(key_of(8), "moderator"),
      person_secret(key, 1, 0),      person_secret(key, 1, 1),    person_secret(key, 11, 0),
      caption_secret(key),           alias(key, 1, "votes"),      alias(key, 2, "votes"),
      alias(key, 1, "poll:1"),       request_key(key, "votes")};
  EXPECT_EQ(all.size(), 11U);
  for (const auto& each : all) EXPECT_THAT(each, MatchesRegex("[A-Za-z0-9_-]{22}"));
  EXPECT_EQ(alias(key, 1, "votes"), alias(key, 1, "votes"));
}

TEST(Secrets, AreComparedWhole) {
  EXPECT_TRUE(same_secret("abc", "abc"));
  EXPECT_FALSE(same_secret("abc", "abd"));
  EXPECT_FALSE(same_secret("abc", "ab"));
  EXPECT_FALSE(same_secret("", "a"));
}

TEST(Codes, HaveSixLettersThatNobodyMistakes) {
  const auto random = seeded_random(3);
  std::set<char> letters;
  for (int i = 0; i < 500; ++i) {
    const auto code = draw_join_code(random);
    EXPECT_THAT(code, MatchesRegex("[A-HJ-NP-Z2-9]{6}"));
    EXPECT_EQ(normalise_code(code), code);
    letters.insert(code.begin(), code.end());
  }
  EXPECT_EQ(letters.size(), 32U);
}

TEST(Codes, AreTakenInAnyCaseAndSpacing) {
  EXPECT_EQ(normalise_code("abc 2-3d"), "ABC23D");
  for (const char* none : {"", "ABC23", "ABC23DE", "ABC2O1", "ABC23\xc3\x84", "ABC/23"}) {
    EXPECT_EQ(normalise_code(none), std::nullopt) << none;
  }
}

TEST(Codes, ASessionsIdIsNeverTakenForACode) {
  const auto id = draw_session_id(seeded_random(4));
  EXPECT_THAT(id, MatchesRegex("[a-z0-9]{16}"));
  EXPECT_EQ(normalise_code(id), std::nullopt);
}

}  // namespace
}  // namespace roundtable::server
