#include "coding/element_finder.hpp"

#include <algorithm>
#include <utility>

namespace etic {

ElementId ElementTable::add(const std::vector<Phrase>& alternatives) {
  std::vector<PhraseId> phrases;
  for (const Phrase& phrase : alternatives) phrases.push_back(phrases_.add(phrase));
  std::sort(phrases.begin(), phrases.end());
  phrases.erase(std::unique(phrases.begin(), phrases.end()), phrases.end());
  const auto [entry, fresh] = ids_.emplace(phrases, static_cast<ElementId>(alternatives_.size()));
  if (!fresh) return entry->second;
  alternatives_.push_back(phrases.size());
  elements_of_.resize(phrases_.size());
  for (const PhraseId phrase : phrases) elements_of_[phrase].push_back(entry->second);
  return entry->second;
}

ElementTable::Part ElementTable::part(const std::vector<std::vector<std::uint32_t>>& tags,
                                      const std::vector<bool>& others) const {
  std::vector<PhraseTable::Wish> wishes(phrases_.size());
  for (std::size_t phrase = 0; phrase < elements_of_.size(); ++phrase) {
    for (const ElementId element : elements_of_[phrase]) {
      PhraseTable::Wish& wish = wishes[phrase];
      wish.tags.insert(wish.tags.end(), tags[element].begin(), tags[element].end());
      if (others[element]) wish.elements.push_back(element);
    }
  }
  return phrases_.select(wishes);
}

ElementFinder::ElementFinder(const ElementTable& table) : phrases_(table.phrases_), hits_(table.size()) {}

void ElementFinder::find(Speech& speech, ElementTable::Part& wanted) {
  for (const ElementId element : found_) hits_[element].clear();
  found_.clear();
  phrases_.find(speech, wanted, tagged_, occurrences_);
  for (const Occurrence& occurrence : occurrences_) {
    std::vector<WordRange>& hits = hits_[occurrence.element];
    if (hits.empty()) found_.push_back(occurrence.element);
    hits.push_back(occurrence.words);
  }
  for (const ElementId element : found_) {
    std::vector<WordRange>& hits = hits_[element];
    if (hits.size() == 1) continue;
    if (!std::is_sorted(hits.begin(), hits.end(), ends_before)) std::sort(hits.begin(), hits.end(), ends_before);
    hits.erase(std::unique(hits.begin(), hits.end()), hits.end());
  }
}

}  // namespace etic
