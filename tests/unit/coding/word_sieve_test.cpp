#include "coding/word_sieve.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "text/unicode.hpp"

using namespace etic;

namespace {

using Numbers = std::vector<std::uint32_t>;

std::vector<WordSieve::Way> ways() {
  std::vector<WordSieve::Way> all{WordSieve::Way::one_by_one};
  if (WordSieve::best_way() != all.front()) all.push_back(WordSieve::best_way());
  return all;
}

Numbers sifted(const WordSieve& sieve, const std::string& text, WordSieve::Way way) {
  std::vector<Span> words;
  cut_words(text, 0, words);
  Numbers passed;
  passed.resize(sieve.sift(text, words, passed, way));
  return passed;
}

}  // namespace

TEST_CASE("what fits comes through, and hardly anything else") {
  const WordSieve sieve({"park", "build*", "x*", "to*"});
  const std::string text =
      "The parks and a Park, BUILDING xylophones; a builder to-day toys by two tokens in the end of it all";
  for (const WordSieve::Way way : ways()) CHECK(sifted(sieve, text, way).size() <= 9);
  CHECK(sifted(WordSieve({"*ing"}), "any word", WordSieve::Way::one_by_one) == Numbers{0, 1});
  CHECK(sifted(WordSieve(), "plenty of words of which none is among the last ones of it", ways().back()).size() < 4);
}

TEST_CASE("every word that fits a pattern comes through, whichever way") {
  const std::vector<std::string> letters = {"a", "b",      "A",      "9",      "'",      "_",
                                            "x", "\u0301", "\u00e9", "\u0434", "\u00ad", "\u00df"};
  std::mt19937 random(11);
  const auto below = [&](std::size_t bound) { return random() % bound; };
  const auto letter = [&](std::size_t plain) { return letters[below(below(plain) == 0 ? letters.size() : 3)]; };
  for (int round = 0; round < 400; ++round) {
    std::vector<WordPattern> patterns;
    for (std::size_t i = round % 20 == 0 ? 3000 : 1 + below(12); i > 0; --i) {
      std::string pattern;
      for (std::size_t size = 1 + below(11); size > 0; --size) pattern += letter(12);
      if (below(2) == 0) pattern += below(3) == 0 ? "?" : "*";
      for (const WordPattern& word : parse_phrase(pattern)) patterns.push_back(word);
    }
    const WordSieve sieve(patterns);
    std::string text;
    for (std::size_t i = below(40); i > 0; --i) {
      if (!patterns.empty() && below(3) == 0) {
        text += patterns[below(patterns.size())];
        std::replace(text.begin(), text.end(), '*', 'b');
      }
      for (std::size_t size = below(12); size > 0; --size) text += letter(8);
      text += ' ';
    }
    std::vector<Span> words;
    cut_words(text, 0, words);
    const Numbers passed = sifted(sieve, text, WordSieve::Way::one_by_one);
    for (const WordSieve::Way way : ways()) REQUIRE(sifted(sieve, text, way) == passed);
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      const std::string word = fold(text.substr(words[i].begin, words[i].size()));
      const bool fits =
          std::any_of(patterns.begin(), patterns.end(), [&](const WordPattern& p) { return matches(p, word); });
      INFO(word);
      if (fits) REQUIRE(std::binary_search(passed.begin(), passed.end(), i));
    }
  }
}
