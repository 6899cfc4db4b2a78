#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/open_study.hpp"
#include "cli/output.hpp"

namespace etic::cli {

/// What was noted, by what it is about.
class MemoCommand final : public Command {
 public:
  void set_up(CLI::App& app) override;
  [[nodiscard]] int run(Env& env) override;

 private:
  StudyOptions study_;
  Output output_;
  std::vector<std::string> subjects_;
};

}  // namespace etic::cli
