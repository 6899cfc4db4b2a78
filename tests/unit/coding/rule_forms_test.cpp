#include <string>

#include "support/catch.hpp"
#include "unit/coding/coded_text.hpp"

using namespace etic;

// What each form of rule finds, as a reader of the codebook would tell it.

TEST_CASE("a phrase is found word by word, whatever stands between the words but a sentence's end") {
  const std::string rule = "accelerat* construct*";
  CHECK(coded_by(rule, "They accelerated construction.") == "c#1 `accelerated construction`\n");
  CHECK(coded_by(rule, "ACCELERATE, (constructing!) now") == "c#1 `ACCELERATE, (constructing`\n");
  CHECK(coded_by(rule, "We accelerate Construct-ion.") == "c#1 `accelerate Construct`\n");
  CHECK(coded_by(rule, "They accelerated\nconstruction.") == "c#1 `accelerated\nconstruction`\n");
  CHECK(coded_by(rule, "They accelerated. Construction began.") == "");
  CHECK(coded_by(rule, "They accelerated\n\nconstruction.") == "");
  CHECK(coded_by(rule, "They accelerated the construction.") == "");
}

TEST_CASE("a star alone is one word of any kind") {
  CHECK(coded_by("the * park", "the host park, the big host park, the park") == "c#1 `the host park`\n");
  CHECK(coded_by("'* *'", "a b c") == "c#1 `a b`\nc#1 `b c`\n");
}

TEST_CASE("every match is kept, overlapping ones too") {
  CHECK(coded_by("a a", "a a a") == "c#1 `a a`\nc#1 `a a`\n");
  CHECK(coded_by("host park, industrial host park, host*", "industrial host park") ==
        "c#2 `industrial host park`\nc#3 `host`\nc#1 `host park`\n");
}

TEST_CASE("the same words match a rule once, whichever of its alternatives fit") {
  CHECK(coded_by("{phrase: [fast, 'f*', '*t']}", "fast") == "c#1 `fast`\n");
  CHECK(coded_by("{phrase: [host park, host]}", "host park") == "c#1 `host`\nc#1 `host park`\n");
}

TEST_CASE("near: elements stand in any order, few words apart") {
  const std::string rule = "{near: [build*, fast*], within: 1}";
  CHECK(coded_by(rule, "They build it fast.") == "c#1 `build it fast`\n");
  CHECK(coded_by(rule, "A fast building.") == "c#1 `fast building`\n");
  CHECK(coded_by(rule, "They build it very fast.") == "");
  CHECK(coded_by(rule, "They build. Fast!") == "");
  CHECK(coded_by("{near: [a, b], within: 0}", "a b x a x b") == "c#1 `a b`\n");
}

TEST_CASE("near: eight words may stand between unless the rule says otherwise") {
  CHECK(coded_by("{near: [a, b]}", "a 1 2 3 4 5 6 7 8 b") == "c#1 `a 1 2 3 4 5 6 7 8 b`\n");
  CHECK(coded_by("{near: [a, b]}", "a 1 2 3 4 5 6 7 8 9 b") == "");
}

TEST_CASE("near: words are counted between the first element's end and the last one's beginning") {
  const std::string text = "the host park runs a one stop shop";
  CHECK(coded_by("{near: [one stop shop, host park], within: 2}", text) == "c#1 `host park runs a one stop shop`\n");
  CHECK(coded_by("{near: [one stop shop, host park], within: 1}", text) == "");
}

TEST_CASE("near: each occurrence closes a match with the latest others before it") {
  CHECK(coded_by("{near: [fast, build]}", "fast build fast") == "c#1 `fast build`\nc#1 `build fast`\n");
  CHECK(coded_by("{near: [fast, build]}", "build build fast") == "c#1 `build fast`\n");
  CHECK(coded_by("{near: [a, b, c]}", "a b c a") == "c#1 `a b c`\nc#1 `b c a`\n");
  CHECK(coded_by("{near: [a, b, c]}", "a c c") == "");
}

TEST_CASE("near: the element that closes shares no word with the others") {
  CHECK(coded_by("{near: [fast*, f*]}", "fast") == "");
  CHECK(coded_by("{near: [fast*, f*]}", "fast fast") == "c#1 `fast fast`\n");
  CHECK(coded_by("{near: [fast*, f*, build]}", "fast build") == "c#1 `fast build`\n");
}

TEST_CASE("near: of occurrences that end together the shortest is taken") {
  CHECK(coded_by("{near: ['@park', opened], within: 0}", "existing host park opened",
                 "lists: {park: [host park, existing host park, park]}\n") == "c#1 `park opened`\n");
}

TEST_CASE("sequence: elements stand in the order given") {
  CHECK(coded_by("{sequence: [a, b]}", "b a") == "");
  CHECK(coded_by("{sequence: [a, b]}", "a x b") == "c#1 `a x b`\n");
  CHECK(coded_by("{sequence: [a, b], within: 1}", "a x x b") == "");
  CHECK(coded_by("{sequence: [a, b]}", "a! b") == "");
}

TEST_CASE("sequence: chained backwards from each occurrence of the last element") {
  CHECK(coded_by("{sequence: [a, b]}", "a x a b b") == "c#1 `a b`\nc#1 `a b b`\n");
  CHECK(coded_by("{sequence: [a, b, c]}", "a a b x c") == "c#1 `a b x c`\n");
  CHECK(coded_by("{sequence: [a, b, c]}", "a b a c") == "c#1 `a b a c`\n");
  CHECK(coded_by("{sequence: [a, b, a]}", "a b a b a") == "c#1 `a b a`\nc#1 `a b a`\n");
}

TEST_CASE("all: elements stand anywhere in one sentence, which matches once") {
  const std::string rule = "{all: [time*, shorten*]}";
  CHECK(coded_by(rule, "Shorten what you say about the time, and time will be shortened.") ==
        "c#1 `Shorten what you say about the time`\n");
  CHECK(coded_by(rule, "Time is short. It is shortened.") == "");
  CHECK(coded_by(rule, "Time shortened. Shortened time.") == "c#1 `Time shortened`\nc#1 `Shortened time`\n");
  CHECK(coded_by("{all: [time*, t*]}", "time") == "c#1 `time`\n");
}

TEST_CASE("none: bars the sentence in which one of them stands, negated or not") {
  const std::string rules = "{phrase: time*, none: [loan*, bank credit]}";
  CHECK(coded_by(rules, "No loans, more time. Time!", "negation: {cues: 'no'}\n") ==
        "c#1 `Time`\nc#1 `time` not: none\n");
  CHECK(coded_by(rules, "time for bank credit") == "c#1 `time` not: none\n");
  CHECK(coded_by(rules, "time for bank and credit") == "c#1 `time`\n");
  CHECK(coded_by("{near: [a, b], none: x}, {all: [a, b], none: x}, {regex: 'a.b', none: x}", "x a b! a b") ==
        "c#1 `a b`\nc#2 `a b`\nc#3 `a b`\nc#1 `a b` not: none\nc#2 `a b` not: none\nc#3 `a b` not: none\n");
}

TEST_CASE("regex: looks over a whole stretch of talk, sentences and all") {
  CHECK(coded_by("{regex: 'open(ed|s)? early'}", "It opened early. Theirs Opens Early.") ==
        "c#1 `opened early`\nc#1 `Opens Early`\n");
  CHECK(coded_by("{regex: 'early\\. it'}", "They came early. It opened.") == "c#1 `early. It`\n");
  CHECK(coded_by("{regex: 'a.*b', none: c}", "x! a! c b") == "c#1 `a! c b`\n");
  CHECK(coded_by("{regex: '\\d+ ?%'}", "up 10 % or 12%") == "c#1 `10 %`\nc#1 `12%`\n");
}

TEST_CASE("answer: any answer that fulfils the conditions, as a whole") {
  CHECK(coded_by("{answer: any}", "One. Two.\n\nThree") == "c#1 `One. Two.\n\nThree`\n");
  CHECK(coded_by("{answer: any, first: sentence}", "One. Two.") == "c#1 `One.`\n");
  CHECK(coded_by("{answer: any, answer_words: '< 2'}", "One. Two.") == "c#1 `One. Two.` not: answer length\n");
  CHECK(coded_by("{answer: any}", "one\nInterviewer: And?\nRespondent: two") ==
        "c#1 `one\nInterviewer: And?\nRespondent: two`\n");
}

TEST_CASE("only the respondent's words are coded, turn by turn") {
  const std::string text =
      "fast build\nInterviewer: fast build?\nRespondent: fast\n[fast build]\nbuild\nInterviewer: x\nRespondent: build "
      "fast";
  CHECK(coded_by("fast build", text) == "c#1 `fast build`\n");
  CHECK(coded_by("{near: [fast, build]}", text) == "c#1 `fast build`\nc#1 `build fast`\n");
  CHECK(coded_by("{all: [fast, build]}", text) == "c#1 `fast build`\nc#1 `build fast`\n");
  CHECK(coded_by("{regex: 'build.*fast|fast\\W*build'}", text) == "c#1 `fast build`\nc#1 `build fast`\n");
}

TEST_CASE("an answer without a word has no matches but of regular expressions and of answers") {
  CHECK(coded_by("'*', {regex: '\\.\\.'}, {answer: any}", "...") == "c#2 `..`\nc#3 `...`\n");
  CHECK(coded_by("'*', {regex: '.', none: x, negated: keep}, {answer: any}", "\u3000") == "");
}
