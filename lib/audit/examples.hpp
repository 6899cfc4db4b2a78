#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "codebook/codebook.hpp"
#include "coding/coded_corpus.hpp"
#include "coding/ledger.hpp"
#include "diagnostics/sink.hpp"
#include "study/study.hpp"

namespace etic {

/// Looks up the examples of codes in what is coded, be it part by part. All must outlive it.
class ExampleCheck {
 public:
  ExampleCheck(const Study& study, const Codebooks& books, const Ledger& ledger);

  /// An example whose answer is here, and whether its own code codes it: its rules, or for want of rules anybody who
  /// codes by reading.
  struct Met {
    std::size_t example = 0;
    bool is_coded = false;
  };
  /// May be asked by several threads at once.
  [[nodiscard]] std::vector<Met> look_up(const CodedCorpus& part) const;
  void note(const std::vector<Met>& met);

  /// Examples that point to no answer, or to one that their code does not code.
  void report(Sink& sink) const;

 private:
  struct Sought {
    const Example* example = nullptr;
    CodeId code;
    bool is_reference = false;           // a respondent and a question
    std::optional<QuestionId> question;  // none that the study has
    bool is_met = false;
    bool is_coded = false;
  };

  [[nodiscard]] bool is_coded(const CodedCorpus& part, AnswerId answer, CodeId code) const;

  const Codebooks& books_;
  const Ledger& ledger_;
  std::vector<Sought> sought_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_respondent_;
};

}  // namespace etic
