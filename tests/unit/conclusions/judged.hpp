#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "analysis/bearing.hpp"
#include "coding/coded_corpus.hpp"
#include "conclusions/conclusion_reader.hpp"
#include "conclusions/finding.hpp"
#include "diagnostics/render.hpp"
#include "editing/edited_files.hpp"
#include "support/catch.hpp"
#include "support/whole_study.hpp"

namespace etic {

inline constexpr const char* miniature_folder = ETIC_FIXTURES "/miniature";

/// How the tests' conclusions read their words.
inline constexpr const char* usual_quantifiers =
    "quantifiers:\n"
    "  one: {exactly: 1}\n"
    "  some: {at_least: 2}\n"
    "  many: {share_at_least: 2/5}\n"
    "  half: {share_at_least: 1/2}\n"
    "  most: {share_above: 1/2}\n"
    "  none: {exactly: 0}\n";

/// The miniature study, coded by its rules, with conclusions of one's own.
struct JudgedStudy {
  /// `text` is what stands under `conclusions:`, or with its own first line a whole file.
  explicit JudgedStudy(const std::string& text)
      : files(disk, std::string(miniature_folder) + "/conclusions.yaml",
              text.starts_with("  - ") ? usual_quantifiers + ("conclusions:\n" + text) : text),
        whole(files, miniature_folder),
        conclusions(read_conclusions(files, miniature_folder, whole.study, whole.corpus, whole.books, whole.sink)),
        coded(code_by_rules(whole.study, whole.corpus, whole.books)),
        bearing(coded),
        concluder(coded, bearing) {}

  [[nodiscard]] std::vector<Finding> findings() const {
    std::vector<Finding> found;
    for (const Conclusion& conclusion : conclusions.conclusions) found.push_back(concluder.judge(conclusion));
    return found;
  }

  /// `G1-01 G1-03 | G1-02 | G1-10 | supported: at least 2 expected, 2 found`: for, against, silent, verdict, why.
  [[nodiscard]] std::string text_of(const Finding& finding) const {
    return names(finding.sides.support) + "| " + names(finding.sides.against) + "| " + names(finding.sides.silent()) +
           "| " + std::string(name(finding.judgement.verdict)) + ": " + finding.judgement.why;
  }

  [[nodiscard]] std::string names(const std::vector<RespondentId>& respondents) const {
    std::string text;
    for (const RespondentId respondent : respondents) text += whole.corpus.respondent(respondent).name + " ";
    return text;
  }

  [[nodiscard]] std::string reports() const { return whole.reports(); }

  DiskFiles disk;
  EditedFiles files;
  WholeStudy whole;
  Conclusions conclusions;
  CodedCorpus coded;
  Bearing bearing;
  Concluder concluder;
};

/// What is found for one conclusion with this quantifier and these lines of evidence.
inline std::string judged(const std::string& quantifier, const std::string& lines) {
  const JudgedStudy study("  - id: X\n    statement: s\n    quantifier: " + quantifier + "\n    " + lines + "\n");
  REQUIRE(study.reports().empty());
  return study.text_of(study.findings().at(0));
}

}  // namespace etic
