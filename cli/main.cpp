#include <cstdlib>
#include <iostream>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/app.hpp"
#include "cli/env.hpp"

namespace {

/// Columns of the terminal behind a descriptor; 0: it is none. COLUMNS overrules.
std::size_t terminal_width(int descriptor) {
  if (::isatty(descriptor) == 0) return 0;
  if (const char* columns = std::getenv("COLUMNS")) {
    if (const long wanted = std::strtol(columns, nullptr, 10); wanted > 0) return static_cast<std::size_t>(wanted);
  }
  winsize size{};
  return ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

bool may_colour(int descriptor) {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return ::isatty(descriptor) != 0 && (no_colour == nullptr || *no_colour == '\0') && terminal != nullptr &&
         std::string_view(terminal) != "dumb";
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const etic::DiskFiles disk;
  etic::cli::Env env{std::cin,
                     std::cout,
                     std::cerr,
                     disk,
                     terminal_width(STDOUT_FILENO),
                     may_colour(STDOUT_FILENO),
                     may_colour(STDERR_FILENO),
                     ::isatty(STDERR_FILENO) != 0};
  return etic::cli::run(argc, argv, env);
}
