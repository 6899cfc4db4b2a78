#include "coding/pattern_head.hpp"

#include <algorithm>

namespace etic {

PatternHead::PatternHead(const WordPattern& pattern) {
  const auto is_open = [](char c) { return c == '*' || c == '?' || (c & '\x80') != 0; };
  const auto fixed = static_cast<std::size_t>(std::find_if(pattern.begin(), pattern.end(), is_open) - pattern.begin());
  const std::size_t letters = std::min(fixed == pattern.size() ? fixed + 1 : fixed, most_letters);
  for (std::size_t i = 0; i < letters; ++i) {
    const std::uint32_t letter = i < fixed ? static_cast<unsigned char>(pattern[i]) : 0U;
    letters_ |= std::uint64_t{letter | 0x20U} << 8 * i;
    mask_ |= std::uint64_t{0xFF} << 8 * i;
  }
}

}  // namespace etic
