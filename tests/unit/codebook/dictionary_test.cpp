#include "codebook/codebook_reader.hpp"
#include "support/catch.hpp"
#include "unit/codebook/book_reading.hpp"

using namespace etic;

TEST_CASE("nested lists load as a codebook") {
  const WholeStudy whole = read_books({{"populism.yaml", R"(populism:
  - elit*
  - consensus*
liberalism: liberal*
culture:
  - culture-high:
      - art
      - 'fine  music'
  - culture-popular:
      - media
  - sport:
      ball: [football, 'hand ball']
)"}});
  CHECK(whole.reports() == "");
  const Codebook& book = whole.books.books.at(0);
  CHECK(book.name == "populism");
  CHECK(book.label == "populism");
  CHECK(book.is_dictionary);
  CHECK(whole.books.code_names() == std::vector<std::string>{"populism", "liberalism", "culture",
                                                             "culture.culture-high", "culture.culture-popular",
                                                             "culture.sport", "culture.sport.ball"});
  REQUIRE(code_of(whole, "populism").rules.size() == 2);
  CHECK(text_of(rule_of(whole, "populism", 1).elements) == "consensus*");
  CHECK(text_of(rule_of(whole, "culture.culture-high", 1).elements) == "fine music");
  CHECK(text_of(rule_of(whole, "culture.sport.ball", 1).elements) == "hand ball");
  CHECK(code_of(whole, "culture").rules.empty());
  CHECK(text_of(code_of(whole, "culture").scope, whole.study) == "G1Q1 G1Q2 G1Q3 G1Q4 G2Q1 G2Q2");
}

TEST_CASE("a key with patterns and keys below it is a theme with rules of its own") {
  const WholeStudy whole = read_books({{"d.yaml", "feeling:\n  - feel*\n  - joy: [happy, glad]\n"}});
  CHECK(whole.reports().empty());
  CHECK(code_of(whole, "feeling").is_theme());
  CHECK(text_of(rule_of(whole, "feeling").elements) == "feel*");
  CHECK(code_of(whole, "feeling.joy").rules.size() == 2);
}

TEST_CASE("keys of a dictionary become ids, and stay as labels") {
  const WholeStudy whole = read_books({{"d.yaml", "POSITIVE (all): [good]\nNeg & Pos: [bad]\nM\u00e4r/z: [x]\n"}});
  CHECK(whole.reports().empty());
  CHECK(whole.books.code_names() == std::vector<std::string>{"POSITIVE-all", "Neg-Pos", "M\u00e4r-z"});
  CHECK(code_of(whole, "POSITIVE-all").label == "POSITIVE (all)");
}

TEST_CASE("what a dictionary cannot hold is reported") {
  CHECK(reports_on("good: [x, [y]]\n'&': [z]\nbad: [-]\n") ==
        "codebooks/b.yaml:1:11: error: an entry of a dictionary wants a pattern, not a list [wrong-type]\n"
        "    good: [x, [y]]\n"
        "              ^\n"
        "codebooks/b.yaml:2:1: error: `&` cannot name a code [invalid-id]\n"
        "    '&': [z]\n"
        "    ^~~\n"
        "codebooks/b.yaml:3:7: error: `-` holds no word [invalid-pattern]\n"
        "    bad: [-]\n"
        "          ^\n"
        "    hint: a pattern is words, with `*` for any letters and `?` for one, and `@name` for a list\n");
}

TEST_CASE("two keys of a dictionary that become one id are reported") {
  CHECK(reports_on("a b: [x]\na-b: [y]\n") ==
        "codebooks/b.yaml:2:1: error: code `a-b` stands in codebooks/b.yaml:1 already [duplicate-code]\n"
        "    a-b: [y]\n"
        "    ^~~\n");
}
