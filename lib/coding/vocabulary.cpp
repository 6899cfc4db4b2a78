#include "coding/vocabulary.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace etic {

TermId TermTable::add(const WordPattern& pattern) {
  if (pattern == "*") return any_word();
  const auto insert = [&](auto& index, const std::string& key) {
    const auto [entry, fresh] = index.emplace(key, count_);
    if (fresh) ++count_;
    return entry->second;
  };
  if (!has_wildcard(pattern)) return insert(exact_, pattern);
  const std::string_view stem = std::string_view(pattern).substr(0, pattern.size() - 1);
  if (pattern.back() == '*' && !has_wildcard(stem)) {
    const auto place = std::lower_bound(prefix_sizes_.begin(), prefix_sizes_.end(), stem.size());
    if (place == prefix_sizes_.end() || *place != stem.size()) prefix_sizes_.insert(place, stem.size());
    const std::uint64_t bit = std::uint64_t{1} << std::min(stem.size(), most_size_bits);
    if (stem.size() > 1) sizes_with_beginning_[beginning(stem)] |= bit;
    for (std::size_t i = 0; i < sizes_with_beginning_.size() && stem.size() == 1; ++i) sizes_with_beginning_[i] |= bit;
    return insert(prefixes_, std::string(stem));
  }
  return insert(wildcards_, pattern);
}

/// A number for its first two bytes; of a word of one, any.
std::size_t TermTable::beginning(std::string_view word) {
  const auto bits = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(word[i]) & 31U); };
  return word.size() > 1 ? bits(0) << 5 | bits(1) : 0;
}

void TermTable::find(std::string_view word, std::vector<TermId>& terms) const {
  terms.clear();
  if (const auto exact = exact_.find(word); exact != exact_.end()) terms.push_back(exact->second);
  const std::uint64_t sizes = word.empty() ? 0 : sizes_with_beginning_[beginning(word)];
  for (const std::size_t size : prefix_sizes_) {
    if (size > word.size()) break;
    if ((sizes >> std::min(size, most_size_bits) & 1U) == 0) continue;
    const auto prefix = prefixes_.find(word.substr(0, size));
    if (prefix == prefixes_.end()) continue;
    std::size_t next = size;
    const bool parts_a_letter = size < word.size() && is_mark(next_character(word, next));
    if (!parts_a_letter) terms.push_back(prefix->second);
  }
  for (const auto& [pattern, term] : wildcards_) {
    if (matches(pattern, word)) terms.push_back(term);
  }
  std::sort(terms.begin(), terms.end());
}

std::uint64_t ShortWord::near_the_end(std::string_view word) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(word.size(), 8); ++i)
    bytes |= std::uint64_t{static_cast<unsigned char>(word[i])} << (8 * i);
  return bytes;
}

Vocabulary::Vocabulary(const TermTable& terms) : table_(terms), entries_(1024), lists_(1) { numbers_[{}] = 0; }

std::uint32_t Vocabulary::find_terms(std::string_view word) {
  const bool plain =
      std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
  table_.find(plain ? word : std::string_view(fold(word)), found_);
  if (const auto known = numbers_.find(found_); known != numbers_.end()) return known->second;
  const auto number = static_cast<std::uint32_t>(lists_.size());
  const auto begin = static_cast<std::uint32_t>(arena_.size());
  arena_.insert(arena_.end(), found_.begin(), found_.end());
  lists_.push_back({begin, static_cast<std::uint32_t>(arena_.size())});
  for (const TermId term : found_) lists_.back().trace |= trace_of(term);
  if (numbers_.size() < most_words) {
    numbers_.emplace(found_, number);
    kept_lists_ = lists_.size();
    kept_arena_ = arena_.size();
  }
  return number;
}

std::uint32_t Vocabulary::remember(const ShortWord& key, std::size_t slot, std::string_view word) {
  const std::uint32_t list = find_terms(word);
  if (used_ >= most_words || list >= kept_lists_) return list;
  entries_[slot] = {key, list};
  if (++used_ * 2 > entries_.size()) grow();
  return list;
}

std::uint32_t Vocabulary::look_up_long(std::string_view word) {
  if (const auto known = long_words_.find(word); known != long_words_.end()) return known->second;
  const std::uint32_t list = find_terms(word);
  constexpr std::size_t longest_remembered = 256;
  if (long_words_.size() < most_words && word.size() <= longest_remembered && list < kept_lists_)
    long_words_.emplace(word, list);
  return list;
}

void Vocabulary::look_up(std::string_view text, const std::vector<Span>& words, const std::uint32_t* which,
                         std::size_t count, Lists& lists) {
  for (std::size_t i = 0; i < count; ++i) {
    const Span word = words[which[i]];
    keys_[i] = word.size() > ShortWord::longest ? ShortWord() : ShortWord(text, word);
    __builtin_prefetch(&entries_[keys_[i].hash() & (entries_.size() - 1)]);
  }
  for (std::size_t i = 0; i < count; ++i) {
    const Span word = words[which[i]];
    lists[i] =
        keys_[i].size == 0 ? look_up_long(text.substr(word.begin, word.size())) : look_up_short(keys_[i], text, word);
  }
}

void Vocabulary::forget_uncached() {
  lists_.resize(kept_lists_);
  arena_.resize(kept_arena_);
}

void Vocabulary::grow() {
  std::vector<Entry> larger(entries_.size() * 2);
  for (const Entry& entry : entries_) {
    if (entry.word.size == 0) continue;
    std::size_t slot = entry.word.hash() & (larger.size() - 1);
    while (larger[slot].word.size != 0) slot = (slot + 1) & (larger.size() - 1);
    larger[slot] = entry;
  }
  entries_ = std::move(larger);
}

}  // namespace etic
