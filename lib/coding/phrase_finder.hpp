#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "codebook/pattern.hpp"
#include "coding/speech.hpp"
#include "coding/vocabulary.hpp"
#include "coding/word_sieve.hpp"

namespace etic {

/// A distinct phrase of the books in use.
using PhraseId = std::uint32_t;

/// Order by last words, then by first ones.
[[nodiscard]] inline bool ends_before(const WordRange& a, const WordRange& b) {
  return a.last != b.last ? a.last < b.last : a.first < b.first;
}

struct Occurrence {
  PhraseId phrase = 0;
  WordRange words;
};

/// All phrases of the books. Each hangs on the word of it that is likely the rarest, so that it is looked for only
/// where that word stands.
class PhraseTable {
 public:
  PhraseId add(const Phrase& phrase);

  [[nodiscard]] std::size_t size() const { return phrases_.size(); }
  [[nodiscard]] const TermTable& terms() const { return terms_; }

  /// Lets through the words on which phrases hang.
  [[nodiscard]] WordSieve sieve(const std::vector<bool>& wanted) const;

 private:
  friend class PhraseFinder;

  /// Where a phrase hangs, with the phrase itself beside it.
  struct Anchor {
    PhraseId phrase = 0;
    std::uint16_t position = 0;  // of the anchoring word in the phrase
    std::uint16_t size = 0;      // of the phrase in words
    const TermId* terms = nullptr;
  };

  TermTable terms_;
  std::vector<WordPattern> anchor_patterns_;  // by phrase: the word on which it hangs
  std::vector<std::vector<TermId>> phrases_;
  std::map<std::vector<TermId>, PhraseId> ids_;
  std::vector<std::vector<Anchor>> anchors_;  // by term
};

/// Finds the phrases of a table in speeches, one after the other. The table must outlive it.
class PhraseFinder {
 public:
  explicit PhraseFinder(const PhraseTable& table);

  /// All occurrences of the phrases `wanted` (by phrase), none across a sentence's end, in the order of the words on
  /// which they hang. The sieve is that of the phrases wanted.
  void find(Speech& speech, const std::vector<bool>& wanted, const WordSieve& sieve,
            std::vector<Occurrence>& occurrences);

 private:
  using Anchor = PhraseTable::Anchor;

  [[nodiscard]] bool stands_at(const Anchor& anchor, std::uint32_t first, Speech& speech);

  Vocabulary vocabulary_;
  std::vector<std::uint32_t> sifted_;  // words on which phrases may hang; behind them stand those of longer speeches
  Vocabulary::Lists lists_{};          // of terms: those of the words at hand
  std::vector<Anchor> anchors_;        // where phrases hang
  std::vector<Span> anchors_of_;       // stretches of these, by term
  bool hangs_anywhere_ = false;        // some phrase is nothing but `*`
};

}  // namespace etic
