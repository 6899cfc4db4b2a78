#pragma once

#include "cli/command.hpp"
#include "cli/open_study.hpp"
#include "cli/output.hpp"

namespace etic::cli {

/// Is the study consistent? Everything wrong at once, and a summary of what is there.
class CheckCommand final : public Command {
 public:
  void set_up(CLI::App& app) override;
  [[nodiscard]] int run(Env& env) override;

 private:
  void summarize(const OpenedStudy& opened, const CodedCorpus& coded, const Env& env);

  StudyOptions study_;
  Output output_;
  bool strict_ = false;
  bool quiet_ = false;
};

}  // namespace etic::cli
