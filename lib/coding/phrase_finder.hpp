#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "codebook/pattern.hpp"
#include "coding/pattern_head.hpp"
#include "coding/speech.hpp"
#include "coding/vocabulary.hpp"
#include "coding/word_sieve.hpp"

namespace etic {

/// A distinct phrase of the books in use.
using PhraseId = std::uint32_t;

/// A distinct set of alternative phrases: an element of a rule, or the cues or stops of a book.
using ElementId = std::uint32_t;

/// Order by last words, then by first ones.
[[nodiscard]] inline bool ends_before(const WordRange& a, const WordRange& b) {
  return a.last != b.last ? a.last < b.last : a.first < b.first;
}

struct Occurrence {
  ElementId element = 0;
  WordRange words;
};

/// A place where a phrase stands for which somebody left a tag: a number that means something to them.
struct TaggedPlace {
  std::uint32_t tag = 0;
  WordRange words;
};

/// All phrases of the books. Each hangs on the word of it that is likely the rarest, so that it is looked for only
/// where that word stands.
class PhraseTable {
 public:
  PhraseId add(const Phrase& phrase);

  [[nodiscard]] std::size_t size() const { return anchor_patterns_.size(); }
  [[nodiscard]] const TermTable& terms() const { return terms_; }

  /// What is to be told of a phrase wherever it stands: its tags, and the elements of which it is an alternative.
  struct Wish {
    std::vector<std::uint32_t> tags;
    std::vector<ElementId> elements;

    [[nodiscard]] bool empty() const { return tags.empty() && elements.empty(); }
  };

  /// The phrases of which something is wished. Of no use to other finders than the one that fills it, word by word.
  class Selection;
  [[nodiscard]] Selection select(const std::vector<Wish>& wishes) const;

 private:
  friend class PhraseFinder;

  /// Where a phrase hangs, with the phrase itself beside it.
  struct Anchor {
    PhraseId phrase = 0;
    std::uint16_t position = 0;  // of the anchoring word in the phrase
    std::uint16_t size = 0;      // of the phrase in words
    std::uint32_t terms = 0;     // where these begin among all phrases' terms
    PatternHead neighbour;       // of the word beside it: most often it is that which is not there

    /// In the phrase; of no meaning where it has but one word.
    [[nodiscard]] std::uint32_t neighbours_position() const { return position == 0 ? 1U : position - 1U; }
  };

  TermTable terms_;
  std::vector<WordPattern> anchor_patterns_;  // by phrase: the word on which it hangs
  std::vector<TermId> phrase_terms_;          // of all phrases, one behind the other
  std::map<std::vector<TermId>, PhraseId> ids_;
  std::vector<std::vector<Anchor>> anchors_;  // by term
};

class PhraseTable::Selection {
 public:
  Selection() = default;

 private:
  friend class PhraseTable;
  friend class PhraseFinder;

  struct Hanging {
    Anchor anchor;
    Span tags;
    Span elements;
  };

  /// If anything is wished of its phrase.
  void append(const Anchor& anchor, std::vector<Hanging>& hanging) const;

  std::vector<Span> tags_of_;      // by phrase: stretches of `numbers_`
  std::vector<Span> elements_of_;  // the same
  std::vector<std::uint32_t> numbers_;
  WordSieve sieve_;               // lets through the words on which they hang
  std::vector<Hanging> hanging_;  // on lists of terms, each list's together
  std::vector<Span> hanging_of_;  // by list: stretches of these, once a word with that list was met
  std::vector<Hanging> on_any_word_;
};

/// Finds the phrases of a table in speeches, one after the other. The table must outlive it.
class PhraseFinder {
 public:
  explicit PhraseFinder(const PhraseTable& table);

  /// All places of the phrases wanted, none across a sentence's end, in the order of the words on which they hang.
  void find(Speech& speech, PhraseTable::Selection& wanted, std::vector<TaggedPlace>& tagged,
            std::vector<Occurrence>& occurrences);

 private:
  using Anchor = PhraseTable::Anchor;
  using Hanging = PhraseTable::Selection::Hanging;

  /// What is wanted of that which hangs on words with this list.
  struct Hangings {
    const Hanging* first = nullptr;
    const Hanging* last = nullptr;
    [[nodiscard]] const Hanging* begin() const { return first; }
    [[nodiscard]] const Hanging* end() const { return last; }
  };
  [[nodiscard]] Hangings hanging_on(std::uint32_t list, PhraseTable::Selection& wanted);
  void ask_for_hangings(std::size_t count, const PhraseTable::Selection& wanted) const;
  void append_hanging(TermId term, const PhraseTable::Selection& wanted, std::vector<Hanging>& hanging) const;
  [[nodiscard]] bool stands_at(const Anchor& anchor, std::uint32_t first, Speech& speech);

  static constexpr Span unknown{UINT32_MAX, UINT32_MAX};

  Vocabulary vocabulary_;
  std::vector<std::uint32_t> sifted_;  // words on which phrases may hang; behind them stand those of longer speeches
  Vocabulary::Lists lists_{};          // of terms: those of the words at hand
  std::vector<Hanging> passing_;       // on a list that does not stay
  const std::vector<TermId>& phrase_terms_;
  std::vector<Anchor> anchors_;   // where phrases hang
  std::vector<Span> anchors_of_;  // stretches of these, by term
};

}  // namespace etic
