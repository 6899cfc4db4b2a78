#include "coding/vocabulary.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "text/unicode.hpp"

using namespace etic;

namespace {

std::vector<TermId> terms_of(const TermTable& table, std::string_view word) {
  std::vector<TermId> terms;
  table.find(word, terms);
  return terms;
}

}  // namespace

TEST_CASE("equal patterns are one term, and `*` has its own") {
  TermTable table;
  CHECK(table.add("*") == TermTable::any_word());
  const TermId park = table.add("park");
  const TermId parks = table.add("park*");
  CHECK(table.add("park") == park);
  CHECK(table.add("park*") == parks);
  CHECK(park != parks);
  CHECK(table.size() == 3);
}

TEST_CASE("a word's terms are those it fits, but for the one that every word fits") {
  TermTable table;
  const TermId any = table.add("*");
  const TermId exact = table.add("park");
  const TermId stem = table.add("par*");
  const TermId end = table.add("*rk");
  const TermId one = table.add("p?rk");
  CHECK(terms_of(table, "park") == std::vector<TermId>{exact, stem, end, one});
  CHECK(terms_of(table, "parking") == std::vector<TermId>{stem});
  CHECK(terms_of(table, "work") == std::vector<TermId>{end});
  CHECK(terms_of(table, "x").empty());
  CHECK(any == 0);
}

TEST_CASE("a word is looked up in folded form") {
  TermTable table;
  const TermId cafe = table.add("caf\u00e9");
  Vocabulary vocabulary(table);
  for (const std::string_view word : {"caf\u00e9", "CAF\u00c9", "cafe\u0301", "ca\u00adf\u00e9"}) {
    const auto list = vocabulary.look_up(word);
    CHECK(vocabulary.contains(list, cafe));
    CHECK(vocabulary.contains(list, TermTable::any_word()));
  }
  CHECK(vocabulary.look_up("cafe") == 0);
  CHECK(vocabulary.terms(0).empty());
}

TEST_CASE("long words and many words are found whether they are remembered or not") {
  TermTable table;
  const TermId stem = table.add("w1*");
  const TermId end = table.add("*e");
  Vocabulary vocabulary(table);
  for (int answer = 0; answer < 3; ++answer) {
    vocabulary.forget_uncached();
    for (int i = 0; i < 3000; ++i) {
      const std::string word =
          "w" + std::to_string(i) + (i % 7 == 0 ? std::string(300, 'x') : "") + (i % 5 == 0 ? "e" : "");
      const auto list = vocabulary.look_up(word);
      REQUIRE(vocabulary.contains(list, stem) == word.starts_with("w1"));
      REQUIRE(vocabulary.contains(list, end) == word.ends_with("e"));
    }
  }
}

TEST_CASE("the table finds what matching pattern by pattern finds") {
  const std::vector<std::string> letters = {"a", "b", "x", "x\u0301", "\u00e9", "\u0434"};
  std::mt19937 random(7);
  const auto below = [&](std::size_t bound) { return random() % bound; };
  TermTable table;
  std::vector<std::pair<WordPattern, TermId>> patterns;
  for (int i = 0; i < 300; ++i) {
    WordPattern pattern;
    for (std::size_t size = 1 + below(4); size > 0; --size)
      pattern += below(3) == 0 ? (below(2) == 0 ? "?" : "*") : letters[below(letters.size())];
    const Phrase folded = parse_phrase(pattern);
    REQUIRE(folded.size() == 1);
    if (folded[0] != "*") patterns.emplace_back(folded[0], table.add(folded[0]));
  }
  for (int i = 0; i < 3000; ++i) {
    std::string word;
    for (std::size_t size = 1 + below(5); size > 0; --size) word += letters[below(letters.size())];
    const std::string folded = fold(word);
    const std::vector<TermId> terms = terms_of(table, folded);
    for (const auto& [pattern, term] : patterns) {
      INFO(pattern << " and " << word);
      REQUIRE(std::binary_search(terms.begin(), terms.end(), term) == matches(pattern, folded));
    }
  }
}
