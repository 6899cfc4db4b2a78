#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace etic {

// RE2's `\b` knows the letters of ASCII only: to it `été` begins behind its first letter. Where a text has others, it
// is searched in a form with marks in it, characters that no text has, for an expression that asks for these marks.

/// An expression in which `\b` asks for one mark of a word's edge and `\B` for one of its inside, and all else passes
/// over marks.
struct MarkedExpression {
  std::string text;
  std::size_t marks = 0;  // that must stand in each place, so that every `\b` that may be asked there finds one
};

/// None where there is no `\b` or `\B`, or where it stands among what cannot be written so: `\C`, `\pC`, `\p{Common}`,
/// classes with a range that begins with a number or a control character, with `\P` or with a POSIX name such as
/// `[:^alpha:]`; groups repeated by number that hold a `\b`; `^` directly behind one, or one directly behind `$`. The
/// expression must be valid.
[[nodiscard]] std::optional<MarkedExpression> mark_boundaries(std::string_view expression);

/// A text with marks, and the way back: `origin[i]` is the offset in the original of byte `i`, of a mark that of the
/// character behind it; one more entry stands for the end.
struct MarkedText {
  std::string text;
  std::vector<std::uint32_t> origin;
};

/// Puts so many marks into each place between characters: of an edge where of the characters before and behind one is a
/// letter, a digit, `_`, or a mark upon one of these, and the other is not; of an inside elsewhere.
[[nodiscard]] MarkedText mark_boundaries(std::string_view text, std::size_t marks);

/// Whether the text holds letters or digits beyond ASCII, so that it makes a difference.
[[nodiscard]] bool needs_boundary_marks(std::string_view text);

}  // namespace etic
