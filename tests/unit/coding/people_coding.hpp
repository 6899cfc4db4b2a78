#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "coding/layers.hpp"
#include "coding/ledger.hpp"
#include "support/whole_study.hpp"

namespace etic {

/// A study with people's codings.
struct PeopleStudy {
  explicit PeopleStudy(std::map<std::string, std::string> written)
      : files(std::move(written)),
        whole(files),
        ledger(read_ledger(files, ".", whole.study, whole.corpus, whole.books, whole.sink)) {}

  MemoryFiles files;
  WholeStudy whole;
  Ledger ledger;

  [[nodiscard]] std::string reports() const { return whole.reports(); }

  [[nodiscard]] std::vector<CoderId> coders(const std::vector<std::string>& names) const {
    std::vector<CoderId> ids;
    for (const std::string& name : names) ids.push_back(ledger.find_coder(name).value());
    return ids;
  }

  /// By the layers named, one on the other.
  [[nodiscard]] CodedCorpus layered(const std::vector<std::string>& names) const {
    std::vector<CodeId> codes;
    for (std::size_t i = 0; i < whole.books.codes.size(); ++i) codes.emplace_back(i);
    return code_by_layers(whole.study, whole.corpus, whole.books, ledger, coders(names), codes);
  }

  /// `G1-01 G1Q1 speed ada "words"`.
  [[nodiscard]] std::string describe(const Coding& coding) const {
    const Answer& answer = whole.corpus.answer(coding.answer);
    std::string text;
    for (const RespondentId respondent : respondents_of(answer, coding.voice))
      text += whole.corpus.respondent(respondent).name + " ";
    return text + whole.study.question(answer.question).code.text() + " " + whole.books.code(coding.code()).name + " " +
           ledger.coder(coding.coder).name + " \"" + std::string(whole.corpus.file_of(answer).slice(coding.span)) +
           "\"";
  }

  /// The same, and `: rejected by ben` behind.
  [[nodiscard]] std::string describe(const LostCoding& gone) const {
    const std::string why = gone.why == LostCoding::Why::rejected    ? "rejected"
                            : gone.why == LostCoding::Why::exclusive ? "exclusive"
                                                                     : "non-answer";
    return describe(gone.coding) + ": " + why + " by " + ledger.coder(gone.by).name;
  }

  /// What stays, a line each.
  [[nodiscard]] std::string kept(const CodedCorpus& coded) const {
    std::string text;
    for (const Coding& coding : coded.codings) text += describe(coding) + "\n";
    return text;
  }

  /// What goes, a line each.
  [[nodiscard]] std::string lost(const CodedCorpus& coded) const {
    std::string text;
    for (const LostCoding& gone : coded.lost) text += describe(gone) + "\n";
    return text;
  }

  [[nodiscard]] std::string kept(const std::vector<std::string>& names) const { return kept(layered(names)); }
  [[nodiscard]] std::string lost(const std::vector<std::string>& names) const { return lost(layered(names)); }
};

/// Rows of a coder's file behind its usual header.
inline std::string rows(const std::string& text) { return "respondent,question,code,quote,memo,status\n" + text; }

/// Two people and a pair, three questions, two books; coders' files by their names.
inline std::map<std::string, std::string> people_files(const std::map<std::string, std::string>& coders) {
  std::map<std::string, std::string> files{
      {"study.yaml",
       "title: t\ngroups: {G1: g}\nquestions: {G1Q1: a, G1Q2: b, G1Q3: c}\n"
       "speakers: {interviewer: Interviewer, respondent: Respondent}\n"},
      {"codebooks/b.yaml",
       "codebook: b\n"
       "codes:\n"
       "  theme: {codes: {x: {rules: one}, y: {rules: two}}}\n"
       "  z: {questions: G1Q1}\n"
       "  stance: {exclusive: [no-way, maybe, yes-please], codes: {no-way: {rules: three}, maybe: {label: m}, "
       "yes-please: {label: y}}}\n"},
      {"codebooks/common.yaml",
       "codebook: common\ncodes: {silent: {excludes: all, rules: nothing}, refers: {excludes: all}}\n"},
      {"transcripts/1.md",
       "---\nrespondent: G1-01\n---\n"
       "## G1Q1\nIt is one, then two and one more.\n"
       "## G1Q2\nRather three, or four.\n"
       "## G1Q3\nnothing, or one\n"},
      {"transcripts/2.md", "---\nrespondent: G1-02\n---\n## G1Q1\nzero\n## G1Q2\n[lost: torn]\n"},
      {"transcripts/pair.md",
       "---\nrespondents: [G1-03, G1-04]\n---\n"
       "## G1Q1\nG1-03: one here\nInterviewer: And?\nG1-04: two there\nG1-03: more of it\n"
       "## G1Q2\nsaid by both: one\n"}};
  for (const auto& [name, text] : coders) files.emplace("codings/" + name + ".csv", text);
  return files;
}

}  // namespace etic
