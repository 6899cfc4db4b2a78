#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus.hpp"

namespace etic {

/// A stretch of what one voice of an answer says. Spans are bytes of the transcript.
struct Passage {
  Span span;
  std::uint16_t voice = 0;
  friend auto operator<=>(const Passage&, const Passage&) = default;
};

/// The text with every run of white space as one space, and none at its ends: as quotes stand in files.
[[nodiscard]] std::string folded_space(std::string_view text);

/// Everywhere the exact words of a quote (with folded white space) stand in what the respondents say, in the file's
/// order, up to a thousand places. Whole words only; both ways to write a letter with its marks are the same. A quote
/// does not reach from one turn into another.
[[nodiscard]] std::vector<Passage> find_quote(const Corpus& corpus, const Answer& answer, std::string_view quote);

/// The whole of what each voice says.
[[nodiscard]] std::vector<Passage> whole_answer(const Answer& answer);

/// Where words like the quote's stand.
struct LikePassage {
  Passage passage;
  double likeness = 0;  // share of the quote's words that need no change, 0 to 1
};

/// The passage that comes nearest to the quote by whole words put in, left out or exchanged (Sellers 1980), letters'
/// case aside; of equal ones the one that keeps more words, then the first. None where fewer than half of the quote's
/// words stand there, where the passage's words stand in the answer more than once, so that nothing could be anchored
/// to them, or where quote and answer are too long for it to be worth the time.
[[nodiscard]] std::optional<LikePassage> nearest_passage(const Corpus& corpus, const Answer& answer,
                                                         std::string_view quote);

}  // namespace etic
