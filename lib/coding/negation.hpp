#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "codebook/codebook.hpp"
#include "coding/element_finder.hpp"

namespace etic {

/// What turns statements round in one book: where its cues and stops stand in a speech, and how far they reach.
class NegationFinder {
 public:
  NegationFinder(const Negation& negation, ElementTable& elements);

  /// What must have been looked for in a speech.
  [[nodiscard]] std::array<ElementId, 3> elements() const { return {cue_, not_cue_, stop_}; }

  /// Takes a new speech, whose elements were just found.
  void read(const ElementFinder& found) {
    found_ = &found;
    settled_ = false;
  }

  /// Whether a cue reaches a match that starts with `word`: it ends at most `scope` words before, in the same sentence,
  /// and no stop lies between. The sentence's first word is asked for only where it matters.
  template <class FirstWord>
  [[nodiscard]] bool reaches(std::uint32_t word, FirstWord first_word_of_sentence) {
    if (!has_cues_ || found_->hits(cue_).empty()) return false;
    const WordRange* cue = cue_in_reach(word);
    return cue != nullptr && cue->first >= first_word_of_sentence();
  }

  /// Whether a cue stands between two neighbouring elements, the left one ending with `left` and the right one starting
  /// with `right`, with no stop behind it.
  [[nodiscard]] bool stands_between(std::uint32_t left, std::uint32_t right);

 private:
  [[nodiscard]] const WordRange* cue_in_reach(std::uint32_t word);
  void settle();
  [[nodiscard]] bool stopped(std::uint32_t cue_last, std::uint32_t word) const;

  std::uint32_t scope_;
  bool has_cues_;
  ElementId cue_ = 0;
  ElementId not_cue_ = 0;
  ElementId stop_ = 0;
  const ElementFinder* found_ = nullptr;
  bool settled_ = false;          // the two below are made when first asked for
  std::vector<WordRange> cues_;   // in order of last words, those inside a not-cue taken out
  std::vector<WordRange> stops_;  // in order of last words; the first word is the latest of its own and those before
};

/// The last range that ends before `word`, or null; ranges stand in order of their last words.
[[nodiscard]] const WordRange* latest_before(const WordRange* begin, const WordRange* end, std::uint32_t word);

}  // namespace etic
