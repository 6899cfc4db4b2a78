#include "corpus/turns.hpp"

#include <string>

#include "support/catch.hpp"
#include "unit/corpus/transcript_reading.hpp"

using namespace etic;

namespace {

/// The stretches of one answer of G1-01.
std::string stretches(const std::string& body) {
  const WholeStudy whole = read_transcripts({{"a.md", "---\nrespondent: G1-01\n---\n## G1Q1\n" + body}});
  CHECK(whole.reports().empty());
  return text_of(whole.corpus.answers.at(0), whole.corpus);
}

/// The same in a joint interview of three.
std::string joint(const std::string& body) {
  const WholeStudy whole =
      read_transcripts({{"a.md", "---\nrespondents: [G3-01, G3-02, G3-03]\n---\n## G3Q1\n" + body}});
  CHECK(whole.reports().empty());
  const Answer& answer = whole.corpus.answers.at(0);
  return names_of(answer.respondents, whole.corpus) + '\n' + text_of(answer, whole.corpus);
}

}  // namespace

TEST_CASE("declared labels mark turns; text before the first is the respondent's") {
  CHECK(stretches(R"(Well.
Interviewer: And whom did you ask?
Respondent: Local people.

And others.
Interviewer: Who?
Respondent: I forget.
)") == R"(all: Well.
interviewer: And whom did you ask?
all: Local people.

And others.
interviewer: Who?
all: I forget.
)");
}

TEST_CASE("other labels are text: they are not declared, or not at a line's start") {
  CHECK(stretches("Reasons: land.\nI asked the Interviewer: why?\ninterviewer: no\n") ==
        "all: Reasons: land.\nI asked the Interviewer: why?\ninterviewer: no\n");
}

TEST_CASE("a label stands before a full-width colon, a French space or at an indented line's start") {
  CHECK(stretches("采访者：为什么？\nRespondent：因为快。\n") == "interviewer: 为什么？\nall: 因为快。\n");
  CHECK(stretches("Interviewer : Pourquoi ?\n  Respondent: Parce que.\n") ==
        "interviewer: Pourquoi ?\nall: Parce que.\n");
}

TEST_CASE("a label is the same in NFC and NFD") {
  CHECK(stretches("Enque\u0302teur: Pourquoi ?\nRespondent: Parce que.\n") ==
        "interviewer: Pourquoi ?\nall: Parce que.\n");
}

TEST_CASE("the respondent's own name is a label too") {
  CHECK(stretches("Interviewer: Why?\nG1-01: Because.\n") == "interviewer: Why?\nall: Because.\n");
}

TEST_CASE("a label's text may start in the next line, and an empty turn is none") {
  CHECK(stretches("Interviewer:\nWhy?\nRespondent:\n\nInterviewer: Yes?\nRespondent:\nBecause.\n") ==
        "interviewer: Why?\ninterviewer: Yes?\nall: Because.\n");
}

TEST_CASE("a line in one pair of square brackets is a note, and ends no turn") {
  CHECK(
      stretches("Interviewer: Why\n[a telephone rings]\nhere?\nRespondent: Cheap.\n  [laughs [aloud]]\nAnd near.\n") ==
      R"(interviewer: Why
note: [a telephone rings]
interviewer: here?
all: Cheap.
note: [laughs [aloud]]
all: And near.
)");
}

TEST_CASE("brackets inside a line, or several pairs of them, make no note") {
  CHECK(stretches("[laughs] I think so [pause]\n") == "all: [laughs] I think so [pause]\n");
  CHECK(stretches("It is [very] cheap.\n[1] and [2]\n[unclosed\n") ==
        "all: It is [very] cheap.\n[1] and [2]\n[unclosed\n");
}

TEST_CASE("in a joint interview, text without a label is everybody's") {
  CHECK(joint("We all agree.\nInterviewer: All?\nRespondent: All of us.\n") ==
        "G3-01 G3-02 G3-03\nall: We all agree.\ninterviewer: All?\nall: All of us.\n");
}

TEST_CASE("a labelled turn counts for that person alone, and shared ones for everybody") {
  CHECK(joint("We agree.\nG3-02: I less so.\nInterviewer: Why?\nG3-02: Well.\nRespondent: Yes, well.\n") ==
        R"(G3-01 G3-02 G3-03
all: We agree.
G3-02: I less so.
interviewer: Why?
G3-02: Well.
all: Yes, well.
)");
}

TEST_CASE("where every turn is labelled, who says nothing has no answer") {
  CHECK(joint("Interviewer: Why?\nG3-03: Cheap.\nG3-01: And near.\nG3-03: Yes.\n") ==
        R"(G3-01 G3-03
interviewer: Why?
G3-03: Cheap.
G3-01: And near.
G3-03: Yes.
)");
}

TEST_CASE("voices: one for all together, one for each alone") {
  const WholeStudy whole = read_transcripts(
      {{"a.md", "---\nrespondents: [G3-02, G3-01]\n---\n## G3Q1\nG3-02: a\nG3-01: b\nRespondent: c\nG3-02: d\n"}});
  const Answer& answer = whole.corpus.answers.at(0);
  REQUIRE(answer.voices.size() == 3);
  CHECK(answer.voices[0].alone == RespondentId(1));
  CHECK(answer.voices[1].alone == RespondentId(0));
  CHECK_FALSE(answer.voices[2].alone.has_value());
  CHECK(answer.stretches.at(3).voice == 0);
}
