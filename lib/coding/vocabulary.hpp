#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "codebook/pattern.hpp"
#include "text/eight_bytes.hpp"
#include "text/words.hpp"

namespace etic {

/// A distinct word pattern of the books in use.
using TermId = std::uint32_t;

struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
using WordIndex = std::unordered_map<std::string, std::uint32_t, WordHash, std::equal_to<>>;

/// The word patterns of the books: which of them does a word fit?
class TermTable {
 public:
  /// The term for a pattern; equal patterns are one term.
  TermId add(const WordPattern& pattern);

  [[nodiscard]] std::size_t size() const { return count_; }

  /// Terms that a folded word fits, ascending. `any_word()` is left out: it fits every word.
  void find(std::string_view folded_word, std::vector<TermId>& terms) const;

  /// The term for the pattern `*`.
  [[nodiscard]] static constexpr TermId any_word() { return 0; }

 private:
  static constexpr std::size_t most_size_bits = 63;  // longer ones share the last bit
  static std::size_t beginning(std::string_view word);

  WordIndex exact_;
  WordIndex prefixes_;                                      // `abc*` under `abc`
  std::vector<std::size_t> prefix_sizes_;                   // distinct, ascending
  std::array<std::uint64_t, 1024> sizes_with_beginning_{};  // by `beginning`, a bit each: which of these may be there
  std::map<WordPattern, TermId> wildcards_;                 // everything else; tried one by one
  TermId count_ = 1;
};

/// The bytes of a word of at most sixteen as two numbers, its first eight and its last eight; with its size they are
/// the word. Capitals of words in ASCII are made small, so that a word is the same at the start of a sentence.
struct ShortWord {
  static constexpr std::uint32_t longest = 16;

  std::uint64_t head = 0;
  std::uint64_t tail = 0;  // of a word longer than eight
  std::uint32_t size = 0;

  ShortWord() = default;

  /// `word` is 1 to `longest` bytes of `text`.
  ShortWord(std::string_view text, Span word) : size(word.size()) {
    const bool has_tail = size > 8;
    const std::uint64_t mask = has_tail ? ~std::uint64_t{0} : ~std::uint64_t{0} >> (64 - 8 * size);
    head = word.begin + 8 <= text.size() ? EightBytes::load(text.data() + word.begin) & mask
                                         : near_the_end(text.substr(word.begin, size));
    if (has_tail) tail = EightBytes::load(text.data() + word.end - 8);
    if (((head | tail) & EightBytes::all(0x80)) != 0) return;
    // What else stands in a word than letters has this bit, but for `_`, which becomes what no word has.
    head |= EightBytes::all(0x20) & mask;
    if (has_tail) tail |= EightBytes::all(0x20);
  }

  /// Values never reach any output.
  [[nodiscard]] std::size_t hash() const {
    const std::uint64_t mixed = (head ^ (tail + size) * 0x9E3779B97F4A7C15U) * 0xD6E8FEB86659FD93U;
    return static_cast<std::size_t>(mixed ^ mixed >> 32);
  }

  friend bool operator==(const ShortWord&, const ShortWord&) = default;

 private:
  static std::uint64_t near_the_end(std::string_view word);
};

/// Looks each distinct word up once: remembers, for the bytes of a word as they stand in the text, the terms it fits.
/// Holds memory for at most `most_words` distinct words; those beyond are looked up anew each time.
class Vocabulary {
 public:
  static constexpr std::size_t most_words = std::size_t{1} << 20;

  explicit Vocabulary(const TermTable& terms);

  /// A list of terms, ascending; the view holds until the next call.
  struct Terms {
    const TermId* first = nullptr;
    const TermId* last = nullptr;
    [[nodiscard]] bool empty() const { return first == last; }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(last - first); }
    [[nodiscard]] const TermId* begin() const { return first; }
    [[nodiscard]] const TermId* end() const { return last; }
  };

  /// A number for the list of terms that a word of the text fits; 0 for none. Lists that are alike have one number.
  /// Valid until `forget_uncached`.
  [[nodiscard]] std::uint32_t look_up(std::string_view text, Span word) {
    if (word.size() > ShortWord::longest) return look_up_long(text.substr(word.begin, word.size()));
    return look_up_short(ShortWord(text, word), text, word);
  }
  [[nodiscard]] std::uint32_t look_up(std::string_view word) {
    return look_up(word, {0, static_cast<std::uint32_t>(word.size())});
  }

  /// The same for up to `at_once` words of a text, for which memory is asked before it is waited for: the first of
  /// `lists` become those of `words[which[0]]` and so on.
  static constexpr std::size_t at_once = 64;
  using Lists = std::array<std::uint32_t, at_once>;
  void look_up(std::string_view text, const std::vector<Span>& words, const std::uint32_t* which, std::size_t count,
               Lists& lists);

  /// Whether the list stays when others are forgotten.
  [[nodiscard]] bool stays(std::uint32_t list) const { return list < kept_lists_; }

  [[nodiscard]] Terms terms(std::uint32_t list) const {
    return {arena_.data() + lists_[list].begin, arena_.data() + lists_[list].end};
  }
  [[nodiscard]] bool contains(std::uint32_t list, TermId term) const {
    if (term == TermTable::any_word()) return true;
    if ((lists_[list].trace & trace_of(term)) == 0) return false;
    const Terms all = terms(list);
    return std::binary_search(all.begin(), all.end(), term);
  }

  /// Drops the lists beyond the bound; call between answers.
  void forget_uncached();

 private:
  struct Entry {
    ShortWord word;  // of size 0: free
    std::uint32_t list = 0;
  };

  /// Terms of the arena, with a bit for each that many of them share: what has not the bit is not there.
  struct List {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint64_t trace = 0;
  };
  static std::uint64_t trace_of(TermId term) { return std::uint64_t{1} << term % 64; }

  [[nodiscard]] std::uint32_t look_up_short(const ShortWord& key, std::string_view text, Span word) {
    const std::size_t mask = entries_.size() - 1;
    std::size_t slot = key.hash() & mask;
    for (; entries_[slot].word.size != 0; slot = (slot + 1) & mask) {
      if (entries_[slot].word == key) return entries_[slot].list;
    }
    return remember(key, slot, text.substr(word.begin, word.size()));
  }
  [[nodiscard]] std::uint32_t find_terms(std::string_view word);
  [[nodiscard]] std::uint32_t look_up_long(std::string_view word);
  std::uint32_t remember(const ShortWord& key, std::size_t slot, std::string_view word);
  void grow();

  const TermTable& table_;
  std::vector<Entry> entries_;
  std::size_t used_ = 0;
  WordIndex long_words_;  // what no `ShortWord` holds
  std::vector<TermId> arena_;
  std::vector<List> lists_;
  std::map<std::vector<TermId>, std::uint32_t> numbers_;  // of the lists that stay
  std::size_t kept_lists_ = 1;
  std::size_t kept_arena_ = 0;
  std::vector<TermId> found_;
  std::array<ShortWord, at_once> keys_;  // of the words looked up at once
};

}  // namespace etic
