#include <string>

#include "support/catch.hpp"
#include "unit/corpus/transcript_reading.hpp"

using namespace etic;

TEST_CASE("front matter: none, without an end, after an empty line") {
  CHECK(reports_on("## G1Q1\nYes.\n") ==
        R"(transcripts/a.md:1:1: error: no front matter [front-matter]
    ## G1Q1
    ^~~~~~~
    hint: a transcript starts with `---`, a line `respondent: G1-01`, and `---`
)");
  CHECK(reports_on("\n---\nrespondent: G1-01\n---\n") ==
        R"(transcripts/a.md:1:1: error: no front matter [front-matter]
    hint: a transcript starts with `---`, a line `respondent: G1-01`, and `---`
)");
  CHECK(reports_on("") ==
        R"(transcripts/a.md: error: the file is empty [empty-file]
)");
  CHECK(reports_on("---\nrespondent: G1-01\n\n## G1Q1\nYes.\n---\n") ==
        R"(transcripts/a.md:1:1: error: front matter without an end [front-matter]
    ---
    ^~~
    hint: close it with a line `---`
)");
}

TEST_CASE("front matter that names nobody") {
  CHECK(reports_on("---\nsite: TCR\n---\n") ==
        R"(transcripts/a.md:2:1: error: the front matter names no respondent [missing-key]
    site: TCR
    ^
    hint: a transcript starts with `---`, a line `respondent: G1-01`, and `---`
)");
  CHECK(reports_on("---\n---\n## G1Q1\nYes.\n") ==
        R"(transcripts/a.md:2:1: error: the front matter names no respondent [missing-key]
    ---
    ^
    hint: a transcript starts with `---`, a line `respondent: G1-01`, and `---`
)");
  CHECK(reports_on("---\nrespondents: []\n---\n") ==
        R"(transcripts/a.md:2:14: error: `respondents` lists nobody [empty-value]
    respondents: []
                 ^
)");
}

TEST_CASE("front matter that does not read as YAML is reported once") {
  CHECK(reports_on("---\nrespondent:\n---\n") ==
        R"(transcripts/a.md:2:1: error: `respondent` has no value [empty-value]
    respondent:
    ^~~~~~~~~~
    hint: give it one or delete the key
)");
  CHECK(reports_on("---\nsite: 'T'CR'\nrespondent: G1-01\n---\n## G1Q1\nYes.\n") ==
        R"(transcripts/a.md:2:10: error: text behind a closing quote [yaml-syntax]
    site: 'T'CR'
             ^
    hint: write a quote inside single quotes twice: 'don''t'
)");
  CHECK(reports_on("---\nsite: [TCR\nrespondent: G1-01\n---\n") ==
        R"(transcripts/a.md:2:7: error: a bracket that is never closed [yaml-syntax]
    site: [TCR
          ^
    hint: close it with `]`
)");
  CHECK(reports_on("---\n- G1-01\n---\n") ==
        R"(transcripts/a.md:2:1: error: the front matter wants a mapping (`key: value`), not a list [wrong-type]
    - G1-01
    ^
)");
}

TEST_CASE("respondents: one or several, of a group of the study, each once") {
  CHECK(reports_on("---\nrespondent: Anna\n---\n") ==
        R"(transcripts/a.md:2:13: error: `Anna` is no respondent [invalid-respondent]
    respondent: Anna
                ^~~~
    hint: a respondent is a group, a hyphen and a number or a name, like `G1-03`
)");
  CHECK(reports_on("---\nrespondent: G2-01\n---\n") ==
        R"(transcripts/a.md:2:13: error: the study has no group `G2` [unknown-group]
    respondent: G2-01
                ^~~~~
    hint: did you mean `G1` or `G3`?
)");
  CHECK(reports_on("---\nrespondents: [G3-01, G1-01, G3-01, G3-02]\n---\n## G3Q1\nYes.\n") ==
        R"(transcripts/a.md:2:22: error: `G1-01` is not of group `G3` as the others [mixed-groups]
    respondents: [G3-01, G1-01, G3-01, G3-02]
                         ^~~~~
transcripts/a.md:2:29: error: `G3-01` stands twice [duplicate-respondent]
    respondents: [G3-01, G1-01, G3-01, G3-02]
                                ^~~~~
)");
  CHECK(reports_on("---\nrespondent: [G3-01]\n---\n") ==
        R"(transcripts/a.md:2:13: error: `respondent` wants a single value, not a list [wrong-type]
    respondent: [G3-01]
                ^
)");
  CHECK(reports_on("---\nrespondent: G3-01\nrespondents: [G3-02]\n---\n## G3Q1\nYes.\n") ==
        R"(transcripts/a.md:3:1: error: `respondent` and `respondents` both stand here [wrong-value]
    respondents: [G3-02]
    ^~~~~~~~~~~
    hint: keep `respondents` for a joint interview
)");
}

TEST_CASE("a crowd is no interview") {
  std::string names;
  for (int i = 0; i < 1'002; ++i) names += "- G1-" + std::to_string(i) + '\n';
  CHECK(reports_on("---\nrespondents:\n" + names + "---\n## G1Q1\nYes.\n") ==
        R"(transcripts/a.md:1003:3: error: more than 1000 respondents in one interview [too-many]
    - G1-1000
      ^~~~~~~
)");
}

TEST_CASE("attributes: unknown ones, derived ones, values that are none, several of a respondent") {
  CHECK(reports_on(R"(---
respondent: G1-01
sit: TCR
site: VCPE
weather: fine
role: [director, owner]
date: [2023-07-19, 2023-07-20]
model: joint venture
---
## G1Q1
Yes.
)") == R"(transcripts/a.md:3:1: error: `sit` is no key of the front matter [unknown-key]
    sit: TCR
    ^~~
    hint: did you mean `site`?
transcripts/a.md:4:7: error: `VCPE` is no value of `site` [unknown-attribute-value]
    site: VCPE
          ^~~~
    hint: did you mean `VCEP`?
transcripts/a.md:5:1: error: `weather` is no key of the front matter [unknown-key]
    weather: fine
    ^~~~~~~
    hint: its keys are respondent, respondents, site, role, date
transcripts/a.md:6:18: error: a respondent has one `role`, not several [wrong-type]
    role: [director, owner]
                     ^~~~~
    hint: only attributes of interviews may be lists
transcripts/a.md:8:1: error: `model` is derived from `site` by the study's map [unknown-key]
    model: joint venture
    ^~~~~
    hint: delete it here
)");
  CHECK(reports_on("---\nrespondent: G1-01\nsite: Bangkok\n---\n## G1Q1\nYes.\n") ==
        R"(transcripts/a.md:3:7: error: `Bangkok` is no value of `site` [unknown-attribute-value]
    site: Bangkok
          ^~~~~~~
    hint: one of TCR, KITIC, VCEP
)");
}

TEST_CASE("headings: of another level, no question code, without a space, unknown, of another group") {
  CHECK(reports_under(R"(## G1Q1
Yes.
# Part two
### G1Q2
## Question 2
##
##G1Q2
## g1q2
## G1Q3
## G3Q1
## G3Q2
## G1Q10
No.
)") == R"(transcripts/a.md:6:1: error: a heading of level 1 [invalid-heading]
    # Part two
    ^~~~~~~~~~
    hint: question headings are `## G1Q4`; put a backslash before a text's own `#`
transcripts/a.md:7:1: error: a heading of level 3 [invalid-heading]
    ### G1Q2
    ^~~~~~~~
    hint: question headings are `## G1Q4`; put a backslash before a text's own `#`
transcripts/a.md:8:4: error: a heading must be one question code [invalid-heading]
    ## Question 2
       ^~~~~~~~~~
    hint: like `## G1Q4`
transcripts/a.md:9:1: error: a heading must be one question code [invalid-heading]
    ##
    ^~
    hint: like `## G1Q4`
transcripts/a.md:10:1: error: a heading without a space behind `##` [invalid-heading]
    ##G1Q2
    ^~~~~~
    hint: write `## G1Q2`
transcripts/a.md:11:4: error: a heading must be one question code [invalid-heading]
    ## g1q2
       ^~~~
    hint: did you mean `G1Q2`?
transcripts/a.md:12:4: error: the study has no question `G1Q3` [unknown-question]
    ## G1Q3
       ^~~~
    hint: did you mean `G1Q1` or `G1Q2`?
transcripts/a.md:13:4: error: `G3Q1` is no question of group `G1` [other-groups-question]
    ## G3Q1
       ^~~~
    hint: did you mean `G1Q1`?
transcripts/a.md:14:4: error: `G3Q2` is no question of group `G1` [other-groups-question]
    ## G3Q2
       ^~~~
    hint: did you mean `G1Q2`?
)");
}

TEST_CASE("reading goes on at the next heading") {
  const WholeStudy whole = read_transcripts(
      {{"a.md",
        "---\nrespondent: G1-01\n---\n## G1Q7\nLost words.\n## G1Q1\nYes.\n### x\nLost too.\n## G1Q10\nNo.\n"}});
  CHECK(whole.sink.error_count() == 2);
  CHECK(text_of(whole) == "G1-01\nG1-01 G1Q1\nall: Yes.\nG1-01 G1Q10\nall: No.\n");
}

TEST_CASE("text before the first heading, also behind a title") {
  CHECK(reports_under("\nRecorded by telephone.\n\n# Title\n[A note.]\n## G1Q1\nYes.\n") ==
        R"(transcripts/a.md:5:1: error: text before the first question heading [stray-text]
    Recorded by telephone.
    ^~~~~~~~~~~~~~~~~~~~~~
    hint: put it under a heading like `## G1Q4`, or delete it
transcripts/a.md:8:1: error: text before the first question heading [stray-text]
    [A note.]
    ^~~~~~~~~
    hint: put it under a heading like `## G1Q4`, or delete it
)");
}

TEST_CASE("a question answered twice in one transcript") {
  CHECK(reports_under("## G1Q1\nYes.\n## G1Q2\nNo.\n## G1Q1\nYes again.\n") ==
        R"(transcripts/a.md:8:4: error: `G1Q1` is answered twice, first in line 4 [duplicate-answer]
    ## G1Q1
       ^~~~
    hint: join the two answers under one heading
)");
}

TEST_CASE("headings with nothing under them, or with no words of the respondent") {
  CHECK(reports_under("## G1Q1\n\n## G1Q2\nInterviewer: Why?\n[He shrugs.]\n## G1Q10\n[lost:]\n") ==
        R"(transcripts/a.md:4:4: error: nothing stands under this heading [empty-answer]
    ## G1Q1
       ^~~~
    hint: delete it, or say why: `[lost: the recording broke off]`
transcripts/a.md:6:4: error: no words of the respondent stand under this heading [empty-answer]
    ## G1Q2
       ^~~~
    hint: for an answer that is lost write `[lost: why]`
transcripts/a.md:10:1: error: this does not say why the answer is lost [empty-answer]
    [lost:]
    ^~~~~~~
    hint: like `[lost: the recording broke off]`
)");
}

TEST_CASE("a turn of somebody who is not in this interview") {
  CHECK(reports_on("---\nrespondents: [G3-01, G3-02]\n---\n## G3Q1\nG3-01: Yes.\nG3-04 : No.\nG3-02: Well.\n") ==
        R"(transcripts/a.md:6:1: error: `G3-04` is not in this interview [unknown-speaker]
    G3-04 : No.
    ^~~~~
    hint: name every speaker under `respondents:`
)");
}

TEST_CASE("a transcript in UTF-16, in Latin-1, with an escape character") {
  CHECK(read_transcripts({{"a.md", std::string("\xFE\xFF\0-", 4)}}).sink.sorted().at(0).kind == Kind::invalid_utf8);
  CHECK(reports_under("## G1Q1\nZo\xEB said yes.\n") ==
        R"(transcripts/a.md:5:3: error: byte 0xEB is not UTF-8 [invalid-utf8]
    Zo· said yes.
      ^
    hint: save it as UTF-8: in a spreadsheet or editor choose `UTF-8` as encoding, or use `iconv -f WINDOWS-1252 -t UTF-8`
)");
  CHECK(reports_under("## G1Q1\nYes\x07\n") ==
        R"(transcripts/a.md:5:4: error: control character U+0007 [control-character]
    Yes·
       ^
    hint: delete it
)");
}

TEST_CASE("a transcript of nothing but errors is not read to its end") {
  std::string text = "---\nrespondent: G1-01\n---\n";
  for (int i = 0; i < 5'000; ++i) text += "## what?\n";
  const WholeStudy whole = read_transcripts({{"a.md", text}});
  CHECK(whole.sink.is_full("transcripts/a.md"));
  CHECK(whole.sink.error_count() < 1'100);
}
