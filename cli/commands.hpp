#pragma once

#include <span>

#include "cli/command.hpp"

namespace etic::cli {

/// Every command, in the order of `etic --help`.
[[nodiscard]] std::span<const CommandEntry> all_commands();

}  // namespace etic::cli
