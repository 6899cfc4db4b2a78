#include "coding/phrase_finder.hpp"

#include <algorithm>

namespace etic {
namespace {

/// How rare a word pattern is likely to be: the more letters it fixes the rarer, and a whole word rarer than a stem.
std::size_t rarity(const WordPattern& pattern) {
  const auto letters = static_cast<std::size_t>(
      std::count_if(pattern.begin(), pattern.end(), [](char c) { return c != '*' && c != '?'; }));
  return 2 * letters + (has_wildcard(pattern) ? 0 : 1);
}

}  // namespace

PhraseId PhraseTable::add(const Phrase& phrase) {
  std::vector<TermId> terms;
  for (const WordPattern& word : phrase) terms.push_back(terms_.add(word));
  const auto [entry, fresh] = ids_.emplace(terms, static_cast<PhraseId>(phrases_.size()));
  if (!fresh) return entry->second;
  const auto rarest = std::max_element(
      phrase.begin(), phrase.end(), [](const WordPattern& a, const WordPattern& b) { return rarity(a) < rarity(b); });
  const auto position = static_cast<std::uint16_t>(rarest - phrase.begin());
  anchors_.resize(std::max(anchors_.size(), terms_.size()));
  phrases_.push_back(std::move(terms));
  anchor_patterns_.push_back(*rarest);
  const std::vector<TermId>& kept = phrases_.back();
  anchors_[kept[position]].push_back({entry->second, position, static_cast<std::uint16_t>(kept.size()), kept.data()});
  return entry->second;
}

WordSieve PhraseTable::sieve(const std::vector<bool>& wanted) const {
  std::vector<WordPattern> patterns;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (wanted[i]) patterns.push_back(anchor_patterns_[i]);
  }
  return WordSieve(patterns);
}

PhraseFinder::PhraseFinder(const PhraseTable& table) : vocabulary_(table.terms()) {
  for (const std::vector<Anchor>& anchors : table.anchors_) {
    const auto begin = static_cast<std::uint32_t>(anchors_.size());
    anchors_.insert(anchors_.end(), anchors.begin(), anchors.end());
    anchors_of_.push_back({begin, static_cast<std::uint32_t>(anchors_.size())});
  }
  hangs_anywhere_ = !anchors_of_.empty() && anchors_of_[TermTable::any_word()].size() > 0;
}

/// Whether the phrase stands in the words from `first`, given that the one on which it hangs does.
bool PhraseFinder::stands_at(const Anchor& anchor, std::uint32_t first, Speech& speech) {
  for (std::uint32_t i = 0; i < anchor.size; ++i) {
    if (i == anchor.position || anchor.terms[i] == TermTable::any_word()) continue;
    if (!vocabulary_.contains(vocabulary_.look_up(speech.text(), speech.words[first + i]), anchor.terms[i]))
      return false;
  }
  return speech.is_in_one_sentence({first, first + anchor.size - 1});
}

void PhraseFinder::find(Speech& speech, const std::vector<bool>& wanted, const WordSieve& sieve,
                        std::vector<Occurrence>& occurrences) {
  occurrences.clear();
  vocabulary_.forget_uncached();
  const auto words = static_cast<std::uint32_t>(speech.words.size());
  const auto look = [&](TermId term, std::uint32_t word) {
    const Span anchors = anchors_of_[term];
    for (std::uint32_t i = anchors.begin; i < anchors.end; ++i) {
      const Anchor& anchor = anchors_[i];
      if (!wanted[anchor.phrase] || word < anchor.position) continue;
      const std::uint32_t first = word - anchor.position;
      if (words - first < anchor.size) continue;
      if (anchor.size > 1 && !stands_at(anchor, first, speech)) continue;
      occurrences.push_back({anchor.phrase, {first, first + anchor.size - 1}});
    }
  };
  const std::size_t sifted = sieve.sift(speech.text(), speech.words, sifted_);
  for (std::size_t begin = 0; begin < sifted; begin += Vocabulary::at_once) {
    const std::size_t count = std::min(sifted - begin, Vocabulary::at_once);
    vocabulary_.look_up(speech.text(), speech.words, sifted_.data() + begin, count, lists_);
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t word = sifted_[begin + i];
      if (hangs_anywhere_) look(TermTable::any_word(), word);
      // By number: the list may move while phrases are looked for around the word.
      for (std::size_t j = 0; j < vocabulary_.terms(lists_[i]).size(); ++j)
        look(vocabulary_.terms(lists_[i]).first[j], word);
    }
  }
}

}  // namespace etic
