#include "text/character.hpp"

#include <algorithm>
#include <string>
#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "support/catch.hpp"
#include "text/unicode.hpp"

// Our table against the Unicode library, character by character. The two may be of different versions: a character that
// one of them does not know yet is left out, and where versions differ, properties of a few characters may too.

using namespace etic;

namespace {

bool has(UChar32 c, UProperty property) { return u_hasBinaryProperty(c, property) != 0; }

int value(UChar32 c, UProperty property) { return u_getIntPropertyValue(c, property); }

bool is_written_without_spaces(UChar32 c) {
  if (value(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT || value(c, UCHAR_WORD_BREAK) == U_WB_KATAKANA) return true;
  const int script = value(c, UCHAR_SCRIPT);
  return has(c, UCHAR_IDEOGRAPHIC) || script == USCRIPT_HAN || script == USCRIPT_HIRAGANA ||
         script == USCRIPT_KATAKANA || script == USCRIPT_BOPOMOFO || script == USCRIPT_YI;
}

WordClass expected_word_class(UChar32 c) {
  const int word_break = value(c, UCHAR_WORD_BREAK);
  switch (word_break) {
    case U_WB_CR:
    case U_WB_LF:
    case U_WB_NEWLINE:
      return WordClass::newline;
    case U_WB_EXTEND:
      return WordClass::extend;
    case U_WB_ZWJ:
      return WordClass::zwj;
    case U_WB_FORMAT:
      return WordClass::format;
    case U_WB_REGIONAL_INDICATOR:
      return WordClass::regional_indicator;
    default:
      break;
  }
  if (is_written_without_spaces(c)) {
    return value(c, UCHAR_GRAPHEME_CLUSTER_BREAK) == U_GCB_SPACING_MARK ? WordClass::extend : WordClass::character;
  }
  if (has(c, UCHAR_EMOJI_PRESENTATION)) return WordClass::pictograph;
  if (c == U':' || c == U'﹕' || c == U'：') return WordClass::other;
  switch (word_break) {
    case U_WB_ALETTER:
      return WordClass::letter;
    case U_WB_HEBREW_LETTER:
      return WordClass::hebrew_letter;
    case U_WB_NUMERIC:
      return WordClass::numeric;
    case U_WB_EXTENDNUMLET:
      return WordClass::extend_num_let;
    case U_WB_MIDLETTER:
      return WordClass::mid_letter;
    case U_WB_MIDNUM:
      return WordClass::mid_num;
    case U_WB_MIDNUMLET:
      return WordClass::mid_num_let;
    case U_WB_SINGLE_QUOTE:
      return WordClass::single_quote;
    case U_WB_DOUBLE_QUOTE:
      return WordClass::double_quote;
    default:
      return has(c, UCHAR_EXTENDED_PICTOGRAPHIC) ? WordClass::text_pictograph : WordClass::other;
  }
}

bool is_left_out(UChar32 c) {
  const bool is_tag = c >= 0xE0020 && c <= 0xE007F;
  return has(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) && !is_tag && u_isalpha(c) == 0;
}

unsigned expected_flags(UChar32 c) {
  const int category = u_charType(c);
  unsigned flags = 0;
  const auto note = [&](Character::Flag flag, bool holds) { flags |= holds ? unsigned{flag} : 0U; };
  note(Character::mark, has(c, UCHAR_GRAPHEME_EXTEND));
  note(Character::ends_sentence, value(c, UCHAR_SENTENCE_BREAK) == U_SB_STERM);
  note(Character::lower, has(c, UCHAR_LOWERCASE));
  note(Character::upper, has(c, UCHAR_UPPERCASE));
  note(Character::white_space, has(c, UCHAR_WHITE_SPACE));
  note(Character::closing, category == U_END_PUNCTUATION || category == U_FINAL_PUNCTUATION);
  note(Character::letter_or_digit, has(c, UCHAR_ALPHABETIC) || category == U_DECIMAL_DIGIT_NUMBER);
  note(Character::left_out, is_left_out(c));
  return flags;
}

unsigned expected_columns(UChar32 c) {
  constexpr UChar32 soft_hyphen = 0xAD;
  const int hangul = value(c, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (c != soft_hyphen && (has(c, UCHAR_GRAPHEME_EXTEND) || has(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
                           hangul == U_HST_VOWEL_JAMO || hangul == U_HST_TRAILING_JAMO))
    return 0;
  const int width = value(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::string utf8(char32_t character) {
  std::string text;
  append_utf8(text, character);
  return text;
}

/// Folding of one character by definition: left out or an apostrophe, else decomposed, case-folded, composed.
std::string expected_fold(char32_t c) {
  if (is_left_out(static_cast<UChar32>(c))) return "";
  UErrorCode code = U_ZERO_ERROR;
  const auto normalized = [&](const icu::Normalizer2* form, const std::string& text) {
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    form->normalizeUTF8(0, text, sink, nullptr, code);
    return out;
  };
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded);
  const std::string text = c == U'’' ? "'" : utf8(c);
  icu::CaseMap::utf8Fold(U_FOLD_CASE_DEFAULT, normalized(icu::Normalizer2::getNFDInstance(code), text), sink, nullptr,
                         code);
  folded = normalized(icu::Normalizer2::getNFCInstance(code), folded);
  REQUIRE(U_SUCCESS(code));
  return folded;
}

/// Whether nothing beside the character can change what it folds to.
bool stands_apart(char32_t c) {
  UErrorCode code = U_ZERO_ERROR;
  return icu::Normalizer2::getNFCInstance(code)->hasBoundaryBefore(static_cast<UChar32>(c)) != 0;
}

bool is_as_expected(char32_t c) {
  const auto icu_c = static_cast<UChar32>(c);
  const Character& ours = properties(c);
  bool right = ours.word_class == expected_word_class(icu_c) && ours.flags == expected_flags(icu_c) &&
               ours.columns == expected_columns(icu_c);
  if (ours.fold_distance != Character::depends_on_neighbours) {
    const auto alone = static_cast<char32_t>(static_cast<std::int32_t>(c) + ours.fold_distance);
    right = right && utf8(alone) == expected_fold(c) && stands_apart(c) && stands_apart(alone);
  }
  return right && fold(utf8(c)) == expected_fold(c);
}

bool is_surrogate(char32_t c) { return c >= 0xD800 && c < 0xE000; }

}  // namespace

TEST_CASE("the table says of every character what the Unicode library says") {
  UVersionInfo ours;
  UVersionInfo theirs;
  u_versionFromString(ours, unicode_version);
  u_getUnicodeVersion(theirs);
  const bool same_version = std::equal(ours, ours + 2, theirs);
  std::size_t different = 0;
  std::size_t compared = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    UVersionInfo age;
    u_charAge(static_cast<UChar32>(c), age);
    const bool is_unknown = u_charType(static_cast<UChar32>(c)) == U_UNASSIGNED ||
                            std::lexicographical_compare(ours, ours + 4, age, age + 4);
    if (is_surrogate(c) || (!same_version && is_unknown)) continue;
    ++compared;
    if (is_as_expected(c)) continue;
    ++different;
    INFO("U+" << std::hex << static_cast<std::uint32_t>(c));
    if (same_version) CHECK(is_as_expected(c));
  }
  CHECK(compared > 140'000);
  CHECK(different < compared / 1000);
}

TEST_CASE("most characters of most scripts fold without the Unicode library") {
  for (const char32_t c : U"ÀéÖñŁşÐЖжΣσΩαабёקअกกไ中文园あアー한글١٢٣ዓ„“”’…–—👍")
    CHECK(properties(c).fold_distance != Character::depends_on_neighbours);
  for (const char32_t c : U"ßİŉ\u0301\u0323\u200D\u00ADﬁ") {
    if (c != 0) CHECK(properties(c).fold_distance == Character::depends_on_neighbours);
  }
}

TEST_CASE("what is no character has the properties of none") {
  CHECK(properties(0x110000).word_class == WordClass::other);
  CHECK(properties(0xFFFFFFFF).flags == 0);
}
