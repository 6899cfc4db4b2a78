#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "codebook/pattern.hpp"
#include "coding/phrase_finder.hpp"
#include "coding/speech.hpp"

namespace etic {

/// A distinct set of alternative phrases: an element of a rule, or the cues or stops of a book. Rules that name the
/// same list share one, so that its phrases are sorted out once however many rules ask for it.
using ElementId = std::uint32_t;

class ElementTable {
 public:
  ElementId add(const std::vector<Phrase>& alternatives);

  [[nodiscard]] std::size_t size() const { return alternatives_.size(); }

  /// Some of the elements, with all their phrases. Of some it is enough to know where they stand one by one, of others
  /// everything that stands in the speech must be known before rules can be asked; of some both.
  struct Part {
    static constexpr std::uint8_t alone = 1;
    static constexpr std::uint8_t together = 2;
    std::vector<std::uint8_t> elements;  // how each is met; 0: not at all
    std::vector<bool> phrases;
    WordSieve sieve;  // of the words on which these hang
  };
  [[nodiscard]] Part part(std::vector<std::uint8_t> elements) const;

  /// How many phrases stand for the element: the fewer, the rarer it likely is.
  [[nodiscard]] std::size_t alternatives(ElementId element) const { return alternatives_[element]; }

 private:
  friend class ElementFinder;

  PhraseTable phrases_;
  std::map<std::vector<PhraseId>, ElementId> ids_;
  std::vector<std::vector<ElementId>> elements_of_;  // by phrase
  std::vector<std::size_t> alternatives_;            // by element
};

/// A place where an element stands.
struct ElementPlace {
  ElementId element = 0;
  WordRange words;
};

/// Finds elements in speeches, one after the other. The table must outlive it.
class ElementFinder {
 public:
  explicit ElementFinder(const ElementTable& table);

  /// Looks through a speech for some of the elements; what was found in the one before is forgotten.
  void find(Speech& speech, const ElementTable::Part& wanted);

  /// Where elements that are met alone stand, roughly in order; hardly ever twice the same.
  [[nodiscard]] const std::vector<ElementPlace>& places() const { return places_; }

  /// The elements met together that were found, ascending.
  [[nodiscard]] const std::vector<ElementId>& found() const { return found_; }

  /// Where one of these stands: in order of last words, each stretch once, none across a sentence's end.
  [[nodiscard]] const std::vector<WordRange>& hits(ElementId element) const { return hits_[element]; }

 private:
  PhraseFinder phrases_;
  std::vector<ElementId> elements_;  // for which phrases stand
  std::vector<Span> elements_of_;    // stretches of them, by phrase
  static constexpr WordRange nowhere{UINT32_MAX, UINT32_MAX};

  std::vector<Occurrence> occurrences_;
  std::vector<ElementPlace> places_;
  std::vector<std::vector<WordRange>> hits_;  // by element
  std::vector<ElementId> found_;
  std::vector<WordRange> last_places_;  // by element: the one met last in the speech
};

}  // namespace etic
