#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cli/coder_option.hpp"
#include "cli/command.hpp"
#include "cli/open_study.hpp"
#include "cli/output.hpp"
#include "editing/code_promotion.hpp"
#include "editing/study_edit.hpp"

namespace etic::cli {

/// The codes with n and definition, and what coders propose; and changes to one code that reach every file naming it,
/// all or none of them.
class CodebookCommand final : public Command {
 public:
  void set_up(CLI::App& app) override;
  [[nodiscard]] int run(Env& env) override;

 private:
  using Edit = void (CodebookCommand::*)(const OpenedStudy&, StudyEdit&, Sink&) const;

  CLI::App* add_action(CLI::App& app, const char* name, const char* what, const char* code, const char* target,
                       Edit edit);
  [[nodiscard]] int list(Env& env);
  [[nodiscard]] int change(Env& env, Edit edit) const;

  void rename(const OpenedStudy& opened, StudyEdit& edit, Sink& sink) const;
  void move(const OpenedStudy& opened, StudyEdit& edit, Sink& sink) const;
  void merge(const OpenedStudy& opened, StudyEdit& edit, Sink& sink) const;
  void promote(const OpenedStudy& opened, StudyEdit& edit, Sink& sink) const;

  StudyOptions study_;
  CoderOption coder_;
  Output output_;
  CLI::App* app_ = nullptr;
  std::vector<std::pair<const CLI::App*, Edit>> actions_;
  std::string code_;
  std::string target_;
  NewCode new_code_;
  bool dry_run_ = false;
};

}  // namespace etic::cli
