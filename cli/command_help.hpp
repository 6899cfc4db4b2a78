#pragma once

#include <string>

#include "cli/command.hpp"

namespace etic::cli {

/// `etic help`, `etic help tally`, and topics: errors, rules, counting, exit-codes.
class HelpCommand final : public Command {
 public:
  void set_up(CLI::App& app) override;
  [[nodiscard]] int run(Env& env) override;

 private:
  std::string topic_;
};

}  // namespace etic::cli
