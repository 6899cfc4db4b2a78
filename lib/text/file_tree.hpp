#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/byte_stream.hpp"

namespace etic {

/// The narrow door to the disk: everything that etic reads comes through here, so that a whole run can be tested on a
/// tree in memory. Paths use `/`. Implementations do not throw for what is missing or unreadable.
class FileTree {
 public:
  struct Content {
    std::optional<std::string> bytes;
    std::string trouble;  // why there are no bytes: "no such file", "permission denied"
  };

  /// A file to be read bit by bit.
  struct Opened {
    std::unique_ptr<ByteStream> stream;
    std::string trouble;  // why there is none
  };

  virtual ~FileTree() = default;

  /// The whole file, when it is a regular file (or a pipe) of at most `limit` bytes.
  [[nodiscard]] virtual Content read(const std::string& path, std::size_t limit) const = 0;

  /// A file or pipe of any size; `-` is standard input.
  [[nodiscard]] virtual Opened open(const std::string& path) const = 0;

  /// Paths of all files below `folder` in natural order, each starting with `folder`; hidden ones (a leading dot) left
  /// out. A link that leads back up counts as a file, which cannot be read. Nothing when there is no such folder.
  [[nodiscard]] virtual std::optional<std::vector<std::string>> files_below(const std::string& folder) const = 0;
};

class DiskFiles final : public FileTree {
 public:
  [[nodiscard]] Content read(const std::string& path, std::size_t limit) const override;
  [[nodiscard]] Opened open(const std::string& path) const override;
  [[nodiscard]] std::optional<std::vector<std::string>> files_below(const std::string& folder) const override;
};

class MemoryFiles final : public FileTree {
 public:
  explicit MemoryFiles(std::map<std::string, std::string> files) : files_(std::move(files)) {}
  [[nodiscard]] Content read(const std::string& path, std::size_t limit) const override;
  [[nodiscard]] Opened open(const std::string& path) const override;
  [[nodiscard]] std::optional<std::vector<std::string>> files_below(const std::string& folder) const override;

 private:
  std::map<std::string, std::string> files_;
};

/// `too large` in `Content::trouble`, by which readers know the limit was the cause.
inline constexpr const char* trouble_too_large = "too large";

/// The same of a file that need not be there.
inline constexpr const char* trouble_missing = "no such file";

/// The path that stands for standard input.
inline constexpr std::string_view standard_input = "-";

/// `folder` and `name` joined; a folder of `.` or nothing is left away.
[[nodiscard]] std::string join_path(const std::string& folder, const std::string& name);

}  // namespace etic
