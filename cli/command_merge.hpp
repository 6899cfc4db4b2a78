#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/output.hpp"

namespace etic::cli {

/// Adds up the tallies of shards.
class MergeCommand final : public Command {
 public:
  void set_up(CLI::App& app) override;
  [[nodiscard]] int run(Env& env) override;

 private:
  std::vector<std::string> paths_;
  Output output_;
};

}  // namespace etic::cli
