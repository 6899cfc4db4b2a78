#pragma once

#include "audit/inventory.hpp"
#include "cli/command.hpp"
#include "cli/open_study.hpp"
#include "cli/output.hpp"
#include "cli/row_options.hpp"

namespace etic::cli {

/// Checks the study for mistakes, all of them at once, and summarizes what is there.
class CheckCommand final : public Command {
 public:
  void set_up(CLI::App& app) override;
  [[nodiscard]] int run(Env& env) override;

 private:
  void summarize(const OpenedStudy& opened, const Inventory& inventory, bool whole, const Env& env);

  StudyOptions study_;
  RowOptions rows_;
  Output output_;
  bool strict_ = false;
  bool quiet_ = false;
};

}  // namespace etic::cli
