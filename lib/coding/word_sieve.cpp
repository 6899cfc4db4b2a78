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

  constexpr std::size_t marks_each = 64;
  int bits = 10;
  while (bits < 24 && (std::size_t{1} << bits) < marks_each * (words.size() + stems.size())) ++bits;
  shift_ = 64 - bits;
  marks_.resize((std::size_t{1} << bits) / 64);

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
  const std::size_t bit = place(letters);
  marks_[bit / 64] |= std::uint64_t{1} << bit % 64;
}

std::size_t WordSieve::sift(std::string_view text, const std::vector<Span>& words,
                            std::vector<std::uint32_t>& passed) const {
  if (passed.size() < words.size()) passed.resize(words.size());
  if (lets_all_through_) {
    std::iota(passed.begin(), passed.begin() + static_cast<std::ptrdiff_t>(words.size()), 0U);
    return words.size();
  }
  std::size_t near_the_end = words.size();  // of the text, where eight bytes would reach behind it
  while (near_the_end > 0 && words[near_the_end - 1].begin + EightBytes::width > text.size()) --near_the_end;
  std::size_t count = 0;
  for (std::uint32_t i = 0; i < near_the_end; ++i) {
    passed[count] = i;
    count += lets_through(EightBytes::load(text.data() + words[i].begin), words[i].size()) ? 1U : 0U;
  }
  for (auto i = static_cast<std::uint32_t>(near_the_end); i < words.size(); ++i) passed[count++] = i;
  return count;
}

}  // namespace etic
