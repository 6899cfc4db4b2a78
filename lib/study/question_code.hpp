#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace etic {

/// `G1Q4`: question 4 put to group 1. Numbers run from 0 to 99,999 and are written without leading zeros.
struct QuestionCode {
  std::uint32_t group = 0;
  std::uint32_t number = 0;

  [[nodiscard]] std::string text() const;
  friend auto operator<=>(const QuestionCode&, const QuestionCode&) = default;
};

[[nodiscard]] std::optional<QuestionCode> parse_question_code(std::string_view text);

/// `G1` → 1.
[[nodiscard]] std::optional<std::uint32_t> parse_group(std::string_view text);

/// One term of a list of question codes, with its place in the text it came from.
struct QuestionRange {
  std::uint32_t group = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;    // below `first`: an empty range as written (`G1Q6-4`)
  bool whole_group = false;  // `G1`
  std::size_t offset = 0;    // of the term in the text
  std::size_t length = 0;
  bool valid = true;  // false: the term could not be understood, the rest means nothing
};

/// Reads `G1Q3-6`, `G1Q4-Q6`, `G1Q4-G1Q6`, `G2Q8-9, G5Q2`, `G1`, terms parted by commas (which an empty term lacks).
[[nodiscard]] std::vector<QuestionRange> parse_question_ranges(std::string_view text);

}  // namespace etic
