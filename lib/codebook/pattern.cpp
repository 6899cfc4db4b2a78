#include "codebook/pattern.hpp"

#include "text/unicode.hpp"
#include "text/words.hpp"

namespace etic {
namespace {

/// Folds the stretches between wildcards; wildcards stay.
std::string fold_pattern(std::string_view word) {
  std::string folded;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= word.size(); ++i) {
    if (i < word.size() && word[i] != '*' && word[i] != '?') continue;
    folded += fold(word.substr(begin, i - begin));
    if (i == word.size()) break;
    if (word[i] == '?' || !folded.ends_with('*')) folded += word[i];
    begin = i + 1;
  }
  return folded;
}

/// Size of the letter at `at`: a character and the marks behind it.
std::size_t letter_end(std::string_view word, std::size_t at) {
  static_cast<void>(next_character(word, at));
  while (at < word.size()) {
    std::size_t next = at;
    if (!is_mark(next_character(word, next))) break;
    at = next;
  }
  return at;
}

bool starts_letter(std::string_view word, std::size_t at) {
  if (at >= word.size()) return true;
  const auto byte = static_cast<unsigned char>(word[at]);
  const bool inside_character = (byte & 0xC0U) == 0x80;
  return byte < 0x80 || (!inside_character && !is_mark(next_character(word, at)));
}

}  // namespace

Phrase parse_phrase(std::string_view pattern) {
  std::vector<Span> words;
  cut_pattern_words(pattern, words);
  Phrase phrase;
  for (const Span word : words) {
    std::string folded = fold_pattern(pattern.substr(word.begin, word.size()));
    if (!folded.empty()) phrase.push_back(std::move(folded));
  }
  return phrase;
}

bool has_wildcard(std::string_view pattern) { return pattern.find_first_of("*?") != std::string_view::npos; }

bool matches(std::string_view pattern, std::string_view word) {
  // The usual greedy walk: on a mismatch go back to the last `*` and let it take one letter more.
  std::size_t p = 0;
  std::size_t w = 0;
  std::size_t star = std::string_view::npos;
  std::size_t star_word = 0;
  while (true) {
    const bool at_letter = starts_letter(word, w);
    if (p < pattern.size() && pattern[p] == '*' && at_letter) {
      star = ++p;
      star_word = w;
      continue;
    }
    if (p == pattern.size() && w == word.size()) return true;
    if (p < pattern.size() && w < word.size()) {
      if (pattern[p] == '?' && at_letter) {
        ++p;
        w = letter_end(word, w);
        continue;
      }
      // What stands behind a wildcard starts with a whole letter.
      const bool behind_wildcard = p > 0 && (pattern[p - 1] == '*' || pattern[p - 1] == '?');
      if (pattern[p] == word[w] && (!behind_wildcard || at_letter)) {
        ++p;
        ++w;
        continue;
      }
    }
    if (star == std::string_view::npos || star_word >= word.size()) return false;
    star_word = letter_end(word, star_word);
    p = star;
    w = star_word;
  }
}

}  // namespace etic
