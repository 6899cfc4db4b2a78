#include "editing/code_promotion.hpp"

#include "support/catch.hpp"
#include "unit/editing/edited_study.hpp"

using namespace etic;

namespace {

constexpr const char* codings =
    "respondent,question,code,quote,memo,status\n"
    "G1-01,G1Q1,new:warmth,warm,new:warmth,add\n"
    "G1-01,G1Q2,\"new:warmth\",,,add\n"
    "G1-01,G1Q2,new:warmth.more,,,add\n";

}  // namespace

TEST_CASE("a proposal becomes an entry behind the others of its theme, and its codings codings of it") {
  EditedStudy study(
      "codebook: b\ncodes:\n    a:\n        exclusive: [p]\n        codes:\n            p: {rules: x}\n    # end\n    "
      "c: {rules: y}\n",
      {{"codings/ana.csv", codings}});
  REQUIRE(study.reports().empty());
  const NewCode code{"warm", "It's warm", "Warmth: the\n room's.", "G1Q1-2, G1Q3"};
  REQUIRE(promote_proposal(study.edit(), "new:warmth", study.below("a"), code, study.sink));
  CHECK(study.after(book_path) ==
        "codebook: b\ncodes:\n    a:\n        exclusive: [p, warm]\n        codes:\n            p: {rules: x}\n"
        "            warm:\n                label: It's warm\n                definition: 'Warmth: the room''s.'\n"
        "                questions: [G1Q1-2, G1Q3]\n    # end\n    c: {rules: y}\n");
  CHECK(study.after("codings/ana.csv") ==
        "respondent,question,code,quote,memo,status\n"
        "G1-01,G1Q1,a.warm,warm,new:warmth,add\n"
        "G1-01,G1Q2,\"a.warm\",,,add\n"
        "G1-01,G1Q2,new:warmth.more,,,add\n");
  CHECK(study.reports_after().empty());
}

TEST_CASE("a proposal can stand at the top of a book") {
  EditedStudy study("codebook: b\ncodes:\n  a: {rules: x}\n\n  c: {rules: y}\n", {{"codings/ana.csv", codings}});
  REQUIRE(promote_proposal(study.edit(), "new:warmth", study.top("b"), {"w", "", "d", ""}, study.sink));
  CHECK(study.after(book_path) ==
        "codebook: b\ncodes:\n  a: {rules: x}\n\n  c: {rules: y}\n\n  w:\n    definition: d\n");
}

TEST_CASE("a proposal can be taken for a code that there is") {
  EditedStudy study("codebook: b\ncodes:\n  a: {rules: x}\n", {{"codings/ana.csv", codings}});
  REQUIRE(adopt_proposal(study.edit(), "new:warmth.more", study.code("a"), study.sink));
  CHECK(study.after("codings/ana.csv") ==
        "respondent,question,code,quote,memo,status\n"
        "G1-01,G1Q1,new:warmth,warm,new:warmth,add\n"
        "G1-01,G1Q2,\"new:warmth\",,,add\n"
        "G1-01,G1Q2,a,,,add\n");
  CHECK(study.changed_files() == 1);
}

TEST_CASE("nobody's proposal, and an id that is taken, are refused") {
  EditedStudy study("codebook: b\ncodes:\n  a: {rules: x}\n", {{"codings/ana.csv", codings}});
  CHECK_FALSE(promote_proposal(study.edit(), "new:warm", study.top("b"), {"w", "", "d", ""}, study.sink));
  CHECK(study.refusal() == "no coder proposes `new:warm`");
  study.sink = Sink();
  CHECK_FALSE(promote_proposal(study.edit(), "new:warmth", study.top("b"), {"a", "", "d", ""}, study.sink));
  CHECK(study.refusal() == "there is a code `a` already");
  CHECK(study.changed_files() == 0);
}
