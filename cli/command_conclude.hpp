#pragma once

#include <string>
#include <vector>

#include "cli/coder_option.hpp"
#include "cli/command.hpp"
#include "cli/open_study.hpp"
#include "cli/output.hpp"
#include "conclusions/finding.hpp"

namespace etic::cli {

/// Whether the answers on record carry the sentences of the findings, who for and against; and signing that off.
class ConcludeCommand final : public Command {
 public:
  void set_up(CLI::App& app) override;
  [[nodiscard]] int run(Env& env) override;

 private:
  void check_options(Sink& sink) const;
  [[nodiscard]] int check(const std::vector<Finding>& findings, const Metadata& metadata, Env& env);
  [[nodiscard]] int accept(const OpenedStudy& opened, const std::vector<Finding>& findings, Env& env) const;
  void print(const Study& study, const Concluder& concluder, const std::vector<Finding>& findings,
             const CodedCorpus& coded, const Metadata& metadata, const std::optional<Axis>& by, Env& env);

  CLI::App* app_ = nullptr;
  StudyOptions study_;
  CoderOption coder_;
  Output output_;
  std::vector<std::string> names_;
  std::vector<std::string> accepted_;
  std::string reason_;
  std::string by_;
  bool verbose_ = false;
  bool check_ = false;
};

}  // namespace etic::cli
