#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "codebook/pattern.hpp"
#include "coding/speech.hpp"
#include "coding/vocabulary.hpp"
#include "text/source_file.hpp"

namespace etic {

/// A distinct phrase of the books in use.
using PhraseId = std::uint32_t;

/// Words `first` to `last`, both counted in, of a speech.
struct WordRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  friend auto operator<=>(const WordRange&, const WordRange&) = default;
};

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

 private:
  friend class PhraseFinder;

  struct Anchor {
    PhraseId phrase = 0;
    std::uint32_t position = 0;  // of the anchoring word in the phrase
  };

  TermTable terms_;
  std::vector<std::vector<TermId>> phrases_;
  std::map<std::vector<TermId>, PhraseId> ids_;
  std::vector<std::vector<Anchor>> anchors_;  // by term
};

/// Finds the phrases of a table in speeches, one after the other. The table must outlive it.
class PhraseFinder {
 public:
  explicit PhraseFinder(const PhraseTable& table) : table_(table), vocabulary_(table.terms()) {}

  /// All occurrences of the phrases `wanted` (by phrase), none across a sentence's end, in no particular order.
  void find(const SourceFile& file, const Speech& speech, const std::vector<bool>& wanted,
            std::vector<Occurrence>& occurrences);

 private:
  const PhraseTable& table_;
  Vocabulary vocabulary_;
  std::vector<std::uint32_t> lists_;  // of each word: its terms
};

}  // namespace etic
