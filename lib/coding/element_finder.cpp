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

ElementTable::Part ElementTable::part(std::vector<bool> met_alone, std::vector<bool> met_together) const {
  Part part{std::move(met_alone), std::move(met_together), std::vector<bool>(phrases_.size())};
  for (std::size_t phrase = 0; phrase < elements_of_.size(); ++phrase) {
    const auto& of = elements_of_[phrase];
    part.phrases[phrase] = std::any_of(
        of.begin(), of.end(), [&](ElementId element) { return part.met_alone[element] || part.met_together[element]; });
  }
  return part;
}

void ElementFinder::find(const SourceFile& file, const Speech& speech, const ElementTable::Part& wanted) {
  for (const ElementPlace& place : places_) last_places_[place.element] = nowhere;
  for (const ElementId element : found_) hits_[element].clear();
  places_.clear();
  found_.clear();
  phrases_.find(file, speech, wanted.phrases, occurrences_);
  for (const Occurrence& occurrence : occurrences_) {
    for (const ElementId element : table_.elements_of_[occurrence.phrase]) {
      if (wanted.met_alone[element] && last_places_[element] != occurrence.words) {
        last_places_[element] = occurrence.words;
        places_.push_back({element, occurrence.sentence, occurrence.words});
      }
      if (!wanted.met_together[element]) continue;
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
