#include "server/journal_files.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include "server/journal.hpp"

namespace roundtable::server {
namespace {

[[noreturn]] void fail(const std::string& what, const std::filesystem::path& file) {
  throw std::system_error(errno, std::generic_category(), what + " " + file.string());
}

class Descriptor {
 public:
  Descriptor(const std::filesystem::path& file, int flags, mode_t mode = 0)
      : number_(::open(file.c_str(), flags | O_CLOEXEC, mode)) {
    if (number_ < 0) fail("cannot open", file);
  }
  ~Descriptor() { ::close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

void sync_folder(const std::filesystem::path& folder) {
  const Descriptor opened(folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY);
  if (::fsync(opened.number()) != 0) fail("cannot sync", folder);
}

void write_and_sync(const std::filesystem::path& file, std::string_view bytes) {
  const Descriptor opened(file, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  while (!bytes.empty()) {
    const ssize_t written = ::write(opened.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) fail("cannot write", file);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(opened.number()) != 0) fail("cannot sync", file);
}

}  // namespace

bool write_durably(const std::filesystem::path& file, std::string_view bytes, IfThere if_there) {
  const std::filesystem::path draft = file.string() + "." + std::to_string(::getpid()) + ".new";
  write_and_sync(draft, bytes);
  bool written = true;
  if (if_there == IfThere::replace) {
    if (::rename(draft.c_str(), file.c_str()) != 0) fail("cannot rename to", file);
  } else {
    // A link, unlike a rename, never takes the place of a file that another server wrote in the meantime.
    if (::link(draft.c_str(), file.c_str()) != 0) {
      if (errno != EEXIST) fail("cannot write", file);
      written = false;
    }
    ::unlink(draft.c_str());
  }
  sync_folder(file.parent_path());
  return written;
}

std::optional<std::string> read_small_file(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return std::nullopt;
  std::ifstream stream(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  if (!stream.is_open() || stream.bad()) {
    errno = EIO;
    fail("cannot read", file);
  }
  return bytes;
}

void make_folder_durably(const std::filesystem::path& folder) {
  const std::filesystem::path whole = std::filesystem::absolute(folder).lexically_normal();
  std::filesystem::path above;
  for (const auto& step : whole) {
    const std::filesystem::path here = above / step;
    if (!step.empty() && ::mkdir(here.c_str(), 0700) == 0) {
      sync_folder(above);
    } else if (!std::filesystem::is_directory(here)) {
      fail("cannot make the folder", here);
    }
    above = here;
  }
}

FolderLock::FolderLock(const std::filesystem::path& lock_file)
    : descriptor_(::open(lock_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
  if (descriptor_ < 0) fail("cannot open", lock_file);
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    ::close(descriptor_);
    throw JournalError("another server uses " + lock_file.parent_path().string() + " (it holds " +
                       lock_file.filename().string() + ")");
  }
}

FolderLock::~FolderLock() {
  ::close(descriptor_);
}

}  // namespace roundtable::server
