#pragma once

#include <cstddef>
#include <istream>
#include <ostream>

#include "text/file_tree.hpp"

namespace etic::cli {

/// The world as a command sees it, handed in so that a whole run can be tested in process.
struct Env {
  std::istream& in;   // answers to questions
  std::ostream& out;  // results
  std::ostream& err;  // diagnostics
  const FileTree& files;
  std::size_t width = 0;  // columns of the terminal that `out` is; 0: it is none
  bool colour = false;    // `out` is a terminal that may be coloured
  bool err_colour = false;
  bool err_is_terminal = false;  // somebody may be watching
};

/// Exit codes, with a meaning each.
enum Exit : int {
  exit_done = 0,
  exit_negative = 1,  // done, with a negative finding
  exit_usage = 2,     // usage or input error
  exit_io = 3,        // could not read or write
  exit_bug = 70,
};

}  // namespace etic::cli
