// Small files that must survive a power cut, and the lock that keeps two servers off one folder.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace roundtable::server {

enum class IfThere { keep, replace };

/// Writes a file with mode 600 so that after a power cut either the whole of it is there or none; on disk when this
/// returns. With `keep`, an existing file stays as it is and the answer is false. Throws std::system_error.
bool write_durably(const std::filesystem::path& file, std::string_view bytes, IfThere if_there);

/// The file's bytes, or nullopt when there is none. Throws std::system_error.
std::optional<std::string> read_small_file(const std::filesystem::path& file);

/// Makes the folder and those above it, mode 700, on disk when this returns.
void make_folder_durably(const std::filesystem::path& folder);

/// Held for as long as it lives; the system drops it when the process dies, however it dies.
class FolderLock {
 public:
  /// Throws JournalError when another process (or another journal of this one) holds it.
  explicit FolderLock(const std::filesystem::path& lock_file);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int descriptor_;
};

}  // namespace roundtable::server
