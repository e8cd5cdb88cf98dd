#include "tests/simulate/power_cut_vfs.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <new>
#include <stdexcept>
#include <utility>

namespace roundtable::simulate {

// An open file as SQLite sees it; the real one's memory follows directly.
struct ShimFile {
  sqlite3_file base;
  PowerCutVfs* disk;
  std::shared_ptr<void> inode;
  bool syncs_folder;  // as SQLite's own unix VFS: the first sync of a new log or journal syncs its folder
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  const sqlite3_io_methods& methods() { return *real()->pMethods; }
};

struct Shim {
  using Inode = PowerCutVfs::Inode;
  static ShimFile& shim(sqlite3_file* file) { return *reinterpret_cast<ShimFile*>(file); }
  static PowerCutVfs& disk(sqlite3_vfs* vfs) { return *static_cast<PowerCutVfs*>(vfs->pAppData); }
  static Inode* inode(ShimFile& file) { return static_cast<Inode*>(file.inode.get()); }

  static int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out_flags);
  static int remove(sqlite3_vfs* vfs, const char* path, int sync_folder);
  static int write(sqlite3_file* file, const void* bytes, int length, sqlite3_int64 at);
  static int truncate(sqlite3_file* file, sqlite3_int64 size);
  static int sync(sqlite3_file* file, int flags);
  static int read(sqlite3_file* file, void* bytes, int length, sqlite3_int64 at);
  static int size(sqlite3_file* file, sqlite3_int64* size);
  static int close(sqlite3_file* file);
};

namespace {

constexpr std::size_t sector_bytes = 512;

std::string contents_of(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void put(std::string& bytes, std::size_t at, std::string_view written) {
  if (bytes.size() < at + written.size()) bytes.resize(at + written.size(), '\0');
  std::copy(written.begin(), written.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at));
}

// What the fault model has no part in goes straight to the real file.
template <auto Member, typename... Arguments>
int pass(sqlite3_file* file, Arguments... arguments) {
  auto& shim = *reinterpret_cast<ShimFile*>(file);
  return (shim.methods().*Member)(shim.real(), arguments...);
}

void pass_barrier(sqlite3_file* file) {
  auto& shim = *reinterpret_cast<ShimFile*>(file);
  shim.methods().xShmBarrier(shim.real());
}

const sqlite3_io_methods* shim_methods() {
  using M = sqlite3_io_methods;
  static const sqlite3_io_methods methods = [] {
    sqlite3_io_methods made{};
    made.iVersion = 2;  // no memory maps: they would go past the shim
    made.xClose = Shim::close;
    made.xRead = Shim::read;
    made.xWrite = Shim::write;
    made.xTruncate = Shim::truncate;
    made.xSync = Shim::sync;
    made.xFileSize = Shim::size;
    made.xLock = [](sqlite3_file* f, int level) { return pass<&M::xLock>(f, level); };
    made.xUnlock = [](sqlite3_file* f, int level) { return pass<&M::xUnlock>(f, level); };
    made.xCheckReservedLock = [](sqlite3_file* f, int* out) { return pass<&M::xCheckReservedLock>(f, out); };
    made.xFileControl = [](sqlite3_file* f, int what, void* of) { return pass<&M::xFileControl>(f, what, of); };
    made.xSectorSize = [](sqlite3_file* f) { return pass<&M::xSectorSize>(f); };
    made.xDeviceCharacteristics = [](sqlite3_file* f) { return pass<&M::xDeviceCharacteristics>(f); };
    made.xShmMap = [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
      return pass<&M::xShmMap>(f, page, size, extend, out);
    };
    made.xShmLock = [](sqlite3_file* f, int at, int n, int flags) { return pass<&M::xShmLock>(f, at, n, flags); };
    made.xShmBarrier = pass_barrier;
    made.xShmUnmap = [](sqlite3_file* f, int remove) { return pass<&M::xShmUnmap>(f, remove); };
    return made;
  }();
  return &methods;
}

}  // namespace

int Shim::open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out_flags) {
  PowerCutVfs& disk = Shim::disk(vfs);
  const std::lock_guard lock(disk.mutex_);
  file->pMethods = nullptr;
  if (disk.off_) return SQLITE_IOERR;
  auto& opened = *new (file) ShimFile{{nullptr}, &disk, nullptr, false};
  if (path != nullptr) {
    auto& entry = disk.entries_[path];
    const bool there = std::filesystem::exists(path);
    if (there && !entry.live) {
      // From before this disk was watched: taken as safely there.
      entry.live = entry.durable = std::make_shared<Inode>(Inode{contents_of(path), {}});
    } else if (!there && (flags & SQLITE_OPEN_CREATE) != 0) {
      entry.live = std::make_shared<Inode>();
    }
    opened.inode = entry.live;
    opened.syncs_folder =
        (flags & SQLITE_OPEN_CREATE) != 0 && (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
  }
  const int code = disk.real_->xOpen(disk.real_, path, opened.real(), flags, out_flags);
  if (code == SQLITE_OK) {
    opened.base.pMethods = shim_methods();
  } else {
    opened.~ShimFile();
  }
  return code;
}

int Shim::close(sqlite3_file* file) {
  auto& closed = shim(file);
  const int code = closed.methods().xClose(closed.real());
  closed.~ShimFile();
  return code;
}

int Shim::remove(sqlite3_vfs* vfs, const char* path, int sync_folder) {
  PowerCutVfs& disk = Shim::disk(vfs);
  const std::lock_guard lock(disk.mutex_);
  if (disk.strikes(PowerCutVfs::Act::other)) return SQLITE_IOERR_DELETE;
  disk.entries_[path].live = nullptr;
  if (sync_folder != 0) disk.sync_folder();
  return disk.real_->xDelete(disk.real_, path, 0);
}

int Shim::write(sqlite3_file* file, const void* bytes, int length, sqlite3_int64 at) {
  auto& written = shim(file);
  const std::lock_guard lock(written.disk->mutex_);
  const bool struck = written.disk->strikes(PowerCutVfs::Act::write);
  if (struck && !written.disk->off_) return SQLITE_IOERR_WRITE;
  sqlite3_int64 old_size = 0;
  written.methods().xFileSize(written.real(), &old_size);
  if (written.disk->full_ && at + length > old_size) return SQLITE_FULL;
  if (Inode* const inode = Shim::inode(written)) {
    const std::string text(static_cast<const char*>(bytes), static_cast<std::size_t>(length));
    inode->pending.push_back({false, static_cast<std::size_t>(at), text});
  }
  // The write that meets the cut may reach the disk in part, so it counts as pending, but nobody sees it again.
  return struck ? SQLITE_IOERR_WRITE : written.methods().xWrite(written.real(), bytes, length, at);
}

int Shim::truncate(sqlite3_file* file, sqlite3_int64 size) {
  auto& cut = shim(file);
  const std::lock_guard lock(cut.disk->mutex_);
  if (cut.disk->strikes(PowerCutVfs::Act::other)) return SQLITE_IOERR_TRUNCATE;
  if (Inode* const inode = Shim::inode(cut)) inode->pending.push_back({true, static_cast<std::size_t>(size), {}});
  return cut.methods().xTruncate(cut.real(), size);
}

int Shim::sync(sqlite3_file* file, int /*flags*/) {
  auto& synced = shim(file);
  PowerCutVfs& disk = *synced.disk;
  const std::lock_guard lock(disk.mutex_);
  Inode* const inode = Shim::inode(synced);
  const bool lies = !disk.plans_.empty() && disk.plans_.front().fault == DiskFault::sync_lies;
  if (disk.strikes(PowerCutVfs::Act::sync)) {
    if (lies && !disk.off_ && inode != nullptr) disk.keep_some(*inode);
    return SQLITE_IOERR_FSYNC;
  }
  if (inode != nullptr) disk.sync(*inode);
  if (synced.syncs_folder) disk.sync_folder();
  synced.syncs_folder = false;
  return SQLITE_OK;  // the real sync is left out: the test never cuts the real power
}

int Shim::read(sqlite3_file* file, void* bytes, int length, sqlite3_int64 at) {
  auto& from = shim(file);
  const std::lock_guard lock(from.disk->mutex_);
  return from.disk->off_ ? SQLITE_IOERR_READ : from.methods().xRead(from.real(), bytes, length, at);
}

int Shim::size(sqlite3_file* file, sqlite3_int64* size) {
  auto& of = shim(file);
  const std::lock_guard lock(of.disk->mutex_);
  return of.disk->off_ ? SQLITE_IOERR_FSTAT : of.methods().xFileSize(of.real(), size);
}

PowerCutVfs::PowerCutVfs(std::string name, std::uint64_t seed)
    : name_(std::move(name)), real_(sqlite3_vfs_find(nullptr)), random_(seed) {
  vfs_ = *real_;  // names, time and randomness are the system's
  vfs_.szOsFile = static_cast<int>(sizeof(ShimFile)) + real_->szOsFile;
  vfs_.pNext = nullptr;
  vfs_.zName = name_.c_str();
  vfs_.pAppData = this;
  vfs_.xOpen = Shim::open;
  vfs_.xDelete = Shim::remove;
  // The system's own functions find their settings in their own VFS.
  vfs_.xAccess = [](sqlite3_vfs* vfs, const char* path, int flags, int* out) {
    auto* const real = Shim::disk(vfs).real_;
    return real->xAccess(real, path, flags, out);
  };
  vfs_.xFullPathname = [](sqlite3_vfs* vfs, const char* path, int size, char* out) {
    auto* const real = Shim::disk(vfs).real_;
    return real->xFullPathname(real, path, size, out);
  };
  if (sqlite3_vfs_register(&vfs_, 0) != SQLITE_OK) throw std::runtime_error("cannot register the power-cut VFS");
}

PowerCutVfs::~PowerCutVfs() {
  sqlite3_vfs_unregister(&vfs_);
}

void PowerCutVfs::plan(DiskFault fault, unsigned changes) {
  const std::lock_guard lock(mutex_);
  plans_.push_back({fault, changes});
}

void PowerCutVfs::make_room() {
  const std::lock_guard lock(mutex_);
  full_ = false;
}

bool PowerCutVfs::is_off() const {
  const std::lock_guard lock(mutex_);
  return off_;
}

unsigned PowerCutVfs::changes() const {
  const std::lock_guard lock(mutex_);
  return changes_;
}

bool PowerCutVfs::strikes(Act act) {
  if (off_) return true;
  ++changes_;
  if (plans_.empty()) return false;
  Plan& plan = plans_.front();
  if (plan.changes_left > 0) {
    --plan.changes_left;
    return false;
  }
  switch (plan.fault) {
    case DiskFault::power_cut:
      off_ = true;
      break;
    case DiskFault::write_error:
      if (act != Act::write) return false;  // waits for the next write
      break;
    case DiskFault::sync_error:
    case DiskFault::sync_lies:
      if (act != Act::sync) return false;  // waits for the next sync
      break;
    case DiskFault::full:
      full_ = true;
      plans_.pop_front();
      return false;
  }
  plans_.pop_front();
  return true;
}

void PowerCutVfs::sync(Inode& inode) {
  for (const Change& change : inode.pending) {
    if (change.truncates) {
      inode.durable.resize(change.at, '\0');
    } else {
      put(inode.durable, change.at, change.bytes);
    }
  }
  inode.pending.clear();
}

void PowerCutVfs::sync_folder() {
  for (auto& [path, entry] : entries_) entry.durable = entry.live;
}

void PowerCutVfs::keep_some(Inode& inode) {
  for (const Change& change : inode.pending) {
    if (!change.truncates) {
      keep_some_of(change, inode.durable);
    } else if (coin()) {
      inode.durable.resize(change.at, '\0');
    }
  }
  inode.pending.clear();
}

void PowerCutVfs::keep_some_of(const Change& change, std::string& bytes) {
  const auto fate = random_() % 3;
  if (fate == 0) return;  // lost
  if (fate == 1) return put(bytes, change.at, change.bytes);
  for (std::size_t from = 0; from < change.bytes.size();) {
    const std::size_t sector_end = (change.at + from) / sector_bytes * sector_bytes + sector_bytes;
    const std::size_t length = std::min(change.bytes.size() - from, sector_end - change.at - from);
    if (random_() % 16 == 0) {
      put(bytes, change.at + from, std::string(length, static_cast<char>(random_() & 0x7fU)));
    } else if (coin()) {
      put(bytes, change.at + from, std::string_view(change.bytes).substr(from, length));
    }
    from += length;
  }
}

void PowerCutVfs::power_on() {
  const std::lock_guard lock(mutex_);
  for (auto& [path, entry] : entries_) {
    const auto kept = coin() ? entry.live : entry.durable;  // the folder's own changes are in doubt as well
    std::filesystem::remove(path);
    std::filesystem::remove(path + "-shm");
    entry = {};
    if (!kept) continue;
    keep_some(*kept);
    std::ofstream(path, std::ios::binary) << kept->durable;
    entry = {kept, kept};
  }
  plans_.clear();
  off_ = full_ = false;
}

}  // namespace roundtable::simulate
