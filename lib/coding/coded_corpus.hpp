#pragma once

#include <vector>

#include "codebook/codebook.hpp"
#include "coding/coding.hpp"
#include "corpus/corpus.hpp"
#include "study/study.hpp"

namespace etic {

/// A study with its answers and what they are coded with. Holds views: study, corpus and books must outlive it.
struct CodedCorpus {
  const Study* study = nullptr;
  const Corpus* corpus = nullptr;
  const Codebooks* books = nullptr;
  std::vector<Coding> codings;  // in the answers' order, within one by voice, place, code, rule

  /// The codings of one answer.
  struct Range {
    const Coding* first = nullptr;
    const Coding* last = nullptr;
    [[nodiscard]] const Coding* begin() const { return first; }
    [[nodiscard]] const Coding* end() const { return last; }
    [[nodiscard]] bool empty() const { return first == last; }
  };
  [[nodiscard]] Range of(AnswerId answer) const;
};

/// Codes every answer by the rules of all books.
[[nodiscard]] CodedCorpus code_by_rules(const Study& study, const Corpus& corpus, const Codebooks& books);

/// The same by the rules of some codes, and of those on which it depends whether they stay.
[[nodiscard]] CodedCorpus code_by_rules(const Study& study, const Corpus& corpus, const Codebooks& books, const std::vector<CodeId>& codes);

}  // namespace etic
