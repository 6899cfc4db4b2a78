#include "corpus/corpus.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "unit/corpus/transcript_reading.hpp"

using namespace etic;

namespace {

const std::vector<std::string> transcripts{
    "---\nrespondent: G1-2\nsite: KITIC\nrole: owner\n---\n## G1Q10\nTen.\n## G1Q1\nOne.\n",
    "---\nrespondent: G1-10\nsite: TCR\nrole: director\n---\n## G1Q2\nTwo.\n",
    "---\nrespondents: [G3-03, G3-01]\nsite: VCEP\ndate: [2023-07-20, 2023-07-19]\n---\n## G3Q2\nWe all.\n## "
    "G3Q1\nG3-03: I.\n",
    "---\nrespondent: G3-02\nrole: member 10\n---\n## G3Q1\n[lost: torn]\n",
    "---\nrespondent: G1-2\ndate: 2024-01-09\n---\n## G1Q2\nTwo, later.\n",
    "---\nrespondent: G3-01\nrole: member 9\n---\n## G3Q1\nOn my own.\n",
};

constexpr const char* everything = R"(G1-2 KITIC owner wholly owned
G1-10 TCR director joint venture
G3-01 VCEP member 9
G3-02 member 10
G3-03 VCEP
G1-2 G1Q1
all: One.
G1-2 G1Q2 2024-01-09 after
all: Two, later.
G1-2 G1Q10
all: Ten.
G1-10 G1Q2
all: Two.
G3-01 G3Q1
all: On my own.
G3-01 G3-03 G3Q2 2023-07-19 2023-07-20 before
all: We all.
G3-03 G3Q1 2023-07-19 2023-07-20 before
G3-03: I.
G3-02 G3Q1 lost: torn
)";

}  // namespace

TEST_CASE("the corpus stands in study order and natural order, whatever the files' names and order") {
  std::vector<std::size_t> order(transcripts.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  do {
    std::map<std::string, std::string> files;
    for (std::size_t i = 0; i < order.size(); ++i) files["f" + std::to_string(i) + ".md"] = transcripts[order[i]];
    const WholeStudy whole = read_transcripts(files);
    CHECK(whole.reports().empty());
    REQUIRE(text_of(whole) == everything);
    REQUIRE(whole.corpus.values[1] == std::vector<std::string>{"director", "member 9", "member 10", "owner"});
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("values stand in the declared order, others in natural order behind them") {
  const WholeStudy whole =
      read_transcripts({{"a.md", transcripts[2]}, {"b.md", transcripts[0]}, {"c.md", transcripts[4]}});
  CHECK(whole.corpus.values[0] == std::vector<std::string>{"TCR", "KITIC", "VCEP"});
  CHECK(whole.corpus.values[2] == std::vector<std::string>{"2023-07-19", "2023-07-20", "2024-01-09"});
  CHECK(whole.corpus.values[3] == std::vector<std::string>{"joint venture", "wholly owned"});
  CHECK(whole.corpus.values[4] == std::vector<std::string>{"before", "after"});
}

TEST_CASE("a joint answer is one answer and as many responses as it has respondents") {
  const WholeStudy whole = read_transcripts(
      {{"a.md", "---\nrespondents: [G3-01, G3-02, G3-03]\n---\n## G3Q1\nYes.\n## G3Q2\nG3-02: No.\n"}});
  const Corpus& corpus = whole.corpus;
  CHECK(corpus.answers.size() == 2);
  CHECK(corpus.answers[0].is_joint());
  CHECK_FALSE(corpus.answers[1].is_joint());
  REQUIRE(corpus.responses.size() == 4);
  CHECK(corpus.responses[1].respondent == RespondentId(1));
  CHECK(corpus.responses[1].answer == AnswerId(0));
  CHECK(corpus.responses[2].answer == AnswerId(1));
  CHECK(corpus.interviews[0].respondents.size() == 3);
}

TEST_CASE("respondents and answers are found") {
  const WholeStudy whole = read_transcripts({{"a.md", transcripts[0]}, {"b.md", transcripts[1]}});
  const Corpus& corpus = whole.corpus;
  CHECK(corpus.find_respondent("G1-10") == RespondentId(1));
  CHECK_FALSE(corpus.find_respondent("G1-02").has_value());
  CHECK(corpus.find_answer(RespondentId(0), QuestionId(2)) == AnswerId(1));
  CHECK(corpus.find_answer(RespondentId(1), QuestionId(1)) == AnswerId(2));
  CHECK_FALSE(corpus.find_answer(RespondentId(0), QuestionId(1)).has_value());
}

TEST_CASE("a response has its respondent's attributes and its own interview's") {
  const WholeStudy whole = read_transcripts({{"a.md", transcripts[0]}, {"b.md", transcripts[4]}});
  const Corpus& corpus = whole.corpus;
  REQUIRE(corpus.responses.size() == 3);  // G1Q1, G1Q2 (later), G1Q10
  const auto values = [&](std::size_t response, std::size_t attribute) {
    return corpus.values_of(corpus.responses[response], AttributeId(attribute), whole.study);
  };
  CHECK(values(0, 0) == Few<std::uint32_t>{1});
  CHECK(values(1, 0) == Few<std::uint32_t>{1});
  CHECK(values(0, 2).empty());
  CHECK(values(1, 2) == Few<std::uint32_t>{0});
  CHECK(values(1, 4) == Few<std::uint32_t>{1});
}

TEST_CASE("what a map does not name has no derived value, and two dates of one period have one") {
  CHECK(answers_of(
            "---\nrespondent: G1-01\nsite: VCEP\ndate: [2023-07-19, 2023-07-20, 2023-07-21]\n---\n## G1Q1\nYes.\n") ==
        "G1-01 VCEP\nG1-01 G1Q1 2023-07-19 2023-07-20 2023-07-21 before\nall: Yes.\n");
}

TEST_CASE("attribute values are the same in NFC and NFD") {
  CHECK(read_transcripts({{"a.md", "---\nrespondent: G1-01\nrole: ge\u0301rant\n---\n## G1Q1\nOui.\n"},
                          {"b.md", "---\nrespondent: G1-01\nrole: g\u00E9rant\n---\n## G1Q2\nNon.\n"}})
            .reports()
            .empty());
}

TEST_CASE("transcripts are files in any folder below, by their ending; a README is none") {
  const WholeStudy whole = read_transcripts(
      {{"G1/deep/a.md", transcripts[1]}, {"README.md", "How to read this"}, {"notes.txt", "x"}, {"G1/README.md", "x"}});
  CHECK(whole.reports().empty());
  CHECK(whole.corpus.answers.size() == 1);
}
