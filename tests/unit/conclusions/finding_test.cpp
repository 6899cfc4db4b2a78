#include "conclusions/finding.hpp"

#include <string>

#include "unit/conclusions/judged.hpp"

using namespace etic;

// Who voices what, and who is on record where, is counted by hand in tests/fixtures/miniature/README.md.

TEST_CASE("any of some codes; the base are those on record where one could occur") {
  CHECK(judged("some", "evidence: {any: place.quiet}") ==
        "G1-01 G1-02 G1-03 G1-04 G1-05 | | G1-10 | supported: at least 2 expected, 5 found");
  CHECK(judged("some", "evidence: {where: site=South, any: [place.light]}") ==
        "G1-03 G2-01 | | G1-02 G2-02 | supported: at least 2 expected, 2 found");
  CHECK(judged("some", "evidence: {where: group=G1 question=G1Q3-4, any: [place.quiet, stance.against]}") ==
        "G1-02 G1-03 G1-04 G1-05 | | G1-01 G1-10 | supported: at least 2 expected, 4 found");
}

TEST_CASE("a share on its bound") {
  CHECK(judged("half", "evidence: {where: site=South, any: [place.light]}") ==
        "G1-03 G2-01 | | G1-02 G2-02 | supported: at least 2 of 4 expected, 2 found");
  CHECK(judged("most", "evidence: {where: site=South, any: [place.light]}") ==
        "G1-03 G2-01 | | G1-02 G2-02 | overstated: at least 3 of 4 expected, 2 found");
  CHECK(judged("many", "evidence: {all: [place.quiet, place.light]}") ==
        "G1-01 G1-04 | | G1-02 G1-03 G1-10 | supported: at least 2 of 5 expected, 2 found");
}

TEST_CASE("all of some codes: in one answer, or anywhere in a respondent's") {
  CHECK(judged("3", "evidence: {all: [place.quiet, place.light]}") ==
        "G1-01 G1-04 | | G1-02 G1-03 G1-10 | overstated: 3 expected, 2 found");
  CHECK(judged("3", "evidence: {all: [place.quiet, place.light], within: respondent}") ==
        "G1-01 G1-03 G1-04 | | G1-02 G1-05 G1-10 G2-01 G2-02 | supported: 3 expected, 3 found");
  CHECK(judged("one", "evidence: {any: [stance.for, stance.against], all: [place.warm], where: respondent=G2-02}") ==
        "G2-02 | | | supported: 1 expected, 1 found");
}

TEST_CASE("a theme stands for the codes below it") {
  CHECK(judged("half", "evidence: {where: group=G2, any: place}") ==
        "G2-01 G2-02 G2-03 | | | supported: at least 2 of 3 expected, 3 found");
}

TEST_CASE("those against are of the base, and who is neither is silent") {
  const std::string evidence = "evidence: {any: stance.for}\n    against: {any: stance.against}";
  CHECK(judged("half", evidence) ==
        "G1-01 G2-01 G2-02 G2-03 | G1-02 G1-03 | G1-10 | supported: at least 4 of 7 expected, 4 found");
  const std::string readers = "evidence: {where: group=G1, any: stance.for}\n    against: {any: stance.against}";
  CHECK(judged("one", readers) == "G1-01 | G1-02 G1-03 | G1-10 | contested: 1 for, 2 against");
  CHECK(judged("some", readers) == "G1-01 | G1-02 G1-03 | G1-10 | overstated: at least 2 expected, 1 found");
}

TEST_CASE("those against may be looked for in other answers, and may be for it too") {
  CHECK(judged("some",
               "evidence: {where: question=G1Q1, any: place.light}\n"
               "    against: {where: question=G1Q3, any: stance.against}") ==
        "G1-01 G1-03 | G1-02 G1-03 | G1-04 | contested: 2 for, 2 against");
}

TEST_CASE("it must hold in each") {
  CHECK(judged("some", "evidence: {any: stance.for, each: group}") ==
        "G1-01 G2-01 G2-02 G2-03 | | G1-02 G1-03 G1-10 | overstated: G1: at least 2 expected, 1 found");
  // G1-05 has no site, and is no part.
  CHECK(judged("some", "evidence: {any: place.light, each: site}") ==
        "G1-01 G1-03 G1-04 G1-10 G2-01 | | G1-02 G2-02 | supported: North: at least 2 expected, 3 found; South: at "
        "least 2 expected, 2 found");
  CHECK(judged("some", "evidence: {any: place.quiet, each: site, where: group=G1}") ==
        "G1-01 G1-02 G1-03 G1-04 G1-05 | | G1-10 | supported: North: at least 2 expected, 2 found; South: at least 2 "
        "expected, 2 found");
}

TEST_CASE("of several parts the worst counts") {
  const std::string parts =
      "evidence:\n      parts:\n        - {where: site=North, any: place.quiet}\n        - {any: place.warm}";
  CHECK(judged("some", parts) ==
        "G1-01 G1-04 G2-01 G2-02 G2-03 | | G1-10 | supported: part 1: at least 2 expected, 2 found; part 2: at least 2 "
        "expected, 3 found");
  CHECK(judged("2", parts) == "G1-01 G1-04 G2-01 G2-02 G2-03 | | G1-10 | understated: part 2: 2 expected, 3 found");
  CHECK(judged("3", parts) == "G1-01 G1-04 G2-01 G2-02 G2-03 | | G1-10 | overstated: part 1: 3 expected, 2 found");
}

TEST_CASE("among those whom something else fits") {
  CHECK(judged("half", "evidence: {any: stance.for, among: {any: place.light}}") ==
        "G1-01 G2-01 | | G1-03 G1-10 | supported: at least 2 of 4 expected, 2 found");
  // Without a `where` of its own it looks where the evidence does: nobody speaks of light there.
  CHECK(
      judged("half", "evidence: {where: question=G1Q3, any: stance.for, among: {where: question=G1Q1, any: place}}") ==
      "G1-01 | | G1-03 | supported: at least 1 of 2 expected, 1 found");
}

TEST_CASE("who the supporters must be") {
  CHECK(judged("some", "evidence: {any: place.quiet, who: site=North}") ==
        "G1-01 G1-04 | | G1-02 G1-03 G1-05 G1-10 | supported: at least 2 expected, 2 found");
  CHECK(judged("some", "evidence: {where: question=G1Q3, who: site=North}") ==
        "G1-01 G1-10 | | G1-02 G1-03 | supported: at least 2 expected, 2 found");
}

TEST_CASE("lost and missing answers are not in the base") {
  CHECK(judged("3", "evidence: {where: question=G1Q2, any: place.light}") ==
        "G1-01 G1-04 G1-10 | | | supported: 3 expected, 3 found");
  CHECK(judged("some", "evidence: {where: question=G2Q3, any: place.warm}") ==
        "| | | no-evidence: no answer on record in scope");
}

TEST_CASE("nobody") {
  CHECK(judged("none", "evidence: {where: group=G2, any: stance.against}") ==
        "| | G2-01 G2-02 G2-03 | supported: none expected, 0 found");
  CHECK(judged("none", "evidence: {where: group=G1, any: stance.against}") ==
        "G1-02 G1-03 | | G1-01 G1-10 | overstated: none expected, 2 found");
  CHECK(judged("0", "evidence: {where: group=G2, any: stance.against}") ==
        "| | G2-01 G2-02 G2-03 | supported: none expected, 0 found");
}

TEST_CASE("some sentences are not judged") {
  const JudgedStudy study(
      "  - id: headline\n    statement: s\n    reading: interpretive\n    evidence: {where: site=South, any: "
      "place.light}\n"
      "  - id: seen\n    statement: s\n    evidence: none\n    reason: The author saw it.\n");
  REQUIRE(study.reports().empty());
  CHECK(study.text_of(study.findings()[0]) == "G1-03 G2-01 | | G1-02 G2-02 | interpretive: 2 of 4 for, 0 against");
  CHECK(study.text_of(study.findings()[1]) == "| | | no-evidence: none declared");
}

TEST_CASE("sides are split by an axis") {
  const JudgedStudy study("  - id: X\n    statement: s\n    quantifier: some\n    evidence: {any: place.light}\n");
  Sink sink;
  const auto split = [&](const char* by) {
    std::string text;
    const Axis axis = parse_axis(by, study.whole.study, about_command_line(sink)).value();
    for (const SidesOfValue& part : study.concluder.split(study.conclusions.conclusions[0], axis))
      text += part.value + ": " + study.names(part.sides.support) + "of " + study.names(part.sides.base) + "\n";
    return text;
  };
  CHECK(split("site") ==
        "North: G1-01 G1-04 G1-10 of G1-01 G1-04 G1-10 \nSouth: G1-03 G2-01 of G1-02 G1-03 G2-01 G2-02 \n");
  CHECK(split("question") ==
        "G1Q1: G1-01 G1-03 of G1-01 G1-02 G1-03 G1-04 \n"
        "G1Q2: G1-01 G1-04 G1-10 of G1-01 G1-04 G1-10 \n"
        "G2Q1: G2-01 of G2-01 G2-02 \n");
}

TEST_CASE("responses that carry it are told") {
  const JudgedStudy study(
      "  - id: X\n    statement: s\n    quantifier: some\n"
      "    evidence: {all: [place.quiet, place.light], within: respondent, where: respondent=G1-03}\n");
  const Finding finding = study.findings().at(0);
  std::string answers;
  for (const std::uint32_t response : finding.support_in)
    answers += study.whole.study.question(study.whole.corpus.responses[response].question).code.text() + " ";
  CHECK(answers == "G1Q1 G1Q4 ");
}
