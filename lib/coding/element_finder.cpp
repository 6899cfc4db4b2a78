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

ElementTable::Part ElementTable::part(std::vector<std::uint8_t> elements) const {
  Part part{std::move(elements), std::vector<bool>(phrases_.size()), {}};
  for (std::size_t phrase = 0; phrase < elements_of_.size(); ++phrase) {
    const auto& of = elements_of_[phrase];
    part.phrases[phrase] =
        std::any_of(of.begin(), of.end(), [&](ElementId element) { return part.elements[element] != 0; });
  }
  part.sieve = phrases_.sieve(part.phrases);
  return part;
}

ElementFinder::ElementFinder(const ElementTable& table)
    : phrases_(table.phrases_), hits_(table.size()), last_places_(table.size(), nowhere) {
  for (const std::vector<ElementId>& elements : table.elements_of_) {
    const auto begin = static_cast<std::uint32_t>(elements_.size());
    elements_.insert(elements_.end(), elements.begin(), elements.end());
    elements_of_.push_back({begin, static_cast<std::uint32_t>(elements_.size())});
  }
}

void ElementFinder::find(Speech& speech, const ElementTable::Part& wanted) {
  for (const ElementPlace& place : places_) last_places_[place.element] = nowhere;
  for (const ElementId element : found_) hits_[element].clear();
  places_.clear();
  found_.clear();
  phrases_.find(speech, wanted.phrases, wanted.sieve, occurrences_);
  for (const Occurrence& occurrence : occurrences_) {
    const Span elements = elements_of_[occurrence.phrase];
    for (std::uint32_t i = elements.begin; i < elements.end; ++i) {
      const ElementId element = elements_[i];
      const std::uint8_t met = wanted.elements[element];
      if (met == 0) continue;
      if ((met & ElementTable::Part::alone) != 0 && last_places_[element] != occurrence.words) {
        last_places_[element] = occurrence.words;
        places_.push_back({element, occurrence.words});
      }
      if ((met & ElementTable::Part::together) == 0) continue;
      if (hits_[element].empty()) found_.push_back(element);
      hits_[element].push_back(occurrence.words);
    }
  }
  std::sort(found_.begin(), found_.end());
  for (const ElementId element : found_) {
    std::vector<WordRange>& hits = hits_[element];
    if (hits.size() == 1) continue;
    if (!std::is_sorted(hits.begin(), hits.end(), ends_before)) std::sort(hits.begin(), hits.end(), ends_before);
    hits.erase(std::unique(hits.begin(), hits.end()), hits.end());
  }
}

}  // namespace etic
