#include "corpus/transcript.hpp"

#include <string>

#include "support/catch.hpp"
#include "unit/corpus/transcript_reading.hpp"

using namespace etic;

TEST_CASE("a transcript is front matter, and answers under question codes") {
  const WholeStudy whole = read_transcripts({{"G1/G1-01.md", R"(---
respondent: G1-01
site: TCR
role: director
date: 2023-07-19
---

# Interview with the director

## G1Q1
The park's owner is experienced.

He has deep pockets.

## G1Q10
No comment.
)"}});
  CHECK(whole.reports().empty());
  CHECK(text_of(whole) == R"(G1-01 TCR director joint venture
G1-01 G1Q1 2023-07-19 before
all: The park's owner is experienced.

He has deep pockets.
G1-01 G1Q10 2023-07-19 before
all: No comment.
)");
  const Answer& answer = whole.corpus.answers.at(1);
  const SourceFile& file = whole.corpus.file_of(answer);
  CHECK(file.slice(answer.heading) == "G1Q10");
  CHECK(file.slice(answer.body) == "No comment.");
  CHECK_FALSE(answer.is_joint());
}

TEST_CASE("with CRLF and a byte order mark it is the same transcript") {
  const std::string text =
      "---\nrespondent: G1-01\n---\n# Title\n\n## G1Q1\nInterviewer: Why?\nRespondent: Because.\n[he laughs]\n## "
      "G1Q2\n[lost: torn]\n";
  std::string windows = "\uFEFF";
  for (const char c : text) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  CHECK(reports_on(windows).empty());
  CHECK(answers_of(windows) == answers_of(text));
  CHECK(answers_of(text) == R"(G1-01
G1-01 G1Q1
interviewer: Why?
all: Because.
note: [he laughs]
G1-01 G1Q2 lost: torn
)");
}

TEST_CASE("a transcript may end without a line break, and blanks around lines do not count") {
  CHECK(answers_of("--- \nrespondent: G1-01\n---\t\n##  G1Q1  \n\n  Yes.  ") == "G1-01\nG1-01 G1Q1\nall: Yes.\n");
}

TEST_CASE("as in Markdown, a heading may be indented by three spaces") {
  CHECK(answers_of("---\nrespondent: G1-01\n---\n   ## G1Q1\nYes.\n") == "G1-01\nG1-01 G1Q1\nall: Yes.\n");
  CHECK(answers_of("---\nrespondent: G1-01\n---\n## G1Q1\nYes.\n    ## G1Q2\n") ==
        "G1-01\nG1-01 G1Q1\nall: Yes.\n    ## G1Q2\n");
}

TEST_CASE("a hash that starts no heading is text") {
  CHECK(answers_of("---\nrespondent: G1-01\n---\n## G1Q1\n#1 is speed.\n\\# is a number sign.\n####### seven\n") ==
        "G1-01\nG1-01 G1Q1\nall: #1 is speed.\n\\# is a number sign.\n####### seven\n");
}

TEST_CASE("an answer that is lost is missing with a reason") {
  const WholeStudy whole =
      read_transcripts({{"a.md", "---\nrespondent: G1-01\n---\n## G1Q1\n[lost: page missing in the source]\n"}});
  CHECK(whole.reports().empty());
  CHECK(whole.corpus.answers.empty());
  CHECK(whole.corpus.responses.empty());
  REQUIRE(whole.corpus.lost.size() == 1);
  CHECK(whole.corpus.lost[0].reason == "page missing in the source");
  CHECK(whole.corpus.files[0]->slice(whole.corpus.lost[0].place) == "[lost: page missing in the source]");
}

TEST_CASE("`lost` beside words of the respondent is a note like any other") {
  CHECK(answers_of("---\nrespondent: G1-01\n---\n## G1Q1\n[lost: the first half]\nAnd so we came here.\n") ==
        "G1-01\nG1-01 G1Q1\nnote: [lost: the first half]\nall: And so we came here.\n");
}

TEST_CASE("a transcript without answers is unfinished") {
  CHECK(reports_under("# To be typed\n") ==
        "transcripts/a.md: warning: no answer stands in this transcript [no-answers]\n");
}
