#include "editing/whole_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

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

std::optional<std::string> write_through(const std::string& path, std::string_view bytes) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (fd < 0) return message(errno);
  const bool written = write_all(fd, bytes);
  const int error = errno;
  ::close(fd);
  return written ? std::nullopt : std::optional(message(error));
}

}  // namespace

std::string system_message(const std::error_code& error) {
  std::string text = error.message();
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

std::optional<std::string> write_whole_file(const std::string& path, std::string_view bytes) {
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return message(EISDIR);
  if (exists && !S_ISREG(status.st_mode)) return write_through(path, bytes);
  if (exists && ::access(path.c_str(), W_OK) != 0) return message(errno);

  std::error_code trouble;
  const std::filesystem::path real = exists ? std::filesystem::canonical(path, trouble) : std::filesystem::path(path);
  if (trouble) return system_message(trouble);
  NewFile file(real.native());
  if (file.fd() < 0) return message(errno);
  const mode_t mask = ::umask(0);
  ::umask(mask);
  const mode_t mode = exists ? status.st_mode & 07777 : 0666 & ~mask;
  if (!write_all(file.fd(), bytes) || ::fchmod(file.fd(), mode) != 0 || ::fsync(file.fd()) != 0) return message(errno);
  if (!file.take_place_of(real.native())) return message(errno);
  return std::nullopt;
}

}  // namespace etic
