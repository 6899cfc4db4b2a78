#pragma once

#include <string>

#include "cli/command.hpp"

namespace etic::cli {

/// Starts a study: a small working one to change into one's own, or one made from a list of questions.
class InitCommand final : public Command {
 public:
  void set_up(CLI::App& app) override;
  [[nodiscard]] int run(Env& env) override;

 private:
  std::string folder_;
  std::string questions_;
};

}  // namespace etic::cli
