#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/counting_options.hpp"
#include "cli/open_study.hpp"
#include "cli/output.hpp"
#include "report/agreement_tables.hpp"

namespace etic::cli {

/// How far coders agree, code by code; or how right one is where another is taken to be.
class AgreeCommand final : public Command {
 public:
  void set_up(CLI::App& app) override;
  [[nodiscard]] int run(Env& env) override;

 private:
  struct Threshold {
    std::string measure;
    double least = 0;
  };

  void check_options(Sink& sink) const;
  [[nodiscard]] std::optional<Threshold> threshold(Sink& sink) const;
  [[nodiscard]] AgreementLevel level() const;
  [[nodiscard]] bool is_row(const Code& code) const { return !themes_ || !code.parent; }
  void print_segments(const Comparison& comparison, const Codebooks& books, const std::vector<CodeId>& codes,
                      ComparisonText& text, const Env& env);
  [[nodiscard]] std::vector<AccuracyRow> accuracy(const Comparison& comparison, const Codebooks& books,
                                                  const std::vector<CodeId>& codes, std::size_t coder,
                                                  std::size_t reference) const;
  [[nodiscard]] std::vector<Difference> differences(const Comparison& comparison, const Codebooks& books,
                                                    const std::vector<CodeId>& codes,
                                                    const std::vector<CodedCorpus>& coders) const;

  CLI::App* app_ = nullptr;
  StudyOptions study_;
  CodeOptions codes_;
  WhereOptions where_;
  Output output_;
  std::vector<std::string> names_;
  std::string level_ = "answer";
  std::string reference_;
  std::string fail_under_;
  bool themes_ = false;
  bool list_ = false;
  bool adjudicate_ = false;
};

}  // namespace etic::cli
