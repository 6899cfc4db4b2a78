#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include "editing/whole_file.hpp"
#include "support/catch.hpp"

using namespace etic;
namespace fs = std::filesystem;

namespace {

/// A folder that is gone again at the end.
class Scratch {
 public:
  Scratch() {
    std::string name = (fs::temp_directory_path() / "etic-whole-XXXXXX").native();
    path_ = ::mkdtemp(name.data());
    fs::permissions(path_, fs::perms(0755));
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  [[nodiscard]] std::string path(const std::string& name) const { return (path_ / name).native(); }

 private:
  fs::path path_;
};

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::size_t files_in(const std::string& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

constexpr uid_t nobody = 65534;

/// Runs a step in a process of its own, as somebody whom permissions bind; what it returns, or -1 where it was killed.
int in_child(const std::function<int()>& step, bool as_nobody) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (as_nobody && ::geteuid() == 0 && ::setuid(nobody) != 0) ::_exit(99);
    ::_exit(step());
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// 0 where all was written, 1 where it was said that it was not, 2 where something else was said.
int outcome(const std::optional<std::string>& trouble, const std::string& expected) {
  if (!trouble) return 0;
  return trouble->find(expected) != std::string::npos ? 1 : 2;
}

}  // namespace

TEST_CASE("several files get new bytes together, permissions stay, links are followed, nothing else is left") {
  const Scratch scratch;
  write(scratch.path("a"), "old a");
  write(scratch.path("b"), "old b");
  fs::permissions(scratch.path("a"), fs::perms(0640));
  fs::create_symlink("b", scratch.path("link"));
  CHECK_FALSE(write_whole_files({{scratch.path("a"), "old a", "new a"}, {scratch.path("link"), "old b", ""}}));
  CHECK(read(scratch.path("a")) == "new a");
  CHECK(read(scratch.path("b")).empty());
  CHECK(fs::status(scratch.path("a")).permissions() == fs::perms(0640));
  CHECK(fs::is_symlink(scratch.path("link")));
  CHECK(files_in(scratch.path("")) == 3);
}

TEST_CASE("a file that somebody has changed since, or taken away, keeps the others from being written") {
  const Scratch scratch;
  write(scratch.path("a"), "old a");
  write(scratch.path("b"), "newer b");
  const auto trouble =
      write_whole_files({{scratch.path("a"), "old a", "new a"}, {scratch.path("b"), "old b", "new b"}});
  CHECK(trouble == scratch.path("b") + ": somebody has changed it in the meantime");
  CHECK(write_whole_files({{scratch.path("a"), "old a", "new a"}, {scratch.path("c"), "", ""}}) ==
        scratch.path("c") + ": no such file or directory");
  CHECK(read(scratch.path("a")) == "old a");
  CHECK(read(scratch.path("b")) == "newer b");
  CHECK(files_in(scratch.path("")) == 2);
}

TEST_CASE("a read-only file, and a file in a read-only folder, keep the others from being written") {
  const Scratch scratch;
  fs::create_directory(scratch.path("open"));
  fs::create_directory(scratch.path("shut"));
  for (const char* name : {"open/a", "open/read-only", "shut/b"}) write(scratch.path(name), "old");
  for (const char* name : {"open/a", "shut/b"}) fs::permissions(scratch.path(name), fs::perms(0666));
  fs::permissions(scratch.path("open"), fs::perms(0777));
  fs::permissions(scratch.path("open/read-only"), fs::perms(0444));
  fs::permissions(scratch.path("shut"), fs::perms(0555));
  for (const char* hindered : {"open/read-only", "shut/b"}) {
    CHECK(in_child(
              [&] {
                return outcome(
                    write_whole_files({{scratch.path("open/a"), "old", "new"}, {scratch.path(hindered), "old", "new"}}),
                    std::string(hindered) + ": permission denied");
              },
              true) == 1);
  }
  for (const char* name : {"open/a", "open/read-only", "shut/b"}) CHECK(read(scratch.path(name)) == "old");
  CHECK(files_in(scratch.path("open")) == 2);
  CHECK(files_in(scratch.path("shut")) == 1);
  fs::permissions(scratch.path("shut"), fs::perms(0755));
}

TEST_CASE("a file that cannot take its place has those before it put back") {
  if (::geteuid() != 0) return;  // only root can make a file that others may write and not replace
  const Scratch scratch;
  fs::create_directory(scratch.path("sticky"));
  write(scratch.path("sticky/a"), "old a");
  write(scratch.path("sticky/b"), "old b");
  REQUIRE(::chown(scratch.path("sticky/a").c_str(), nobody, nobody) == 0);
  fs::permissions(scratch.path("sticky/b"), fs::perms(0666));
  fs::permissions(scratch.path("sticky"), fs::perms(01777));
  CHECK(in_child(
            [&] {
              return outcome(write_whole_files({{scratch.path("sticky/a"), "old a", "new a"},
                                                {scratch.path("sticky/b"), "old b", "new b"}}),
                             "sticky/b: operation not permitted");
            },
            true) == 1);
  CHECK(read(scratch.path("sticky/a")) == "old a");
  CHECK(read(scratch.path("sticky/b")) == "old b");
  CHECK(files_in(scratch.path("sticky")) == 2);
}

TEST_CASE("where the disk is full nothing is written") {
  const Scratch scratch;
  fs::create_directory(scratch.path("disk"));
  const bool mounted = ::mount("none", scratch.path("disk").c_str(), "tmpfs", 0, "size=256k") == 0;
  const std::string large(200'000, 'x');
  write(scratch.path("disk/a"), "old a");
  write(scratch.path("disk/b"), "old b");
  const auto attempt = [&] {
    if (!mounted) {  // the next best: no file may grow beyond this
      const rlimit limit{100'000, 100'000};
      ::setrlimit(RLIMIT_FSIZE, &limit);
      std::signal(SIGXFSZ, SIG_IGN);
    }
    return outcome(write_whole_files({{scratch.path("disk/a"), "old a", std::string(50'000, 'y')},
                                      {scratch.path("disk/b"), "old b", large + large}}),
                   mounted ? "disk/b: no space left on device" : "disk/b: file too large");
  };
  CHECK(in_child(attempt, false) == 1);
  CHECK(read(scratch.path("disk/a")) == "old a");
  CHECK(read(scratch.path("disk/b")) == "old b");
  CHECK(files_in(scratch.path("disk")) == 2);
  if (mounted) ::umount(scratch.path("disk").c_str());
}

TEST_CASE("killed in mid-write, every file is as it was or as it was to be") {
  const Scratch scratch;
  std::vector<FileReplacement> files;
  const std::string before(1'000'000, 'a');
  const std::string after(1'000'000, 'b');
  for (int i = 0; i < 8; ++i) files.push_back({scratch.path(std::to_string(i)), before, after});

  int killed_before = 0;
  for (int delay = 0; delay < 40; ++delay) {  // of some milliseconds, from right away to after the end
    for (const FileReplacement& file : files) write(file.path, before);
    const pid_t child = ::fork();
    if (child == 0) ::_exit(write_whole_files(files) ? 1 : 0);
    ::usleep(static_cast<useconds_t>(delay * 500));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    std::size_t old_files = 0;
    for (const FileReplacement& file : files) {
      const std::string bytes = read(file.path);
      CHECK((bytes == before || bytes == after));
      if (bytes == before) ++old_files;
    }
    if (WIFSIGNALED(status) && old_files == files.size()) ++killed_before;
  }
  CHECK(killed_before > 0);
}

TEST_CASE("a signal in the middle of a write leaves every old file") {
  const Scratch scratch;
  write(scratch.path("a"), "old a");
  write(scratch.path("b"), "old b");
  const auto step = [&] {
    const rlimit limit{10'000, 10'000};  // the system kills who writes more
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const rlimit no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
    return outcome(write_whole_files(
                       {{scratch.path("a"), "old a", "new a"}, {scratch.path("b"), "old b", std::string(20'000, 'x')}}),
                   "");
  };
  CHECK(in_child(step, false) == -1);
  CHECK(read(scratch.path("a")) == "old a");
  CHECK(read(scratch.path("b")) == "old b");
}
