#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "codebook/pattern.hpp"

namespace etic {

/// A distinct word pattern of the books in use.
using TermId = std::uint32_t;

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
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  using Index = std::unordered_map<std::string, TermId, Hash, std::equal_to<>>;

  Index exact_;
  Index prefixes_;                           // `abc*` under `abc`
  std::vector<std::size_t> prefix_sizes_;    // distinct, ascending
  std::map<WordPattern, TermId> wildcards_;  // everything else; tried one by one
  TermId count_ = 1;
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
    [[nodiscard]] const TermId* begin() const { return first; }
    [[nodiscard]] const TermId* end() const { return last; }
  };

  /// A number for the list of terms that the word fits; 0 for none. Valid until `forget_uncached`.
  [[nodiscard]] std::uint32_t look_up(std::string_view word);

  [[nodiscard]] Terms terms(std::uint32_t list) const;
  [[nodiscard]] bool contains(std::uint32_t list, TermId term) const;

  /// Drops what was looked up beyond the bound; call between answers.
  void forget_uncached();

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint32_t offset = 0;  // of the word in `bytes_`
    std::uint32_t size = 0;    // 0: free
    std::uint32_t list = 0;
  };
  struct List {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  [[nodiscard]] std::uint32_t find_terms(std::string_view word);
  void grow();

  const TermTable& table_;
  std::vector<Entry> entries_;
  std::size_t used_ = 0;
  std::string bytes_;
  std::vector<TermId> arena_;
  std::vector<List> lists_;
  std::size_t cached_lists_ = 1;
  std::size_t cached_arena_ = 0;
  std::vector<TermId> found_;
};

}  // namespace etic
