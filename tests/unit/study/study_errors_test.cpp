#include <map>
#include <string>

#include "study/study_reader.hpp"
#include "support/catch.hpp"
#include "support/whole_study.hpp"

using namespace etic;

namespace {

using Files = std::map<std::string, std::string>;

std::string reports_on(const std::string& study) { return WholeStudy(Files{{"study.yaml", study}}).reports(); }

/// A study of two groups with three questions, and what else is given.
std::string reports_with(const std::string& more) {
  return reports_on("title: t\ngroups: {G1: one, G2: two}\nquestions: {G1Q3: a, G1Q4: b, G2Q1: c}\n" + more);
}

}  // namespace

TEST_CASE("no study, and what to do about it") {
  CHECK(WholeStudy(MemoryFiles(Files{}), "survey").reports() ==
        R"(survey/study.yaml: error: there is no study here [unreadable-file]
    hint: name its folder with `-C DIR`, or start one with `etic init DIR`
)");
}

TEST_CASE("a study that is no mapping") {
  CHECK(reports_on("- title\n") ==
        R"(study.yaml:1:1: error: the study wants a mapping (`key: value`), not a list [wrong-type]
    - title
    ^
)");
}

TEST_CASE("a study that lacks what every study has") {
  CHECK(reports_on("") ==
        R"(study.yaml: error: the file is empty [empty-file]
)");
  CHECK(reports_on("title: t\ngroup: {G1: x}\nquestions: {G1Q1: a}\n") ==
        R"(study.yaml:1:1: error: the study has no `groups` [missing-key]
    title: t
    ^
study.yaml:2:1: error: `group` is no key of the study [unknown-key]
    group: {G1: x}
    ^~~~~
    hint: did you mean `groups`?
)");
  CHECK(reports_on("title: t\ngroups: {}\nquestions: {}\n") ==
        R"(study.yaml:2:9: error: `groups` lists nothing [empty-value]
    groups: {}
            ^
study.yaml:3:12: error: `questions` lists nothing [empty-value]
    questions: {}
               ^
)");
}

TEST_CASE("several errors in one run, each where it stands") {
  CHECK(reports_on(R"(title: [a]
wording: literal
groups:
  G1: {label: x, respondents: many}
  G02: two
  group: three
  G3: [a]
questions:
  G1Q1: [a]
  G1Q01: b
  G4Q1: c
  Q5: d
)") ==
        R"(study.yaml:1:8: error: `title` wants a single value, not a list [wrong-type]
    title: [a]
           ^
study.yaml:2:10: error: `wording` cannot be `literal` [wrong-value]
    wording: literal
             ^~~~~~~
    hint: one of verbatim, minutes, paraphrase
study.yaml:4:31: error: `respondents` wants a whole number from 0 to 100000000 [wrong-value]
      G1: {label: x, respondents: many}
                                  ^~~~
study.yaml:5:3: error: `G02` is no group [invalid-id]
      G02: two
      ^~~
    hint: groups are G1, G2 and so on
study.yaml:6:3: error: `group` is no group [invalid-id]
      group: three
      ^~~~~
    hint: groups are G1, G2 and so on
study.yaml:7:7: error: group `G3` wants a mapping (`key: value`), not a list [wrong-type]
      G3: [a]
          ^
study.yaml:9:9: error: `G1Q1` wants the question's text, not a list [wrong-type]
      G1Q1: [a]
            ^
study.yaml:10:3: error: `G1Q01` is no question code [invalid-question-code]
      G1Q01: b
      ^~~~~
    hint: write it without the leading zero: `G1Q1`
study.yaml:11:3: error: the study has no group `G4` [unknown-group]
      G4Q1: c
      ^~~~
    hint: did you mean `G1` or `G3`?
study.yaml:12:3: error: `Q5` is no question code [invalid-question-code]
      Q5: d
      ^~
    hint: a question code is a group and a number, like `G1Q4`
)");
}

TEST_CASE("after a syntax error nothing is missed that may stand behind it") {
  CHECK(reports_on("title: [late\ngroups: {G1: one}\nquestions: {G1Q1: a}\n") ==
        R"(study.yaml:1:8: error: a bracket that is never closed [yaml-syntax]
    title: [late
           ^
    hint: close it with `]`
)");
  // Half a design would make every transcript look wrong.
  Sink sink;
  const MemoryFiles files(Files{{"study.yaml", "title: t\ngroups: {G1: one}\nquestions:\n  G1Q1: a\n  G1Q2: - b\n"}});
  CHECK_FALSE(read_study(files, ".", sink).has_value());
  CHECK(sink.error_count() == 1);
}

TEST_CASE("question lists: what is no code, what the study lacks, what is empty or runs backwards") {
  CHECK(reports_with("sub_questions:\n"
                     "  SQ1: {questions: 'G1Q3, g1q4, x,, G1Q3–4'}\n"
                     "  SQ2:\n"
                     "    questions: [G1Q5, G3Q1, G1Q4-3, G1Q7-9]\n"
                     "    also: G3\n") ==
        R"(study.yaml:5:27: error: `g1q4` is no question code [invalid-question-code]
      SQ1: {questions: 'G1Q3, g1q4, x,, G1Q3–4'}
                              ^~~~
    hint: did you mean `G1Q4`?
study.yaml:5:33: error: `x` is no question code [invalid-question-code]
      SQ1: {questions: 'G1Q3, g1q4, x,, G1Q3–4'}
                                    ^
    hint: write a code (`G1Q4`), a range (`G1Q3-6`), a group (`G1`), or several separated by commas
study.yaml:5:35: error: a question code is missing here [invalid-question-code]
      SQ1: {questions: 'G1Q3, g1q4, x,, G1Q3–4'}
                                      ^
    hint: write a code (`G1Q4`), a range (`G1Q3-6`), a group (`G1`), or several separated by commas
study.yaml:5:37: error: `G1Q3–4` is no question code [invalid-question-code]
      SQ1: {questions: 'G1Q3, g1q4, x,, G1Q3–4'}
                                        ^~~~~~
    hint: write a range with a hyphen: `G1Q3-6`
study.yaml:7:17: error: the study has no question `G1Q5` [unknown-question]
        questions: [G1Q5, G3Q1, G1Q4-3, G1Q7-9]
                    ^~~~
    hint: did you mean `G1Q3` or `G1Q4`?
study.yaml:7:23: error: the study has no group `G3` [unknown-group]
        questions: [G1Q5, G3Q1, G1Q4-3, G1Q7-9]
                          ^~~~
    hint: did you mean `G1` or `G2`?
study.yaml:7:29: error: `G1Q4-3` runs backwards [empty-range]
        questions: [G1Q5, G3Q1, G1Q4-3, G1Q7-9]
                                ^~~~~~
    hint: did you mean `G1Q3-4`?
study.yaml:7:37: error: `G1Q7-9` holds no question of the study [empty-range]
        questions: [G1Q5, G3Q1, G1Q4-3, G1Q7-9]
                                        ^~~~~~
study.yaml:8:11: error: the study has no group `G3` [unknown-group]
        also: G3
              ^~
    hint: did you mean `G1` or `G2`?
)");
}

TEST_CASE("a group without questions makes an empty range") {
  CHECK(reports_on(
            "title: t\ngroups: {G1: one, G2: two}\nquestions: {G1Q1: a}\nsub_questions: {SQ1: {questions: G2}}\n") ==
        R"(study.yaml:4:34: error: `G2` holds no question of the study [empty-range]
    sub_questions: {SQ1: {questions: G2}}
                                     ^~
)");
}

TEST_CASE("sub-questions: their names, what they must have, a question in both lists") {
  CHECK(reports_with("sub_questions:\n"
                     "  SQ 1: {questions: G1}\n"
                     "  SQ2: {question: Why}\n"
                     "  SQ3: {questions: G1, also: [G2Q1, G1Q4]}\n"
                     "  SQ4: {questions: G1, aslo: G2}\n") ==
        R"(study.yaml:5:3: error: `SQ 1` cannot name a sub-question [invalid-id]
      SQ 1: {questions: G1}
      ^~~~
    hint: use letters, digits, `-` and `_`
study.yaml:6:3: error: sub-question `SQ2` has no `questions` [missing-key]
      SQ2: {question: Why}
      ^~~
study.yaml:7:37: error: `G1Q4` stands in both `questions` and `also` of SQ3 [duplicate-question]
      SQ3: {questions: G1, also: [G2Q1, G1Q4]}
                                        ^~~~
    hint: delete it here
study.yaml:8:24: error: `aslo` is no key of sub-question `SQ4` [unknown-key]
      SQ4: {questions: G1, aslo: G2}
                           ^~~~
    hint: did you mean `also`?
)");
}

TEST_CASE("attributes: their names, of, values") {
  CHECK(reports_with("attributes:\n"
                     "  host park: {}\n"
                     "  group: {}\n"
                     "  site: {of: park}\n"
                     "  role: {values: [a, b, a]}\n"
                     "  type: manager\n"
                     "  date: {map: {a: b}}\n") ==
        R"(study.yaml:5:3: error: `host park` cannot name an attribute [invalid-id]
      host park: {}
      ^~~~~~~~~
    hint: use letters, digits, `-` and `_`
study.yaml:6:3: error: `group` cannot name an attribute [invalid-id]
      group: {}
      ^~~~~
    hint: the word means something else already
study.yaml:7:14: error: `of` cannot be `park` [wrong-value]
      site: {of: park}
                 ^~~~
    hint: one of respondent, interview
study.yaml:8:25: error: `a` stands twice among the values [wrong-value]
      role: {values: [a, b, a]}
                            ^
study.yaml:9:9: error: attribute `type` wants a mapping (`key: value`), not a single value [wrong-type]
      type: manager
            ^~~~~~~
study.yaml:10:10: error: `map` goes with `from` [unknown-key]
      date: {map: {a: b}}
             ^~~
)");
}

TEST_CASE("derived attributes: where they come from, and their maps") {
  CHECK(reports_with("attributes:\n"
                     "  site: {values: [TCR, KITIC]}\n"
                     "  early: {from: later, map: {a: b}}\n"
                     "  model: {from: site, of: respondent, map: {TCR: joint, KITTIC: owned}}\n"
                     "  twice: {from: model, map: {joint: j}}\n"
                     "  bare: {from: site}\n"
                     "  size: {from: site, values: [small, large], map: {TCR: smal, KITIC: [x]}}\n") ==
        R"(study.yaml:6:17: error: no attribute `later` stands above this one [unknown-attribute]
      early: {from: later, map: {a: b}}
                    ^~~~~
study.yaml:7:27: error: an attribute has `of` or `from`, not both [wrong-value]
      model: {from: site, of: respondent, map: {TCR: joint, KITTIC: owned}}
                              ^~~~~~~~~~
study.yaml:7:57: error: `KITTIC` is no value of `site` [unknown-attribute-value]
      model: {from: site, of: respondent, map: {TCR: joint, KITTIC: owned}}
                                                            ^~~~~~
    hint: did you mean `KITIC`?
study.yaml:8:17: error: `model` is itself derived [wrong-value]
      twice: {from: model, map: {joint: j}}
                    ^~~~~
    hint: derive this one from `site` too
study.yaml:9:3: error: attribute `bare` has `from` but no `map` [missing-key]
      bare: {from: site}
      ^~~~
study.yaml:10:57: error: `smal` is no value of `size` [unknown-attribute-value]
      size: {from: site, values: [small, large], map: {TCR: smal, KITIC: [x]}}
                                                            ^~~~
    hint: did you mean `small`?
study.yaml:10:70: error: `KITIC` wants a single value, not a list [wrong-type]
      size: {from: site, values: [small, large], map: {TCR: smal, KITIC: [x]}}
                                                                         ^
)");
}

TEST_CASE("speakers: one label for both, a label with its colon or without a letter") {
  CHECK(reports_with("speakers:\n"
                     "  interviewer: [I, 'Q:', '']\n"
                     "  respondent: [R, I, '答：']\n"
                     "  moderator: M\n") ==
        R"(study.yaml:5:20: error: a speaker label is written without its colon [wrong-value]
      interviewer: [I, 'Q:', '']
                       ^~~~
    hint: write `Q`
study.yaml:5:26: error: a label has 1 to 64 bytes [wrong-value]
      interviewer: [I, 'Q:', '']
                             ^~
study.yaml:6:19: error: `I` labels interviewer and respondent [duplicate-speaker]
      respondent: [R, I, '答：']
                      ^
study.yaml:6:22: error: a speaker label is written without its colon [wrong-value]
      respondent: [R, I, '答：']
                         ^~~~~~
    hint: write `答`
study.yaml:7:3: error: `moderator` is no key of `speakers` [unknown-key]
      moderator: M
      ^~~~~~~~~
    hint: its keys are interviewer, respondent
)");
}

TEST_CASE("what was refused as YAML is reported once") {
  CHECK(reports_on("title: ~\ngroups: {G1: one}\nquestions:\n  G1Q1: *why\n  G1Q2:\n") ==
        R"(study.yaml:1:8: error: `~` is a null in YAML [empty-value]
    title: ~
           ^
    hint: quote it if the text itself is meant
study.yaml:4:9: error: text that starts with `*` is an alias in YAML [yaml-syntax]
      G1Q1: *why
            ^
    hint: quote it if the text itself is meant: '*why'
study.yaml:5:3: error: `G1Q2` has no value [empty-value]
      G1Q2:
      ^~~~
    hint: give it one or delete the key
)");
}

TEST_CASE("a study larger than etic reads, in UTF-16, or with an escape character") {
  CHECK(reports_on("# " + std::string(5 << 20, 'x') + "\n") ==
        "study.yaml: error: larger than 4 MiB [file-too-large]\n");
  CHECK(WholeStudy(Files{{"study.yaml", std::string("\xFF\xFEt\0", 4)}}).sink.sorted().at(0).kind ==
        Kind::invalid_utf8);
  CHECK(WholeStudy(Files{{"study.yaml", "title: \x1b\n"}}).sink.sorted().at(0).kind == Kind::control_character);
}

TEST_CASE("more groups, attributes, questions and sub-questions than any study has") {
  std::string groups;
  std::string attributes;
  std::string questions;
  std::string subs;
  for (int i = 0; i < 1'005; ++i) {
    const std::string number = std::to_string(i);
    groups += "  G" + number + ": g\n";
    attributes += "  a" + number + ": {}\n";
    subs += "  s" + number + ": {questions: G0Q0}\n";
  }
  for (int i = 0; i < 10'005; ++i) questions += "  G0Q" + std::to_string(i) + ": q\n";
  CHECK(reports_on("title: t\ngroups:\n" + groups + "attributes:\n" + attributes + "questions:\n" + questions +
                   "sub_questions:\n" + subs) ==
        R"(study.yaml:1003:3: error: more than 1000 groups [too-many]
      G1000: g
      ^~~~~
study.yaml:2009:3: error: more than 1000 attributes [too-many]
      a1000: {}
      ^~~~~
study.yaml:12015:3: error: more than 10000 questions [too-many]
      G0Q10000: q
      ^~~~~~~~
study.yaml:13021:3: error: more than 1000 sub-questions [too-many]
      s1000: {questions: G0Q0}
      ^~~~~
)");
}
