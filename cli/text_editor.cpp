#include "cli/text_editor.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

#include "cli/env.hpp"
#include "cli/failure.hpp"

namespace etic::cli {
namespace {

const char* variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr || *value == '\0' ? nullptr : value;
}

/// For the shell, whatever the name holds.
std::string quoted(const std::string& path) {
  std::string text = "'";
  for (const char c : path) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

/// Whether the file that is held open is still the one that the path names.
bool is_at(int file, const std::string& path) {
  struct stat held = {};
  struct stat named = {};
  return ::fstat(file, &held) == 0 && ::stat(path.c_str(), &named) == 0 && held.st_ino == named.st_ino &&
         held.st_dev == named.st_dev;
}

}  // namespace

WorkLock::WorkLock(std::string path, const std::string& what) : path_(std::move(path)) {
  for (;;) {
    file_ = ::open(path_.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644);
    if (file_ < 0) throw Failure(exit_io, fmt::format("{} could not be made: {}", path_, std::strerror(errno)));
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
      ::close(file_);
      throw Failure(exit_io, fmt::format("somebody else is at work on {}", what));
    }
    if (is_at(file_, path_)) return;
    ::close(file_);  // who held it has just taken it away
  }
}

WorkLock::~WorkLock() {
  ::unlink(path_.c_str());
  ::close(file_);
}

void edit_in_editor(const std::string& path) {
  const char* editor = variable("VISUAL");
  if (editor == nullptr) editor = variable("EDITOR");
  if (editor == nullptr)
    throw Failure(exit_usage, "no editor is set: put its command into the environment as VISUAL or EDITOR");
  const int status = std::system((std::string(editor) + " " + quoted(path)).c_str());
  if (status != -1 && WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
  throw Failure(exit_io, fmt::format("the editor (`{}`) failed; the worksheet is kept in {}", editor, path));
}

}  // namespace etic::cli
