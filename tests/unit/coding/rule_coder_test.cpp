#include "coding/rule_coder.hpp"

#include <sstream>
#include <string>

#include "coding/coded_corpus.hpp"
#include "support/catch.hpp"
#include "unit/coding/coded_text.hpp"

using namespace etic;

namespace {

/// A joint interview, coded by one book whose first line is given, with whose words each coding is of.
std::string coded_jointly(const std::string& book, const std::string& answers) {
  return coded(WholeStudy(one_interview("---\nrespondents: [G1-01, G1-02, G1-03]\n---\n" + answers,
                                        {{"b.yaml", "codebook: b\n" + book}})),
               true);
}

}  // namespace

TEST_CASE("a code occurs under its questions only") {
  const std::string transcript = "---\nrespondent: G1-01\n---\n## G1Q1\nfast\n## G1Q2\nfast\n## G1Q3\nfast\n";
  CHECK(coded(WholeStudy(one_interview(
            transcript,
            {{"b.yaml",
              "codebook: b\ncodes: {c: {questions: G1Q1-2, rules: [fast, {phrase: f*, questions: G1Q2}]}}\n"}}))) ==
        "c#1 `fast`\n"
        "c#1 `fast`\n"
        "c#2 `fast`\n"
        "c#2 `fast` not: scope\n"
        "c#1 `fast` not: scope\n"
        "c#2 `fast` not: scope\n");
}

TEST_CASE("a rule may look at the answer's first sentence only") {
  const std::string rule = "{phrase: f*, first: sentence}";
  CHECK(coded_by(rule, "So fast. And free.") == "c#1 `fast`\nc#1 `free` not: first sentence\n");
  CHECK(coded_by(rule, "No. Fast.") == "c#1 `Fast` not: first sentence\n");
  CHECK(coded_by(rule, "Interviewer: Well, free?\nRespondent: So fast! Fun?") ==
        "c#1 `fast`\nc#1 `Fun` not: first sentence\n");
  CHECK(coded_by(rule, "[fast. free.]\nfun\n\nfast") == "c#1 `fun`\nc#1 `fast` not: first sentence\n");
  CHECK(coded_by("{regex: 'fast\\W+and', first: sentence}", "So fast. And free.") == "c#1 `fast. And`\n");
}

TEST_CASE("a rule may ask for an answer's length in words") {
  CHECK(coded_by("{phrase: x, answer_words: '<= 3'}", "a b x") == "c#1 `x`\n");
  CHECK(coded_by("{phrase: x, answer_words: '<= 3'}", "a b c-x") == "c#1 `x` not: answer length\n");
  CHECK(coded_by("{phrase: x, answer_words: ['> 1', '< 4']}", "x") == "c#1 `x` not: answer length\n");
  CHECK(coded_by("{phrase: x, answer_words: ['> 1', '< 4']}", "x. y z") == "c#1 `x`\n");
  CHECK(coded_by("{phrase: x, answer_words: '= 2'}", "x\nInterviewer: a b c\nRespondent: y") == "c#1 `x`\n");
}

TEST_CASE("has: at least one of the codes is in the answer; without: none is") {
  const std::string book = R"(codes:
  late: {has: [a, b], rules: x}
  not-late: {without: [a, b], rules: x}
  a: {rules: a}
  b: {rules: b}
)";
  CHECK(coded(book, "x. a") == "late#1 `x`\na#1 `a`\nnot-late#1 `x` not: without a\n");
  CHECK(coded(book, "b. x") == "b#1 `b`\nlate#1 `x`\nnot-late#1 `x` not: without b\n");
  CHECK(coded(book, "x") == "not-late#1 `x`\nlate#1 `x` not: has a\n");
}

TEST_CASE("has and without look at what the other rules assigned, not at what they matched") {
  const std::string book = R"(negation: {cues: not}
codes:
  c: {has: a, rules: x}
  d: {without: a, rules: x}
  a: {rules: a, without: b}
  b: {rules: b}
)";
  CHECK(coded(book, "x not a") == "d#1 `x`\nc#1 `x` not: has a\na#1 `a` not: negated\n");
  CHECK(coded(book, "x a b") == "d#1 `x`\nb#1 `b`\nc#1 `x` not: has a\na#1 `a` not: without b\n");
}

TEST_CASE("a theme stands for all below it where `has` and `without` name it") {
  const std::string book = R"(codes:
  c: {has: theme, rules: x}
  d: {without: theme, rules: x}
  theme: {codes: {inner: {codes: {a: {rules: a}}}}}
)";
  CHECK(coded(book, "x a") == "c#1 `x`\ntheme.inner.a#1 `a`\nd#1 `x` not: without theme\n");
  CHECK(coded(book, "x") == "d#1 `x`\nc#1 `x` not: has theme\n");
}

TEST_CASE("several `has` must all hold") {
  const std::string book = "codes:\n  c: {has: a, rules: [{phrase: x, has: b}]}\n  a: {rules: a}\n  b: {rules: b}\n";
  CHECK(coded(book, "x a b") == "c#1 `x`\na#1 `a`\nb#1 `b`\n");
  CHECK(coded(book, "x a") == "a#1 `a`\nc#1 `x` not: has b\n");
  CHECK(coded(book, "x b") == "b#1 `b`\nc#1 `x` not: has a\n");
}

TEST_CASE("the first condition that fails is the reason given") {
  const std::string book =
      "negation: {cues: not}\ncodes:\n  c: {rules: [{phrase: x, none: y, answer_words: '< 9', without: a}]}\n  a: "
      "{rules: a}\n";
  CHECK(coded(book, "not x y a") == "c#1 `x` not: none\na#1 `a` not: negated\n");
  CHECK(coded(book, "a! Not x") == "a#1 `a`\nc#1 `x` not: negated\n");
  CHECK(coded(book, "1 2 3 4 5 6 7 8 not x y") == "c#1 `x` not: answer length\n");
}

TEST_CASE("of an exclusive theme the code listed first wins, with all its codings") {
  const std::string book = R"(codes:
  stance:
    exclusive: [unsure, agree]
    codes: {agree: {rules: [yes, agree*]}, unsure: {rules: perhaps}}
  other: {rules: agree}
)";
  CHECK(coded(book, "Yes, I agree.") == "stance.agree#1 `Yes`\nstance.agree#2 `agree`\nother#1 `agree`\n");
  CHECK(coded(book, "Yes, perhaps, perhaps I agree.") ==
        "stance.unsure#1 `perhaps`\nstance.unsure#1 `perhaps`\nother#1 `agree`\n"
        "stance.agree#1 `Yes` not: exclusive stance.unsure\nstance.agree#2 `agree` not: exclusive stance.unsure\n");
}

TEST_CASE("a theme's own codings are beside its exclusive codes, and a code below counts for its branch") {
  const std::string book = R"(codes:
  stance:
    rules: stance
    exclusive: [for, against]
    codes:
      for: {exclusive: [strong, weak], codes: {weak: {rules: weak}, strong: {rules: strong}}}
      against: {rules: against}
)";
  CHECK(coded(book, "stance against, weak, strong") ==
        "stance#1 `stance`\nstance.for.strong#1 `strong`\n"
        "stance.against#1 `against` not: exclusive stance.for.strong\nstance.for.weak#1 `weak` not: exclusive "
        "stance.for.strong\n");
  CHECK(coded(book, "stance against") == "stance#1 `stance`\nstance.against#1 `against`\n");
}

TEST_CASE("an exclusive theme is settled in each answer by itself") {
  const std::string transcript = "---\nrespondent: G1-01\n---\n## G1Q1\na\n## G1Q2\nb\n";
  CHECK(coded(WholeStudy(one_interview(
            transcript,
            {{"b.yaml", "codebook: b\ncodes: {t: {exclusive: [a, b], codes: {a: {rules: a}, b: {rules: b}}}}\n"}}))) ==
        "t.a#1 `a`\nt.b#1 `b`\n");
}

TEST_CASE("an answer that says nothing bears no other code, of whatever book") {
  const std::string transcript = "---\nrespondent: G1-01\n---\n## G1Q1\nNo comment, it is fast.\n## G1Q2\nfast\n";
  CHECK(coded(WholeStudy(one_interview(
            transcript,
            {{"a.yaml", "codebook: a\ncodes: {speed: {rules: fast}}\n"},
             {"common.yaml", "codebook: common\ncodes: {non-answer: {excludes: all, rules: no comment}}\n"}}))) ==
        "non-answer#1 `No comment`\nspeed#1 `fast`\nspeed#1 `fast` not: non-answer non-answer\n");
}

TEST_CASE("two sorts of non-answer stand side by side") {
  const std::string book = R"(codes:
  silent: {excludes: all, rules: silent}
  refers: {excludes: all, rules: ask}
  speed: {rules: fast}
)";
  CHECK(coded(book, "fast, ask, silent") ==
        "refers#1 `ask`\nsilent#1 `silent`\nspeed#1 `fast` not: non-answer silent\n");
}

TEST_CASE("a non-answer that loses to a stance leaves the stance in place") {
  const std::string book = R"(codes:
  stance:
    exclusive: [agree, silent]
    codes: {agree: {rules: agree}, silent: {excludes: all, rules: no comment}}
  speed: {rules: fast}
)";
  CHECK(coded(book, "No comment, but I agree: fast.") ==
        "stance.agree#1 `agree`\nspeed#1 `fast`\nstance.silent#1 `No comment` not: exclusive stance.agree\n");
  CHECK(coded(book, "No comment: fast.") ==
        "stance.silent#1 `No comment`\nspeed#1 `fast` not: non-answer stance.silent\n");
}

TEST_CASE("a fallback codes what nothing else does") {
  const std::string book = R"(codes:
  stance: {codes: {agree: {rules: agree}, disagree: {rules: disagree}}}
  unclear: {without: stance, rules: [{answer: any}]}
)";
  CHECK(coded(book, "Well, well.") == "unclear#1 `Well, well.`\n");
  CHECK(coded(book, "I agree.") == "stance.agree#1 `agree`\nunclear#1 `I agree.` not: without stance\n");
}

TEST_CASE("each voice of a joint answer is coded by itself") {
  const std::string book = R"(codes:
  speed: {rules: [fast, {phrase: f*, first: sentence}, {phrase: fast, answer_words: '= 1'}]}
  both: {has: speed, rules: cheap}
)";
  CHECK(coded_jointly(book, "## G1Q1\nG1-01: It is fast.\nG1-02: Cheap.\nG1-01: fast\nG1-03: Fast!\n") ==
        "G1-01 speed#1 `fast`\n"
        "G1-01 speed#2 `fast`\n"
        "G1-01 speed#1 `fast`\n"
        "G1-03 speed#1 `Fast`\n"
        "G1-03 speed#2 `Fast`\n"
        "G1-03 speed#3 `Fast`\n"
        "G1-01 speed#3 `fast` not: answer length\n"
        "G1-01 speed#2 `fast` not: first sentence\n"
        "G1-01 speed#3 `fast` not: answer length\n"
        "G1-02 both#1 `Cheap` not: has speed\n");
}

TEST_CASE("what nobody's label stands before is said by all; one voice's silence is its own") {
  const std::string book = R"(codes:
  silent: {excludes: all, rules: no comment}
  t: {exclusive: [a, b], codes: {a: {rules: a}, b: {rules: b}}}
)";
  CHECK(coded_jointly(book, "## G1Q1\na b\nG1-02: no comment, a\nG1-03: b\n") ==
        "G1-01 G1-02 G1-03 t.a#1 `a`\n"
        "G1-02 silent#1 `no comment`\n"
        "G1-03 t.b#1 `b`\n"
        "G1-01 G1-02 G1-03 t.b#1 `b` not: exclusive t.a\n"
        "G1-02 t.a#1 `a` not: non-answer silent\n");
}

TEST_CASE("no match runs from one voice into another, or over another's words") {
  CHECK(coded_jointly("codes: {c: {rules: [a b, {near: [a, b]}, {regex: 'a\\W+b'}]}}\n",
                      "## G1Q1\nG1-01: a\nG1-02: b\nG1-01: b\n") == "");
}

TEST_CASE("codings stand in the answers' order, and by answer") {
  const std::map<std::string, std::string> files{
      {"study.yaml", "title: t\ngroups: {G1: g}\nquestions: {G1Q1: a, G1Q2: b}\n"},
      {"codebooks/b.yaml", "codebook: b\ncodes: {x: {rules: [x]}, y: {rules: [y]}}\n"},
      {"transcripts/1.md", "---\nrespondent: G1-10\n---\n## G1Q2\ny x\n## G1Q1\nx\n"},
      {"transcripts/2.md", "---\nrespondent: G1-9\n---\n## G1Q2\nnothing\n## G1Q1\nx y\n"},
  };
  const WholeStudy whole(files);
  REQUIRE(whole.reports().empty());
  const CodedCorpus codings = code_by_rules(whole.study, whole.corpus, whole.books);
  std::string text;
  for (std::size_t i = 0; i < whole.corpus.answers.size(); ++i) {
    const Answer& answer = whole.corpus.answers[i];
    text += whole.corpus.respondent(answer.respondents.front()).name + " " +
            whole.study.question(answer.question).code.text() + ":";
    for (const Coding& coding : codings.of(AnswerId(i))) text += " " + whole.books.code(coding.code()).name;
    text += codings.of(AnswerId(i)).empty() ? " -\n" : "\n";
  }
  CHECK(text ==
        "G1-9 G1Q1: x y\n"
        "G1-9 G1Q2: -\n"
        "G1-10 G1Q1: x\n"
        "G1-10 G1Q2: y x\n");
  CHECK(codings.codings.size() == 5);
}

TEST_CASE("asking for what was blocked changes no coding") {
  const std::string book = R"(negation: {cues: not}
codes:
  c: {questions: G1Q1, has: d, rules: [x, {phrase: x y, questions: G1Q2}]}
  d: {rules: [{near: [x, y], none: z}], without: e}
  e: {rules: z, excludes: all}
)";
  const std::string transcript =
      "---\nrespondent: G1-01\n---\n## G1Q1\nx y. Not x y. x z y\n## G1Q2\nx y\n## G1Q3\nx and y\n";
  const WholeStudy whole(one_interview(transcript, {{"b.yaml", "codebook: b\n" + book}}));
  REQUIRE(whole.reports().empty());
  std::string without_blocked;
  for (const Coding& coding : code_by_rules(whole.study, whole.corpus, whole.books).codings)
    without_blocked += describe(coding, whole, false) + "\n";
  const std::string all = coded(whole);
  CHECK(all.substr(0, without_blocked.size()) == without_blocked);
  std::istringstream rest(all.substr(without_blocked.size()));
  std::size_t blocked = 0;
  for (std::string line; std::getline(rest, line); ++blocked) CHECK(line.find(" not: ") != std::string::npos);
  CHECK(blocked > 0);
}
