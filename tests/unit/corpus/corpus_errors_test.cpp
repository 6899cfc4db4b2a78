#include <sstream>
#include <string>

#include "corpus/corpus_reader.hpp"
#include "diagnostics/render.hpp"
#include "support/catch.hpp"
#include "unit/corpus/transcript_reading.hpp"

using namespace etic;

TEST_CASE("no folder of transcripts") {
  const WholeStudy whole = read_transcripts({});
  Sink sink;
  CHECK(read_corpus(MemoryFiles(std::map<std::string, std::string>{}), "survey", whole.study, sink).answers.empty());
  std::ostringstream out;
  for (const Diagnostic& diagnostic : sink.sorted()) render(out, diagnostic, false);
  CHECK(out.str() ==
        R"(survey/transcripts: error: there is no folder of transcripts [unreadable-file]
    hint: make a folder `transcripts`, or name yours by `transcripts:` in study.yaml
)");
}

TEST_CASE("the same respondent answers the same question in two transcripts: the first counts") {
  const WholeStudy whole =
      read_transcripts({{"a.md", "---\nrespondent: G1-01\n---\n## G1Q1\nYes.\n## G1Q2\n[lost: torn]\n"},
                        {"b.md", "---\nrespondent: G1-01\n---\n## G1Q2\nNo.\n## G1Q1\nYes again.\n## G1Q10\nTen.\n"}});
  CHECK(whole.reports() ==
        R"(transcripts/b.md:4:4: error: G1-01 answers `G1Q2` here and in transcripts/a.md:6 [duplicate-answer]
    ## G1Q2
       ^~~~
    hint: delete one of them, or join them in one file
transcripts/b.md:6:4: error: G1-01 answers `G1Q1` here and in transcripts/a.md:4 [duplicate-answer]
    ## G1Q1
       ^~~~
    hint: delete one of them, or join them in one file
)");
  CHECK(text_of(whole) == "G1-01\nG1-01 G1Q1\nall: Yes.\nG1-01 G1Q10\nall: Ten.\nG1-01 G1Q2 lost: torn\n");
}

TEST_CASE("one of several answers again: the joint answer is the others'") {
  const WholeStudy whole =
      read_transcripts({{"a.md", "---\nrespondent: G3-02\n---\n## G3Q1\nYes.\n"},
                        {"b.md", "---\nrespondents: [G3-01, G3-02]\n---\n## G3Q1\nWe agree.\n## G3Q2\nG3-01: No.\n"}});
  CHECK(whole.reports() ==
        R"(transcripts/b.md:4:4: error: G3-02 answers `G3Q1` here and in transcripts/a.md:4 [duplicate-answer]
    ## G3Q1
       ^~~~
    hint: delete one of them, or join them in one file
)");
  CHECK(text_of(whole) == "G3-01\nG3-02\nG3-01 G3Q1\nall: We agree.\nG3-01 G3Q2\nG3-01: No.\nG3-02 G3Q1\nall: Yes.\n");
}

TEST_CASE("somebody who says nothing in a joint answer may answer elsewhere") {
  CHECK(read_transcripts({{"a.md", "---\nrespondent: G3-02\n---\n## G3Q1\nYes.\n"},
                          {"b.md", "---\nrespondents: [G3-01, G3-02]\n---\n## G3Q1\nG3-01: No.\n"}})
            .reports()
            .empty());
}

TEST_CASE("transcripts that differ in what a respondent is; interviews may differ") {
  const WholeStudy whole = read_transcripts(
      {{"G1-01.md", "---\nrespondent: G1-01\nsite: TCR\nrole: owner\ndate: 2023-07-19\n---\n## G1Q1\nYes.\n"},
       {"G1-02.md", "---\nrespondent: G1-01\nrole: director\nsite: TCR\ndate: 2023-07-20\n---\n## G1Q2\nNo.\n"}});
  CHECK(
      whole.reports() ==
      R"(transcripts/G1-02.md:3:7: error: `role` of G1-01 is `director` here, but `owner` in transcripts/G1-01.md:4 [conflicting-attribute]
    role: director
          ^~~~~~~~
)");
  CHECK(text_of(whole) ==
        "G1-01 TCR owner joint venture\nG1-01 G1Q1 2023-07-19 before\nall: Yes.\nG1-01 G1Q2 2023-07-20 before\nall: "
        "No.\n");
}

TEST_CASE("errors in several transcripts are found in one run, and the sound ones read") {
  const WholeStudy whole = read_transcripts({{"a.md", "no front matter\n"},
                                             {"b.md", "---\nrespondent: G1-01\n---\n## G1Q1\nYes.\n"},
                                             {"c.md", std::string("\xFF\xFEx\0", 4)},
                                             {"d.md", "---\nrespondent: G1-02\n---\n## G1Q9\nNo.\n"}});
  CHECK(whole.sink.error_count() == 3);
  CHECK(text_of(whole) == "G1-01\nG1-02\nG1-01 G1Q1\nall: Yes.\n");
}
