#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace etic {

/// A stretch of bytes, half open.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool covers(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend auto operator<=>(const Span&, const Span&) = default;
};

/// Cuts text into words by the rules of UAX #29, where a word holds a letter, a digit or is an emoji; scripts without
/// spaces are cut by character (base and marks). `don't`, `3.5` and `e.g` are one word, `one-stop` and `Answer:yes`
/// are two, `__` is none. A flag or a family of joined emoji is one word.
/// Spans are offsets into `text` plus `shift`, in order and disjoint; appended to `words`. Linear in the text.
void cut_words(std::string_view text, std::uint32_t shift, std::vector<Span>& words);

struct BlockReader;

/// The same, with one way or another to read blocks.
void cut_words(std::string_view text, std::uint32_t shift, std::vector<Span>& words, const BlockReader& reader);

/// The same for a pattern of a codebook, in which `*` and `?` count as letters.
void cut_pattern_words(std::string_view pattern, std::vector<Span>& words);

}  // namespace etic
