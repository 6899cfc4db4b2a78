#include <string>

#include "support/catch.hpp"
#include "unit/analysis/counted.hpp"

using namespace etic;

// Blank: by design there is no such question. A dash: there is, but nothing is on record. 0: on record, none bears it.

namespace {

CountedStudy two_groups(const std::map<std::string, std::string>& transcripts) {
  std::map<std::string, std::string> files{
      {"study.yaml",
       "title: t\ngroups: {G1: g, G2: h}\nattributes: {site: {of: respondent}, date: {of: interview}}\n"
       "questions: {G1Q1: a, G1Q2: b, G2Q1: c}\nsub_questions: {SQ1: {questions: G1Q1}}\n"},
      {"codebooks/b.yaml",
       "codebook: b\ncodes:\n  x: {questions: G1Q1, rules: x}\n  y: {questions: G1Q2, rules: y}\n  z: {questions: "
       "G2Q1, rules: z}\n"}};
  for (const auto& [name, text] : transcripts) files.emplace("transcripts/" + name, text);
  return CountedStudy(MemoryFiles(files));
}

}  // namespace

TEST_CASE("an interview could have been about every question of its group") {
  const CountedStudy study = two_groups({{"1.md", "---\nrespondent: G1-1\ndate: 2019\n---\n## G1Q1\nx\n"},
                                         {"2.md", "---\nrespondent: G1-1\ndate: 2020\n---\n## G1Q2\nnothing\n"}});
  CHECK(study.table("date") == "2019 2020\nx 1/1 \u2013 | 1/1\ny \u2013 0/1 | 0/1\nz . . | \u2013\n");
}

TEST_CASE("a group that nobody speaks for is missing, not blank") {
  const CountedStudy study = two_groups({{"1.md", "---\nrespondent: G1-1\nsite: A\n---\n## G1Q1\nx\n"}});
  CHECK(study.table("group") == "G1 G2\nx 1/1 . | 1/1\ny \u2013 . | \u2013\nz . \u2013 | \u2013\n");
  CHECK(study.table("site") == "A\nx 1/1 | 1/1\ny \u2013 | \u2013\nz . | \u2013\n");
}

TEST_CASE("what serves no sub-question stands in a column of its own") {
  const CountedStudy study = two_groups({{"1.md", "---\nrespondent: G1-1\n---\n## G1Q1\nx\n## G1Q2\nx y\n"},
                                         {"2.md", "---\nrespondent: G2-1\n---\n## G2Q1\nx\n"}});
  CHECK(study.table("subquestion") == "SQ1 (none)\nx 1/1 . | 1/1\ny . 1/1 | 1/1\nz . 0/1 | 0/1\n");
}

TEST_CASE("a column of what has no value is made by answers, not by their absence") {
  const CountedStudy study = two_groups({{"1.md", "---\nrespondent: G1-1\nsite: A\ndate: 2019\n---\n## G1Q1\nx\n"},
                                         {"2.md", "---\nrespondent: G1-2\ndate: 2020\n---\n## G1Q1\n[lost: gone]\n"}});
  CHECK(study.table("site") == "A\nx 1/1 | 1/1\ny \u2013 | \u2013\nz . | \u2013\n");
  CHECK(study.table("date") == "2019 2020\nx 1/1 \u2013 | 1/1\ny \u2013 \u2013 | \u2013\nz . . | \u2013\n");
}

TEST_CASE("those whose answers are lost count among the eligible, whether or not they have a value") {
  const CountedStudy study = two_groups({{"1.md", "---\nrespondent: G1-1\nsite: A\n---\n## G1Q1\nx\n"},
                                         {"2.md", "---\nrespondent: G1-2\n---\n## G1Q1\n[lost: gone]\n"}});
  const Matrix matrix = study.matrix(study.where({}), study.all_codes(), study.axis("site"),
                                     {Unit::respondents, BaseRule::eligible, {}, false});
  CHECK(CountedStudy::text_of(matrix, Unit::respondents) ==
        "A (none)\nx 1/1 0/1 | 1/2\ny 0/1 0/1 | 0/2\nz . . | \u2013\n");
}

TEST_CASE("under an attribute's value only the groups of those who hold it could be asked") {
  const CountedStudy study = two_groups({{"1.md", "---\nrespondent: G1-1\nsite: A\n---\n## G1Q1\nx\n"},
                                         {"2.md", "---\nrespondent: G2-1\nsite: B\n---\n## G2Q1\nx\n"}});
  CHECK(study.totals({"x", "y", "z"}, study.where({"site=A"})) ==
        study.totals({"x", "y", "z"}, study.where({"group=G1"})));
}

TEST_CASE("an empty selection is blank everywhere") {
  const CountedStudy study = two_groups({{"1.md", "---\nrespondent: G1-1\n---\n## G1Q1\nx\n"}});
  CHECK(study.totals({"x", "y", "z"}, study.where({"group=G1", "group!=G1"})) == ". . .");
  CHECK(
      study.matrix(study.where({"group=G1", "group!=G1"}), study.all_codes(), study.axis("group"), {}).columns.empty());
}
