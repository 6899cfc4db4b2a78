#include "coding/pattern_head.hpp"

#include <random>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "text/unicode.hpp"

using namespace etic;

namespace {

/// Of a word in the middle of a text.
bool may_fit(const WordPattern& pattern, const std::string& word) {
  const std::string text = "(" + word + ", and what follows";
  return PatternHead(pattern).may_fit(text, {1, static_cast<std::uint32_t>(1 + word.size())});
}

}  // namespace

TEST_CASE("a word that begins otherwise than a pattern does not fit it") {
  CHECK_FALSE(may_fit("park", "pork"));
  CHECK_FALSE(may_fit("park", "parks"));
  CHECK_FALSE(may_fit("park", "par"));
  CHECK_FALSE(may_fit("park*", "par"));
  CHECK_FALSE(may_fit("investors", "inventors"));
  CHECK(may_fit("park", "Park"));
  CHECK(may_fit("park", "PARK"));
  CHECK(may_fit("park*", "Parks"));
  CHECK(may_fit("p?rk", "pork"));
  CHECK(may_fit("*", "whatever"));
}

TEST_CASE("what folding may change, and what stands at the end of a text, may always fit") {
  CHECK(may_fit("strasse", "stra\u00dfe"));
  CHECK(may_fit("kelvin", "\u212aelvin"));
  CHECK(PatternHead("park").may_fit("a pork", {2, 6}));
}

TEST_CASE("whatever fits a pattern may fit its head") {
  static const std::vector<std::string> letters = {"a", "b",      "A",      "s",      "e",      "e\u0301", "\u0301",
                                                   "1", "'",      "_",      "\u00e9", "\u00df", "i",       "I",
                                                   ".", "\u0130", "\u03a3", "k",      "\u212a", "\u00ad",  "ss"};
  static const std::vector<std::string> wildcards = {"*", "?"};
  std::mt19937 random(3);
  const auto any = [&](const std::vector<std::string>& of) { return of[random() % of.size()]; };
  std::size_t fitting = 0;
  for (int i = 0; i < 200'000; ++i) {
    std::string word;
    for (std::size_t size = 1 + random() % 10; size > 0; --size) word += any(letters);
    // A pattern that often fits: the word folded, with a few wildcards in it.
    std::string pattern = fold(word);
    for (std::size_t changes = random() % 3; changes > 0 && !pattern.empty(); --changes) {
      const std::size_t at = random() % pattern.size();
      pattern = random() % 2 == 0 ? pattern.substr(0, at) + "*" : pattern.replace(at, 1, any(wildcards));
    }
    if (pattern.empty() || first_invalid_utf8(pattern) != std::string::npos || !matches(pattern, fold(word))) continue;
    ++fitting;
    CAPTURE(pattern, word);
    REQUIRE(may_fit(pattern, word));
  }
  CHECK(fitting > 50'000);
}
