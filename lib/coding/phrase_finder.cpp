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
  const auto position = static_cast<std::uint32_t>(rarest - phrase.begin());
  anchors_.resize(std::max(anchors_.size(), terms_.size()));
  anchors_[terms[position]].push_back({entry->second, position});
  phrases_.push_back(std::move(terms));
  return entry->second;
}

void PhraseFinder::find(const SourceFile& file, const Speech& speech, const std::vector<bool>& wanted,
                        std::vector<Occurrence>& occurrences) {
  occurrences.clear();
  vocabulary_.forget_uncached();
  lists_.clear();
  for (const Span word : speech.words) lists_.push_back(vocabulary_.look_up(file.slice(word)));

  const auto look_around = [&](const Sentence& sentence, std::uint32_t word, const PhraseTable::Anchor& anchor) {
    if (!wanted[anchor.phrase]) return;
    const std::vector<TermId>& phrase = table_.phrases_[anchor.phrase];
    if (word - sentence.first_word < anchor.position) return;
    const std::uint32_t first = word - anchor.position;
    if (sentence.end_word - first < phrase.size()) return;
    for (std::uint32_t i = 0; i < phrase.size(); ++i) {
      if (i != anchor.position && !vocabulary_.contains(lists_[first + i], phrase[i])) return;
    }
    occurrences.push_back({anchor.phrase, {first, static_cast<std::uint32_t>(first + phrase.size() - 1)}});
  };

  const std::vector<PhraseTable::Anchor>* anywhere = nullptr;  // phrases of nothing but `*`
  if (!table_.anchors_.empty() && !table_.anchors_[TermTable::any_word()].empty())
    anywhere = &table_.anchors_[TermTable::any_word()];
  for (const Sentence& sentence : speech.sentences) {
    for (std::uint32_t word = sentence.first_word; word < sentence.end_word; ++word) {
      if (anywhere != nullptr) {
        for (const PhraseTable::Anchor& anchor : *anywhere) look_around(sentence, word, anchor);
      }
      if (lists_[word] == 0) continue;
      for (const TermId term : vocabulary_.terms(lists_[word])) {
        for (const PhraseTable::Anchor& anchor : table_.anchors_[term]) look_around(sentence, word, anchor);
      }
    }
  }
}

}  // namespace etic
