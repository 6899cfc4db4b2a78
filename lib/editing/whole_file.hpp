#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace etic {

/// What the system says of an error, as our messages have it: "permission denied", "no space left on device".
[[nodiscard]] std::string system_message(const std::error_code& error);

/// Writes a file whole or not at all: the bytes go to a new file beside it, reach the disk, and take its place in one
/// step. Whatever fails, an old file stays as it was. Links are followed; the old file's permissions are kept. Devices and
/// pipes are written to directly. Returns what went wrong, if anything did.
[[nodiscard]] std::optional<std::string> write_whole_file(const std::string& path, std::string_view bytes);

/// The same, its bytes coming one after the other.
class GrowingFile {
 public:
  explicit GrowingFile(const std::string& path);
  GrowingFile(const GrowingFile&) = delete;
  GrowingFile& operator=(const GrowingFile&) = delete;
  ~GrowingFile();

  void append(std::string_view bytes);

  /// Makes it the file of that name. Returns what went wrong, now or before; nothing has changed then.
  [[nodiscard]] std::optional<std::string> take_place();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A file that is to have other bytes than those it was read with.
struct FileReplacement {
  std::string path;
  std::string_view before;
  std::string after;
};

/// Writes several files, all or none: every new file, and a copy of every old one, is written beside it and reaches the disk
/// before the first takes its place. Should one not take its place, the earlier ones are put back. A file that somebody
/// has changed since it was read is not overwritten. Whenever the program is killed, each file by itself is whole; killed
/// in the moment between the first and the last taking its place, some are new and others old, and copies of both lie
/// beside them. Returns what went wrong, beginning with the path.
[[nodiscard]] std::optional<std::string> write_whole_files(const std::vector<FileReplacement>& files);

/// Writes a file that was read with the bytes `before`, or was not there: as above, never over what somebody else has
/// written meanwhile.
[[nodiscard]] std::optional<std::string> write_over(const std::string& path,
                                                    const std::optional<std::string_view>& before,
                                                    const std::string& bytes);

}  // namespace etic
