#pragma once

#include <string>

#include "cli/coder_option.hpp"
#include "cli/command.hpp"
#include "cli/open_study.hpp"
#include "cli/output.hpp"

namespace etic::cli {

/// Why an answer is coded as it is: the rules that fired, and those that were blocked.
class ExplainCommand final : public Command {
 public:
  void set_up(CLI::App& app) override;
  [[nodiscard]] int run(Env& env) override;

 private:
  [[nodiscard]] AnswerId find_answer(const Env& env, const OpenedStudy& opened, bool json) const;

  StudyOptions study_;
  CoderOption coder_;
  Output output_;
  std::string respondent_;
  std::string question_;
};

}  // namespace etic::cli
