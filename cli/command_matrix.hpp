#pragma once

#include <string>

#include "cli/coder_option.hpp"
#include "cli/command.hpp"
#include "cli/counting_options.hpp"
#include "cli/open_study.hpp"
#include "cli/output.hpp"

namespace etic::cli {

/// One axis crossed with another: codes or themes with groups, sites, questions …, two such, or codes with codes.
class MatrixCommand final : public Command {
 public:
  void set_up(CLI::App& app) override;
  [[nodiscard]] int run(Env& env) override;

 private:
  [[nodiscard]] Matrix cross(const CodedCorpus& coded, const Selection& selection, const Axis& rows,
                             const Axis& columns, const std::vector<CodeId>& codes, const Counting& counting) const;
  void check(const std::optional<Axis>& rows, const std::optional<Axis>& columns, const Counting& counting,
             Sink& sink) const;
  [[nodiscard]] Within within() const;
  [[nodiscard]] std::string title(const Axis& rows, const Axis& columns) const;

  StudyOptions study_;
  CoderOption coder_;
  WhereOptions where_;
  CodeOptions codes_;
  CountingOptions counting_;
  Output output_;
  std::string rows_ = "theme";
  std::string columns_ = "group";
  std::string within_ = "answer";
};

}  // namespace etic::cli
