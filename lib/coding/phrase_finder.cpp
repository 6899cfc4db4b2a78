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
  const std::vector<TermId>& kept = phrases_.back();
  anchors_[kept[position]].push_back({entry->second, position, static_cast<std::uint16_t>(kept.size()), kept.data()});
  return entry->second;
}

PhraseFinder::PhraseFinder(const PhraseTable& table) : vocabulary_(table.terms()) {
  for (const std::vector<Anchor>& anchors : table.anchors_) {
    const auto begin = static_cast<std::uint32_t>(anchors_.size());
    anchors_.insert(anchors_.end(), anchors.begin(), anchors.end());
    anchors_of_.push_back({begin, static_cast<std::uint32_t>(anchors_.size())});
  }
  hangs_anywhere_ = !anchors_of_.empty() && anchors_of_[TermTable::any_word()].size() > 0;
}

void PhraseFinder::look_up_words(std::string_view text, const std::vector<Span>& words) {
  if (lists_.size() < words.size()) {
    lists_.resize(words.size());
    hits_.resize(words.size());
  }
  hit_count_ = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint32_t list = vocabulary_.look_up(text, words[i]);
    lists_[i] = list;
    hits_[hit_count_] = static_cast<std::uint32_t>(i);
    hit_count_ += list != 0 ? 1 : 0;
  }
}

void PhraseFinder::look_around(const Anchor& anchor, std::uint32_t word, const Speech& speech, std::uint32_t sentence,
                               std::vector<Occurrence>& occurrences) const {
  const std::uint32_t first = word - anchor.position;
  if (anchor.size > 1) {
    if (word - speech.sentences[sentence].first_word < anchor.position) return;
    if (speech.sentences[sentence].end_word - first < anchor.size) return;
    for (std::uint32_t i = 0; i < anchor.size; ++i) {
      if (i != anchor.position && !vocabulary_.contains(lists_[first + i], anchor.terms[i])) return;
    }
  }
  occurrences.push_back({anchor.phrase, sentence, {first, first + anchor.size - 1}});
}

void PhraseFinder::find(const SourceFile& file, const Speech& speech, const std::vector<bool>& wanted,
                        std::vector<Occurrence>& occurrences) {
  occurrences.clear();
  vocabulary_.forget_uncached();
  look_up_words(file.bytes(), speech.words);
  std::uint32_t sentence = 0;
  const auto look = [&](TermId term, std::uint32_t word) {
    const Span anchors = anchors_of_[term];
    for (std::uint32_t i = anchors.begin; i < anchors.end; ++i) {
      if (wanted[anchors_[i].phrase]) look_around(anchors_[i], word, speech, sentence, occurrences);
    }
  };
  const auto look_at = [&](std::uint32_t word) {
    while (speech.sentences[sentence].end_word <= word) ++sentence;
    if (hangs_anywhere_) look(TermTable::any_word(), word);
    for (const TermId term : vocabulary_.terms(lists_[word])) look(term, word);
  };
  if (hangs_anywhere_) {
    for (std::uint32_t word = 0; word < speech.words.size(); ++word) look_at(word);
  } else {
    for (std::size_t i = 0; i < hit_count_; ++i) look_at(hits_[i]);
  }
}

}  // namespace etic
