#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "codebook/pattern.hpp"
#include "coding/phrase_finder.hpp"
#include "coding/speech.hpp"

namespace etic {

/// The elements of the books in use. Rules that name the same list share one, so that its phrases are sorted out once
/// however many rules ask for it.
class ElementTable {
 public:
  ElementId add(const std::vector<Phrase>& alternatives);

  [[nodiscard]] std::size_t size() const { return alternatives_.size(); }

  /// Some of the elements, with all their phrases. Of those that have tags it is enough to be told these wherever they
  /// stand; of others everything that stands in the speech must be known before anything can be asked; of some both.
  using Part = PhraseTable::Selection;
  [[nodiscard]] Part part(const std::vector<std::vector<std::uint32_t>>& tags, const std::vector<bool>& others) const;

  /// How many phrases stand for the element: the fewer, the rarer it likely is.
  [[nodiscard]] std::size_t alternatives(ElementId element) const { return alternatives_[element]; }

 private:
  friend class ElementFinder;

  PhraseTable phrases_;
  std::map<std::vector<PhraseId>, ElementId> ids_;
  std::vector<std::vector<ElementId>> elements_of_;  // by phrase
  std::vector<std::size_t> alternatives_;            // by element
};

/// Finds elements in speeches, one after the other. The table must outlive it.
class ElementFinder {
 public:
  explicit ElementFinder(const ElementTable& table);

  /// Looks through a speech for some of the elements; what was found in the one before is forgotten.
  void find(Speech& speech, ElementTable::Part& wanted);

  /// Where elements with tags stand, roughly in order; the same place may come twice.
  [[nodiscard]] const std::vector<TaggedPlace>& tagged() const { return tagged_; }

  /// The others that were found, in the order in which they were.
  [[nodiscard]] const std::vector<ElementId>& found() const { return found_; }

  /// Where one of these stands: in order of last words, each stretch once, none across a sentence's end.
  [[nodiscard]] const std::vector<WordRange>& hits(ElementId element) const { return hits_[element]; }

 private:
  PhraseFinder phrases_;
  std::vector<TaggedPlace> tagged_;
  std::vector<Occurrence> occurrences_;
  std::vector<std::vector<WordRange>> hits_;  // by element
  std::vector<ElementId> found_;
};

}  // namespace etic
