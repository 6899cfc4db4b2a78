#pragma once

#include "cli/coder_option.hpp"
#include "cli/command.hpp"
#include "cli/counting_options.hpp"
#include "cli/open_study.hpp"
#include "cli/output.hpp"

namespace etic::cli {

/// Every coding the books make, with its words and the rule that made it.
class CodeCommand final : public Command {
 public:
  void set_up(CLI::App& app) override;
  [[nodiscard]] int run(Env& env) override;

 private:
  StudyOptions study_;
  CoderOption coder_;
  WhereOptions where_;
  CodeOptions codes_;
  Output output_;
};

}  // namespace etic::cli
