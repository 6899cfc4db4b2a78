#pragma once

#include <string>

#include "cli/command.hpp"

namespace etic::cli {

/// Prints the completion script of a shell, made from the options as they are declared.
class CompletionCommand final : public Command {
 public:
  void set_up(CLI::App& app) override;
  [[nodiscard]] int run(Env& env) override;

 private:
  std::string shell_;
};

}  // namespace etic::cli
