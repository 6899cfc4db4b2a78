#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/open_study.hpp"

namespace etic::cli {

/// `--coder`: whose codings a command speaks of.
class CoderOption {
 public:
  void set_up(CLI::App& app);

  /// The coders in the order of their layers: one alone, or those that settle. Trouble goes to the sink.
  [[nodiscard]] std::vector<CoderId> layers(const OpenedStudy& opened, Sink& sink) const;

 private:
  std::string name_;
};

}  // namespace etic::cli
