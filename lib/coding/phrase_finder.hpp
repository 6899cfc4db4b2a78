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
  std::uint32_t sentence = 0;  // index into the speech
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

  /// Where a phrase hangs, with the phrase itself beside it.
  struct Anchor {
    PhraseId phrase = 0;
    std::uint16_t position = 0;  // of the anchoring word in the phrase
    std::uint16_t size = 0;      // of the phrase in words
    const TermId* terms = nullptr;
  };

  TermTable terms_;
  std::vector<std::vector<TermId>> phrases_;
  std::map<std::vector<TermId>, PhraseId> ids_;
  std::vector<std::vector<Anchor>> anchors_;  // by term
};

/// Finds the phrases of a table in speeches, one after the other. The table must outlive it.
class PhraseFinder {
 public:
  explicit PhraseFinder(const PhraseTable& table);

  /// All occurrences of the phrases `wanted` (by phrase), none across a sentence's end, in the order of the words on
  /// which they hang.
  void find(const SourceFile& file, const Speech& speech, const std::vector<bool>& wanted,
            std::vector<Occurrence>& occurrences);

 private:
  using Anchor = PhraseTable::Anchor;

  void look_up_words(std::string_view text, const std::vector<Span>& words);
  void look_around(const Anchor& anchor, std::uint32_t word, const Speech& speech, std::uint32_t sentence,
                   std::vector<Occurrence>& occurrences) const;

  Vocabulary vocabulary_;
  std::vector<std::uint32_t> lists_;  // of each word: its terms
  std::vector<std::uint32_t> hits_;   // words that fit terms
  std::size_t hit_count_ = 0;         // the rest of these is of longer speeches
  std::vector<Anchor> anchors_;       // where phrases hang
  std::vector<Span> anchors_of_;      // stretches of these, by term
  bool hangs_anywhere_ = false;       // some phrase is nothing but `*`
};

}  // namespace etic
