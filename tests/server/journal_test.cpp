// The laws of the journal's interface, on real SQLite files.
#include "server/journal.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "server/journal_hash.hpp"
#include "server/journal_reader.hpp"
#include "server/journal_sqlite.hpp"
#include "server/journal_verify.hpp"
#include "tests/simulate/journal_driver.hpp"

namespace roundtable::server {
namespace {

using simulate::make_row;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class JournalTest : public ::testing::Test {
 protected:
  JournalTest() { open(); }

  void open() {
    JournalOptions options;
    options.before_group = gate_.before_group();
    journal_ = open_sqlite_journal(folder_.path(), mailbox_.post(), options);
  }
  void reopen() {
    journal_.reset();
    open();
  }
  AppendResult append(const std::string& session, const Position& expected, std::vector<Row> batch) {
    return simulate::append(*journal_, mailbox_, session, expected, std::move(batch));
  }
  Position append_ok(const std::string& session, std::vector<Row> batch) {
    const auto result = append(session, journal_->position(session), std::move(batch));
    EXPECT_EQ(result.status, AppendStatus::ok) << result.reason;
    return result.position;
  }
  AppendResult erase(const std::string& session, std::vector<PartRef> parts) {
    return simulate::erase(*journal_, mailbox_, session, std::move(parts));
  }
  std::filesystem::path file() const { return folder_.path() / "journal.sqlite"; }

  // As someone would who has the file and a SQLite shell.
  void tamper(const std::string& sql) {
    journal_.reset();
    SQLite::Database(file().string(), SQLite::OPEN_READWRITE).exec(sql);
  }
  std::string everything_on_disk() const {
    std::string all;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
      std::ifstream stream(entry.path(), std::ios::binary);
      all.append(std::istreambuf_iterator<char>(stream), {});
    }
    return all;
  }

  simulate::TemporaryFolder folder_;
  simulate::Mailbox mailbox_;
  simulate::Gate gate_;
  std::unique_ptr<Journal> journal_;
};

TEST_F(JournalTest, GivesBackExactlyWhatWasAppended) {
  const std::string odd("zero \0 and \xff, \"quotes\"", 21);
  const std::vector<Row> rows = {make_row(1, "a"), make_row(2, "b", {"Ada", "", odd})};
  const auto end = append_ok("s", rows);
  EXPECT_EQ(journal_->read("s", 1), rows);
  EXPECT_EQ(journal_->read("s", 2), std::vector<Row>{rows[1]});
  EXPECT_TRUE(journal_->read("s", 3).empty());
  EXPECT_EQ(journal_->position("s"), end);
}

TEST_F(JournalTest, ASessionWithoutRowsHasTheEmptyPosition) {
  EXPECT_EQ(journal_->position("nobody"), Position{});
  EXPECT_TRUE(journal_->read("nobody", 1).empty());
  EXPECT_TRUE(journal_->sessions().empty());
}

TEST_F(JournalTest, SessionsAreApartAndListedByName) {
  append_ok("b", {make_row(1, "of b")});
  append_ok("a", {make_row(1, "of a")});
  EXPECT_THAT(journal_->sessions(), ElementsAre("a", "b"));
  EXPECT_EQ(journal_->read("a", 1), std::vector<Row>{make_row(1, "of a")});
}

TEST_F(JournalTest, AStalePositionConflictsAndTellsTheEnd) {
  const auto end = append_ok("s", {make_row(1, "first")});
  const auto result = append("s", Position{}, {make_row(1, "second")});
  EXPECT_EQ(result.status, AppendStatus::conflict);
  EXPECT_EQ(result.position, end);
  EXPECT_EQ(journal_->read("s", 1).size(), 1U);
}

TEST_F(JournalTest, RefusesFaultyBatchesWholly) {
  auto erased = make_row(1, "x", {"words"});
  erased.parts[0].reset();
  auto unsalted = make_row(1, "x", {"words"});
  unsalted.parts[0]->salt.pop_back();
  auto unsealed = make_row(1, "x", {"words"});
  unsealed.parts[0]->words = "other words";
  const std::vector<std::vector<Row>> faulty = {{},       {make_row(2, "x")}, {make_row(1, "x"), make_row(3, "x")},
                                                {erased}, {unsalted},         {unsealed}};
  for (const auto& batch : faulty) {
    const auto result = append("s", {}, batch);
    EXPECT_EQ(result.status, AppendStatus::refused);
    EXPECT_NE(result.reason, "");
  }
  EXPECT_TRUE(journal_->sessions().empty());
}

TEST_F(JournalTest, ABatchOf64KiBFitsAndOneByteMoreDoesNot) {
  Row row = make_row(1, "");
  row.data = std::string(batch_limit_bytes - row.type.size() - row.mark.size(), 'x');
  Row larger = row;
  larger.data += 'x';
  EXPECT_EQ(append("s", {}, {larger}).status, AppendStatus::refused);
  EXPECT_EQ(append("s", {}, {row}).status, AppendStatus::ok);
}

TEST_F(JournalTest, OneCommitTakesAllThatIsQueuedAndAFaultOfOneFailsNoOther) {
  append_ok("old", {make_row(1, "old")});
  const int before = gate_.passed();
  std::vector<AppendStatus> told;
  const auto note = [&](const AppendResult& result) { told.push_back(result.status); };
  gate_.close();
  for (int i = 0; i < 100; ++i) journal_->append("session " + std::to_string(i), {}, {make_row(1, "x")}, note);
  journal_->append("old", {}, {make_row(1, "stale")}, note);
  journal_->append("new", {}, {}, note);
  journal_->append("new", {}, {make_row(1, "good")}, note);
  gate_.open();
  mailbox_.run_until([&] { return told.size() == 103; });
  EXPECT_LE(gate_.passed() - before, 2);  // the writer may have taken up the first alone
  EXPECT_EQ(std::count(told.begin(), told.end(), AppendStatus::ok), 101);
  EXPECT_EQ(told[100], AppendStatus::conflict);
  EXPECT_EQ(told[101], AppendStatus::refused);
  EXPECT_EQ(journal_->sessions().size(), 102U);
}

TEST_F(JournalTest, ARestartReadsTheSameAndKeepsTheEpoch) {
  const std::vector<Row> rows = {make_row(1, "a", {"Ada"}), make_row(2, "b")};
  const auto end = append_ok("s", rows);
  const auto epoch = journal_->epoch("s");
  reopen();
  EXPECT_EQ(journal_->read("s", 1), rows);
  EXPECT_EQ(journal_->position("s"), end);
  EXPECT_EQ(journal_->epoch("s"), epoch);
  append_ok("s", {make_row(3, "c")});
  journal_.reset();
  EXPECT_TRUE(verify_journal(folder_.path()).good());
}

TEST_F(JournalTest, ClosingFinishesWhatIsQueued) {
  int answered = 0;
  gate_.close();
  for (int i = 0; i < 10; ++i) {
    journal_->append("session " + std::to_string(i), {}, {make_row(1, "x")}, [&](const AppendResult&) { ++answered; });
  }
  gate_.open();
  journal_.reset();
  mailbox_.run_ready();
  EXPECT_EQ(answered, 10);
  open();
  EXPECT_EQ(journal_->sessions().size(), 10U);
}

TEST_F(JournalTest, ARestoredBackupHasAnotherEpochAndAWholeChain) {
  append_ok("s", {make_row(1, "kept")});
  const auto epoch = journal_->epoch("s");
  journal_.reset();
  std::filesystem::copy_file(file(), folder_.path() / "backup");
  open();
  EXPECT_EQ(journal_->epoch("s"), epoch);
  append_ok("s", {make_row(2, "lost with the disk")});
  journal_.reset();
  std::filesystem::rename(folder_.path() / "backup", file());
  open();
  EXPECT_NE(journal_->epoch("s"), epoch);
  append_ok("s", {make_row(2, "another second")});
  journal_.reset();
  EXPECT_TRUE(verify_journal(folder_.path()).good());
}

TEST_F(JournalTest, ErasedWordsAreGoneFromTheFilesAndTheChainIsWhole) {
  append_ok("s", {make_row(1, "a", {"Ada Lovelace", "a long question " + std::string(9000, '?') + " of Ada's"})});
  append_ok("s", {make_row(2, "b", {"Grace Hopper"})});
  EXPECT_THAT(everything_on_disk(), HasSubstr("Ada Lovelace"));
  EXPECT_EQ(erase("s", {{1, 0}, {1, 1}}).status, AppendStatus::ok);
  EXPECT_THAT(everything_on_disk(), Not(HasSubstr("Ada Lovelace")));
  EXPECT_THAT(everything_on_disk(), Not(HasSubstr("of Ada's")));
  EXPECT_EQ(journal_->read("s", 1)[0].parts, (std::vector<std::optional<Part>>{std::nullopt, std::nullopt}));
  append_ok("s", {make_row(3, "c")});
  const auto report = verify_journal(folder_.path());  // next to the running journal
  EXPECT_TRUE(report.good());
  EXPECT_EQ(report.sessions.at(0).erased, 2U);
  EXPECT_EQ(report.sessions.at(0).parts, 1U);
}

TEST_F(JournalTest, ErasingTwiceIsFineAndErasingWhatNeverWasIsRefusedWholly) {
  const auto end = append_ok("s", {make_row(1, "a", {"Ada", "Grace"})});
  EXPECT_EQ(erase("s", {{1, 0}}).position, end);
  EXPECT_EQ(erase("s", {{1, 0}}).status, AppendStatus::ok);
  EXPECT_EQ(erase("s", {{1, 1}, {1, 2}}).status, AppendStatus::refused);
  EXPECT_EQ(erase("nobody", {{1, 0}}).status, AppendStatus::refused);
  EXPECT_EQ(journal_->read("s", 1)[0].parts[1]->words, "Grace");
}

TEST_F(JournalTest, AFollowerGetsWhatWasAndWhatComesUntilItLetsGo) {
  append_ok("s", {make_row(1, "a"), make_row(2, "b")});
  std::vector<std::uint32_t> seen;
  auto following = journal_->follow("s", 2, [&](const std::vector<Row>& rows) {
    for (const Row& row : rows) seen.push_back(row.seq);
  });
  append_ok("s", {make_row(3, "c")});
  append_ok("other", {make_row(1, "x")});
  append_ok("s", {make_row(4, "d"), make_row(5, "e")});
  mailbox_.run_until([&] { return seen.size() == 4; });
  EXPECT_THAT(seen, ElementsAre(2, 3, 4, 5));
  following.reset();
  append_ok("s", {make_row(6, "f")});
  mailbox_.run_ready();
  EXPECT_EQ(seen.size(), 4U);
}

TEST_F(JournalTest, TwoJournalsNeverServeOneFolder) {
  EXPECT_THROW(open_sqlite_journal(folder_.path(), mailbox_.post()), JournalError);
  const pid_t child = ::fork();
  if (child == 0) {
    try {
      const auto second = open_sqlite_journal(folder_.path(), mailbox_.post());
      ::_exit(1);
    } catch (const JournalError&) {
      ::_exit(0);
    }
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  reopen();  // and the lock goes with its holder
}

TEST_F(JournalTest, AReaderWorksNextToTheServer) {
  const auto end = append_ok("s", {make_row(1, "a")});
  JournalReader reader(folder_.path());
  EXPECT_EQ(reader.read("s", 1), journal_->read("s", 1));
  EXPECT_EQ(reader.position("s"), end);
  EXPECT_EQ(reader.epoch(), journal_->epoch("s"));
  journal_.reset();
  EXPECT_EQ(read_sqlite_journal(folder_.path(), "s"), std::vector<Row>{make_row(1, "a")});
  EXPECT_THAT(list_sqlite_sessions(folder_.path()), ElementsAre("s"));
  EXPECT_THROW(list_sqlite_sessions(folder_.path() / "nowhere"), JournalError);
}

TEST_F(JournalTest, OnlyTheOwnerMayReadTheFiles) {
  append_ok("s", {make_row(1, "a")});
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
    EXPECT_EQ(entry.status().permissions() & ~std::filesystem::perms::owner_all, std::filesystem::perms::none)
        << entry.path();
  }
}

TEST_F(JournalTest, ANewerFormatOrAnotherProgramsFileIsLeftUntouched) {
  const auto says = [&] {
    try {
      open();
      return std::string("it opened");
    } catch (const JournalError& error) {
      return std::string(error.what());
    }
  };
  tamper("PRAGMA user_version = 99");
  EXPECT_THAT(says(), HasSubstr("newer Roundtable (format 99"));
  EXPECT_THROW(JournalReader{folder_.path()}, JournalError);
  tamper("PRAGMA application_id = 7");
  EXPECT_THAT(says(), HasSubstr("not a Roundtable journal"));
  std::ofstream(file()) << "not SQLite at all, but long enough to be looked at as a header of a hundred bytes.........";
  EXPECT_THAT(says(), HasSubstr("not a database"));
}

TEST(JournalHash, IsFrozen) {
  // Journals in the field depend on these bytes.
  const Row row{1, 1'700'000'000'000, "hand.raised", R"({"hand":1})", "c1", {}};
  const Hash first = first_row_hash(row, "igf", 42);
  EXPECT_EQ(hex(first), "4272578676f6c585ef4277e1106173591ad50a0040801a84603f52033d9f7cf5");
  EXPECT_EQ(hex(next_row_hash(row, first)), "cea194dc18d4df7a015061bd70e27459d336e9094473d39c70002e0b16ddade5");
  EXPECT_EQ(digest({"0123456789abcdef", "words"}), "415ac2476c85b0f47c0ad29fe4c9e3c12d02a848dd0836709071051f34a5af1b");
}

class VerifyTest : public JournalTest {
 protected:
  VerifyTest() {
    for (std::uint32_t seq = 1; seq <= 4; ++seq) {
      append_ok("s", {make_row(seq, "row " + std::to_string(seq), {"words " + std::to_string(seq)})});
    }
  }
  JournalFault fault_after(const std::string& sql) {
    tamper(sql);
    const auto report = verify_journal(folder_.path());
    EXPECT_FALSE(report.good());
    return report.sessions.at(0).fault.value_or(JournalFault{999, "no fault found"});
  }
};

TEST_F(VerifyTest, AnUntouchedJournalIsGoodAndTellsTheLastHash) {
  const auto report = verify_journal(folder_.path());
  ASSERT_TRUE(report.good());
  EXPECT_EQ(report.sessions.at(0).rows, 4U);
  EXPECT_EQ(report.sessions.at(0).parts, 4U);
  EXPECT_THAT(journal_->position("s").token, HasSubstr(report.sessions.at(0).last_hash));
}

TEST_F(VerifyTest, FindsAChangeInEveryColumn) {
  const std::vector<std::string> changes = {"at_ms = at_ms + 1", "type = type || 'x'",
                                            "data = replace(data, 'row', 'rot')", "mark = ''", "hash = zeroblob(32)"};
  journal_.reset();
  std::filesystem::copy_file(file(), folder_.path() / "whole");
  for (const auto& change : changes) {
    EXPECT_EQ(fault_after("UPDATE row SET " + change + " WHERE seq = 2").seq, 2U) << change;
    std::filesystem::copy_file(folder_.path() / "whole", file(), std::filesystem::copy_options::overwrite_existing);
  }
}

TEST_F(VerifyTest, FindsADroppedRow) {
  const auto fault = fault_after("DELETE FROM part WHERE seq = 2; DELETE FROM row WHERE seq = 2");
  EXPECT_EQ(fault.seq, 3U);
  EXPECT_THAT(fault.what, HasSubstr("row 2 is missing"));
}

TEST_F(VerifyTest, FindsADroppedRowThoughTheOthersWereRenumbered) {
  EXPECT_EQ(
      fault_after("DELETE FROM part; DELETE FROM row WHERE seq = 2; UPDATE row SET seq = seq - 1 WHERE seq > 2").seq,
      2U);
}

TEST_F(VerifyTest, FindsSwappedRows) {
  EXPECT_EQ(fault_after("UPDATE row SET seq = 9 WHERE seq = 2; UPDATE row SET seq = 2 WHERE seq = 3;"
                        "UPDATE row SET seq = 3 WHERE seq = 9")
                .seq,
            2U);
}

TEST_F(VerifyTest, FindsChangedWordsAndAChangedSalt) {
  EXPECT_THAT(fault_after("UPDATE part SET words = 'other' WHERE seq = 3").what, HasSubstr("not what was said"));
  EXPECT_EQ(fault_after("UPDATE part SET salt = zeroblob(16) WHERE seq = 2").seq, 2U);
}

TEST_F(VerifyTest, FindsASessionUnderAnotherName) {
  EXPECT_EQ(fault_after("UPDATE session SET name = 't'").seq, 1U);
}

TEST_F(VerifyTest, FindsWordsThatBelongToNoRow) {
  tamper("INSERT INTO part VALUES (1, 77, 0, NULL, NULL)");
  EXPECT_TRUE(verify_journal(folder_.path()).fault.has_value());
}

TEST_F(VerifyTest, FindsACutTailByTheReportsHash) {
  const auto hash = verify_journal(folder_.path()).sessions.at(0).last_hash;
  const auto whole = verify_journal(folder_.path(), hash);
  ASSERT_TRUE(whole.good());
  EXPECT_TRUE(whole.found->is_last);

  append_ok("s", {make_row(5, "after the report")});
  const auto grown = verify_journal(folder_.path(), hash);
  ASSERT_TRUE(grown.good());
  EXPECT_EQ(grown.found->seq, 4U);
  EXPECT_FALSE(grown.found->is_last);

  tamper("DELETE FROM part WHERE seq > 3; DELETE FROM row WHERE seq > 3");
  EXPECT_TRUE(verify_journal(folder_.path()).good());
  EXPECT_FALSE(verify_journal(folder_.path(), hash).good());
}

TEST_F(VerifyTest, ADamagedFileIsAFaultAndNoCrash) {
  journal_.reset();
  std::filesystem::resize_file(file(), std::filesystem::file_size(file()) / 2);
  EXPECT_FALSE(verify_journal(folder_.path()).good());
  std::filesystem::remove(file());
  EXPECT_THROW(verify_journal(folder_.path()), JournalError);
}

}  // namespace
}  // namespace roundtable::server
