#include "editing/whole_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "text/file_tree.hpp"

namespace etic {
namespace {

std::string message(int error) { return system_message({error, std::generic_category()}); }

/// A file being written; deleted again unless it was kept.
class NewFile {
 public:
  explicit NewFile(const std::string& path) : path_(path + ".XXXXXX"), fd_(::mkstemp(path_.data())) {}
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile() {
    if (fd_ >= 0) ::close(fd_);
    if (fd_ >= 0 && !kept_) ::unlink(path_.c_str());
  }

  [[nodiscard]] int fd() const { return fd_; }
  [[nodiscard]] bool take_place_of(const std::string& target) {
    kept_ = ::rename(path_.c_str(), target.c_str()) == 0;
    return kept_;
  }

 private:
  std::string path_;
  int fd_;
  bool kept_ = false;
};

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

std::string system_message(const std::error_code& error) {
  std::string text = error.message();
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

namespace {

/// A new file beside the one whose place it is to take, written and on the disk.
class PreparedFile {
 public:
  /// `path` is no link. `mode`: the new file's permissions.
  PreparedFile(const std::string& path, std::string_view bytes, mode_t mode) : path_(path), file_(path) {
    const bool written = file_.fd() >= 0 && write_all(file_.fd(), bytes) && ::fchmod(file_.fd(), mode) == 0 && ::fsync(file_.fd()) == 0;
    if (!written) trouble_ = message(errno);
  }

  [[nodiscard]] const std::optional<std::string>& trouble() const { return trouble_; }

  /// In one step; nothing but the name changes. Returns what went wrong.
  [[nodiscard]] std::optional<std::string> take_place() {
    if (file_.take_place_of(path_)) return std::nullopt;
    return message(errno);
  }

 private:
  std::string path_;
  NewFile file_;
  std::optional<std::string> trouble_;
};

/// A file that is there and may be replaced: its real path and permissions.
struct OldFile {
  std::string path;
  mode_t mode = 0;
  std::optional<std::string> trouble;

  explicit OldFile(const std::string& named) {
    struct stat status {};
    std::error_code error;
    path = std::filesystem::canonical(named, error).native();
    if (error) {
      trouble = system_message(error);
    } else if (::stat(path.c_str(), &status) != 0 || ::access(path.c_str(), W_OK) != 0) {
      trouble = message(errno);
    }
    mode = status.st_mode & 07777;
  }
};

/// One of several files on its way.
struct Exchange {
  PreparedFile fresh;
  PreparedFile copy;  // of the old one, to be put back
  Exchange(const OldFile& old, const FileReplacement& file) : fresh(old.path, file.after, old.mode), copy(old.path, file.before, old.mode) {}
};

std::optional<std::string> trouble_before(const OldFile& old, const FileReplacement& file) {
  if (old.trouble) return old.trouble;
  const FileTree::Content now = DiskFiles().read(old.path, file.before.size());
  if (now.bytes && *now.bytes == file.before) return std::nullopt;
  return now.bytes || now.trouble == trouble_too_large ? "somebody has changed it in the meantime" : now.trouble;
}

/// Puts back what has taken its place already. Where even that fails, says so.
std::string put_back(std::vector<std::unique_ptr<Exchange>>& exchanges, std::size_t count, std::string trouble,
                     const std::vector<FileReplacement>& files) {
  for (std::size_t i = count; i-- > 0;) {
    if (const auto worse = exchanges[i]->copy.take_place()) trouble += "; " + files[i].path + " could not be put back: " + *worse;
  }
  return trouble;
}

}  // namespace

/// Where a file of that name is to be put, and how.
struct GrowingFile::State {
  std::optional<std::string> trouble;
  std::string path;
  mode_t mode = 0;
  std::optional<NewFile> fresh;  // beside it; none where what is there is written to directly
  int device = -1;

  explicit State(const std::string& named) {
    struct stat status {};
    const bool exists = ::stat(named.c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode)) {
      fail(EISDIR);
    } else if (exists && !S_ISREG(status.st_mode)) {
      device = ::open(named.c_str(), O_WRONLY | O_CLOEXEC);
      if (device < 0) fail(errno);
    } else if (exists && ::access(named.c_str(), W_OK) != 0) {
      fail(errno);
    } else {
      begin_beside(named, exists ? std::optional(status.st_mode & 07777U) : std::nullopt);
    }
  }
  void begin_beside(const std::string& named, std::optional<mode_t> old_mode) {
    std::error_code error;
    path = old_mode ? std::filesystem::canonical(named, error).native() : named;
    if (error) {
      trouble = system_message(error);
      return;
    }
    const mode_t mask = ::umask(0);
    ::umask(mask);
    mode = old_mode.value_or(0666 & ~mask);
    fresh.emplace(path);
    if (fresh->fd() < 0) fail(errno);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (device >= 0) ::close(device);
  }

  void fail(int error) { trouble = message(error); }
  [[nodiscard]] int fd() const { return fresh ? fresh->fd() : device; }
};

GrowingFile::GrowingFile(const std::string& path) : state_(std::make_unique<State>(path)) {}

GrowingFile::~GrowingFile() = default;

void GrowingFile::append(std::string_view bytes) {
  if (!state_->trouble && !write_all(state_->fd(), bytes)) state_->fail(errno);
}

std::optional<std::string> GrowingFile::take_place() {
  if (state_->trouble || !state_->fresh) return state_->trouble;
  if (::fchmod(state_->fd(), state_->mode) != 0 || ::fsync(state_->fd()) != 0 ||
      !state_->fresh->take_place_of(state_->path))
    state_->fail(errno);
  return state_->trouble;
}

std::optional<std::string> write_whole_file(const std::string& path, std::string_view bytes) {
  GrowingFile file(path);
  file.append(bytes);
  return file.take_place();
}

std::optional<std::string> write_whole_files(const std::vector<FileReplacement>& files) {
  std::vector<std::unique_ptr<Exchange>> exchanges;
  for (const FileReplacement& file : files) {
    const OldFile old(file.path);
    if (const auto trouble = trouble_before(old, file)) return file.path + ": " + *trouble;
    exchanges.push_back(std::make_unique<Exchange>(old, file));
    for (const PreparedFile* prepared : {&exchanges.back()->fresh, &exchanges.back()->copy}) {
      if (prepared->trouble()) return file.path + ": " + *prepared->trouble();
    }
  }
  for (std::size_t i = 0; i < exchanges.size(); ++i) {
    if (const auto trouble = exchanges[i]->fresh.take_place()) return put_back(exchanges, i, files[i].path + ": " + *trouble, files);
  }
  return std::nullopt;
}

std::optional<std::string> write_over(const std::string& path, const std::optional<std::string_view>& before,
                                      const std::string& bytes) {
  if (before) return write_whole_files({{path, *before, bytes}});
  std::error_code ignored;  // what cannot be asked cannot be written either
  if (std::filesystem::exists(path, ignored)) return path + " has been made by somebody else meanwhile";
  if (const auto trouble = write_whole_file(path, bytes)) return path + " could not be written: " + *trouble;
  return std::nullopt;
}

}  // namespace etic
