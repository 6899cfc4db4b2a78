#include "coding/vocabulary.hpp"

#include <algorithm>
#include <cstring>

#include "text/eight_bytes.hpp"
#include "text/unicode.hpp"

namespace etic {
namespace {

/// The bytes of a word of at most eight, side by side; with its size they tell the word.
std::uint64_t short_word(std::string_view word) {
  const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(word[i])}; };
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < word.size(); ++i) bytes |= byte(i) << (8 * i);
  return bytes;
}

/// A fast hash of short keys, eight bytes at a time. Its values never reach any output.
std::uint64_t hash_bytes(std::string_view text) {
  std::uint64_t hash = 0x9E3779B97F4A7C15ULL ^ text.size();
  const auto mix = [&](std::uint64_t block) {
    hash = (hash ^ block) * 0xD6E8FEB86659FD93ULL;
    hash ^= hash >> 32;
  };
  if (text.size() <= 8) {
    mix(short_word(text));
    return hash;
  }
  for (std::size_t at = 0; at + 8 < text.size(); at += 8) mix(EightBytes::load(text.data() + at));
  mix(EightBytes::load(text.data() + text.size() - 8));  // the last eight, though some were mixed in before
  return hash;
}

}  // namespace

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
    return insert(prefixes_, std::string(stem));
  }
  return insert(wildcards_, pattern);
}

void TermTable::find(std::string_view word, std::vector<TermId>& terms) const {
  terms.clear();
  if (const auto exact = exact_.find(word); exact != exact_.end()) terms.push_back(exact->second);
  for (const std::size_t size : prefix_sizes_) {
    if (size > word.size()) break;
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

Vocabulary::Vocabulary(const TermTable& terms) : table_(terms), entries_(1024), lists_(1) {}

std::uint32_t Vocabulary::find_terms(std::string_view word) {
  const bool plain =
      std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
  table_.find(plain ? word : std::string_view(fold(word)), found_);
  if (found_.empty()) return 0;
  const List list{static_cast<std::uint32_t>(arena_.size()), static_cast<std::uint32_t>(arena_.size() + found_.size())};
  arena_.insert(arena_.end(), found_.begin(), found_.end());
  lists_.push_back(list);
  return static_cast<std::uint32_t>(lists_.size() - 1);
}

std::uint32_t Vocabulary::look_up(std::string_view word) {
  const std::uint64_t hash = hash_bytes(word);
  const std::size_t mask = entries_.size() - 1;
  std::size_t slot = hash & mask;
  for (; entries_[slot].size != 0; slot = (slot + 1) & mask) {
    const Entry& entry = entries_[slot];
    if (entry.hash == hash && entry.size == word.size() &&
        std::memcmp(bytes_.data() + entry.offset, word.data(), word.size()) == 0)
      return entry.list;
  }
  // Words that do not fit the bound (or are absurdly long) are looked up, but not remembered.
  constexpr std::size_t longest_remembered = 256;
  if (used_ >= most_words || word.size() > longest_remembered || lists_.size() > cached_lists_) return find_terms(word);
  const std::uint32_t list = find_terms(word);
  entries_[slot] = {hash, static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(word.size()), list};
  bytes_ += word;
  cached_lists_ = lists_.size();
  cached_arena_ = arena_.size();
  if (++used_ * 2 > entries_.size()) grow();
  return list;
}

Vocabulary::Terms Vocabulary::terms(std::uint32_t list) const {
  return {arena_.data() + lists_[list].begin, arena_.data() + lists_[list].end};
}

bool Vocabulary::contains(std::uint32_t list, TermId term) const {
  if (term == TermTable::any_word()) return true;
  const Terms all = terms(list);
  return std::binary_search(all.begin(), all.end(), term);
}

void Vocabulary::forget_uncached() {
  lists_.resize(cached_lists_);
  arena_.resize(cached_arena_);
}

void Vocabulary::grow() {
  std::vector<Entry> larger(entries_.size() * 2);
  for (const Entry& entry : entries_) {
    if (entry.size == 0) continue;
    std::size_t slot = entry.hash & (larger.size() - 1);
    while (larger[slot].size != 0) slot = (slot + 1) & (larger.size() - 1);
    larger[slot] = entry;
  }
  entries_ = std::move(larger);
}

}  // namespace etic
