#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/character.hpp"

/// The properties of characters, and how they are written and compared: the one door to the Unicode library, which is
/// asked where texts have to be composed. Properties stand in our own table.
/// All text is UTF-8 that has passed `first_invalid_utf8`.
namespace etic {

[[nodiscard]] inline WordClass word_class(char32_t character) { return properties(character).word_class; }

/// Byte offset of the first byte that is not valid UTF-8 (overlong forms and surrogates are not), or npos.
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view bytes);

/// Decodes the character at `offset` and moves `offset` behind it. The text must be valid UTF-8.
[[nodiscard]] inline char32_t next_character(std::string_view text, std::size_t& offset) {
  const auto take = [&] { return static_cast<char32_t>(static_cast<unsigned char>(text[offset++])); };
  const char32_t lead = take();
  if (lead < 0x80) return lead;
  char32_t character = lead < 0xE0 ? lead & 0x1FU : lead < 0xF0 ? lead & 0x0FU : lead & 0x07U;
  for (int more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3; more > 0; --more) {
    character = character << 6 | (take() & 0x3FU);
  }
  return character;
}

void append_utf8(std::string& out, char32_t character);

/// The form in which words are compared: canonical caseless matching (Unicode D145), composed (NFC), with the
/// typographic apostrophe U+2019 as `'` and without what is invisible (Default_Ignorable: soft hyphen, joiners,
/// direction marks, variation selectors). `fold("Straße") == fold("STRASSE")`, NFC and NFD fold alike, and what is
/// folded folds to itself. No language's own rules: Turkish `İ` folds to `i` and a dot above, which is not `i`.
/// ZWJ and ZWNJ go too, as in the Unicode collation: people type Persian and Indic words with and without them.
[[nodiscard]] std::string fold(std::string_view text);

/// True for marks that belong to the character before them (Grapheme_Extend).
[[nodiscard]] inline bool is_mark(char32_t character) { return properties(character).has(Character::mark); }

/// True for characters that end a sentence whatever follows (Sentence_Terminal but for full stops such as `.`).
[[nodiscard]] inline bool ends_sentence(char32_t character) {
  return properties(character).has(Character::ends_sentence);
}

[[nodiscard]] inline bool is_lower(char32_t character) { return properties(character).has(Character::lower); }
[[nodiscard]] inline bool is_upper(char32_t character) { return properties(character).has(Character::upper); }
[[nodiscard]] inline bool is_white_space(char32_t character) {
  return properties(character).has(Character::white_space);
}

/// True for closing brackets and the quotes that only close (`)`, `」`, `”`, `»`, but neither `"` nor `'`).
[[nodiscard]] inline bool is_closing(char32_t character) { return properties(character).has(Character::closing); }

/// Letters of any script and digits: what a code id is made of, besides `-`, `_` and the marks of its letters.
[[nodiscard]] inline bool is_letter_or_digit(char32_t character) {
  return properties(character).has(Character::letter_or_digit);
}

/// Columns that `text` takes on a terminal: wide East Asian characters and emoji 2, marks and joiners 0.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Text in NFC, with the way back: `origin[i]` is the offset in the original of byte `i` of `text`; one more entry
/// stands for the end. An offset inside a rewritten stretch leads to the stretch's start.
struct ComposedText {
  std::string text;
  std::vector<std::uint32_t> origin;
};

[[nodiscard]] bool is_composed(std::string_view text);
[[nodiscard]] ComposedText compose(std::string_view text);

}  // namespace etic
