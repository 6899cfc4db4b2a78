#pragma once

#include "cli/env.hpp"

namespace etic::cli {

/// One run of the program: reads the command line, runs the command, turns every failure into an exit code.
[[nodiscard]] int run(int argc, const char* const* argv, Env& env);

}  // namespace etic::cli
