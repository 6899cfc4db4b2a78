#pragma once

#include <vector>

#include "codebook/codebook.hpp"
#include "coding/matcher.hpp"
#include "coding/speech.hpp"

namespace etic {

/// What `Matcher` finds, by the plainest means: every rule is tried at every word, and every word against every
/// pattern. Cutting into words and sentences, and folding, are taken from the room of texts; nothing else is shared.
/// Regular expressions are tried by `std::regex` on the bytes as they stand, so they must mean the same to both.
[[nodiscard]] std::vector<Match> match_slowly(const Codebooks& books, const SourceFile& file, const Speech& speech);

}  // namespace etic
