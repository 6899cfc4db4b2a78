#include "text/unicode.hpp"

#include <algorithm>
#include <cstring>
#include <simdjson.h>
#include <stdexcept>
#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

namespace etic {
namespace {

constexpr char32_t right_single_quote = 0x2019;

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

std::string fold_whole(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_character(text, at);
    if (character == right_single_quote) {
      kept.push_back('\'');
    } else if (character < 0x80 || !properties(character).has(Character::left_out)) {
      append_utf8(kept, character);
    }
  }
  return normalize(composer(), fold_case(normalize(decomposer(), kept)));
}

}  // namespace

std::size_t first_invalid_utf8(std::string_view bytes) {
  if (simdjson::validate_utf8(bytes)) return std::string_view::npos;
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
    } else if (const std::int16_t distance = properties(character).fold_distance;
               distance != Character::depends_on_neighbours) {
      append_utf8(folded, static_cast<char32_t>(static_cast<std::int32_t>(character) + distance));
    } else {
      return fold_whole(text);
    }
  }
  return folded;
}

std::size_t display_width(std::string_view text) {
  if (is_ascii(text)) return text.size();
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    width += properties(next_character(text, at)).columns;
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
