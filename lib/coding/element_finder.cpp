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
                                      std::vector<bool> elements) const {
  std::vector<std::vector<std::uint32_t>> tags_of(phrases_.size());
  std::vector<bool> occurrences(phrases_.size());
  for (std::size_t phrase = 0; phrase < elements_of_.size(); ++phrase) {
    for (const ElementId element : elements_of_[phrase]) {
      tags_of[phrase].insert(tags_of[phrase].end(), tags[element].begin(), tags[element].end());
      occurrences[phrase] = occurrences[phrase] || elements[element];
    }
  }
  return {std::move(elements), phrases_.select(tags_of, std::move(occurrences))};
}

ElementFinder::ElementFinder(const ElementTable& table) : phrases_(table.phrases_), hits_(table.size()) {
  for (const std::vector<ElementId>& elements : table.elements_of_) {
    const auto begin = static_cast<std::uint32_t>(elements_.size());
    elements_.insert(elements_.end(), elements.begin(), elements.end());
    elements_of_.push_back({begin, static_cast<std::uint32_t>(elements_.size())});
  }
}

void ElementFinder::find(Speech& speech, ElementTable::Part& wanted) {
  for (const ElementId element : found_) hits_[element].clear();
  found_.clear();
  phrases_.find(speech, wanted.phrases, tagged_, occurrences_);
  for (const Occurrence& occurrence : occurrences_) {
    const Span elements = elements_of_[occurrence.phrase];
    for (std::uint32_t i = elements.begin; i < elements.end; ++i) {
      const ElementId element = elements_[i];
      if (!wanted.elements[element]) continue;
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
