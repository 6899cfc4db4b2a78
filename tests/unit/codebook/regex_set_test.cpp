#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "codebook/literal_finder.hpp"
#include "codebook/regex.hpp"
#include "support/catch.hpp"

using namespace etic;

namespace {

std::vector<std::uint32_t> found_by(const RegexSet& set, const std::string& text) {
  std::vector<std::uint32_t> found;
  set.find(text, found);
  return found;
}

template <class Pieces>
std::string random_text(std::mt19937& random, const Pieces& pieces, std::size_t most) {
  std::string text;
  for (std::size_t size = random() % (most + 1); size > 0; --size) text += pieces[random() % pieces.size()];
  return text;
}

}  // namespace

TEST_CASE("an expression is worth a search only where its literals stand") {
  const RegexSet set({R"(\bpark\w*)", "(good|bad) road", R"(\d+)", "roa?d|lane"});
  CHECK(found_by(set, "nothing of all that").empty());
  CHECK(found_by(set, "two PARKS") == std::vector<std::uint32_t>{0});
  CHECK(found_by(set, "a Bad Road in 1998") == std::vector<std::uint32_t>{1, 2, 3});
  CHECK(found_by(set, "").empty());
  CHECK(found_by(RegexSet(std::vector<std::string>()), "park").empty());
}

TEST_CASE("a letter that is another one's capital is not passed over") {
  // U+017F is a form of s, U+212A one of k.
  CHECK(found_by(RegexSet({"desks"}), "de\u017Fk\u017F") == std::vector<std::uint32_t>{0});
  CHECK(found_by(RegexSet({"desks"}), "des\u212As") == std::vector<std::uint32_t>{0});
  CHECK(found_by(RegexSet({"stra\u00DFe"}), "STRA\u1E9EE") == std::vector<std::uint32_t>{0});
}

TEST_CASE("what matches is among what is worth a search") {
  const std::vector<std::string> parts = {"abc",  "a",      "(abc|xyz)", "[ab]bc",  R"(\b)",  "\u00E9t\u00E9",
                                          "k+",   "s?",     "(?-i)Abc",  "x.z",     R"(\w*)", "ask ",
                                          "task", "[^a]",   "e\u0301",   "12[0-9]", " ",      R"(\d)",
                                          "(b|)", "z{2,3}", "\u017F"};
  const std::vector<std::string> pieces = {"abc",
                                           "ABC",
                                           "a",
                                           "b",
                                           "c",
                                           "x",
                                           "y",
                                           "z",
                                           "zz",
                                           "\u00E9t\u00E9",
                                           "\u00C9T\u00C9",
                                           "e\u0301te\u0301",
                                           "k",
                                           "K",
                                           "\u212A",
                                           "s",
                                           "\u017F",
                                           "ask ",
                                           "TA",
                                           " ",
                                           "12",
                                           "7",
                                           "\n",
                                           "\u0301",
                                           "\u4E2D"};
  std::mt19937 random(7);
  std::size_t matched = 0;
  std::size_t spared = 0;
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> expressions;
    while (expressions.size() < 1 + static_cast<std::size_t>(round) % 6) {
      std::string expression = random_text(random, parts, 5);
      if (!expression.empty() && !Regex::trouble(expression)) expressions.push_back(std::move(expression));
    }
    const RegexSet set(expressions);
    for (int tries = 0; tries < 30; ++tries) {
      const std::string text = random_text(random, pieces, 12);
      const std::vector<std::uint32_t> found = found_by(set, text);
      REQUIRE(std::is_sorted(found.begin(), found.end()));
      for (std::uint32_t i = 0; i < expressions.size(); ++i) {
        const bool is_found = std::binary_search(found.begin(), found.end(), i);
        const bool matches = !Regex(expressions[i]).find_all(text).empty();
        INFO("`" << expressions[i] << "` in `" << text << "`");
        if (matches) REQUIRE(is_found);
        matched += static_cast<std::size_t>(matches);
        spared += static_cast<std::size_t>(!is_found);
      }
    }
  }
  CHECK(matched > 1000);
  CHECK(spared > 1000);
}

TEST_CASE("literals are found wherever they stand, capitals or not") {
  const std::vector<std::string> pieces = {"a", "b", "ab", "B", "abc", "12", " ", "\u00E9"};
  const std::vector<std::string> small = {"a", "b", "ab", "12", " "};
  std::mt19937 random(8);
  for (int round = 0; round < 500; ++round) {
    std::vector<std::string> literals;
    for (std::size_t size = random() % 12; size > 0; --size)
      literals.push_back("a" + random_text(random, small, 4) + "b1");
    const LiteralFinder finder(literals);
    std::string text = random_text(random, pieces, 30);
    if (!literals.empty() && round % 2 == 0) text += literals.front() + text;
    std::string folded = text;
    for (char& c : folded) c = c == 'B' ? 'b' : c;
    std::vector<std::uint32_t> expected;
    for (std::uint32_t i = 0; i < literals.size(); ++i) {
      if (folded.find(literals[i]) != std::string::npos) expected.push_back(i);
    }
    std::vector<std::uint32_t> found;
    finder.find(text, found);
    INFO(text);
    REQUIRE(found == expected);
  }
}
