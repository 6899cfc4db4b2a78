#include "codebook/codebook_reader.hpp"
#include "support/catch.hpp"
#include "unit/codebook/book_reading.hpp"

using namespace etic;

TEST_CASE("a study without its folder of codebooks") {
  Sink sink;
  const WholeStudy whole = read_books({});
  CHECK(read_codebooks(MemoryFiles({}), "far", whole.study, sink).books.empty());
  REQUIRE(sink.sorted().size() == 1);
  CHECK(sink.sorted()[0].path == "far/codebooks");
  CHECK(sink.sorted()[0].message == "there is no folder of codebooks");
  CHECK(info(sink.sorted()[0].kind).name == "unreadable-file");
}

TEST_CASE("a book that is no text is left out, and the others are read") {
  const WholeStudy whole =
      read_books({{"a.yaml", "codebook: a\xFF\n"}, {"b.yaml", "codebook: b\ncodes: {x: {rules: x}}\n"}});
  CHECK(kinds_of(whole) == "1:12 invalid-utf8\n");
  CHECK(whole.books.book_names() == std::vector<std::string>{"b"});
}

TEST_CASE("an empty book") { CHECK(reports_on("") == "codebooks/b.yaml: error: the file is empty [empty-file]\n"); }

TEST_CASE("a book without codes") {
  CHECK(reports_on("codebook: b\n") ==
        "codebooks/b.yaml:1:1: error: the codebook has no `codes` [missing-key]\n"
        "    codebook: b\n"
        "    ^\n");
}

TEST_CASE("a book that is a list") {
  CHECK(reports_on("- a\n- b\n") ==
        "codebooks/b.yaml:1:1: error: the codebook wants a mapping (`key: value`), not a list [wrong-type]\n"
        "    - a\n"
        "    ^\n");
}

TEST_CASE("broken YAML is reported with what stands before it read") {
  const WholeStudy whole = read_book("codes:\n  good: {rules: fast}\n  bad: {rules: 'fast}\n");
  CHECK(whole.books.find_code("good"));
  CHECK(whole.sink.error_count() == 1);
  CHECK(info(whole.sink.sorted()[0].kind).name == "yaml-syntax");
}

TEST_CASE("a book's name must be an id, and its own") {
  CHECK(reports_on("codebook: my book\ncodes: {a: {rules: x}}\n") ==
        "codebooks/b.yaml:1:11: error: `my book` cannot name a codebook [invalid-id]\n"
        "    codebook: my book\n"
        "              ^~~~~~~\n"
        "    hint: use letters, digits, `-` and `_`\n");
  const WholeStudy two = read_books(
      {{"a.yaml", "codebook: x\ncodes: {a: {rules: x}}\n"}, {"b.yaml", "codebook: x\ncodes: {b: {rules: x}}\n"}});
  CHECK(two.reports() ==
        "codebooks/b.yaml:1:11: error: codebook `x` stands in codebooks/a.yaml too [duplicate-code]\n"
        "    codebook: x\n"
        "              ^\n");
}

TEST_CASE("a code's name must be an id, without a dot") {
  CHECK(reports_on("codebook: b\ncodes:\n  a.b: {rules: x}\n  a b: {rules: x}\n  a: {codes: {'': {rules: x}}}\n") ==
        "codebooks/b.yaml:3:3: error: `a.b` cannot name a code [invalid-id]\n"
        "      a.b: {rules: x}\n"
        "      ^~~\n"
        "    hint: write `codes:` under its theme instead of a dot\n"
        "codebooks/b.yaml:4:3: error: `a b` cannot name a code [invalid-id]\n"
        "      a b: {rules: x}\n"
        "      ^~~\n"
        "    hint: use letters of any script, digits, `-` and `_`\n"
        "codebooks/b.yaml:5:15: error: `` cannot name a code [invalid-id]\n"
        "      a: {codes: {'': {rules: x}}}\n"
        "                  ^~\n"
        "    hint: use letters of any script, digits, `-` and `_`\n");
}

TEST_CASE("one id in two books") {
  const WholeStudy whole = read_books({{"a.yaml", "codebook: a\ncodes: {t: {codes: {x: {rules: x}}}}\n"},
                                       {"b.yaml", "codebook: b\ncodes:\n  t: {rules: y}\n  u: {rules: z}\n"}});
  CHECK(whole.reports() ==
        "codebooks/b.yaml:3:3: error: code `t` stands in codebooks/a.yaml:2 already [duplicate-code]\n"
        "      t: {rules: y}\n"
        "      ^\n");
  CHECK(whole.books.code_names() == std::vector<std::string>{"t", "t.x", "u"});
}

TEST_CASE("keys that are unknown, twice there or without a value") {
  CHECK(
      kinds_of(read_book(
          "colour: red\ncodes:\n  a: {rules: x, defnition: y}\n  a: {rules: z}\n  c: {label: ~, rules: x}\n  d:\n")) ==
      "2:1 unknown-key\n"
      "4:17 unknown-key\n"
      "5:3 duplicate-key\n"
      "6:14 empty-value\n"
      "7:3 empty-value\n");
}

TEST_CASE("values of the wrong type") {
  CHECK(reports_on("codebook: b\nlabel: [x]\nlists: x\nnegation: no\ncodes:\n  a: x\n  b: {rules: {near: [a, b]}}\n  "
                   "c: {label: {x: y}, codes: [d], rules: [[x, y]]}\n") ==
        "codebooks/b.yaml:2:8: error: `label` wants a single value, not a list [wrong-type]\n"
        "    label: [x]\n"
        "           ^\n"
        "codebooks/b.yaml:3:8: error: `lists` wants a mapping (`key: value`), not a single value [wrong-type]\n"
        "    lists: x\n"
        "           ^\n"
        "codebooks/b.yaml:4:11: error: `negation` wants a mapping (`key: value`), not a single value [wrong-type]\n"
        "    negation: no\n"
        "              ^~\n"
        "codebooks/b.yaml:6:6: error: code `a` wants a mapping (`key: value`), not a single value [wrong-type]\n"
        "      a: x\n"
        "         ^\n"
        "codebooks/b.yaml:7:14: error: `rules` wants a list of rules, not a mapping [wrong-type]\n"
        "      b: {rules: {near: [a, b]}}\n"
        "                 ^\n"
        "codebooks/b.yaml:8:14: error: `label` wants a single value, not a mapping [wrong-type]\n"
        "      c: {label: {x: y}, codes: [d], rules: [[x, y]]}\n"
        "                 ^\n"
        "codebooks/b.yaml:8:29: error: `codes` wants a mapping (`key: value`), not a list [wrong-type]\n"
        "      c: {label: {x: y}, codes: [d], rules: [[x, y]]}\n"
        "                                ^\n"
        "codebooks/b.yaml:8:42: error: a list stands where a rule is meant [invalid-rule]\n"
        "      c: {label: {x: y}, codes: [d], rules: [[x, y]]}\n"
        "                                             ^\n"
        "    hint: a rule is a phrase (quoted where it holds `: `), or a mapping with one of phrase, near, sequence, "
        "all, regex, answer\n");
}

TEST_CASE("values that are none of those allowed") {
  CHECK(reports_on(R"(codebook: b
negation: {cues: x, scope: 0}
codes:
  a: {excludes: some, first: paragraph, answer_words: [25, '< x'], rules: x}
  b: {rules: [{phrase: x, negated: maybe}, {answer: all}, {near: [a, b], within: 1001}]}
)") == "codebooks/b.yaml:2:28: error: `scope` wants a whole number from 1 to 1000 [wrong-value]\n"
       "    negation: {cues: x, scope: 0}\n"
       "                               ^\n"
       "codebooks/b.yaml:4:17: error: `excludes` cannot be `some` [wrong-value]\n"
       "      a: {excludes: some, first: paragraph, answer_words: [25, '< x'], rules: x}\n"
       "                    ^~~~\n"
       "    hint: only `excludes: all` is known\n"
       "codebooks/b.yaml:4:30: error: `first` cannot be `paragraph` [wrong-value]\n"
       "      a: {excludes: some, first: paragraph, answer_words: [25, '< x'], rules: x}\n"
       "                                 ^~~~~~~~~\n"
       "    hint: only `first: sentence` is known\n"
       "codebooks/b.yaml:4:56: error: `25` is no limit of words [wrong-value]\n"
       "      a: {excludes: some, first: paragraph, answer_words: [25, '< x'], rules: x}\n"
       "                                                           ^~\n"
       "    hint: like `answer_words: \"<= 25\"`\n"
       "codebooks/b.yaml:4:60: error: `< x` is no limit of words [wrong-value]\n"
       "      a: {excludes: some, first: paragraph, answer_words: [25, '< x'], rules: x}\n"
       "                                                               ^~~~~\n"
       "    hint: like `answer_words: \"<= 25\"`\n"
       "codebooks/b.yaml:5:36: error: `negated` cannot be `maybe` [wrong-value]\n"
       "      b: {rules: [{phrase: x, negated: maybe}, {answer: all}, {near: [a, b], within: 1001}]}\n"
       "                                       ^~~~~\n"
       "    hint: one of skip, keep, only\n"
       "codebooks/b.yaml:5:53: error: `answer` can only be `any` [wrong-value]\n"
       "      b: {rules: [{phrase: x, negated: maybe}, {answer: all}, {near: [a, b], within: 1001}]}\n"
       "                                                        ^~~\n"
       "codebooks/b.yaml:5:82: error: `within` wants a whole number from 0 to 1000 [wrong-value]\n"
       "      b: {rules: [{phrase: x, negated: maybe}, {answer: all}, {near: [a, b], within: 1001}]}\n"
       "                                                                                     ^~~~\n");
}

TEST_CASE("negation without cues") {
  CHECK(kinds_of(read_book("negation: {stops: but, reach: 3}\ncodes: {a: {rules: x}}\n")) ==
        "2:1 missing-key\n"
        "2:24 unknown-key\n");
}

TEST_CASE("questions that the study does not have") {
  CHECK(reports_on("codebook: b\ncodes:\n  a:\n    questions: [G1Q9, 'G1Q1, G3Q1', G1Q4-2, G1Q7-8, X, G1Q5-6]\n    "
                   "prompted_by: G2Q9\n    rules: x\n") ==
        "codebooks/b.yaml:4:17: error: the study has no question `G1Q9` [unknown-question]\n"
        "        questions: [G1Q9, 'G1Q1, G3Q1', G1Q4-2, G1Q7-8, X, G1Q5-6]\n"
        "                    ^~~~\n"
        "    hint: did you mean `G1Q1`, `G1Q2`, `G1Q3` or `G1Q4`?\n"
        "codebooks/b.yaml:4:30: error: the study has no group `G3` [unknown-group]\n"
        "        questions: [G1Q9, 'G1Q1, G3Q1', G1Q4-2, G1Q7-8, X, G1Q5-6]\n"
        "                                 ^~~~\n"
        "    hint: did you mean `G1` or `G2`?\n"
        "codebooks/b.yaml:4:37: error: `G1Q4-2` runs backwards [empty-range]\n"
        "        questions: [G1Q9, 'G1Q1, G3Q1', G1Q4-2, G1Q7-8, X, G1Q5-6]\n"
        "                                        ^~~~~~\n"
        "    hint: did you mean `G1Q2-4`?\n"
        "codebooks/b.yaml:4:45: error: `G1Q7-8` holds no question of the study [empty-range]\n"
        "        questions: [G1Q9, 'G1Q1, G3Q1', G1Q4-2, G1Q7-8, X, G1Q5-6]\n"
        "                                                ^~~~~~\n"
        "codebooks/b.yaml:4:53: error: `X` is no question code [invalid-question-code]\n"
        "        questions: [G1Q9, 'G1Q1, G3Q1', G1Q4-2, G1Q7-8, X, G1Q5-6]\n"
        "                                                        ^\n"
        "    hint: write a code (`G1Q4`), a range (`G1Q3-6`), a group (`G1`), or several separated by commas\n"
        "codebooks/b.yaml:4:56: error: `G1Q5-6` holds no question of the study [empty-range]\n"
        "        questions: [G1Q9, 'G1Q1, G3Q1', G1Q4-2, G1Q7-8, X, G1Q5-6]\n"
        "                                                           ^~~~~~\n"
        "codebooks/b.yaml:5:18: error: the study has no question `G2Q9` [unknown-question]\n"
        "        prompted_by: G2Q9\n"
        "                     ^~~~\n"
        "    hint: did you mean `G2Q1` or `G2Q2`?\n");
}

TEST_CASE("an empty list of questions is no scope") {
  CHECK(reports_on("codebook: b\nquestions: []\ncodes: {a: {questions: [], prompted_by: [], rules: x}}\n") ==
        "codebooks/b.yaml:2:12: error: `questions` holds nothing [empty-value]\n"
        "    questions: []\n"
        "               ^\n"
        "codebooks/b.yaml:3:24: error: `questions` holds nothing [empty-value]\n"
        "    codes: {a: {questions: [], prompted_by: [], rules: x}}\n"
        "                           ^\n");
}

TEST_CASE("codes that conditions and exclusive themes name must be there") {
  CHECK(reports_on(R"(codebook: b
codes:
  stance:
    exclusive: [agre, disagree]
    codes:
      agree: {has: stance.disagre, rules: [x, {phrase: y, without: nothing-like-it}]}
      disagree: {rules: z}
)") == "codebooks/b.yaml:4:17: error: theme `stance` has no code `agre` [unknown-code]\n"
       "        exclusive: [agre, disagree]\n"
       "                    ^~~~\n"
       "    hint: did you mean `agree`?\n"
       "codebooks/b.yaml:6:20: error: no codebook has a code `stance.disagre` [unknown-code]\n"
       "          agree: {has: stance.disagre, rules: [x, {phrase: y, without: nothing-like-it}]}\n"
       "                       ^~~~~~~~~~~~~~\n"
       "    hint: did you mean `stance.disagree`?\n"
       "codebooks/b.yaml:6:68: error: no codebook has a code `nothing-like-it` [unknown-code]\n"
       "          agree: {has: stance.disagre, rules: [x, {phrase: y, without: nothing-like-it}]}\n"
       "                                                                       ^~~~~~~~~~~~~~~\n");
}

TEST_CASE("a rule with anything wrong in it is left out, and not called a repeated one") {
  const WholeStudy whole =
      read_book("codes:\n  a:\n    rules: [x, {phrase: x, negated: perhaps}, {phrase: x, questions: G9}, {<<: x}]\n");
  CHECK(kinds_of(whole) ==
        "4:37 wrong-value\n"
        "4:70 unknown-group\n"
        "4:76 yaml-feature\n");
  CHECK(whole.books.codes.front().rules.size() == 1);
}

TEST_CASE("rules that are none") {
  CHECK(reports_on("codebook: b\ncodes: {a: {rules: []}}\n") ==
        "codebooks/b.yaml:2:20: error: `rules` holds nothing [empty-value]\n"
        "    codes: {a: {rules: []}}\n"
        "                       ^\n");
}

TEST_CASE("lists and patterns that hold nothing") {
  CHECK(reports_on(R"(codebook: b
lists: {empty: [], later: '@first', first: '...'}
negation: {cues: [not, '!']}
codes:
  a: {rules: ['@empty', 'the @hots park', '@', '- -', {near: []}, {phrase: [x, '--']}]}
)") == "codebooks/b.yaml:2:16: error: list `empty` holds nothing [empty-value]\n"
       "    lists: {empty: [], later: '@first', first: '...'}\n"
       "                   ^\n"
       "codebooks/b.yaml:2:28: error: the codebook has no list `@first` [unknown-list]\n"
       "    lists: {empty: [], later: '@first', first: '...'}\n"
       "                               ^~~~~~\n"
       "codebooks/b.yaml:2:44: error: `...` holds no word [invalid-pattern]\n"
       "    lists: {empty: [], later: '@first', first: '...'}\n"
       "                                               ^~~~~\n"
       "    hint: a pattern is words, with `*` for any letters and `?` for one, and `@name` for a list\n"
       "codebooks/b.yaml:3:24: error: `!` holds no word [invalid-pattern]\n"
       "    negation: {cues: [not, '!']}\n"
       "                           ^~~\n"
       "    hint: a pattern is words, with `*` for any letters and `?` for one, and `@name` for a list\n"
       "codebooks/b.yaml:5:30: error: the codebook has no list `@hots` [unknown-list]\n"
       "      a: {rules: ['@empty', 'the @hots park', '@', '- -', {near: []}, {phrase: [x, '--']}]}\n"
       "                                 ^~~~~\n"
       "codebooks/b.yaml:5:44: error: the codebook has no list `@` [unknown-list]\n"
       "      a: {rules: ['@empty', 'the @hots park', '@', '- -', {near: []}, {phrase: [x, '--']}]}\n"
       "                                               ^\n"
       "codebooks/b.yaml:5:48: error: `- -` holds no word [invalid-pattern]\n"
       "      a: {rules: ['@empty', 'the @hots park', '@', '- -', {near: []}, {phrase: [x, '--']}]}\n"
       "                                                   ^~~~~\n"
       "    hint: a pattern is words, with `*` for any letters and `?` for one, and `@name` for a list\n"
       "codebooks/b.yaml:5:62: error: `near` holds nothing [empty-value]\n"
       "      a: {rules: ['@empty', 'the @hots park', '@', '- -', {near: []}, {phrase: [x, '--']}]}\n"
       "                                                                 ^\n"
       "codebooks/b.yaml:5:80: error: `--` holds no word [invalid-pattern]\n"
       "      a: {rules: ['@empty', 'the @hots park', '@', '- -', {near: []}, {phrase: [x, '--']}]}\n"
       "                                                                                   ^~~~\n"
       "    hint: a pattern is words, with `*` for any letters and `?` for one, and `@name` for a list\n");
}

TEST_CASE("rules whose parts do not fit together") {
  CHECK(reports_on(R"(codebook: b
codes:
  a:
    rules:
      - {near: [a, b], all: [c, d]}
      - {questions: G1Q1}
      - {near: a}
      - {phrase: a, within: 3}
      - {answer: any, none: a}
)") == "codebooks/b.yaml:5:24: error: `near` and `all` in one rule [invalid-rule]\n"
       "          - {near: [a, b], all: [c, d]}\n"
       "                           ^~~\n"
       "    hint: make two rules of it\n"
       "codebooks/b.yaml:6:9: error: a rule without a pattern [invalid-rule]\n"
       "          - {questions: G1Q1}\n"
       "            ^\n"
       "    hint: a rule is a phrase (quoted where it holds `: `), or a mapping with one of phrase, near, sequence, "
       "all, regex, answer\n"
       "codebooks/b.yaml:7:16: error: `near` wants two elements or more [invalid-rule]\n"
       "          - {near: a}\n"
       "                   ^\n"
       "    hint: a single one is a phrase\n"
       "codebooks/b.yaml:8:21: error: `within` goes with `near` and `sequence` only [invalid-rule]\n"
       "          - {phrase: a, within: 3}\n"
       "                        ^~~~~~\n"
       "codebooks/b.yaml:9:23: error: `none` does not go with `answer: any` [invalid-rule]\n"
       "          - {answer: any, none: a}\n"
       "                          ^~~~\n");
}

TEST_CASE("regular expressions that do not compile or match nothing") {
  CHECK(reports_on("codebook: b\ncodes: {a: {rules: [{regex: 'a(b'}, {regex: 'x*'}]}}\n") ==
        "codebooks/b.yaml:2:29: error: a `(` is never closed [invalid-regex]\n"
        "    codes: {a: {rules: [{regex: 'a(b'}, {regex: 'x*'}]}}\n"
        "                                ^~~~~\n"
        "    hint: close it with `)`, or write `\\(` for the character\n"
        "codebooks/b.yaml:2:45: error: it matches the empty text [invalid-regex]\n"
        "    codes: {a: {rules: [{regex: 'a(b'}, {regex: 'x*'}]}}\n"
        "                                                ^~~~\n"
        "    hint: let it want at least one letter: `+` instead of `*`\n");
}

TEST_CASE("a phrase that YAML reads as a mapping is explained") {
  const WholeStudy whole = read_book("codes:\n  a:\n    rules:\n      - speed: fast\n");
  CHECK(kinds_of(whole) == "5:9 unknown-key\n5:9 invalid-rule\n");
  CHECK(whole.sink.sorted()[1].message == "a rule without a pattern");
  CHECK(whole.sink.sorted()[1].hint.starts_with("a rule is a phrase (quoted where it holds `: `)"));
}

TEST_CASE("patterns that YAML reads as something else") {
  const WholeStudy whole = read_book("codes:\n  a:\n    rules:\n      - *ing\n      - @park\n      - '*ed'\n");
  CHECK(kinds_of(whole) == "5:9 yaml-syntax\n6:9 yaml-syntax\n");
  for (const Diagnostic& diagnostic : whole.sink.sorted()) CHECK(diagnostic.hint.find("quote") != std::string::npos);
}

TEST_CASE("a rule that a code has already") {
  CHECK(reports_on("codebook: b\ncodes:\n  a:\n    rules:\n      - fast\n      - fast\n  b: {rules: fast}\n") ==
        "codebooks/b.yaml:6:9: warning: code `a` has this rule already [repeated-rule]\n"
        "          - fast\n"
        "            ^~~~\n");
}

TEST_CASE("rules of one phrase with different options are not the same") {
  CHECK(reports_on(R"(codebook: b
codes:
  a:
    rules:
      - {phrase: fast, questions: G1Q1}
      - {phrase: fast, questions: G1Q2, negated: only}
      - {phrase: fast, negated: only}
      - {phrase: fast, answer_words: '< 4'}
      - {phrase: fast, first: sentence}
      - {phrase: fast, none: slow}
      - {phrase: fast, without: b}
      - fast
  b: {rules: fast}
)") == "");
}

TEST_CASE("all that is wrong with a book is said in one run, and the rest is read") {
  const WholeStudy whole = read_books({{"b.yaml", R"(codebook: b
codes:
  good: {rules: [fast, {regex: '('}, build*]}
  t:
    exclusive: [x]
    codes:
      x: {rules: ['@none', y]}
      y z: {rules: a}
  late: {questions: G9, has: god, rules: z}
)"}});
  CHECK(kinds_of(whole) ==
        "3:32 invalid-regex\n"
        "7:20 unknown-list\n"
        "8:7 invalid-id\n"
        "9:21 unknown-group\n"
        "9:30 unknown-code\n");
  CHECK(whole.books.code_names() == std::vector<std::string>{"good", "t", "t.x", "late"});
  CHECK(code_of(whole, "good").rules.size() == 2);
  CHECK(code_of(whole, "t.x").rules.size() == 1);
}
