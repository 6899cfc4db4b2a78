#include <string>

#include "unit/conclusions/judged.hpp"

using namespace etic;

namespace {

/// Messages alone, a line each.
std::string troubles(const std::string& text) {
  const JudgedStudy study(text);
  std::string lines;
  for (const Diagnostic& diagnostic : study.whole.sink.sorted())
    lines += std::to_string(diagnostic.place.line) + ":" + std::to_string(diagnostic.place.column) + " " +
             diagnostic.message + "\n";
  return lines;
}

/// Of one conclusion with this evidence; its lines count from 10.
std::string troubles_with_evidence(const std::string& evidence) {
  return troubles("  - id: X\n    statement: s\n    quantifier: some\n    evidence: " + evidence + "\n");
}

}  // namespace

TEST_CASE("a study may do without conclusions") {
  const DiskFiles disk;
  WholeStudy whole(disk, miniature_folder);
  const Conclusions none = read_conclusions(disk, miniature_folder, whole.study, whole.corpus, whole.books, whole.sink);
  CHECK(whole.reports().empty());
  CHECK(none.file == nullptr);
  CHECK(none.conclusions.empty());
}

TEST_CASE("all that is wrong is told at once, by the conclusion's id") {
  CHECK(troubles(
            "  - id: A\n    statement: s\n    quantifier: somme\n    evidence: {any: [place.quite, x], where: group=G9 "
            "question=G1Q77}\n"
            "  - id: A\n    statement: s\n    quantifier: some\n    evidence: {any: place, colour: red}\n    expect: "
            "fine\n"
            "  - statement: s\n    quantifier: some\n    evidence: {any: place}\n") ==
        "11:17 conclusion `A`: no quantifier `somme` is declared\n"
        "12:22 conclusion `A`: no codebook has a code `place.quite`\n"
        "12:35 conclusion `A`: no codebook has a code `x`\n"
        "12:52 conclusion `A`: the study has no group `G9`\n"
        "12:64 conclusion `A`: the study has no question `G1Q77`\n"
        "13:9 conclusion `A`: the id stands in line 9 already\n"
        "16:28 `colour` is no key of `evidence` of conclusion `A`\n"
        "17:13 conclusion `A`: `fine` is no verdict\n"
        "18:5 this conclusion has no `id`\n");
}

TEST_CASE("what a conclusion must have") {
  CHECK(troubles("  - id: A\n") == "9:9 conclusion `A` has no `evidence`\n9:9 conclusion `A` has no `statement`\n");
  CHECK(troubles("  - id: A\n    statement: s\n    evidence: {any: place}\n") ==
        "9:9 conclusion `A` has no `quantifier`\n");
  CHECK(troubles("  - id: A b\n    statement: s\n    quantifier: 1\n    evidence: {any: place}\n") ==
        "9:9 conclusion `A b`: an id is one word\n");
  CHECK(troubles("  - id: A\n    statement: s\n    evidence: none\n") ==
        "11:15 conclusion `A`: why there is no evidence is not said\n");
  CHECK(troubles(
            "  - id: A\n    statement: s\n    quantifier: 1\n    evidence: {any: place}\n    expect: overstated\n") ==
        "13:13 conclusion `A`: `overstated` is expected, and why the sentence may stand is not said\n");
}

TEST_CASE("quantifiers are bounds") {
  const auto with = [](const std::string& quantifiers) {
    return troubles("quantifiers: {" + quantifiers + "}\nconclusions: []\n");
  };
  CHECK(with("a: {exactly: 0}, b: {at_least: 1}, c: {share_at_least: 1/1}, d: {share_above: 0/1}").empty());
  CHECK(with("a: {}") == "1:15 quantifier `a` has no bound\n");
  CHECK(with("a: {exactly: 1, at_least: 2}") == "1:15 quantifier `a` has more than one bound\n");
  CHECK(with("a: {at_least: 0}") == "1:29 `at_least` wants a whole number from 1 to 1000000000\n");
  for (const char* share : {"0/5", "6/5", "1/0", "1", "half", "-1/2", "1/2/3", "1/9999999", "/", ""}) {
    CAPTURE(share);
    CHECK(with(std::string("a: {share_at_least: '") + share + "'}").find("is no share") != std::string::npos);
  }
  CHECK(with("a: {share_above: 1/1}") == "1:32 `1/1` is no share\n");
  CHECK(with("3: {exactly: 3}") == "1:15 `3` cannot name a quantifier\n");
}

TEST_CASE("evidence that cannot be") {
  CHECK(troubles_with_evidence("{where: question=G2Q3, any: place.light}") ==
        "12:15 conclusion `X`: none of the answers that are looked at can bear this\n");
  CHECK(troubles_with_evidence("{all: [place.light, place.warm]}") ==
        "12:15 conclusion `X`: none of the answers that are looked at can bear this\n");
  CHECK(troubles_with_evidence("{all: [place.light, place.warm], within: respondent}").empty());
  CHECK(troubles_with_evidence("{where: question=G2Q3, any: [place.warm, place.light]}") ==
        "12:15 conclusion `X`: `place.light` cannot occur in the answers that are looked at\n");
  CHECK(troubles_with_evidence("{}") == "12:15 conclusion `X`: nothing says what counts as evidence\n");
  CHECK(troubles_with_evidence("{where: group=G1}") == "12:15 conclusion `X`: nothing says what counts as evidence\n");
  CHECK(troubles_with_evidence("[place]") ==
        "12:15 `evidence` of conclusion `X` wants a mapping (`key: value`), not a list\n");
  CHECK(troubles_with_evidence("{any: place, within: sentence}") ==
        "12:36 conclusion `X`: `within` cannot be `sentence`\n");
  CHECK(troubles_with_evidence("{any: place, who: question=G1Q1}") ==
        "12:28 conclusion `X`: `question=G1Q1` says nothing of who somebody is\n");
  CHECK(troubles_with_evidence("{any: place, each: code}") == "12:34 conclusion `X`: `each` cannot be codes\n");
  CHECK(troubles_with_evidence("{any: place, each: sight}") ==
        "12:34 conclusion `X`: there is no axis or attribute `sight`\n");
  CHECK(troubles_with_evidence("{parts: []}") == "12:23 conclusion `X`: `parts` lists nothing\n");
  CHECK(troubles_with_evidence("{where: 'site=North, Nowhere', any: place}") ==
        "12:36 conclusion `X`: `Nowhere` is no value of `site`\n");
  CHECK(troubles_with_evidence("{any: place, where: North}") == "12:35 conclusion `X`: `North` is no condition\n");
}

TEST_CASE("a value with spaces goes on after its first word") {
  const JudgedStudy study(
      "  - id: X\n    statement: s\n    quantifier: some\n"
      "    evidence: {any: place, where: 'site=North, South question=G1Q1, G1Q2'}\n");
  REQUIRE(study.reports().empty());
  const std::vector<WhereTerm>& where = study.conclusions.conclusions[0].parts[0].query.where;
  REQUIRE(where.size() == 2);
  CHECK(where[0].values == std::vector<std::string>{"North", "South"});
  CHECK(where[1].text == "question=G1Q1, G1Q2");
}
