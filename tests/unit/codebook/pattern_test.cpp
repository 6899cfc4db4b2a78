#include "codebook/pattern.hpp"

#include <random>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "text/unicode.hpp"

using namespace etic;

namespace {

/// x with an acute accent, which Unicode has no single character for.
const std::string x_acute = "x\u0301";

std::vector<std::string> letters_of(std::string_view text) {
  std::vector<std::string> letters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const bool mark = is_mark(next_character(text, at));
    if (mark && !letters.empty()) {
      letters.back() += text.substr(begin, at - begin);
    } else {
      letters.emplace_back(text.substr(begin, at - begin));
    }
  }
  return letters;
}

/// What a pattern means, tried letter by letter.
bool fits(const std::vector<std::string>& pattern, const std::vector<std::string>& word, std::size_t p, std::size_t w) {
  if (p == pattern.size()) return w == word.size();
  if (pattern[p] == "*") {
    return fits(pattern, word, p + 1, w) || (w < word.size() && fits(pattern, word, p, w + 1));
  }
  if (w == word.size()) return false;
  return (pattern[p] == "?" || pattern[p] == word[w]) && fits(pattern, word, p + 1, w + 1);
}

}  // namespace

TEST_CASE("a phrase is cut and folded as texts are") {
  CHECK(parse_phrase("One-Stop servic*") == Phrase{"one", "stop", "servic*"});
  CHECK(parse_phrase("  two\n words ") == Phrase{"two", "words"});
  CHECK(parse_phrase("don't") == Phrase{"don't"});
  CHECK(parse_phrase("don\u2019t") == Phrase{"don't"});
  CHECK(parse_phrase("Stra\u00dfe") == Phrase{"strasse"});
  CHECK(parse_phrase("3.5 %") == Phrase{"3.5"});
  CHECK(parse_phrase("word\u00adbreak") == Phrase{"wordbreak"});
}

TEST_CASE("composed and decomposed letters make one pattern") {
  CHECK(parse_phrase("Caf\u00c9") == Phrase{"caf\u00e9"});
  CHECK(parse_phrase("cafe\u0301") == Phrase{"caf\u00e9"});
  CHECK(parse_phrase("cafe\u0301*") == Phrase{"caf\u00e9*"});
  CHECK(parse_phrase("\u1112\u1161\u11ab*") == Phrase{"\ud55c*"});
}

TEST_CASE("wildcards are letters of a pattern's words") {
  CHECK(parse_phrase("*ing") == Phrase{"*ing"});
  CHECK(parse_phrase("wom?n") == Phrase{"wom?n"});
  CHECK(parse_phrase("* of ??") == Phrase{"*", "of", "??"});
  CHECK(parse_phrase("a**b***") == Phrase{"a*b*"});
  CHECK(parse_phrase("20*") == Phrase{"20*"});
}

TEST_CASE("in scripts without spaces every character is a word, and so is a wildcard") {
  CHECK(parse_phrase("\u56ed\u533a") == Phrase{"\u56ed", "\u533a"});
  CHECK(parse_phrase("\u56ed*") == Phrase{"\u56ed", "*"});
  CHECK(parse_phrase("\u0e17\u0e35\u0e48") == Phrase{"\u0e17\u0e35\u0e48"});
}

TEST_CASE("a pattern without a word is empty") {
  CHECK(parse_phrase("").empty());
  CHECK(parse_phrase(" \t ").empty());
  CHECK(parse_phrase("-- ... !").empty());
  CHECK(parse_phrase("__").empty());
  CHECK(parse_phrase("\u00ad").empty());
}

TEST_CASE("a star stands for any letters or none, a question mark for one") {
  CHECK(matches("park", "park"));
  CHECK_FALSE(matches("park", "parks"));
  CHECK_FALSE(matches("parks", "park"));
  CHECK(matches("park*", "park"));
  CHECK(matches("park*", "parking"));
  CHECK_FALSE(matches("park*", "par"));
  CHECK(matches("*ing", "ing"));
  CHECK(matches("*ing", "bringing"));
  CHECK_FALSE(matches("*ing", "ingot"));
  CHECK(matches("a*b*c", "aXbbXbc"));
  CHECK_FALSE(matches("a*b*c", "acb"));
  CHECK(matches("*", "anything"));
  CHECK(matches("*?*", "a"));
  CHECK(matches("wom?n", "women"));
  CHECK_FALSE(matches("wom?n", "womn"));
  CHECK_FALSE(matches("wom?n", "womeen"));
  CHECK(matches("??", "\u00e9\u044f"));
  CHECK_FALSE(matches("??", "\u044f"));
}

TEST_CASE("a mark is never parted from its letter") {
  CHECK(matches("?", x_acute));
  CHECK_FALSE(matches("??", x_acute));
  CHECK_FALSE(matches("x*", x_acute));
  CHECK_FALSE(matches("*x*", x_acute));
  CHECK_FALSE(matches("x?", x_acute));
  CHECK_FALSE(matches("x*a", x_acute + "a"));
  CHECK_FALSE(matches("*\u0301", x_acute));
  CHECK(matches("a*", "a" + x_acute));
  CHECK(matches("*" + x_acute, "ax" + x_acute));
  CHECK(matches("a?b", "a" + x_acute + "b"));
  CHECK(matches(x_acute + "*", x_acute + "a"));
}

TEST_CASE("matching agrees with trying letter by letter") {
  const std::vector<std::string> letters = {"a", "b", "x", x_acute, "\u00e9", "\u044f", "\u0928\u093f"};
  std::mt19937 random(20230719);
  const auto below = [&](std::size_t bound) { return random() % bound; };
  for (int round = 0; round < 20'000; ++round) {
    std::string word;
    std::string pattern;
    for (std::size_t i = 1 + below(7); i > 0; --i) word += letters[below(letters.size())];
    for (std::size_t i = 1 + below(6); i > 0; --i) {
      const std::size_t kind = below(5);
      pattern += kind == 0 ? "*" : kind == 1 ? "?" : letters[below(letters.size())];
    }
    INFO(pattern << " against " << word);
    REQUIRE(matches(pattern, word) == fits(letters_of(pattern), letters_of(word), 0, 0));
  }
}
