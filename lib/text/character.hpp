#pragma once

#include <cstddef>
#include <cstdint>

namespace etic {

/// How a character takes part in cutting words: Word_Break of UAX #29, with `character` for the scripts that are
/// written without spaces (Han, kana, Thai, Lao, Khmer, Myanmar …), where every character is a word of its own,
/// `pictograph` for emoji that are shown as pictures by default, and `text_pictograph` for those that are shown so
/// where U+FE0F follows (`❤`, `☎`, but also `©`). A colon is `other`, as in CLDR: `Answer:yes` is two words.
enum class WordClass : std::uint8_t {
  other,
  newline,
  extend,
  zwj,
  format,
  letter,
  hebrew_letter,
  numeric,
  extend_num_let,
  mid_letter,
  mid_num,
  mid_num_let,
  single_quote,
  double_quote,
  character,
  pictograph,
  text_pictograph,
  regional_indicator,
};

/// What is known of a character, from a table that scripts/unicode-tables makes of the Unicode data.
struct Character {
  enum Flag : std::uint8_t {
    mark = 1,              // Grapheme_Extend
    ends_sentence = 2,     // Sentence_Break=STerm
    lower = 4,             // Lowercase
    upper = 8,             // Uppercase
    white_space = 16,      // White_Space
    closing = 32,          // closing brackets, and quotes that only close
    letter_or_digit = 64,  // Alphabetic, and decimal digits
    left_out = 128,        // when folding: invisible, and tells nothing about which word it is
  };

  /// In place of a distance: the character may fold to several, or to another one in other company. (Or is one of the
  /// few whose distance hardly any other has.)
  static constexpr std::int16_t depends_on_neighbours = INT16_MAX;

  WordClass word_class = WordClass::other;
  std::uint8_t columns = 1;  // on a terminal
  std::uint8_t flags = 0;
  std::int16_t fold_distance = 0;  // to what it folds to wherever it stands

  [[nodiscard]] bool has(Flag flag) const { return (flags & flag) != 0; }
};

namespace character_table {

// Three steps, blocks of 64 each: most blocks are alike, so that all of Unicode fits 32 KB. How many there are is known
// where they are written.
extern const Character kinds[];       // NOLINT(modernize-avoid-c-arrays)
extern const std::uint8_t bottom[];   // NOLINT(modernize-avoid-c-arrays)
extern const std::uint16_t middle[];  // NOLINT(modernize-avoid-c-arrays)
extern const std::uint8_t top[];      // NOLINT(modernize-avoid-c-arrays)

}  // namespace character_table

/// Of Unicode, whose data the table was made of: `15.0.0`.
extern const char* const unicode_version;

/// The properties of a character; of what is none, those of U+FFFF.
[[nodiscard]] inline const Character& properties(char32_t character) {
  constexpr char32_t last = 0x10FFFF;
  if (character > last) character = 0xFFFF;
  const std::size_t block = character_table::top[character >> 12];
  const std::size_t part = character_table::middle[block << 6 | (character >> 6 & 0x3FU)];
  return character_table::kinds[character_table::bottom[part << 6 | (character & 0x3FU)]];
}

}  // namespace etic
