#pragma once

#include <vector>

#include "cli/command.hpp"
#include "cli/open_study.hpp"
#include "editing/reanchor.hpp"

namespace etic::cli {

/// Quotes that no longer stand in their answers: shows the passages nearest to them, and puts them in.
class ReanchorCommand final : public Command {
 public:
  void set_up(CLI::App& app) override;
  [[nodiscard]] int run(Env& env) override;

 private:
  static void show(const OpenedStudy& opened, const std::vector<Reanchoring>& reanchorings, Env& env);
  static void write(const OpenedStudy& opened, const std::vector<Reanchoring>& reanchorings);

  StudyOptions study_;
  bool yes_ = false;
};

}  // namespace etic::cli
