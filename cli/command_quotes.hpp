#pragma once

#include <string>
#include <vector>

#include "cli/coder_option.hpp"
#include "cli/command.hpp"
#include "cli/counting_options.hpp"
#include "cli/open_study.hpp"
#include "cli/output.hpp"

namespace etic::cli {

/// The evidence for a code: its words in their sentences, cited.
class QuotesCommand final : public Command {
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
