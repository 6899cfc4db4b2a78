#pragma once

#include <map>
#include <string>
#include <vector>

#include "support/whole_study.hpp"

namespace etic {

/// A study of two groups with four and two questions, and the given books by their file names.
inline WholeStudy read_books(const std::map<std::string, std::string>& books) {
  std::map<std::string, std::string> files{{"study.yaml",
                                            "title: t\n"
                                            "groups: {G1: one, G2: two}\n"
                                            "questions: {G1Q1: a, G1Q2: b, G1Q3: c, G1Q4: d, G2Q1: e, G2Q2: f}\n"}};
  for (const auto& [name, text] : books) files.emplace("codebooks/" + name, text);
  return WholeStudy(std::move(files));
}

/// One book `b.yaml`, its first line given.
inline WholeStudy read_book(const std::string& text) { return read_books({{"b.yaml", "codebook: b\n" + text}}); }

/// What is reported of one book as it stands.
inline std::string reports_on(const std::string& text) { return read_books({{"b.yaml", text}}).reports(); }

/// What is reported, without the words: `3:1 unknown-key`, one a line.
inline std::string kinds_of(const WholeStudy& whole) {
  std::string kinds;
  for (const Diagnostic& found : whole.sink.sorted()) {
    kinds += std::to_string(found.place.line) + ":" + std::to_string(found.place.column) + " " +
             std::string(info(found.kind).name) + "\n";
  }
  return kinds;
}

/// The questions of a set: `G1Q1 G2Q2`.
inline std::string text_of(const QuestionSet& set, const Study& study) {
  std::string text;
  for (std::size_t i = 0; i < study.questions.size(); ++i) {
    if (set.contains(QuestionId(i))) text += (text.empty() ? "" : " ") + study.questions[i].code.text();
  }
  return text;
}

inline const Code& code_of(const WholeStudy& whole, const std::string& name) {
  return whole.books.code(whole.books.find_code(name).value());
}

inline const Rule& rule_of(const WholeStudy& whole, const std::string& code, std::size_t number = 0) {
  return code_of(whole, code).rules.at(number);
}

/// The names of codes, parted by spaces.
inline std::string names_of(const std::vector<CodeId>& ids, const Codebooks& books) {
  std::string text;
  for (const CodeId id : ids) text += (text.empty() ? "" : " ") + books.code(id).name;
  return text;
}

/// Alternatives of an element: `one stop|one window`.
inline std::string text_of(const Element& element) {
  std::string text;
  for (const Phrase& phrase : element.alternatives) {
    text += text.empty() ? "" : "|";
    for (std::size_t i = 0; i < phrase.size(); ++i) text += (i == 0 ? "" : " ") + phrase[i];
  }
  return text;
}

/// Elements of a rule: `fast*, build*|construct*`.
inline std::string text_of(const std::vector<Element>& elements) {
  std::string text;
  for (const Element& element : elements) text += (text.empty() ? "" : ", ") + text_of(element);
  return text;
}

}  // namespace etic
