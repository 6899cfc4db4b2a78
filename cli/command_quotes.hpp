#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/coder_option.hpp"
#include "cli/command.hpp"
#include "cli/counting_options.hpp"
#include "cli/open_study.hpp"
#include "cli/output.hpp"
#include "cli/row_options.hpp"
#include "report/quotation.hpp"

namespace etic::cli {

/// The evidence for a code: its words in their sentences, cited.
class QuotesCommand final : public Command {
 public:
  void set_up(CLI::App& app) override;
  [[nodiscard]] int run(Env& env) override;

 private:
  /// The evidence for a code, as it is going to be written: text for reading, or rows.
  struct Evidence {
    std::string text;
    std::vector<Row> rows;
  };
  using ByCode = std::map<CodeId, Evidence>;

  [[nodiscard]] ByCode evidence(const CodedCorpus& coded, const std::vector<Quotation>& quotations,
                                const Env& env) const;
  void write_text(const CodedCorpus& coded, const ByCode& quotations, const std::vector<Quotation>& lost,
                  const Env& env);

  StudyOptions study_;
  CoderOption coder_;
  WhereOptions where_;
  CodeOptions codes_;
  RowOptions rows_;
  Output output_;
};

}  // namespace etic::cli
