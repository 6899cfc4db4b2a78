#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "coding/rule_coder.hpp"
#include "support/catch.hpp"
#include "support/whole_study.hpp"

namespace etic {

/// Three questions and one interview; books by their file names.
inline std::map<std::string, std::string> one_interview(const std::string& transcript,
                                                        const std::map<std::string, std::string>& books) {
  std::map<std::string, std::string> files{{"study.yaml",
                                            "title: t\ngroups: {G1: g}\nquestions: {G1Q1: a, G1Q2: b, G1Q3: c}\n"
                                            "speakers: {interviewer: Interviewer, respondent: Respondent}\n"},
                                           {"transcripts/t.md", transcript}};
  for (const auto& [name, text] : books) files.emplace("codebooks/" + name, text);
  return files;
}

inline std::string describe(const Coding& coding, const WholeStudy& whole, bool with_voice) {
  const Answer& answer = whole.corpus.answer(coding.answer);
  std::string text;
  if (with_voice) {
    for (const RespondentId respondent : respondents_of(answer, coding.voice))
      text += whole.corpus.respondent(respondent).name + " ";
  }
  return text + whole.books.code(coding.code()).name + "#" + std::to_string(coding.rule.number + 1) + " `" +
         std::string(whole.corpus.file_of(answer).slice(coding.span)) + "`";
}

inline std::string describe(Block block) {
  switch (block) {
    case Block::scope:
      return "scope";
    case Block::answer_length:
      return "answer length";
    case Block::first_sentence:
      return "first sentence";
    case Block::none:
      return "none";
    case Block::negated:
      return "negated";
    case Block::not_negated:
      return "not negated";
    case Block::has:
      return "has";
    case Block::without:
      return "without";
    case Block::exclusive:
      return "exclusive";
    case Block::non_answer:
      return "non-answer";
  }
  return "";
}

/// Which voice of which answer bears which code.
inline std::set<std::tuple<AnswerId, std::uint16_t, CodeId>> borne(const std::vector<Coding>& codings) {
  std::set<std::tuple<AnswerId, std::uint16_t, CodeId>> codes;
  for (const Coding& coding : codings) codes.emplace(coding.answer, coding.voice, coding.code());
  return codes;
}

inline std::set<std::tuple<AnswerId, std::uint16_t, CodeId>> borne(const BorneCodes& borne_codes,
                                                                   const Corpus& corpus) {
  std::set<std::tuple<AnswerId, std::uint16_t, CodeId>> codes;
  for (std::size_t i = 0; i < corpus.answers.size(); ++i) {
    for (std::uint16_t voice = 0; voice < corpus.answers[i].voices.size(); ++voice) {
      for (const CodeId code : borne_codes.of(AnswerId(i), voice)) codes.emplace(AnswerId(i), voice, code);
    }
  }
  return codes;
}

/// All codings of a study as lines `code#rule ` and the quote, then what did not come about with the reason behind.
inline std::string coded(const WholeStudy& whole, bool with_voices = false) {
  if (whole.sink.error_count() > 0) return whole.reports();
  const CompiledRules rules(whole.books);
  RuleCoder coder(whole.books, rules);
  std::vector<Coding> codings;
  std::vector<BlockedCoding> blocked;
  for (std::size_t i = 0; i < whole.corpus.answers.size(); ++i)
    coder.explain(whole.corpus, AnswerId(i), codings, blocked);
  // Where only codes are asked for, they are those of the codings.
  BorneCodes without_codings;
  for (std::size_t i = 0; i < whole.corpus.answers.size(); ++i)
    coder.find_codes(whole.corpus, AnswerId(i), without_codings);
  CHECK(borne(without_codings, whole.corpus) == borne(codings));
  std::stable_sort(blocked.begin(), blocked.end(), [](const BlockedCoding& a, const BlockedCoding& b) {
    return std::tie(a.coding.answer, a.coding.voice, a.coding.span, a.coding.rule) <
           std::tie(b.coding.answer, b.coding.voice, b.coding.span, b.coding.rule);
  });
  std::string text;
  for (const Coding& coding : codings) text += describe(coding, whole, with_voices) + "\n";
  for (const BlockedCoding& coding : blocked) {
    text += describe(coding.coding, whole, with_voices) + " not: " + describe(coding.block) +
            (coding.by ? " " + whole.books.code(*coding.by).name : "") + "\n";
  }
  return text;
}

/// One answer, to G1Q1, coded by one book, whose first line is given.
inline std::string coded(const std::string& book, const std::string& answer) {
  return coded(WholeStudy(
      one_interview("---\nrespondent: G1-01\n---\n## G1Q1\n" + answer + "\n", {{"b.yaml", "codebook: b\n" + book}})));
}

/// The same for one code `c` with the given rules (a YAML list), after the given keys of the book.
inline std::string coded_by(const std::string& rules, const std::string& answer, const std::string& book = "") {
  return coded(book + "codes: {c: {rules: [" + rules + "]}}\n", answer);
}

}  // namespace etic
