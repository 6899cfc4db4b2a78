#include <string>

#include "support/catch.hpp"
#include "unit/coding/coded_text.hpp"

using namespace etic;

namespace {

/// Whether the rules of `c` match unnegated (`+`), negated (`-`) or both, in the order of their places.
std::string signs(const std::string& rules, const std::string& answer, const std::string& negation) {
  const std::string lines = coded_by(rules, answer, "negation: {" + negation + "}\n");
  std::string kept;
  std::string refused;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = lines.find('\n', begin);
    const std::string line = lines.substr(begin, end - begin);
    if (line.find(" not: ") == std::string::npos) {
      kept += '+';
    } else {
      REQUIRE(line.find(" not: negated") != std::string::npos);
      refused += '-';
    }
    begin = end + 1;
  }
  return kept + refused;
}

}  // namespace

TEST_CASE("a cue reaches as many words as its scope, counted from its last word") {
  CHECK(signs("x", "not x", "cues: not, scope: 2") == "-");
  CHECK(signs("x", "not 1 x", "cues: not, scope: 2") == "-");
  CHECK(signs("x", "not 1 2 x", "cues: not, scope: 2") == "+");
  CHECK(signs("x", "x not", "cues: not, scope: 2") == "+");
  CHECK(signs("x", "rather than 1 x", "cues: rather than, scope: 2") == "-");
  CHECK(signs("x", "rather than 1 2 x", "cues: rather than, scope: 2") == "+");
  CHECK(signs("x", "rather 1 x", "cues: rather than, scope: 2") == "+");
  CHECK(signs("x y", "not 1 x y", "cues: not, scope: 2") == "-");
  CHECK(signs("x", "not 1 2 3 4 5 x", "cues: not") == "-");
  CHECK(signs("x", "not 1 2 3 4 5 6 x", "cues: not") == "+");
}

TEST_CASE("the nearest cue decides, and cues may be patterns") {
  CHECK(signs("x", "not 1 2 not x", "cues: not, scope: 1") == "-");
  CHECK(signs("x", "didn't x", "cues: '*n''t', scope: 1") == "-");
  CHECK(signs("x", "Didn\u2019t x", "cues: didn't, scope: 1") == "-");
  CHECK(signs("\u5feb", "\u4e0d\u5feb\u3002\u5feb", "cues: \u4e0d, scope: 1") == "+-");
}

TEST_CASE("a cue reaches nothing in another sentence") {
  CHECK(signs("x", "It is not. X", "cues: not") == "+");
  CHECK(signs("x", "not\n\nx", "cues: not") == "+");
  CHECK(signs("x", "not\n[note]\nx", "cues: not") == "+");
  CHECK(signs("x", "not, x; and x: x", "cues: not") == "---");
}

TEST_CASE("a phrase in which a cue is none") {
  CHECK(signs("x", "not only x", "cues: not, not_cues: not only") == "+");
  CHECK(signs("x", "not x", "cues: not, not_cues: not only") == "-");
  CHECK(signs("x", "not only not x", "cues: not, not_cues: not only") == "-");
  CHECK(signs("x", "no doubt x", "cues: ['no', no doubt], not_cues: no doubt") == "+");
  CHECK(signs("x", "no doubt at all x", "cues: no doubt at all, not_cues: no doubt") == "-");
}

TEST_CASE("a stop word ends a cue's reach") {
  CHECK(signs("x", "not 1 but x", "cues: not, stops: but") == "+");
  CHECK(signs("x", "but not x", "cues: not, stops: but") == "-");
  CHECK(signs("x", "not but not x", "cues: not, stops: but") == "-");
  CHECK(signs("x", "not even so x", "cues: not, stops: even so") == "+");
  CHECK(signs("x", "not even x", "cues: not, stops: even so") == "-");
  CHECK(signs("but x", "not but x", "cues: not, stops: but") == "-");
}

TEST_CASE("a stop within a longer one that holds the cue still stops") {
  CHECK(signs("x", "it is not 1 but x", "cues: not, stops: [but, not 1 but]") == "+");
  CHECK(signs("x", "it is not but so x", "cues: not, stops: [but, not but so]") == "+");
}

TEST_CASE("a cue inside a match never negates it") {
  CHECK(signs("'no delay*'", "no delays", "cues: 'no'") == "+");
  CHECK(signs("'no delay*'", "not no delays", "cues: ['no', not]") == "-");
  CHECK(signs("not only x", "not only x", "cues: not") == "+");
  CHECK(signs("{regex: 'not x'}", "not x", "cues: not") == "+");
}

TEST_CASE("near and sequence: a cue between two elements negates, however far off") {
  for (const std::string form : {"near", "sequence"}) {
    const std::string rule = "{" + form + ": [build*, fast]}";
    CHECK(signs(rule, "build fast", "cues: not, scope: 1") == "+");
    CHECK(signs(rule, "build not fast", "cues: not, scope: 1") == "-");
    CHECK(signs(rule, "build not so very fast", "cues: not, scope: 1") == "-");
    CHECK(signs(rule, "build not but fast", "cues: not, stops: but") == "+");
    CHECK(signs(rule, "not build fast", "cues: not, scope: 1") == "-");
    CHECK(signs(rule, "not 1 build fast", "cues: not, scope: 1") == "+");
    CHECK(signs(rule, "build fast not", "cues: not") == "+");
  }
  CHECK(signs("{near: [a, b, c]}", "a not b c", "cues: not, scope: 1") == "-");
  CHECK(signs("{near: [a, b, c]}", "a b not c", "cues: not, scope: 1") == "-");
}

TEST_CASE("near: a cue that is part of an element does not stand between") {
  CHECK(signs("{near: [not slow, build]}", "build not slow", "cues: not") == "+");
  CHECK(signs("{near: [not slow, build]}", "not slow build", "cues: not") == "+");
  CHECK(signs("{near: [not slow, build, slow*]}", "not slow build slow", "cues: not") == "++");
  CHECK(signs("{near: [a, a not b, c]}", "a not b c", "cues: not") == "+");
}

TEST_CASE("near: a cue between stands behind a longer one that begins in the left element") {
  CHECK(signs("{near: [a, b]}", "a no no b", "cues: ['no', a no no], scope: 1") == "-");
}

TEST_CASE("all: a negated occurrence is absent") {
  const std::string rule = "{all: [time*, shorten*]}";
  CHECK(coded_by(rule, "It did not shorten our time.", "negation: {cues: not, scope: 2}\n") ==
        "c#1 `shorten our time` not: negated\n");
  CHECK(coded_by(rule, "Time was not shortened.", "negation: {cues: not}\n") ==
        "c#1 `Time was not shortened` not: negated\n");
  CHECK(coded_by(rule, "No time shortens a time.", "negation: {cues: 'no', scope: 1}\n") == "c#1 `shortens a time`\n");
  CHECK(coded_by(rule, "Time shortens no time.", "negation: {cues: 'no', scope: 1}\n") == "c#1 `Time shortens`\n");
}

TEST_CASE("a rule may keep what is negated, or want nothing else") {
  const std::string negation = "negation: {cues: not, scope: 1}\n";
  const std::string text = "x, not x";
  CHECK(coded_by("{phrase: x}", text, negation) == "c#1 `x`\nc#1 `x` not: negated\n");
  CHECK(coded_by("{phrase: x, negated: keep}", text, negation) == "c#1 `x`\nc#1 `x`\n");
  CHECK(coded_by("{phrase: x, negated: only}", text, negation) == "c#1 `x`\nc#1 `x` not: not negated\n");
  CHECK(coded_by("{near: [x, y], negated: only}", "x not y, y x", negation) ==
        "c#1 `x not y`\nc#1 `x not y, y`\nc#1 `y x` not: not negated\n");
  CHECK(coded_by("{regex: 'x+', negated: only}", "not xx", negation) == "c#1 `xx`\n");
}

TEST_CASE("all, with negated ones kept or wanted: the first occurrences count") {
  const std::string negation = "negation: {cues: not, scope: 1}\n";
  CHECK(coded_by("{all: [a, b], negated: keep}", "not a, a b", negation) == "c#1 `a, a b`\n");
  CHECK(coded_by("{all: [a, b], negated: only}", "not a, a b", negation) == "c#1 `a, a b`\n");
  CHECK(coded_by("{all: [a, b], negated: only}", "a, not a, b", negation) == "c#1 `a, not a, b` not: not negated\n");
}

TEST_CASE("a regular expression is negated by the words before its first letter") {
  CHECK(signs("{regex: 'ark'}", "not a park", "cues: not, scope: 2") == "-");
  CHECK(signs("{regex: 'ark'}", "not in a park", "cues: not, scope: 2") == "+");
  CHECK(signs("{regex: '!'}", "not now! x", "cues: not, scope: 2") == "-");
  CHECK(signs("{regex: '\\?'}", "not now? Not!", "cues: not, scope: 1") == "+");
  CHECK(signs("{regex: '\\.$'}", "not now.", "cues: not, scope: 2") == "-");
}

TEST_CASE("of readings of the same words the unnegated one counts") {
  CHECK(signs("{near: [x, '@y']}", "x no y", "cues: 'no'}\nlists: {y: [y, 'no y']") == "+");
}

TEST_CASE("negation is each book's own") {
  const std::string transcript = "---\nrespondent: G1-01\n---\n## G1Q1\nnot x\n";
  CHECK(coded(WholeStudy(one_interview(
            transcript, {{"a.yaml", "codebook: a\nnegation: {cues: not}\ncodes: {a: {rules: x}}\n"},
                         {"b.yaml", "codebook: b\ncodes: {b: {rules: x}}\n"},
                         {"c.yaml", "codebook: c\nnegation: {cues: never}\ncodes: {c: {rules: x}}\n"}}))) ==
        "b#1 `x`\nc#1 `x`\na#1 `x` not: negated\n");
}
