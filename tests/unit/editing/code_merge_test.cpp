#include "editing/code_merge.hpp"

#include "support/catch.hpp"
#include "unit/editing/edited_study.hpp"

using namespace etic;

namespace {

std::string merged(const std::string& book, const std::string& code, const std::string& into) {
  EditedStudy study(book);
  CHECK(study.reports().empty());
  CHECK(merge_code(study.edit(), study.study(), study.code(code), study.code(into), study.sink));
  CHECK(study.refusal().empty());
  CHECK(study.reports_after().empty());
  return study.after(book_path);
}

std::string refusal_of(const std::string& book, const std::string& code, const std::string& into) {
  EditedStudy study(book);
  CHECK(study.reports().empty());
  CHECK_FALSE(merge_code(study.edit(), study.study(), study.code(code), study.code(into), study.sink));
  CHECK(study.changed_files() == 0);
  return study.refusal();
}

}  // namespace

TEST_CASE("a merged code's rules stand behind the other's with their comments; the rest of it goes") {
  CHECK(merged("codebook: b\n"
               "codes:\n"
               "  # goes\n"
               "  a:\n"
               "    definition: goes\n"
               "    rules:   # goes\n"
               "    # kept\n"
               "    - near: [x, y]   # kept\n"
               "      within: 3\n"
               "    - z\n"
               "  # stays\n"
               "  c:\n"
               "    rules:\n"
               "      - w\n"
               "    definition: stays\n"
               "  d: {has: [a, c], rules: v}\n",
               "a", "c") ==
        "codebook: b\n"
        "codes:\n"
        "  # stays\n"
        "  c:\n"
        "    rules:\n"
        "      - w\n"
        "      # kept\n"
        "      - near: [x, y]   # kept\n"
        "        within: 3\n"
        "      - z\n"
        "    definition: stays\n"
        "  d: {has: [c, c], rules: v}\n");
}

TEST_CASE("a code without rules takes over the whole key; one without rules leaves none") {
  CHECK(merged("codebook: b\ncodes:\n  a:\n    codes:\n      p:\n        rules: [x, y]  # two\n      q: {rules: z}\n  "
               "c:\n    definition: d\n",
               "a.p", "c") ==
        "codebook: b\ncodes:\n  a:\n    codes:\n      q: {rules: z}\n  c:\n    definition: d\n    rules: [x, y]  # "
        "two\n");
  CHECK(merged("codebook: b\ncodes:\n  a:\n    definition: d\n  c:\n    rules: [x, y]\n", "a", "c") ==
        "codebook: b\ncodes:\n  c:\n    rules: [x, y]\n");
}

TEST_CASE("codings of a merged code become the other's, and its theme's `exclusive` forgets it") {
  EditedStudy study(
      "codebook: b\ncodes:\n  t:\n    exclusive: [p, q, r]\n    codes:\n      p:\n        definition: d\n      q:\n"
      "        definition: d\n      r: {rules: x}\n",
      {{"codings/ana.csv", "respondent,question,code,quote\nG1-01,G1Q1,t.q,\nG1-01,G1Q2,t.p,\n"}});
  REQUIRE(merge_code(study.edit(), study.study(), study.code("t.q"), study.code("t.p"), study.sink));
  CHECK(study.after(book_path) ==
        "codebook: b\ncodes:\n  t:\n    exclusive: [p, r]\n    codes:\n      p:\n        definition: d\n      r: "
        "{rules: x}\n");
  CHECK(study.after("codings/ana.csv") == "respondent,question,code,quote\nG1-01,G1Q1,t.p,\nG1-01,G1Q2,t.p,\n");
  CHECK(study.reports_after().empty());
}

TEST_CASE("codes with other questions are not merged, and it is said which") {
  CHECK(refusal_of("codebook: b\ncodes:\n  a:\n    questions: G1Q1-2\n    rules: x\n  c:\n    questions: [G1Q2, "
                   "G1Q3]\n    rules: y\n",
                   "a", "c") ==
        "`a` and `c` cannot occur under the same questions; only `a` under G1Q1; only `c` under G1Q3");
}

TEST_CASE("merges that would change what rules mean are refused") {
  CHECK(refusal_of("codebook: b\ncodes:\n  a:\n    first: sentence\n    rules: [x]\n  c:\n    rules: [y]\n", "a",
                   "c") == "`first` of `a` holds for each of its rules, and would for the other's or no longer");
  CHECK(refusal_of("codebook: b\ncodes:\n  a:\n    rules: [x]\n  c:\n    has: d\n    rules: [y]\n  d: {rules: z}\n",
                   "a", "c") == "`has` of `c` holds for each of its rules, and would for the other's or no longer");
  CHECK(refusal_of("codebook: b\ncodes:\n  a:\n    excludes: all\n    rules: [x]\n  c:\n    rules: [y]\n", "a", "c") ==
        "only one of `a` and `c` has `excludes: all`");
}

TEST_CASE("themes, a code with itself, and what stands in brackets are not merged") {
  const std::string book =
      "codebook: b\ncodes:\n  t: {codes: {p: {rules: x}}}\n  a:\n    rules: [y]\n  c:\n    rules:\n      - z\n";
  CHECK(refusal_of(book, "t", "a") == "`t` has codes below it and cannot be merged");
  CHECK(refusal_of(book, "a", "t") == "`t` has codes below it and cannot be merged");
  CHECK(refusal_of(book, "a", "a") == "`a` cannot be merged into itself");
  CHECK(refusal_of(book, "t.p", "a") == "codebooks/b.yaml:3: `p` stands in brackets");
  CHECK(refusal_of(book, "a", "t.p") == "codebooks/b.yaml:3: `p` stands in brackets");
  CHECK(refusal_of(book, "a", "c") == "codebooks/b.yaml:5: these rules do not stand on lines of their own");
  CHECK(refusal_of(book, "c", "a") == "codebooks/b.yaml:5: these rules do not stand on lines of their own");
}
