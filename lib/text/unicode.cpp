#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <stdexcept>
#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace etic {
namespace {

/// Size of the tables in which we remember what the Unicode library said of a character. They start as zeros, and
/// pages of them that no text touches take no memory.
constexpr char32_t first_beyond_unicode = 0x110000;
constexpr char32_t right_single_quote = 0x2019;

UChar32 to_icu(char32_t character) { return static_cast<UChar32>(character); }

bool has(char32_t character, UProperty property) { return u_hasBinaryProperty(to_icu(character), property) != 0; }

int property_of(char32_t character, UProperty property) { return u_getIntPropertyValue(to_icu(character), property); }

icu::StringPiece to_icu(std::string_view text) { return {text.data(), static_cast<std::int32_t>(text.size())}; }

void require_success(UErrorCode code) {
  if (U_FAILURE(code)) throw std::runtime_error(std::string("Unicode library: ") + u_errorName(code));
}

const icu::Normalizer2& composer() {
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(code);
  require_success(code);
  return *instance;
}

const icu::Normalizer2& decomposer() {
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFDInstance(code);
  require_success(code);
  return *instance;
}

std::string normalize(const icu::Normalizer2& normalizer, std::string_view text, icu::Edits* edits = nullptr) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  UErrorCode code = U_ZERO_ERROR;
  normalizer.normalizeUTF8(0, to_icu(text), sink, edits, code);
  require_success(code);
  return out;
}

std::string fold_case(std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  UErrorCode code = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(U_FOLD_CASE_DEFAULT, to_icu(text), sink, nullptr, code);
  require_success(code);
  return out;
}

/// Offset of the first byte at or after `at` that is not ASCII, or the text's size.
std::size_t first_non_ascii(std::string_view text, std::size_t at) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & high_bits) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

bool is_ascii(std::string_view text) { return first_non_ascii(text, 0) == text.size(); }

/// Size of the valid sequence of several bytes at the start of `bytes`, or 0 (Unicode, table 3-7).
std::size_t valid_sequence_size(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (bytes.size() < size) return 0;
  const unsigned char least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (byte(1) < least || byte(1) > most) return 0;
  for (std::size_t i = 2; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return 0;
  }
  return size;
}

bool is_written_without_spaces(char32_t character) {
  if (property_of(character, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) return true;
  if (property_of(character, UCHAR_WORD_BREAK) == U_WB_KATAKANA) return true;  // sound marks shared by both kana
  if (has(character, UCHAR_IDEOGRAPHIC)) return true;
  switch (property_of(character, UCHAR_SCRIPT)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_YI:
      return true;
    default:
      return false;
  }
}

bool is_colon(char32_t character) { return character == U':' || character == U'﹕' || character == U'：'; }

WordClass classify(char32_t character) {
  const int word_break = property_of(character, UCHAR_WORD_BREAK);
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
  if (is_written_without_spaces(character)) {
    // Thai and Lao write the vowel am behind its consonant; it is a letter by category and a mark by nature.
    const bool leans = property_of(character, UCHAR_GRAPHEME_CLUSTER_BREAK) == U_GCB_SPACING_MARK;
    return leans ? WordClass::extend : WordClass::character;
  }
  if (has(character, UCHAR_EMOJI_PRESENTATION)) return WordClass::pictograph;
  if (is_colon(character)) return WordClass::other;
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
      break;
  }
  return has(character, UCHAR_EXTENDED_PICTOGRAPHIC) ? WordClass::text_pictograph : WordClass::other;
}

/// Characters without a shape of their own that tell nothing about which word it is: soft hyphen, joiners, direction
/// marks, variation selectors. Not the Hangul fillers, which are letters, nor tags, which tell flags apart.
bool is_left_out_when_folding(char32_t character) {
  if (!has(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return false;
  const bool is_tag = character >= 0xE0020 && character <= 0xE007F;
  return !is_tag && u_isalpha(to_icu(character)) == 0;
}

std::string fold_whole(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_character(text, at);
    if (character == right_single_quote) {
      kept.push_back('\'');
    } else if (character < 0x80 || !is_left_out_when_folding(character)) {
      append_utf8(kept, character);
    }
  }
  return normalize(composer(), fold_case(normalize(decomposer(), kept)));
}

constexpr char32_t depends_on_neighbours = 1;

/// What a character outside ASCII folds to wherever it stands, if that is one character.
char32_t find_fold_alone(char32_t character) {
  std::string text;
  append_utf8(text, character);
  const std::string folded = fold_whole(text);
  if (folded.empty()) return depends_on_neighbours;
  std::size_t size = 0;
  const char32_t first = next_character(folded, size);
  const auto stands_apart = [](char32_t c) { return composer().hasBoundaryBefore(to_icu(c)) != 0; };
  return size == folded.size() && stands_apart(character) && stands_apart(first) ? first : depends_on_neighbours;
}

/// The same, remembered.
char32_t fold_alone(char32_t character) {
  static std::array<char32_t, first_beyond_unicode> known;
  const std::atomic_ref<char32_t> entry(known[character]);
  char32_t value = entry.load(std::memory_order_relaxed);
  if (value == 0) {
    value = find_fold_alone(character);
    entry.store(value, std::memory_order_relaxed);
  }
  return value;
}

bool takes_no_column(char32_t character) {
  constexpr char32_t soft_hyphen = 0xAD;  // terminals show it
  if (character == soft_hyphen) return false;
  const int hangul = property_of(character, UCHAR_HANGUL_SYLLABLE_TYPE);
  return is_mark(character) || has(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || hangul == U_HST_VOWEL_JAMO ||
         hangul == U_HST_TRAILING_JAMO;
}

}  // namespace

WordClass word_class(char32_t character) {
  static std::array<std::uint8_t, first_beyond_unicode> known;
  if (character >= first_beyond_unicode) return WordClass::other;
  const std::atomic_ref<std::uint8_t> entry(known[character]);
  std::uint8_t value = entry.load(std::memory_order_relaxed);
  if (value == 0) {
    value = static_cast<std::uint8_t>(static_cast<unsigned>(classify(character)) + 1);
    entry.store(value, std::memory_order_relaxed);
  }
  return static_cast<WordClass>(value - 1);
}

std::size_t first_invalid_utf8(std::string_view bytes) {
  for (std::size_t at = first_non_ascii(bytes, 0); at < bytes.size(); at = first_non_ascii(bytes, at)) {
    const std::size_t size = valid_sequence_size(bytes.substr(at));
    if (size == 0) return at;
    at += size;
  }
  return std::string_view::npos;
}

void append_utf8(std::string& out, char32_t character) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  const auto put_tail = [&](int shift) { put(0x80U | (character >> shift & 0x3FU)); };
  if (character < 0x80) {
    put(character);
  } else if (character < 0x800) {
    put(0xC0U | character >> 6);
    put_tail(0);
  } else if (character < 0x10000) {
    put(0xE0U | character >> 12);
    put_tail(6);
    put_tail(0);
  } else {
    put(0xF0U | character >> 18);
    put_tail(12);
    put_tail(6);
    put_tail(0);
  }
}

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_character(text, at);
    if (character < 0x80) {
      folded.push_back(static_cast<char>(character >= 'A' && character <= 'Z' ? character | 0x20U : character));
    } else if (const char32_t alone = fold_alone(character); alone != depends_on_neighbours) {
      append_utf8(folded, alone);
    } else {
      return fold_whole(text);
    }
  }
  return folded;
}

bool is_mark(char32_t character) { return has(character, UCHAR_GRAPHEME_EXTEND); }

bool ends_sentence(char32_t character) { return property_of(character, UCHAR_SENTENCE_BREAK) == U_SB_STERM; }

bool is_lower(char32_t character) { return has(character, UCHAR_LOWERCASE); }

bool is_upper(char32_t character) { return has(character, UCHAR_UPPERCASE); }

bool is_letter_or_digit(char32_t character) {
  return has(character, UCHAR_ALPHABETIC) || u_charType(to_icu(character)) == U_DECIMAL_DIGIT_NUMBER;
}

bool is_white_space(char32_t character) { return has(character, UCHAR_WHITE_SPACE); }

bool is_closing(char32_t character) {
  const int category = u_charType(to_icu(character));
  return category == U_END_PUNCTUATION || category == U_FINAL_PUNCTUATION;
}

std::size_t display_width(std::string_view text) {
  if (is_ascii(text)) return text.size();
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_character(text, at);
    if (takes_no_column(character)) continue;
    const int east_asian = property_of(character, UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
  }
  return width;
}

bool is_composed(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return (c & '\x80') == 0; })) return true;
  UErrorCode code = U_ZERO_ERROR;
  const bool composed = composer().isNormalizedUTF8(to_icu(text), code) != 0;
  require_success(code);
  return composed;
}

ComposedText compose(std::string_view text) {
  icu::Edits edits;
  ComposedText composed{normalize(composer(), text, &edits), {}};
  composed.origin.reserve(composed.text.size() + 1);
  UErrorCode code = U_ZERO_ERROR;
  for (icu::Edits::Iterator edit = edits.getFineIterator(); edit.next(code) != 0;) {
    const auto start = static_cast<std::uint32_t>(edit.sourceIndex());
    const auto size = static_cast<std::uint32_t>(edit.newLength());
    for (std::uint32_t i = 0; i < size; ++i) composed.origin.push_back(edit.hasChange() != 0 ? start : start + i);
  }
  require_success(code);
  composed.origin.push_back(static_cast<std::uint32_t>(text.size()));
  return composed;
}

}  // namespace etic
