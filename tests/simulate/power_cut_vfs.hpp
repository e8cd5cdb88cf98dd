// A disk that forgets: a SQLite VFS over real files that remembers which writes were synced. A power cut keeps those,
// and of the others a random part, torn at 512 bytes; unsynced creations, deletions and truncations may be undone as
// well.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <vector>

namespace roundtable::simulate {

enum class DiskFault {
  power_cut,    // from here on every access fails, until power_on()
  write_error,  // one write fails
  sync_error,   // one sync fails; what was written stays pending, a later sync writes it
  sync_lies,    // one sync fails, and what did not reach the disk never will, though reads still show it
  full,         // writes that make a file longer fail, until make_room()
};

class PowerCutVfs {
 public:
  PowerCutVfs(std::string name, std::uint64_t seed);
  ~PowerCutVfs();
  PowerCutVfs(const PowerCutVfs&) = delete;
  PowerCutVfs& operator=(const PowerCutVfs&) = delete;

  const std::string& name() const { return name_; }

  /// The fault strikes at the change (write, sync, truncation, deletion) that follows `changes` others. Several may be
  /// planned: each begins to count when the one before has struck.
  void plan(DiskFault fault, unsigned changes);
  void make_room();
  bool is_off() const;
  /// How many changes were asked for so far.
  unsigned changes() const;

  /// After everything was closed: the files become what the disk kept, and the disk works again.
  void power_on();

 private:
  friend struct Shim;
  struct Change {
    bool truncates = false;
    std::size_t at = 0;  // for a truncation, the new size
    std::string bytes;
  };
  struct Inode {
    std::string durable;
    std::vector<Change> pending;
  };
  struct Plan {
    DiskFault fault;
    unsigned changes_left;
  };
  struct Entry {
    std::shared_ptr<Inode> live;     // what the name means now
    std::shared_ptr<Inode> durable;  // what it means on the disk
  };

  // Called with mutex_ held.
  enum class Act { write, sync, other };
  bool strikes(Act act);
  void keep_some(Inode& inode);
  void keep_some_of(const Change& change, std::string& bytes);
  void sync(Inode& inode);
  void sync_folder();
  bool coin() { return (random_() & 1U) != 0; }

  const std::string name_;
  sqlite3_vfs* const real_;
  sqlite3_vfs vfs_{};
  mutable std::mutex mutex_;
  std::mt19937_64 random_;
  std::map<std::string, Entry> entries_;
  std::deque<Plan> plans_;
  unsigned changes_ = 0;
  bool off_ = false;
  bool full_ = false;
};

}  // namespace roundtable::simulate
