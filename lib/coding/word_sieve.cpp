#include "coding/word_sieve.hpp"

#include <algorithm>
#include <numeric>

namespace etic {
namespace {

/// Patterns are made of the same bytes as words, but for the end of a word, which is here a NUL.
std::uint64_t letters_of(std::string_view pattern, std::size_t most) {
  std::uint64_t letters = 0;
  for (std::size_t i = 0; i < std::min(pattern.size(), most); ++i)
    letters |= std::uint64_t{static_cast<unsigned char>(pattern[i]) | 0x20U} << (8 * i);
  return letters;
}

/// By the size of a word, up to fifteen: its first seven bytes, and the high bits of its first eight.
constexpr std::array<std::uint64_t, 16> letters_of_size = [] {
  std::array<std::uint64_t, 16> bits{};
  for (std::size_t size = 1; size < bits.size(); ++size)
    bits[size] = ~std::uint64_t{0} >> (size < 7 ? 64 - 8 * size : 8);
  return bits;
}();
constexpr std::array<std::uint64_t, 16> high_bits_of_size = [] {
  std::array<std::uint64_t, 16> bits{};
  for (std::size_t size = 1; size < bits.size(); ++size)
    bits[size] = EightBytes::all(0x80) >> (size < 8 ? 64 - 8 * size : 0);
  return bits;
}();

}  // namespace

WordSieve::WordSieve(const std::vector<WordPattern>& patterns) {
  std::vector<std::string_view> words;
  std::vector<std::string_view> stems;
  for (const std::string_view pattern : patterns) {
    const std::size_t wildcard = pattern.find_first_of("*?");
    const std::string_view fixed = pattern.substr(0, wildcard);
    const std::string_view seen = fixed.substr(0, most_letters);
    if (fixed.empty()) lets_all_through_ = true;
    if (std::any_of(seen.begin(), seen.end(), [](char c) { return (c & '\x80') != 0; })) continue;
    (wildcard == std::string_view::npos ? words : stems).push_back(fixed);
  }

  constexpr std::size_t marks_each = 32;
  has_many_ = marks_each * (words.size() + stems.size()) > std::size_t{1} << few_marks;
  marks_.resize((std::size_t{1} << (has_many_ ? many_marks : few_marks)) / 64);

  stem_letters_.fill(most_letters);
  for (const std::string_view stem : stems) {
    // Of a stem shorter than three letters, every beginning that starts with it.
    const std::size_t step = beginning(masks[std::min<std::size_t>(stem.size(), 3)]) + 1;
    for (std::size_t next = beginning(letters_of(stem, 3)); next < beginnings; next += step)
      stem_letters_[next] = static_cast<std::uint8_t>(std::min<std::size_t>(stem_letters_[next], stem.size()));
  }
  for (const std::string_view word : words) mark(letters_of(word, most_letters));
  for (const std::string_view stem : stems) mark(letters_of(stem, stem_letters_[beginning(letters_of(stem, 3))]));
}

void WordSieve::mark(std::uint64_t letters) {
  const std::size_t bit = has_many_ ? place<many_marks>(letters) : place<few_marks>(letters);
  marks_[bit / 64] |= std::uint64_t{1} << bit % 64;
}

/// Of words behind whose begins there are eight bytes of text.
template <int bits>
std::size_t WordSieve::sift_safely(const char* text, const Span* words, std::size_t count,
                                   std::uint32_t* passed) const {
  std::size_t through = 0;
  for (std::size_t i = 0; i < count; ++i) {
    // At most fifteen, told without a branch: half the words would surprise the processor.
    const std::uint32_t size = (words[i].size() | (0U - static_cast<std::uint32_t>(words[i].size() > 15))) & 15U;
    const std::uint64_t head = EightBytes::load(text + words[i].begin);
    const std::uint64_t letters = (head | EightBytes::all(0x20)) & letters_of_size[size];
    const std::uint64_t beyond_ascii = head & high_bits_of_size[size];
    const std::uint64_t stem = letters & masks[stem_letters_[beginning(letters)]];
    const bool passes = static_cast<int>(is_marked<bits>(letters)) | static_cast<int>(is_marked<bits>(stem)) |
                        static_cast<int>(beyond_ascii != 0);
    passed[through] = static_cast<std::uint32_t>(i);
    through += static_cast<std::size_t>(passes);
  }
  return through;
}

std::size_t WordSieve::sift(std::string_view text, const std::vector<Span>& words,
                            std::vector<std::uint32_t>& passed) const {
  if (passed.size() < words.size()) passed.resize(words.size());
  if (lets_all_through_) {
    std::iota(passed.begin(), passed.begin() + static_cast<std::ptrdiff_t>(words.size()), 0U);
    return words.size();
  }
  std::size_t safe = words.size();
  while (safe > 0 && words[safe - 1].begin + EightBytes::width > text.size()) --safe;
  std::size_t count = has_many_ ? sift_safely<many_marks>(text.data(), words.data(), safe, passed.data())
                                : sift_safely<few_marks>(text.data(), words.data(), safe, passed.data());
  for (auto i = static_cast<std::uint32_t>(safe); i < words.size(); ++i) passed[count++] = i;
  return count;
}

}  // namespace etic
