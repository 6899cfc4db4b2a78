#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>
#include <vector>

#include "support/catch.hpp"
#include "text/block_reader.hpp"
#include "text/unicode.hpp"
#include "text/words.hpp"

// Random text of many scripts, cut by us and by the Unicode library's own word iterator. We differ from it by design
// in scripts without spaces and in emoji. It departs from UAX #29 in Hangul syllables, which it joins with each other
// only, and in `@`, which it takes for a letter. Those have cases of their own and are left out here.

using namespace etic;

namespace {

std::vector<Span> our_words(const std::string& text, std::uint32_t shift = 0) {
  std::vector<Span> words;
  cut_words(text, shift, words);
  return words;
}

class Oracle {
 public:
  Oracle() {
    UErrorCode code = U_ZERO_ERROR;
    iterator_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), code));
    REQUIRE(U_SUCCESS(code));
  }

  std::vector<Span> words(const std::string& text) {
    UErrorCode code = U_ZERO_ERROR;
    UText* shown = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &code);
    iterator_->setText(shown, code);
    REQUIRE(U_SUCCESS(code));
    std::vector<Span> words;
    std::int32_t begin = iterator_->first();
    for (std::int32_t end = iterator_->next(); end != icu::BreakIterator::DONE; begin = end, end = iterator_->next()) {
      const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
      if (holds_letter_digit_or_flag(text.substr(span.begin, span.size()))) words.push_back(span);
    }
    utext_close(shown);
    return words;
  }

 private:
  static bool holds_letter_digit_or_flag(const std::string& segment) {
    int regional_indicators = 0;
    for (std::size_t at = 0; at < segment.size();) {
      const auto character = static_cast<UChar32>(next_character(segment, at));
      switch (u_getIntPropertyValue(character, UCHAR_WORD_BREAK)) {
        case U_WB_ALETTER:
        case U_WB_HEBREW_LETTER:
        case U_WB_NUMERIC:
          return true;
        case U_WB_REGIONAL_INDICATOR:
          ++regional_indicators;
          break;
        default:
          break;
      }
    }
    return regional_indicators == 2;
  }

  std::unique_ptr<icu::BreakIterator> iterator_;
};

bool is_cut_otherwise(UChar32 c) {
  const int script = u_getIntPropertyValue(c, UCHAR_SCRIPT);
  const int hangul = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
  return c == '@' || hangul == U_HST_LV_SYLLABLE || hangul == U_HST_LVT_SYLLABLE ||
         u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT ||
         u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) || u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) ||
         u_getIntPropertyValue(c, UCHAR_WORD_BREAK) == U_WB_KATAKANA || script == USCRIPT_HAN ||
         script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || script == USCRIPT_BOPOMOFO || script == USCRIPT_YI;
}

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t bound) { return random() % bound; }

char32_t any_character(Random& random) {
  for (;;) {
    const auto c = static_cast<UChar32>(below(random, 3) == 0 ? below(random, 0x110000) : below(random, 0x3000));
    if (u_charType(c) != U_SURROGATE && !is_cut_otherwise(c)) return static_cast<char32_t>(c);
  }
}

/// Of every class that the rules know, several characters, so that every rule is met again and again.
char32_t telling_character(Random& random) {
  static const std::u32string characters =
      U"aaaaZz09_ '\",.;:-()é’‘·․‿ßσςДя\n\r\t"
      U"\u0301\u0323\u0345\u05B0\u0E31\u0903\u200B\u200C\u200D\u00AD\u2060\uFEFF\u0600\u06DD"
      U"\u05D0\u05DA\u05F3\u05F4\u05D1\u0627\u0628\u0660\u066B\u066C\u0905\u0915\u094D\u0966\u0D15"
      U"\uAC00\uAC01\u1100\u1161\u11A8\u1200\u13A0\u10D0\u1780\u0F40\u0F0B"
      U"\u0085\u2028\u2029\u3000\u00A0\u202F\uFF0E\uFF07\uFF0C\uFF21\uFF11\uFF3F\uFE52\u037E\u0387\u2024\u2027"
      U"\U0001F1FB\U0001F1F3\U0001D400\U0001D7CE\U0001E900\U00010400";
  for (;;) {
    const char32_t c = characters[below(random, characters.size())];
    if (!is_cut_otherwise(static_cast<UChar32>(c))) return c;
  }
}

std::string random_text(Random& random, char32_t (*character)(Random&)) {
  std::string text;
  for (std::size_t size = below(random, 40) + 1; size > 0; --size) append_utf8(text, character(random));
  return text;
}

std::string shown(const std::vector<Span>& spans) {
  std::string out;
  for (const Span span : spans) out += std::to_string(span.begin) + '-' + std::to_string(span.end) + ' ';
  return out;
}

std::string escaped(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) out += std::to_string(next_character(text, at)) + ' ';
  return out;
}

}  // namespace

TEST_CASE("words of random text are those of the Unicode library") {
  Oracle oracle;
  Random random(20191014);
  for (int round = 0; round < 20000; ++round) {
    const std::string text = random_text(random, round % 4 == 0 ? any_character : telling_character);
    INFO(escaped(text));
    REQUIRE(shown(our_words(text)) == shown(oracle.words(text)));
  }
}

TEST_CASE("words of random text are in order, apart and inside it") {
  Random random(7);
  const auto any = [](Random& r) {
    return below(r, 2) == 0 ? telling_character(r) : U"我ーไทำ👍❤©🇻\u200D\uFE0F"[below(r, 11)];
  };
  for (int round = 0; round < 5000; ++round) {
    const std::string text = random_text(random, any);
    std::uint32_t end = 50;
    for (const Span word : our_words(text, 50)) {
      REQUIRE(end <= word.begin);
      REQUIRE(word.begin < word.end);
      end = word.end;
    }
    REQUIRE(end <= 50 + text.size());
  }
}

TEST_CASE("the quick scan of long text finds the words that the rules find") {
  Random random(41);
  const auto mostly_ascii = [](Random& r) {
    return below(r, 20) == 0 ? telling_character(r) : U"abcdeABz019    .,'_;-\"éЖ×ĉ\u0301"[below(r, 27)];
  };
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::size_t size = below(random, 400); size > 0; --size) append_utf8(text, mostly_ascii(random));
    std::vector<Span> by_the_rules;
    cut_pattern_words(text, by_the_rules);
    for (const BlockReader& reader : BlockReader::all()) {
      std::vector<Span> words;
      cut_words(text, 0, words, reader);
      INFO(reader.name << ": " << escaped(text));
      REQUIRE(shown(words) == shown(by_the_rules));
    }
  }
}

TEST_CASE("however blocks are read, long texts have the same words") {
  Random random(64);
  for (int round = 0; round < 200; ++round) {
    // Long stretches of plain text, long words, and now and then what is not ASCII.
    std::string text;
    for (std::size_t size = below(random, 6000); size > 0; --size) {
      const std::size_t kind = below(random, 400);
      append_utf8(text, kind == 0 ? telling_character(random) : U"abcdeABz019   .,'-éşжÀ"[below(random, 22)]);
      if (kind == 1) text += std::string(below(random, 200), 'x');
    }
    std::vector<Span> by_the_rules;
    cut_pattern_words(text, by_the_rules);
    for (Span& word : by_the_rules) word = {word.begin + 7, word.end + 7};
    for (const BlockReader& reader : BlockReader::all()) {
      std::vector<Span> words{{0, 3}};
      cut_words(text, 7, words, reader);
      REQUIRE(words.front() == Span{0, 3});
      words.erase(words.begin());
      INFO(reader.name);
      REQUIRE(words == by_the_rules);
    }
  }
}

TEST_CASE("a line break between two texts leaves the words of each") {
  Random random(99);
  for (int round = 0; round < 5000; ++round) {
    const std::string first = random_text(random, telling_character);
    const std::string second = random_text(random, any_character);
    std::vector<Span> apart = our_words(first);
    const auto shift = static_cast<std::uint32_t>(first.size() + 1);
    cut_words(second, shift, apart);
    INFO(escaped(first) << "| " << escaped(second));
    REQUIRE(shown(our_words(first + "\n" + second)) == shown(apart));
  }
}
