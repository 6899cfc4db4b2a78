#pragma once

#include <optional>
#include <vector>

#include "codebook/codebook.hpp"
#include "coding/borne_codes.hpp"
#include "coding/coding.hpp"
#include "coding/extent.hpp"
#include "corpus/corpus.hpp"
#include "study/study.hpp"

namespace etic {

struct Ledger;
class RuleCoder;

/// A study with its answers and what they are coded with. Holds views: study, corpus and books must outlive it.
struct CodedCorpus {
  const Study* study = nullptr;
  const Corpus* corpus = nullptr;
  const Codebooks* books = nullptr;
  std::vector<Coding> codings;  // in the answers' order, within one by voice, place, code, rule, coder

  // In place of codings, where no more was asked for and no person has a say:
  std::optional<BorneCodes> borne;

  // Of people's codings, alone or settled:
  const Ledger* ledger = nullptr;
  std::vector<CoderId> coders;   // whose they are, in the order of their layers; none: the rules alone
  std::vector<LostCoding> lost;  // in the answers' order, those that earlier layers lost first
  std::vector<bool> hit;         // by entry of the ledger: it took something away
  std::vector<bool> read;        // by answer and book; none: everything was read

  /// Whether it is known of the answer which of the book's codes it bears. What nobody has read is missing, not zero.
  [[nodiscard]] bool is_read(AnswerId answer, BookId book) const {
    return read.empty() || read[answer.index() * books->books.size() + book.index()];
  }

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
[[nodiscard]] CodedCorpus code_by_rules(const Study& study, const Corpus& corpus, const Codebooks& books,
                                        Extent extent = Extent::all);

/// The same by a coder that is there already.
[[nodiscard]] CodedCorpus code_by_rules(RuleCoder& coder, const Study& study, const Corpus& corpus,
                                        const Codebooks& books, Extent extent);

/// The same by the rules of some codes, and of those on which it depends whether they stay.
[[nodiscard]] CodedCorpus code_by_rules(const Study& study, const Corpus& corpus, const Codebooks& books,
                                        const std::vector<CodeId>& codes, Extent extent = Extent::all);

}  // namespace etic
