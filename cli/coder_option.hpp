#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/open_study.hpp"

namespace etic::cli {

/// The coders in the order of their layers that a name means: one alone, or for `settled` those that settle. Trouble
/// goes to the sink.
[[nodiscard]] std::vector<CoderId> layers_named(const std::string& name, const OpenedStudy& opened, Sink& sink);

/// `--coder`: whose codings a command speaks of.
class CoderOption {
 public:
  void set_up(CLI::App& app);

  /// As above; without the option those that settle, or the rules.
  [[nodiscard]] std::vector<CoderId> layers(const OpenedStudy& opened, Sink& sink) const;

 private:
  std::string name_;
};

}  // namespace etic::cli
