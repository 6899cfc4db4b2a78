#pragma once

#include <functional>
#include <vector>

#include "cli/coder_option.hpp"
#include "cli/command.hpp"
#include "cli/counting_options.hpp"
#include "cli/open_study.hpp"
#include "cli/output.hpp"
#include "cli/row_options.hpp"

namespace etic::cli {

/// Every coding the books make, with its words and the rule that made it.
class CodeCommand final : public Command {
 public:
  void set_up(CLI::App& app) override;
  [[nodiscard]] int run(Env& env) override;

 private:
  using Choice = std::function<std::vector<Coding>(const CodedCorpus&)>;

  void write_records(const OpenedStudy& opened, const CodedCorpus& coded, const std::vector<CodeId>& codes,
                     const Choice& chosen, Env& env);
  void write_table(const OpenedStudy& opened, const CodedCorpus& coded, const std::vector<CodeId>& codes,
                   const Choice& chosen, Env& env);

  StudyOptions study_;
  CoderOption coder_;
  WhereOptions where_;
  CodeOptions codes_;
  RowOptions rows_;
  Output output_;
};

}  // namespace etic::cli
