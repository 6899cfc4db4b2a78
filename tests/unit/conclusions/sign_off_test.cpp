#include "conclusions/sign_off.hpp"

#include <string>

#include "unit/conclusions/judged.hpp"

using namespace etic;

namespace {

const std::string head = std::string(usual_quantifiers) + "conclusions:\n";

/// What differs from what was signed off: `X verdict supported -> overstated`.
std::string changes(const std::string& text) {
  const JudgedStudy study(text);
  REQUIRE(study.reports().empty());
  const std::vector<Finding> findings = study.findings();
  std::string lines;
  for (const Change& change : find_changes(findings))
    lines += change.finding->conclusion->id + " " + change.what + " " + change.signed_off + " -> " + change.now + "\n";
  return lines;
}

/// The file below `conclusions:` after all conclusions are signed off; or why not.
std::string signed_off(const std::string& text, const std::string& reason = "") {
  const JudgedStudy study(head + text);
  REQUIRE(study.reports().empty());
  const std::vector<Finding> findings = study.findings();
  std::vector<const Finding*> all;
  for (const Finding& finding : findings) all.push_back(&finding);
  Sink sink;
  const std::string result = sign_off(study.conclusions, all, reason, sink).result();
  if (sink.error_count() > 0) return sink.sorted().front().message;
  const JudgedStudy again(result);
  CHECK(again.reports().empty());
  CHECK(find_changes(again.findings()).empty());
  REQUIRE(result.starts_with(head));
  return result.substr(head.size());
}

const std::string light =
    "  - id: X\n    statement: s\n    quantifier: some\n    evidence: {where: site=South, any: place.light}\n";

}  // namespace

TEST_CASE("verdict and figures are compared with what is expected") {
  CHECK(changes(light).empty());
  CHECK(changes(light + "    expect: supported\n").empty());
  CHECK(changes(light + "    expect: {verdict: supported, support: 2, against: 0, base: 4}\n").empty());
  CHECK(changes(light + "    expect: {verdict: supported, base: 5}\n") == "X base 5 -> 4\n");
  CHECK(changes(light + "    expect: {verdict: overstated, support: 1, against: 1, base: 3}\n    reason: so\n") ==
        "X verdict overstated -> supported\nX support 1 -> 2\nX against 1 -> 0\nX base 3 -> 4\n");
}

TEST_CASE("where nothing is expected a sentence is to be supported") {
  const std::string most =
      "  - id: X\n    statement: s\n    quantifier: most\n    evidence: {where: site=South, any: place.light}\n";
  CHECK(changes(most) == "X verdict supported -> overstated\n");
  CHECK(changes("  - id: X\n    statement: s\n    reading: interpretive\n    evidence: {any: place.light}\n").empty());
  CHECK(changes("  - id: X\n    statement: s\n    evidence: none\n    reason: seen\n").empty());
  CHECK(changes("  - id: X\n    statement: s\n    quantifier: some\n    evidence: {where: question=G2Q3, any: "
                "place.warm}\n") == "X verdict supported -> no-evidence\n");
}

TEST_CASE("signing off writes what is found and leaves the rest alone") {
  const std::string figures = "{verdict: supported, support: 2, against: 0, base: 4}";
  CHECK(signed_off(light) == light + "    expect: " + figures + "\n");
  CHECK(signed_off("# head\n" + light + "    expect: supported  # by hand\n    section: 1\n\n# tail\n") ==
        "# head\n" + light + "    expect: " + figures + "  # by hand\n    section: 1\n\n# tail\n");
  CHECK(signed_off(light + "    expect: {verdict: supported, support: 1}  # old\n") ==
        light + "    expect: " + figures + "  # old\n");
  CHECK(signed_off(light +
                   "    expect:\n      # why\n      verdict: supported\n      base: 7  # seven\n    section: 1\n") ==
        light +
            "    expect:\n      # why\n      verdict: supported\n      base: 4  # seven\n      support: 2\n"
            "      against: 0\n    section: 1\n");
  CHECK(signed_off(
            "  - statement: s\n    quantifier: some\n    evidence: {where: site=South, any: place.light}\n    id: X") ==
        "  - statement: s\n    quantifier: some\n    evidence: {where: site=South, any: place.light}\n    id: X\n    "
        "expect: " +
            figures);
}

TEST_CASE("line breaks stay as the file has them") {
  std::string text = head + light;
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2)) text.insert(at, "\r");
  const JudgedStudy study(text);
  REQUIRE(study.reports().empty());
  const std::vector<Finding> findings = study.findings();
  Sink sink;
  CHECK(sign_off(study.conclusions, {&findings[0]}, "", sink).result() ==
        text + "    expect: {verdict: supported, support: 2, against: 0, base: 4}\r\n");
}

TEST_CASE("what is not carried is signed off with a reason only") {
  const std::string most =
      "  - id: X\n    statement: s\n    quantifier: most\n    evidence: {where: site=South, any: place.light}\n";
  const std::string figures = "    expect: {verdict: overstated, support: 2, against: 0, base: 4}\n";
  CHECK(signed_off(most) == "conclusion `X` is overstated (at least 3 of 4 expected, 2 found)");
  CHECK(signed_off(most, "half: of four") == most + figures + "    reason: 'half: of four'\n");
  CHECK(signed_off(most + "    reason: known\n") == most + "    reason: known\n" + figures);
  CHECK(signed_off(most + "    reason: known\n      for years\n    section: 1\n", "new") ==
        most + "    reason: new\n    section: 1\n" + figures);
}

TEST_CASE("a reason is for those that are not carried and not signed off as found") {
  const std::string y =
      "  - id: Y\n    statement: s\n    quantifier: most\n    evidence: {where: site=South, any: place.light}\n"
      "    expect: {verdict: overstated, support: 2, against: 0, base: 4}\n    reason: old\n";
  CHECK(signed_off(light + y, "new") ==
        light + "    expect: {verdict: supported, support: 2, against: 0, base: 4}\n" + y);
}

TEST_CASE("what stands in brackets cannot be signed off") {
  CHECK(signed_off("  - {id: X, statement: s, quantifier: some, evidence: {any: place.light}}\n") ==
        "conclusion `X` stands in brackets, which cannot be edited by lines");
}
