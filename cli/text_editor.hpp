#pragma once

#include <string>

namespace etic::cli {

/// A file that one process alone holds open for work; others are told. It goes with the process, however that ends.
class WorkLock {
 public:
  /// Throws Failure(exit_io) where another process holds it, or it cannot be made.
  WorkLock(std::string path, const std::string& what);
  ~WorkLock();
  WorkLock(const WorkLock&) = delete;
  WorkLock& operator=(const WorkLock&) = delete;

 private:
  std::string path_;
  int file_ = -1;
};

/// What `$VISUAL` or `$EDITOR` holds. Throws Failure(exit_usage) where neither is set.
[[nodiscard]] std::string find_editor();

/// Lets the person edit a file and waits. Throws Failure(exit_io) where the editor fails.
void edit(const std::string& editor, const std::string& path);

}  // namespace etic::cli
