#include "text/file_tree.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "text/natural_order.hpp"

namespace etic {
namespace {

/// Natural order of paths folder by folder: `G1/x` before `G10/x`, and a folder's files before its neighbours'.
bool path_precedes(const std::string& a, const std::string& b) { return natural_compare(a, b) < 0; }

std::string reason(int error) {
  switch (error) {
    case ENOENT:
      return trouble_missing;
    case EACCES:
      return "permission denied";
    case EISDIR:
      return "it is a folder";
    default:
      return std::generic_category().message(error);
  }
}

FileTree::Content trouble(int error) { return {{}, reason(error)}; }

class Descriptor {
 public:
  explicit Descriptor(const std::string& path) : Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

class DiskStream final : public ByteStream {
 public:
  explicit DiskStream(const std::string& path)
      : file_(path == standard_input ? Descriptor(::dup(STDIN_FILENO)) : Descriptor(path)) {
    struct stat status {};
    if (file_.get() < 0 || ::fstat(file_.get(), &status) != 0) {
      error_ = errno;
    } else if (S_ISDIR(status.st_mode)) {
      error_ = EISDIR;
    } else if (S_ISREG(status.st_mode)) {
      size_ = static_cast<std::uint64_t>(status.st_size);
    }
  }

  [[nodiscard]] std::size_t read(std::span<char> bytes) override {
    while (error_ == 0) {
      const ssize_t got = ::read(file_.get(), bytes.data(), bytes.size());
      if (got < 0 && errno != EINTR) error_ = errno;
      if (got < 0) continue;
      position_ += static_cast<std::uint64_t>(got);
      return static_cast<std::size_t>(got);
    }
    return 0;
  }
  [[nodiscard]] std::string trouble() const override { return error_ == 0 ? "" : reason(error_); }
  [[nodiscard]] std::uint64_t position() const override { return position_; }
  [[nodiscard]] std::optional<std::uint64_t> size() const override { return size_; }

 private:
  Descriptor file_;
  int error_ = 0;
  std::uint64_t position_ = 0;
  std::optional<std::uint64_t> size_;
};

}  // namespace

FileTree::Content DiskFiles::read(const std::string& path, std::size_t limit) const {
  const Descriptor file(path);
  if (file.get() < 0) return trouble(errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return trouble(errno);
  if (S_ISDIR(status.st_mode)) return trouble(EISDIR);
  const auto size = static_cast<std::size_t>(std::max<off_t>(0, status.st_size));
  if (size > limit) return {{}, trouble_too_large};

  // One byte more than the size tells a regular file's end without a second read; pipes have no size and grow.
  std::string bytes(std::max<std::size_t>(size + 1, S_ISREG(status.st_mode) ? 1 : 65536), '\0');
  std::size_t filled = 0;
  for (;;) {
    if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
    const ssize_t got = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return trouble(errno);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
    if (filled > limit) return {{}, trouble_too_large};
  }
  bytes.resize(filled);
  return {std::move(bytes), {}};
}

FileTree::Opened DiskFiles::open(const std::string& path) const {
  auto stream = std::make_unique<DiskStream>(path);
  if (std::string trouble = stream->trouble(); !trouble.empty()) return {nullptr, std::move(trouble)};
  return {std::move(stream), {}};
}

std::optional<std::vector<std::string>> DiskFiles::files_below(const std::string& folder) const {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::recursive_directory_iterator entries(folder, fs::directory_options::follow_directory_symlink, error);
  if (error) return std::nullopt;
  std::vector<std::string> found;
  std::vector<fs::path> way{
      fs::canonical(folder, error)};  // of the folders entered; a link that leads back up is not followed
  for (; entries != fs::recursive_directory_iterator(); entries.increment(error)) {
    if (error) return std::nullopt;
    const fs::path& path = entries->path();
    const bool hidden = path.filename().native().front() == '.';
    if (entries->is_directory(error)) {
      way.resize(static_cast<std::size_t>(entries.depth()) + 1);
      fs::path real = fs::canonical(path, error);
      const bool leads_back = std::find(way.begin(), way.end(), real) != way.end();
      if (leads_back && !hidden) found.push_back(path.generic_string());  // whoever reads it is told what it is
      if (leads_back || hidden) {
        entries.disable_recursion_pending();
      } else {
        way.push_back(std::move(real));
      }
    } else if (!hidden) {
      found.push_back(path.generic_string());
    }
  }
  std::sort(found.begin(), found.end(), path_precedes);
  return found;
}

FileTree::Content MemoryFiles::read(const std::string& path, std::size_t limit) const {
  const auto file = files_.find(path);
  if (file == files_.end()) return trouble(ENOENT);
  if (file->second.size() > limit) return {{}, trouble_too_large};
  return {file->second, {}};
}

FileTree::Opened MemoryFiles::open(const std::string& path) const {
  const auto file = files_.find(path);
  if (file == files_.end()) return {nullptr, trouble_missing};
  return {std::make_unique<TextStream>(file->second), {}};
}

std::optional<std::vector<std::string>> MemoryFiles::files_below(const std::string& folder) const {
  std::vector<std::string> found;
  for (const auto& [path, bytes] : files_) {
    if (path.compare(0, folder.size() + 1, folder + "/") == 0) found.push_back(path);
  }
  if (found.empty()) return std::nullopt;
  std::sort(found.begin(), found.end(), path_precedes);
  return found;
}

std::string join_path(const std::string& folder, const std::string& name) {
  if (folder.empty() || folder == "." || name.starts_with('/')) return name;
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

}  // namespace etic
