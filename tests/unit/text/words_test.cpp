#include "text/words.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"
#include "text/unicode.hpp"

using namespace etic;

namespace {

using Words = std::vector<std::string>;

Words words(const std::string& text) {
  std::vector<Span> spans;
  cut_words(text, 0, spans);
  Words cut;
  for (const Span span : spans) cut.push_back(text.substr(span.begin, span.size()));
  return cut;
}

Words pattern_words(const std::string& pattern) {
  std::vector<Span> spans;
  cut_pattern_words(pattern, spans);
  Words cut;
  for (const Span span : spans) cut.push_back(pattern.substr(span.begin, span.size()));
  return cut;
}

std::string repeated(const std::string& part, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return text;
}

constexpr std::size_t megabyte = 1'000'000;

}  // namespace

TEST_CASE("words are cut at spaces and punctuation") {
  CHECK(words("The park opened early.") == Words{"The", "park", "opened", "early"});
  CHECK(words("  (a) one-stop service, AT&T; C++!") == Words{"a", "one", "stop", "service", "AT", "T", "C"});
  CHECK(words("Answer:yes") == Words{"Answer", "yes"});
  CHECK(words("yes/no,maybe me@example.org") == Words{"yes", "no", "maybe", "me", "example.org"});
  CHECK(words("").empty());
  CHECK(words(" .,;:!?'\"()_ \n").empty());
}

TEST_CASE("apostrophes and stops between letters, stops and commas between digits belong to the word") {
  CHECK(words("I don't, e.g. 'quoted' o'clock'") == Words{"I", "don't", "e.g", "quoted", "o'clock"});
  CHECK(words("I don’t") == Words{"I", "don’t"});
  CHECK(words("3.5 of 1,000.50 in v2.0;") == Words{"3.5", "of", "1,000.50", "in", "v2.0"});
  CHECK(words("1,a a,b a.1 a'1 1'000 1;2") == Words{"1", "a", "a", "b", "a", "1", "a", "1", "1'000", "1;2"});
  CHECK(words("a..b a'.b 1,,2 a.") == Words{"a", "b", "a", "b", "1", "2", "a"});
  CHECK(words("G1Q4 2nd x86") == Words{"G1Q4", "2nd", "x86"});
}

TEST_CASE("an underscore joins words and is none") {
  CHECK(words("snake_case _a_ 3_4 _ ____") == Words{"snake_case", "_a_", "3_4"});
  CHECK(words("_'_ a_'b") == Words{"a_", "b"});
  CHECK(words("a‿b ‿") == Words{"a‿b"});
}

TEST_CASE("marks, joiners and soft hyphens belong to the character before them") {
  CHECK(words("Ti\u1EBFng Vi\u1EC7t") == Words{"Ti\u1EBFng", "Vi\u1EC7t"});
  CHECK(words("Tie\u0302\u0301ng Vie\u0323\u0302t") == Words{"Tie\u0302\u0301ng", "Vie\u0323\u0302t"});
  CHECK(words("co\u00ADoperate now\u00AD") == Words{"co\u00ADoperate", "now\u00AD"});
  CHECK(words("don\u0301'\u0301t") == Words{"don\u0301'\u0301t"});
  CHECK(words("don'\u0301 t") == Words{"don", "t"});
  CHECK(words("\u0301a \u0301b") == Words{"a", "b"});
  CHECK(words("می\u200Cخواهم") == Words{"می\u200Cخواهم"});
}

TEST_CASE("a line break parts words whatever follows") {
  CHECK(words("one\r\ntwo\nthree\rfour\u2028five\u0085six") == Words{"one", "two", "three", "four", "five", "six"});
  CHECK(words("a\n\u0301b") == Words{"a", "b"});
  CHECK(words("a'\nb 1.\n5") == Words{"a", "b", "1", "5"});
}

TEST_CASE("scripts with spaces are cut at them") {
  CHECK(words("Ο ΟΔΥΣΣΕΥΣ, ὁ Ὀδυσσεύς") == Words{"Ο", "ΟΔΥΣΣΕΥΣ", "ὁ", "Ὀδυσσεύς"});
  CHECK(words("Да, парк — хорош") == Words{"Да", "парк", "хорош"});
  CHECK(words("안녕 하세요, Samsung은 3.5배") == Words{"안녕", "하세요", "Samsung은", "3.5배"});
  CHECK(words("\u1112\u1161\u11AB \u1100\u116E\u11A8") == Words{"\u1112\u1161\u11AB", "\u1100\u116E\u11A8"});
  CHECK(words("हिन्दी में") == Words{"हिन्दी", "में"});
  CHECK(words("١٢٣ ৪৫") == Words{"١٢٣", "৪৫"});
}

TEST_CASE("Hebrew takes quotes into the word") {
  CHECK(words("צה\"ל ג'ירפה") == Words{"צה\"ל", "ג'ירפה"});
  CHECK(words("רח' 5 \"צה\"") == Words{"רח'", "5", "צה"});
  CHECK(words("a\"b") == Words{"a", "b"});
}

TEST_CASE("scripts without spaces are cut by character") {
  CHECK(words("我们agree，第3章。") == Words{"我", "们", "agree", "第", "3", "章"});
  CHECK(words("コーヒー か\u3099") == Words{"コ", "ー", "ヒ", "ー", "か\u3099"});
  CHECK(words("น้ำดี") == Words{"น้ำ", "ดี"});
  CHECK(words("ខ្មែរ") == Words{"ខ្", "មែ", "រ"});
  CHECK(words("ເມືອງ") == Words{"ເ", "ມື", "ອ", "ງ"});
  CHECK(words("我_们'好") == Words{"我", "们", "好"});
  CHECK(words("我\u200D👍") == Words{"我\u200D", "👍"});
}

TEST_CASE("an emoji is a word, with all that is joined to it") {
  CHECK(words("Great👍🏽!") == Words{"Great", "👍🏽"});
  CHECK(words("👍👍") == Words{"👍", "👍"});
  CHECK(words("👨\u200D👩\u200D👧\u200D👦 home") == Words{"👨\u200D👩\u200D👧\u200D👦", "home"});
  CHECK(words("🤷\u200D♂\uFE0F") == Words{"🤷\u200D♂\uFE0F"});
  CHECK(words("🏳\uFE0F\u200D🌈") == Words{"🏳\uFE0F\u200D🌈"});
  CHECK(words("👍a👍") == Words{"👍", "a", "👍"});
  CHECK(words("1\uFE0F\u20E3 #\uFE0F\u20E3") == Words{"1\uFE0F\u20E3"});
}

TEST_CASE("a sign that may be shown as text is a word only as a picture") {
  CHECK(words("❤ ❤\uFE0F © ™") == Words{"❤\uFE0F"});
  CHECK(words("❤\u200D🔥") == Words{"❤\u200D🔥"});
}

TEST_CASE("two regional indicators are a flag, one is nothing") {
  CHECK(words("🇻🇳🇹🇭 🇨🇳") == Words{"🇻🇳", "🇹🇭", "🇨🇳"});
  CHECK(words("🇻 🇻🇳🇹 a🇻🇳b") == Words{"🇻🇳", "a", "🇻🇳", "b"});
  CHECK(words("🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F") ==
        Words{"🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F"});
}

TEST_CASE("words longer than a block of the quick scan, and at its edges, are whole") {
  for (std::size_t before = 0; before < 140; ++before) {
    const std::string padding(before, ' ');
    for (const std::size_t size : {1U, 2U, 5U, 61U, 62U, 63U, 64U, 65U, 66U, 127U, 128U, 129U, 200U}) {
      const std::string word(size, 'x');
      REQUIRE(words(padding + word) == Words{word});
      REQUIRE(words(padding + word + ",") == Words{word});
      REQUIRE(words(padding + word + ", y") == Words{word, "y"});
      REQUIRE(words(padding + word + "'s y") == Words{word + "'s", "y"});
      REQUIRE(words(padding + word + "é_y.") == Words{word + "é_y"});
      REQUIRE(words(padding + word + "—y") == Words{word, "y"});
      REQUIRE(words(padding + "我" + word + "我") == Words{"我", word, "我"});
    }
  }
}

TEST_CASE("spans are shifted and appended") {
  std::vector<Span> spans{{1, 2}};
  cut_words("one tw’o", 100, spans);
  CHECK(spans == std::vector<Span>{{1, 2}, {100, 103}, {104, 110}});
}

TEST_CASE("in a pattern, asterisks and question marks are letters") {
  CHECK(pattern_words("accelerat* construct?") == Words{"accelerat*", "construct?"});
  CHECK(pattern_words("* of ?*-based, wom?n's") == Words{"*", "of", "?*", "based", "wom?n's"});
  CHECK(pattern_words("khu* công* 我*") == Words{"khu*", "công*", "我", "*"});
  CHECK(words("accelerat* a?b") == Words{"accelerat", "a", "b"});
}

TEST_CASE("a pattern without wildcards is cut like text") {
  for (const std::string text :
       {"one-stop e.g. don’t", "3.5 _a_ צה\"ל 我们", "👍🏽 🇻🇳 ❤\uFE0F", "a'b.c'd,e"}) {
    CHECK(pattern_words(text) == words(text));
  }
}

TEST_CASE("a megabyte of anything is cut into words at once") {
  CHECK(words(repeated("a", megabyte)).size() == 1);
  CHECK(words(repeated("é", megabyte)).size() == 1);
  CHECK(words(std::string("a") + repeated("\u0301", megabyte) + "'" + repeated("\u0301", megabyte) + " b").size() == 2);
  CHECK(words(repeated("\u0301", megabyte)).empty());
  CHECK(words(repeated("'", megabyte)).empty());
  CHECK(words(repeated("(", megabyte)).empty());
  CHECK(words(repeated("_", megabyte)).empty());
  CHECK(words(repeated("a'", megabyte)).size() == 1);
  CHECK(words(repeated("a''", megabyte)).size() == 333'334);
  CHECK(words(repeated("é'\u0301\u0301.", megabyte)).size() == 125'000);
  CHECK(words(repeated("é—", megabyte)).size() == 200'000);
  CHECK(words(repeated("我", megabyte)).size() == 333'334);
  CHECK(words(repeated("🇻", megabyte)).size() == 125'000);
  CHECK(words(repeated("👩\u200D", megabyte)).size() == 1);
  CHECK(words(repeated("❤\u200D", megabyte)).empty());
}
