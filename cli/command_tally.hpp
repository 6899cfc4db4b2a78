#pragma once

#include <string>

#include "cli/coder_option.hpp"
#include "cli/command.hpp"
#include "cli/counting_options.hpp"
#include "cli/open_study.hpp"
#include "cli/output.hpp"

namespace etic::cli {

/// Who voices which code: n and base of every code, on the whole or by sub-question, question, group or attribute.
class TallyCommand final : public Command {
 public:
  void set_up(CLI::App& app) override;
  [[nodiscard]] int run(Env& env) override;

 private:
  StudyOptions study_;
  CoderOption coder_;
  WhereOptions where_;
  CodeOptions codes_;
  CountingOptions counting_;
  Output output_;
  std::string by_;
  bool themes_ = false;
};

}  // namespace etic::cli
