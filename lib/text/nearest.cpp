#include "text/nearest.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "text/unicode.hpp"

namespace etic {
namespace {

/// Nobody mistypes a longer name by hand; without a bound a hostile file could make hints cost hours.
constexpr std::size_t longest_word = 100;

std::u32string characters_of(std::string_view text) {
  const std::string folded = fold(text);
  std::u32string characters;
  for (std::size_t at = 0; at < folded.size();) characters.push_back(next_character(folded, at));
  return characters;
}

/// Edit distance (optimal string alignment) of `a` and `b`, or `bound + 1` where it is greater than `bound`.
std::size_t distance(std::u32string_view a, std::u32string_view b, std::size_t bound) {
  const std::size_t beyond = bound + 1;
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > bound) return beyond;

  // Rows of the table of distances between beginnings of `a` and `b`; cells off the diagonal by more than the bound
  // cannot come back under it and stay `beyond`.
  std::vector<std::size_t> before_last(b.size() + 1, beyond);
  std::vector<std::size_t> last(b.size() + 1, beyond);
  std::vector<std::size_t> row(b.size() + 1, beyond);
  for (std::size_t j = 0; j <= std::min(b.size(), bound); ++j) row[j] = j;

  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before_last, last);
    std::swap(last, row);
    std::fill(row.begin(), row.end(), beyond);
    if (i <= bound) row[0] = i;
    std::size_t least = row[0];
    for (std::size_t j = i > bound ? i - bound : 1; j <= std::min(b.size(), i + bound); ++j) {
      const bool same = a[i - 1] == b[j - 1];
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1), beyond});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    // A swap reaches back two rows, so one hopeless row is not the end yet.
    const std::size_t least_before = *std::min_element(last.begin(), last.end());
    if (std::min(least, least_before) > bound) return beyond;
  }
  return row[b.size()];
}

}  // namespace

std::vector<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  if (word.empty() || word.size() > 4 * longest_word) return {};
  const std::u32string wanted = characters_of(word);
  if (wanted.size() > longest_word) return {};

  std::vector<std::string> closest;
  std::size_t bound = std::max<std::size_t>(wanted.size() / 3, 1);
  for (const std::string& candidate : candidates) {
    if (candidate.size() > 8 * longest_word) continue;
    const std::size_t found = distance(wanted, characters_of(candidate), bound);
    if (found > bound) continue;
    if (found < bound) closest.clear();
    bound = found;
    closest.push_back(candidate);
  }
  return closest;
}

}  // namespace etic
