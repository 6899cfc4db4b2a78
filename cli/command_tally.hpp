#pragma once

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "cli/tally_request.hpp"

namespace etic::cli {

/// Who voices which code: n and base of every code, on the whole or by sub-question, question, group or attribute.
class TallyCommand final : public Command {
 public:
  void set_up(CLI::App& app) override;
  [[nodiscard]] int run(Env& env) override;

 private:
  TallyRequest request_;
  Output output_;
  bool is_partial_ = false;
};

}  // namespace etic::cli
