#include "text/unicode.hpp"

#include <random>
#include <string>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/normlzr.h>
#include <unicode/unistr.h>
#include <vector>

#include "support/catch.hpp"

using namespace etic;
using namespace std::string_literals;

namespace {

constexpr std::size_t none = std::string_view::npos;

std::string utf8(char32_t character) {
  std::string text;
  append_utf8(text, character);
  return text;
}

bool is_surrogate(char32_t c) { return c >= 0xD800 && c < 0xE000; }

/// Validity by the definition: the bits of a sequence name a character, which is written in no fewer bytes.
std::size_t slow_first_invalid(const std::string& bytes) {
  const auto is_continuation = [&](std::size_t i) { return i < bytes.size() && (bytes[i] & 0xC0) == 0x80; };
  for (std::size_t at = 0; at < bytes.size();) {
    const unsigned lead = static_cast<unsigned char>(bytes[at]);
    const int size = (lead & 0x80U) == 0      ? 1
                     : (lead & 0xE0U) == 0xC0 ? 2
                     : (lead & 0xF0U) == 0xE0 ? 3
                     : (lead & 0xF8U) == 0xF0 ? 4
                                              : 0;
    if (size == 0) return at;
    char32_t character = size == 1 ? lead : lead & (0x7FU >> size);
    for (int i = 1; i < size; ++i) {
      if (!is_continuation(at + static_cast<std::size_t>(i))) return at;
      character = character * 64 + (static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]) & 0x3FU);
    }
    const char32_t least = size == 1 ? 0 : size == 2 ? 0x80 : size == 3 ? 0x800 : 0x10000;
    if (character < least || character > 0x10FFFF || is_surrogate(character)) return at;
    at += static_cast<std::size_t>(size);
  }
  return none;
}

std::string normalized(const std::string& text, const char* form) {
  UErrorCode code = U_ZERO_ERROR;
  const auto* normalizer =
      icu::Normalizer2::getInstance(nullptr, "nfc", form[2] == 'C' ? UNORM2_COMPOSE : UNORM2_DECOMPOSE, code);
  std::string out;
  return normalizer->normalize(icu::UnicodeString::fromUTF8(text), code).toUTF8String(out);
}

}  // namespace

TEST_CASE("all characters are written and read back") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (is_surrogate(c)) continue;
    const std::string text = utf8(c);
    std::size_t offset = 0;
    REQUIRE(next_character(text, offset) == c);
    REQUIRE(offset == text.size());
    REQUIRE(first_invalid_utf8(text) == none);
    REQUIRE(slow_first_invalid(text) == none);
  }
}

TEST_CASE("what is not UTF-8 is found") {
  CHECK(first_invalid_utf8("") == none);
  CHECK(first_invalid_utf8("plain, and long enough for the quick look") == none);
  CHECK(first_invalid_utf8("don\x92t") == 3);
  CHECK(first_invalid_utf8("overlong \xC0\xAF") == 9);
  CHECK(first_invalid_utf8("overlong \xE0\x9F\xBF") == 9);
  CHECK(first_invalid_utf8("surrogate \xED\xA0\x80") == 10);
  CHECK(first_invalid_utf8("beyond \xF4\x90\x80\x80") == 7);
  CHECK(first_invalid_utf8("a \xFF byte") == 2);
  CHECK(first_invalid_utf8("é cut \xC3") == 7);
  CHECK(first_invalid_utf8("我 cut \xE6\x88") == 8);
}

TEST_CASE("random bytes are as valid as the definition has them") {
  const std::string telling =
      "aaaaaaaa\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xEC\xED\xEE\xEF\xF0\xF1\xF3\xF4\xF5\xFF";
  std::mt19937 random(17);
  for (int round = 0; round < 200'000; ++round) {
    std::string bytes;
    for (std::size_t size = random() % 24; size > 0; --size) {
      bytes += round % 2 == 0 ? telling[random() % telling.size()] : static_cast<char>(random() % 256);
      if (random() % 2 == 0) append_utf8(bytes, U"aé我👍"[random() % 4]);
    }
    REQUIRE(first_invalid_utf8(bytes) == slow_first_invalid(bytes));
  }
}

TEST_CASE("characters have their word classes") {
  CHECK(word_class(U'a') == WordClass::letter);
  CHECK(word_class(U'7') == WordClass::numeric);
  CHECK(word_class(U'_') == WordClass::extend_num_let);
  CHECK(word_class(U'\'') == WordClass::single_quote);
  CHECK(word_class(U'"') == WordClass::double_quote);
  CHECK(word_class(U'.') == WordClass::mid_num_let);
  CHECK(word_class(U'’') == WordClass::mid_num_let);
  CHECK(word_class(U',') == WordClass::mid_num);
  CHECK(word_class(U'·') == WordClass::mid_letter);
  CHECK(word_class(U':') == WordClass::other);
  CHECK(word_class(U'：') == WordClass::other);
  CHECK(word_class(U' ') == WordClass::other);
  CHECK(word_class(U'-') == WordClass::other);
  for (const char32_t c : {U'\r', U'\n', U'\v', U'\u0085', U'\u2028', U'\u2029'})
    CHECK(word_class(c) == WordClass::newline);
  CHECK(word_class(U'א') == WordClass::hebrew_letter);
  CHECK(word_class(U'한') == WordClass::letter);
  CHECK(word_class(U'\u0301') == WordClass::extend);
  CHECK(word_class(U'\u200D') == WordClass::zwj);
  CHECK(word_class(U'\u00AD') == WordClass::format);
  CHECK(word_class(U'٣') == WordClass::numeric);
  CHECK(word_class(char32_t{0x110000}) == WordClass::other);
}

TEST_CASE("letters of scripts without spaces are words of their own, their marks are not") {
  for (const char32_t c : U"我々〇ひカーㄅꀀกກကខ𠀀"s) CHECK(word_class(c) == WordClass::character);
  for (const char32_t c : U"\u0E31\u0E33\u0EB3\u0E49\u17D2\u102D\u3099\uFF9E"s)
    CHECK(word_class(c) == WordClass::extend);
  CHECK(word_class(U'๓') == WordClass::numeric);
  CHECK(word_class(U'。') == WordClass::other);
}

TEST_CASE("emoji are pictures by default or on demand") {
  for (const char32_t c : U"👍😀🌈⌚"s) CHECK(word_class(c) == WordClass::pictograph);
  for (const char32_t c : U"❤☎♂©🏳"s) CHECK(word_class(c) == WordClass::text_pictograph);
  CHECK(word_class(U'🏽') == WordClass::extend);
  CHECK(word_class(U'🇻') == WordClass::regional_indicator);
}

TEST_CASE("case, composition and the kind of apostrophe do not count") {
  CHECK(fold("Plain ASCII_42 @[`{") == "plain ascii_42 @[`{");
  CHECK(fold("Straße") == "strasse");
  CHECK(fold("STRASSE") == "strasse");
  CHECK(fold("STRAẞE") == "strasse");
  CHECK(fold("ΟΔΥΣΣΕΥΣ") == fold("οδυσσευς"));
  CHECK(fold("ΣΑΣ") == "σασ");
  CHECK(fold("TIẾNG VIỆT") == "ti\u1EBFng vi\u1EC7t");
  CHECK(fold("Tie\u0302\u0301ng Vie\u0323\u0302t") == "ti\u1EBFng vi\u1EC7t");
  CHECK(fold("Tie\u0302\u0301ng") == fold("TI\u1EBENG"));
  CHECK(fold("Don’t") == "don't");
  CHECK(fold("Москва") == "москва");
  CHECK(fold("我們ไทย한국") == "我們ไทย한국");
  CHECK(fold("\u1100\u1161\u11A8") == "각");
  CHECK(fold("ﬁnance") == "finance");
  CHECK(fold("\u212B \u2126") == "å ω");
}

TEST_CASE("folding knows no language") {
  CHECK(fold("İstanbul") == "i\u0307stanbul");
  CHECK(fold("I\u0307stanbul") == "i\u0307stanbul");
  CHECK(fold("ISPARTA ısparta") == "isparta ısparta");
}

TEST_CASE("what is invisible does not count") {
  CHECK(fold("co\u00ADoperate") == "cooperate");
  CHECK(fold("می\u200Cخواهم") == fold("میخواهم"));
  CHECK(fold("\u202Ba\u2060b\uFEFF") == "ab");
  CHECK(fold("❤\uFE0F") == "❤");
  CHECK(fold("a\u034F\u0301") == "á");
  CHECK(fold("\u3164") == "\u3164");
  CHECK(fold("🏴\U000E0067\U000E007F") != fold("🏴"));
}

TEST_CASE("folded characters fold to themselves") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (is_surrogate(c)) continue;
    const std::string folded = fold(utf8(c));
    if (fold(folded) != folded) FAIL(static_cast<std::uint32_t>(c));
  }
}

TEST_CASE("texts fold alike exactly where they match in the Unicode library's caseless comparison") {
  const std::u32string characters =
      U"aAbBiIıİsSßẞΣσςΆάᾳᾼέǰéÉẾếỆệøØÅåK\u0301\u0302\u0323\u0307\u0308\u0345\u030C\u030A\u1100\u1161\u11A8가각ﬁ我กДд";
  const auto whole = [](const std::string& text) { return icu::UnicodeString::fromUTF8(text); };
  std::mt19937 random(23);
  const auto any_text = [&] {
    std::string text;
    for (std::size_t size = random() % 4; size > 0; --size) append_utf8(text, characters[random() % characters.size()]);
    return text;
  };
  int alike = 0;
  for (int round = 0; round < 100'000; ++round) {
    const std::string a = any_text();
    std::string b = any_text();
    if (random() % 3 == 0) b = normalized(a, random() % 2 == 0 ? "NFC" : "NFD");
    if (random() % 3 == 0) whole(a).toUpper(icu::Locale::getRoot()).toUTF8String(b = "");
    UErrorCode code = U_ZERO_ERROR;
    const bool match = icu::Normalizer::compare(whole(a), whole(b), U_COMPARE_IGNORE_CASE, code) == 0;
    INFO(a << " and " << b);
    REQUIRE((fold(a) == fold(b)) == match);
    alike += match ? 1 : 0;
  }
  CHECK(alike > 10'000);
}

TEST_CASE("folded text is composed") {
  std::mt19937 random(29);
  const std::u32string characters = U"aAÉ\u0301\u0323\u0302ệ\u0345αᾳ\u1100\u1161\u11A8가\u00AD我";
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t size = random() % 8; size > 0; --size) append_utf8(text, characters[random() % characters.size()]);
    REQUIRE(is_composed(fold(text)));
    REQUIRE(fold(text) == fold(normalized(text, "NFD")));
    REQUIRE(fold(text) == fold(normalized(text, "NFC")));
  }
}

TEST_CASE("characters have their properties") {
  CHECK(is_mark(U'\u0301'));
  CHECK_FALSE(is_mark(U'a'));
  for (const char32_t c : U"!?。！？؟।…‼"s) CHECK(ends_sentence(c) == (c != U'…'));
  for (const char32_t c : U".․．,;"s) CHECK_FALSE(ends_sentence(c));
  CHECK(is_lower(U'é'));
  CHECK_FALSE(is_lower(U'É'));
  CHECK(is_upper(U'Я'));
  CHECK_FALSE(is_upper(U'我'));
  for (const char32_t c : U"aZ9é我ก한٣ी"s) CHECK(is_letter_or_digit(c));
  for (const char32_t c : U"-_. \u0301’👍"s) CHECK_FALSE(is_letter_or_digit(c));
  for (const char32_t c : U" \t\n\r\u00A0\u2003\u3000"s) CHECK(is_white_space(c));
  CHECK_FALSE(is_white_space(U'\u200B'));
  for (const char32_t c : U")]}」”’»）"s) CHECK(is_closing(c));
  for (const char32_t c : U"(\"'“«"s) CHECK_FALSE(is_closing(c));
}

TEST_CASE("widths are those of a terminal") {
  CHECK(display_width("plain") == 5);
  CHECK(display_width("") == 0);
  CHECK(display_width("Việt") == 4);
  CHECK(display_width("Vie\u0323\u0302t") == 4);
  CHECK(display_width("我们ok") == 6);
  CHECK(display_width("ｶﾅ Ａ 한") == 8);
  CHECK(display_width("น้ำ") == 2);
  CHECK(display_width("👍 \u200B\u2060") == 3);
  CHECK(display_width("\u1100\u1161\u11A8") == 2);
}

TEST_CASE("composed text tells where each byte came from") {
  const ComposedText composed = compose("xe\u0302\u0323y\u0301 \u00E9z");  // x0 e1 ^2 .4 y6 '7 sp9 é10 z12, end 13
  CHECK(composed.text == "x\u1EC7\u00FD \u00E9z");                         // x0 ệ1 ý4 sp6 é7 z9
  CHECK(composed.origin == std::vector<std::uint32_t>{0, 1, 1, 1, 6, 6, 9, 10, 11, 12, 13});
}

TEST_CASE("composed text is left as it is") {
  CHECK(is_composed("plain"));
  CHECK(is_composed("Vi\u1EC7t 我"));
  CHECK_FALSE(is_composed("Vie\u0323\u0302t"));
  const ComposedText same = compose("Vi\u1EC7t");
  CHECK(same.text == "Vi\u1EC7t");
  CHECK(same.origin == std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5, 6});
  CHECK(compose("").origin == std::vector<std::uint32_t>{0});
}

TEST_CASE("composing random text keeps to the Unicode library's answer, and its origins in order") {
  const std::u32string characters = U"aeoxé\u0301\u0323\u0302\u0308ệ\u1100\u1161\u11A8가\u0958我👍\u212B ";
  std::mt19937 random(31);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t size = random() % 12; size > 0; --size)
      append_utf8(text, characters[random() % characters.size()]);
    const ComposedText composed = compose(text);
    REQUIRE(composed.text == normalized(text, "NFC"));
    REQUIRE(is_composed(composed.text));
    REQUIRE(composed.origin.size() == composed.text.size() + 1);
    REQUIRE(composed.origin.back() == text.size());
    // What stands before an offset in the one text is what stands before its origin in the other.
    for (std::size_t at = 0; at < composed.text.size(); ++at) {
      REQUIRE(composed.origin[at] <= composed.origin[at + 1]);
      const bool starts_stretch = at == 0 || composed.origin[at] != composed.origin[at - 1];
      const bool starts_character = (composed.text[at] & 0xC0) != 0x80;
      if (starts_stretch && starts_character) {
        REQUIRE(normalized(text.substr(0, composed.origin[at]), "NFC") == composed.text.substr(0, at));
      }
    }
  }
}
