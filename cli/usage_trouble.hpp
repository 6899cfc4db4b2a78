#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/grammar.hpp"

namespace etic::cli {

/// What is wrong with a command line, and what was probably meant.
struct UsageTrouble {
  std::string message;
  std::string hint;
};

/// CLI11's complaints in our words. `first_word` is what stands first on the command line, if anything does.
[[nodiscard]] UsageTrouble explain(const CLI::ParseError& error, const Grammar& grammar, const std::string& first_word);

}  // namespace etic::cli
