#pragma once

#include <map>
#include <string>
#include <vector>

#include "support/whole_study.hpp"

namespace etic {

/// A study of two groups, and the given transcripts by their file names.
inline WholeStudy read_transcripts(const std::map<std::string, std::string>& transcripts) {
  std::map<std::string, std::string> files{{"study.yaml", R"(title: t
groups: {G1: managers, G3: members}
attributes:
  site: {values: [TCR, KITIC, VCEP]}
  role: {}
  date: {of: interview}
  model: {from: site, map: {TCR: joint venture, KITIC: wholly owned}}
  period: {from: date, map: {'2023-07-19': before, '2023-07-20': before, '2024-01-09': after}}
questions: {G1Q1: a, G1Q2: b, G1Q10: c, G3Q1: d, G3Q2: e}
speakers: {interviewer: [Interviewer, 采访者, Enquêteur], respondent: Respondent}
)"}};
  for (const auto& [name, text] : transcripts) files.emplace("transcripts/" + name, text);
  return WholeStudy(std::move(files));
}

/// What is reported of one transcript `a.md`, as it stands.
inline std::string reports_on(const std::string& text) { return read_transcripts({{"a.md", text}}).reports(); }

/// What is reported of one that starts as it should.
inline std::string reports_under(const std::string& text) { return reports_on("---\nrespondent: G1-01\n---\n" + text); }

inline std::string names_of(const Few<RespondentId>& ids, const Corpus& corpus) {
  std::string text;
  for (const RespondentId id : ids) text += (text.empty() ? "" : " ") + corpus.respondent(id).name;
  return text;
}

/// An answer's stretches, one a line: `all: text`, `G3-02: text`, `interviewer: text`, `note: [text]`.
inline std::string text_of(const Answer& answer, const Corpus& corpus) {
  std::string text;
  for (const Stretch& stretch : answer.stretches) {
    const auto& alone = answer.voices.at(stretch.kind == Stretch::Kind::talk ? stretch.voice : 0).alone;
    const std::string speaker = stretch.kind == Stretch::Kind::note          ? "note"
                                : stretch.kind == Stretch::Kind::interviewer ? "interviewer"
                                : alone                                      ? corpus.respondent(*alone).name
                                                                             : "all";
    text += speaker + ": " + std::string(corpus.file_of(answer).slice(stretch.span)) + '\n';
  }
  return text;
}

/// Everything that was said, one answer a block, in the corpus's order, without a word on the files it came from.
inline std::string text_of(const WholeStudy& whole) {
  const Corpus& corpus = whole.corpus;
  std::string text;
  for (const Respondent& respondent : corpus.respondents) {
    text += respondent.name;
    for (std::size_t i = 0; i < respondent.attributes.size(); ++i) {
      for (const std::uint32_t value : respondent.attributes[i]) text += ' ' + corpus.values[i].at(value);
    }
    text += '\n';
  }
  for (const Answer& answer : corpus.answers) {
    text += names_of(answer.respondents, corpus) + ' ' + whole.study.question(answer.question).code.text();
    const AttributeValues& held = corpus.interview(answer.interview).attributes;
    for (std::size_t i = 0; i < held.size(); ++i) {
      for (const std::uint32_t value : held[i]) text += ' ' + corpus.values[i].at(value);
    }
    text += '\n' + text_of(answer, corpus);
  }
  for (const LostAnswer& lost : corpus.lost) {
    text += names_of(lost.respondents, corpus) + ' ' + whole.study.question(lost.question).code.text() +
            " lost: " + lost.reason + '\n';
  }
  return text;
}

/// Answers of one transcript `a.md`.
inline std::string answers_of(const std::string& text) { return text_of(read_transcripts({{"a.md", text}})); }

}  // namespace etic
