#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace etic {

/// One word of a pattern in folded form: letters, `*` for any letters (or none), `?` for one.
using WordPattern = std::string;

/// Words that must follow each other in a sentence (punctuation between them does not count).
using Phrase = std::vector<WordPattern>;

/// Cuts and folds a pattern as texts are: `One-Stop servic*` → `one`, `stop`, `servic*`. Empty when no word is in it.
[[nodiscard]] Phrase parse_phrase(std::string_view pattern);

[[nodiscard]] bool has_wildcard(std::string_view pattern);

/// Whether a folded word fits. `*` and `?` stand for whole letters: a mark is never parted from its letter.
/// Time is linear in the word for patterns with one `*`, at worst word × pattern.
[[nodiscard]] bool matches(std::string_view pattern, std::string_view folded_word);

}  // namespace etic
