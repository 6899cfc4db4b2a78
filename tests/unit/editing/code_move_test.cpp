#include "editing/code_move.hpp"

#include "support/catch.hpp"
#include "unit/editing/edited_study.hpp"

using namespace etic;

namespace {

constexpr const char* two_themes =
    "codebook: b\n"
    "codes:\n"
    "  use:\n"
    "    codes:\n"
    "      # stays with quiet\n"
    "      quiet:\n"
    "        rules:\n"
    "        # one\n"
    "        - quiet   # word\n"
    "          # set in farther\n"
    "      # of company\n"
    "      company: {rules: y, has: use.quiet}\n"
    "\n"
    "  # hindrances\n"
    "  hindrance:\n"
    "    codes:\n"
    "      noise: {rules: z, without: use.quiet}\n";

std::string moved(const std::string& book, const std::string& code, const std::string& theme) {
  EditedStudy study(book);
  CHECK(study.reports().empty());
  CHECK(move_code(study.edit(), study.code(code), theme.ends_with(':') ? study.top("b") : study.below(theme),
                  study.sink));
  CHECK(study.refusal().empty());
  CHECK(study.reports_after().empty());
  return study.after(book_path);
}

std::string refusal_of(const std::string& book, const std::string& code, const std::string& theme) {
  EditedStudy study(book);
  CHECK_FALSE(move_code(study.edit(), study.code(code), theme.ends_with(':') ? study.top("b") : study.below(theme),
                        study.sink));
  CHECK(study.changed_files() == 0);
  return study.refusal();
}

}  // namespace

TEST_CASE("a code moves with the comments above it, behind the last of another theme") {
  CHECK(moved(two_themes, "use.quiet", "hindrance") ==
        "codebook: b\n"
        "codes:\n"
        "  use:\n"
        "    codes:\n"
        "      # of company\n"
        "      company: {rules: y, has: hindrance.quiet}\n"
        "\n"
        "  # hindrances\n"
        "  hindrance:\n"
        "    codes:\n"
        "      noise: {rules: z, without: hindrance.quiet}\n"
        "      # stays with quiet\n"
        "      quiet:\n"
        "        rules:\n"
        "        # one\n"
        "        - quiet   # word\n"
        "          # set in farther\n");
}

TEST_CASE("at the top of the book a code is set out as far as the others, with a blank line where they have one") {
  CHECK(moved(two_themes, "use.company", "b:") ==
        "codebook: b\n"
        "codes:\n"
        "  use:\n"
        "    codes:\n"
        "      # stays with quiet\n"
        "      quiet:\n"
        "        rules:\n"
        "        # one\n"
        "        - quiet   # word\n"
        "          # set in farther\n"
        "\n"
        "  # hindrances\n"
        "  hindrance:\n"
        "    codes:\n"
        "      noise: {rules: z, without: use.quiet}\n"
        "\n"
        "  # of company\n"
        "  company: {rules: y, has: use.quiet}\n");
}

TEST_CASE("a theme moves with all below it, set in anew, into a code that becomes a theme by it") {
  CHECK(moved("codebook: b\ncodes:\n    a:\n        codes:\n            b:\n                definition: |\n            "
              "        x\n\n"
              "                     y\n            c: {has: [a.b], rules: z}\n    d:\n        rules: [x]",
              "a", "d") ==
        "codebook: b\ncodes:\n    d:\n        rules: [x]\n        codes:\n            a:\n                codes:\n"
        "                    b:\n                        definition: |\n                            x\n\n"
        "                             y\n                    c: {has: [d.a.b], rules: z}");
}

TEST_CASE("with the last code of a theme its `codes` and `exclusive` go") {
  CHECK(moved("codebook: b\ncodes:\n  a:\n    rules: x\n    exclusive: [c]\n    # below a\n    codes:\n      c: "
              "{rules: y}\n  d: {rules: z}\n",
              "a.c", "b:") == "codebook: b\ncodes:\n  a:\n    rules: x\n  d: {rules: z}\n  c: {rules: y}\n");
}

TEST_CASE("a code leaves its theme's `exclusive` and comes last in another's, in whatever form") {
  const auto book = [](const std::string& from, const std::string& to) {
    return "codebook: b\ncodes:\n  a:\n    exclusive:" + from +
           "    codes:\n      p: {rules: x}\n      q: {rules: y}\n  d:\n    exclusive:" + to +
           "    codes:\n      r: {rules: z}\n";
  };
  const auto after = [](const std::string& from, const std::string& to) {
    return "codebook: b\ncodes:\n  a:\n    exclusive:" + from +
           "    codes:\n      q: {rules: y}\n  d:\n    exclusive:" + to +
           "    codes:\n      r: {rules: z}\n      p: {rules: x}\n";
  };
  CHECK(moved(book(" [p, q]  # two\n", " [r] # one\n"), "a.p", "d") == after(" [q]  # two\n", " [r, p] # one\n"));
  CHECK(moved(book(" [q, 'p']\n", " r\n"), "a.p", "d") == after(" [q]\n", " [r, p]\n"));
  CHECK(moved(book("\n    - p  # first\n    # then\n    - q\n", "\n      - r  # only\n"), "a.p", "d") ==
        after("\n    # then\n    - q\n", "\n      - r  # only\n      - p\n"));
}

TEST_CASE("a code moves up, and into its neighbour, through the place where it stood") {
  const std::string book =
      "codebook: b\ncodes:\n  a:\n    codes:\n      c: {rules: x}\n\n      d:\n        rules: y\n        codes:\n      "
      "    e: {rules: z}\n";
  CHECK(moved(book, "a.d.e", "a") ==
        "codebook: b\ncodes:\n  a:\n    codes:\n      c: {rules: x}\n\n      d:\n        rules: y\n\n      e: {rules: "
        "z}\n");
  CHECK(moved("codebook: b\ncodes:\n  a:\n    rules: x\n\n  c:\n    rules: y\n\n  d: {rules: z}\n", "c", "a") ==
        "codebook: b\ncodes:\n  a:\n    rules: x\n    codes:\n      c:\n        rules: y\n\n  d: {rules: z}\n");
}

TEST_CASE("in another book a code takes that file's line breaks") {
  EditedStudy study("codebook: b\ncodes:\n  a: {rules: x}\n  c:\n    definition: d\n    rules: y",
                    {{"codebooks/c.yaml", "codebook: c\r\ncodes:\r\n  e: {has: c, rules: z}"},
                     {"codings/ana.csv", "respondent,question,code,quote\nG1-01,G1Q1,c,\n"}});
  REQUIRE(study.reports().empty());
  REQUIRE(move_code(study.edit(), study.code("c"), study.below("e"), study.sink) == false);
  CHECK(study.refusal() == "codebooks/c.yaml:3: `e` stands in brackets");
  REQUIRE(move_code(study.edit(), study.code("c"), study.top("c"), study.sink));
  CHECK(study.after(book_path) == "codebook: b\ncodes:\n  a: {rules: x}\n");
  CHECK(study.after("codebooks/c.yaml") ==
        "codebook: c\r\ncodes:\r\n  e: {has: c, rules: z}\r\n  c:\r\n    definition: d\r\n    rules: y");
  CHECK(study.after("codings/ana.csv") == "respondent,question,code,quote\nG1-01,G1Q1,c,\n");
  CHECK(study.reports_after().empty());
}

TEST_CASE("what stands in brackets is not moved, nor moved into") {
  const std::string book = "codebook: b\ncodes:\n  a: {codes: {b: {rules: x}, c: {rules: y}}}\n  d:\n    rules: z\n";
  CHECK(refusal_of(book, "a.b", "d") == "codebooks/b.yaml:3: `b` stands in brackets");
  CHECK(refusal_of(book, "d", "a") == "codebooks/b.yaml:3: `c` stands in brackets");
  CHECK(refusal_of(book, "d", "a.c") == "codebooks/b.yaml:3: `c` stands in brackets");
}

TEST_CASE("moves that cannot be are refused") {
  const std::string book =
      "codebook: b\ncodes:\n  a:\n    codes:\n      b: {rules: x}\n  b:\n    codes:\n      c: {rules: y}\n";
  CHECK(refusal_of(book, "a.b", "a") == "`a.b` stands there already");
  CHECK(refusal_of(book, "b", "b:") == "`b` stands there already");
  CHECK(refusal_of(book, "b", "b.c") == "`b` cannot be moved below itself");
  CHECK(refusal_of(book, "a.b", "b:") == "there is a code `b` already");
  CHECK(refusal_of("codebook: b\ncodes:\n  a: {rules: x}\n", "a", "b:") == "`a` stands there already");
}

TEST_CASE("a book keeps its last code, and dictionaries keep theirs") {
  EditedStudy study(
      "codebook: b\ncodes:\n  a: {rules: x}\n",
      {{"codebooks/c.yaml", "codebook: c\ncodes:\n  e: {rules: z}\n"}, {"codebooks/d.yaml", "price: [cheap]\n"}});
  CHECK_FALSE(move_code(study.edit(), study.code("a"), study.top("c"), study.sink));
  CHECK(study.refusal() == "`a` is the only code of its book");
  study.sink = Sink();
  CHECK_FALSE(move_code(study.edit(), study.code("price"), study.top("c"), study.sink));
  CHECK(study.refusal() == "`d` is a dictionary: its codes can be renamed only");
}
