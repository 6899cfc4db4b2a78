#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/open_study.hpp"

namespace etic::cli {

/// Writes the tables that study.yaml declares, or says where they are no longer what the study gives.
class TablesCommand final : public Command {
 public:
  void set_up(CLI::App& app) override;
  [[nodiscard]] int run(Env& env) override;

 private:
  [[nodiscard]] std::vector<const DeclaredTable*> find_tables(const Study& study, Sink& sink) const;
  [[nodiscard]] std::string make(const DeclaredTable& table, const Study& study, const Env& env, Sink& sink) const;
  [[nodiscard]] std::vector<std::string> stray_files(const Study& study, const Env& env) const;

  StudyOptions study_;
  std::vector<std::string> names_;
  bool check_ = false;
};

}  // namespace etic::cli
