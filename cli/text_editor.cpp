#include "cli/text_editor.hpp"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "cli/env.hpp"
#include "cli/failure.hpp"
#include "editing/whole_file.hpp"

namespace etic::cli {
namespace {

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
    if (file_ < 0)
      throw Failure(exit_io,
                    fmt::format("{} could not be made: {}", path_, system_message({errno, std::generic_category()})));
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

std::string find_editor() {
  for (const char* name : {"VISUAL", "EDITOR"}) {
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0') return value;
  }
  throw Failure(exit_usage, "no editor is set: put its command into the environment as VISUAL or EDITOR");
}

void edit(const std::string& editor, const std::string& path) {
  const std::string file = path.starts_with('-') ? "./" + path : path;
  const int status = std::system((editor + " " + quoted(file)).c_str());
  if (status != -1 && WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
  throw Failure(exit_io, fmt::format("the editor (`{}`) failed; the worksheet is kept in {}", editor, path));
}

}  // namespace etic::cli
