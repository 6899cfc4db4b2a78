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
  const auto [entry, fresh] = ids_.emplace(terms, static_cast<PhraseId>(anchor_patterns_.size()));
  if (!fresh) return entry->second;
  const auto rarest = std::max_element(
      phrase.begin(), phrase.end(), [](const WordPattern& a, const WordPattern& b) { return rarity(a) < rarity(b); });
  const auto position = static_cast<std::uint16_t>(rarest - phrase.begin());
  anchors_.resize(std::max(anchors_.size(), terms_.size()));
  anchor_patterns_.push_back(*rarest);
  const auto begin = static_cast<std::uint32_t>(phrase_terms_.size());
  phrase_terms_.insert(phrase_terms_.end(), terms.begin(), terms.end());
  Anchor anchor{entry->second, position, static_cast<std::uint16_t>(terms.size()), begin, {}};
  if (terms.size() > 1) anchor.neighbour = PatternHead(phrase[anchor.neighbours_position()]);
  anchors_[terms[position]].push_back(anchor);
  return entry->second;
}

PhraseTable::Selection PhraseTable::select(const std::vector<Wish>& wishes) const {
  Selection selection;
  std::vector<WordPattern> patterns;
  const auto append = [&](const std::vector<std::uint32_t>& numbers) {
    const auto begin = static_cast<std::uint32_t>(selection.numbers_.size());
    selection.numbers_.insert(selection.numbers_.end(), numbers.begin(), numbers.end());
    return Span{begin, static_cast<std::uint32_t>(selection.numbers_.size())};
  };
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    selection.tags_of_.push_back(append(wishes[i].tags));
    selection.elements_of_.push_back(append(wishes[i].elements));
    if (!wishes[i].empty()) patterns.push_back(anchor_patterns_[i]);
  }
  selection.sieve_ = WordSieve(patterns);
  if (!anchors_.empty()) {
    for (const Anchor& anchor : anchors_[TermTable::any_word()]) selection.append(anchor, selection.on_any_word_);
  }
  return selection;
}

PhraseFinder::PhraseFinder(const PhraseTable& table) : vocabulary_(table.terms()), phrase_terms_(table.phrase_terms_) {
  for (const std::vector<Anchor>& anchors : table.anchors_) {
    const auto begin = static_cast<std::uint32_t>(anchors_.size());
    anchors_.insert(anchors_.end(), anchors.begin(), anchors.end());
    anchors_of_.push_back({begin, static_cast<std::uint32_t>(anchors_.size())});
  }
}

void PhraseTable::Selection::append(const Anchor& anchor, std::vector<Hanging>& hanging) const {
  const Hanging fresh{anchor, tags_of_[anchor.phrase], elements_of_[anchor.phrase]};
  if (fresh.tags.size() + fresh.elements.size() > 0) hanging.push_back(fresh);
}

/// Whether the phrase stands in the words from `first`, given that the one on which it hangs does.
bool PhraseFinder::stands_at(const Anchor& anchor, std::uint32_t first, Speech& speech) {
  if (!anchor.neighbour.may_fit(speech.text(), speech.words[first + anchor.neighbours_position()])) return false;
  for (std::uint32_t i = 0; i < anchor.size; ++i) {
    const TermId term = phrase_terms_[anchor.terms + i];
    if (i == anchor.position || term == TermTable::any_word()) continue;
    if (!vocabulary_.contains(vocabulary_.look_up(speech.text(), speech.words[first + i]), term)) return false;
  }
  return speech.is_in_one_sentence({first, first + anchor.size - 1});
}

void PhraseFinder::append_hanging(TermId term, const PhraseTable::Selection& wanted,
                                  std::vector<Hanging>& hanging) const {
  const Span anchors = anchors_of_[term];
  for (std::uint32_t i = anchors.begin; i < anchors.end; ++i) wanted.append(anchors_[i], hanging);
}

PhraseFinder::Hangings PhraseFinder::hanging_on(std::uint32_t list, PhraseTable::Selection& wanted) {
  if (!vocabulary_.stays(list)) {
    passing_.clear();
    for (const TermId term : vocabulary_.terms(list)) append_hanging(term, wanted, passing_);
    return {passing_.data(), passing_.data() + passing_.size()};
  }
  if (wanted.hanging_of_.size() <= list) wanted.hanging_of_.resize(list + std::size_t{1}, unknown);
  Span& known = wanted.hanging_of_[list];
  if (known == unknown) {
    known.begin = static_cast<std::uint32_t>(wanted.hanging_.size());
    for (const TermId term : vocabulary_.terms(list)) append_hanging(term, wanted, wanted.hanging_);
    known.end = static_cast<std::uint32_t>(wanted.hanging_.size());
  }
  return {wanted.hanging_.data() + known.begin, wanted.hanging_.data() + known.end};
}

/// Asks for memory before it is waited for: what hangs on the words of many patterns lies far apart.
void PhraseFinder::ask_for_hangings(std::size_t count, const PhraseTable::Selection& wanted) const {
  const std::size_t known = wanted.hanging_of_.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (lists_[i] != 0 && lists_[i] < known) __builtin_prefetch(&wanted.hanging_of_[lists_[i]]);
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (lists_[i] == 0 || lists_[i] >= known) continue;
    const Span hanging = wanted.hanging_of_[lists_[i]];
    if (hanging.begin < wanted.hanging_.size()) __builtin_prefetch(&wanted.hanging_[hanging.begin]);
  }
}

void PhraseFinder::find(Speech& speech, PhraseTable::Selection& wanted, std::vector<TaggedPlace>& tagged,
                        std::vector<Occurrence>& occurrences) {
  tagged.clear();
  occurrences.clear();
  vocabulary_.forget_uncached();
  const auto words = static_cast<std::uint32_t>(speech.words.size());
  const auto look = [&](const Hanging& hanging, std::uint32_t word) {
    const Anchor& anchor = hanging.anchor;
    if (word < anchor.position) return;
    const std::uint32_t first = word - anchor.position;
    if (words - first < anchor.size) return;
    if (anchor.size > 1 && !stands_at(anchor, first, speech)) return;
    const WordRange range{first, first + anchor.size - 1};
    for (std::uint32_t i = hanging.tags.begin; i < hanging.tags.end; ++i) tagged.push_back({wanted.numbers_[i], range});
    for (std::uint32_t i = hanging.elements.begin; i < hanging.elements.end; ++i)
      occurrences.push_back({wanted.numbers_[i], range});
  };
  const std::size_t sifted = wanted.sieve_.sift(speech.text(), speech.words, sifted_);
  for (std::size_t begin = 0; begin < sifted; begin += Vocabulary::at_once) {
    const std::size_t count = std::min(sifted - begin, Vocabulary::at_once);
    vocabulary_.look_up(speech.text(), speech.words, sifted_.data() + begin, count, lists_);
    ask_for_hangings(count, wanted);
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t word = sifted_[begin + i];
      for (const Hanging& hanging : wanted.on_any_word_) look(hanging, word);
      if (lists_[i] == 0) continue;
      for (const Hanging& hanging : hanging_on(lists_[i], wanted)) look(hanging, word);
    }
  }
}

}  // namespace etic
