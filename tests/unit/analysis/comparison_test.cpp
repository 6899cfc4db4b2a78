#include "analysis/comparison.hpp"

#include <string>

#include "coding/layers.hpp"
#include "support/catch.hpp"
#include "support/whole_study.hpp"

using namespace etic;

namespace {

/// Two people and the rules on three answers, one of them joint. Ada has read all, Ben all but G1-1's second answer.
class ComparedStudy {
 public:
  ComparedStudy()
      : files_({{"study.yaml", "title: t\ngroups: {G1: a}\nquestions: {G1Q1: a, G1Q2: b}\n"},
                {"transcripts/a.md", "---\nrespondent: G1-1\n---\n## G1Q1\nRed sun. Blue sea.\n## G1Q2\nRed again.\n"},
                {"transcripts/b.md", "---\nrespondents: [G1-2, G1-3]\n---\n## G1Q1\nBlue sky.\n"},
                {"codebooks/a.yaml",
                 "codebook: a\ncodes: {colour: {codes: {red: {rules: red}, blue: {rules: blue, questions: G1Q1}}}}\n"},
                {"codebooks/b.yaml", "codebook: b\ncodes: {mood: {}}\n"},
                {"codings/ada.csv",
                 "respondent,question,code,quote,memo,status\n"
                 "G1-1,G1Q1,colour.red,Red sun,,add\nG1-1,G1Q1,,,,read\nG1-1,G1Q2,,,,read\nG1-2,G1Q1,,,,read\n"},
                {"codings/ben.csv",
                 "respondent,question,code,quote,memo,status\n"
                 "G1-1,G1Q1,colour.red,sun. Blue,,add\nG1-1,G1Q1,,,,read\nG1-3,G1Q1,colour.blue,Blue,,add\n"
                 "G1-3,G1Q1,,,,read\n"}}),
        whole_(files_),
        ledger_(read_ledger(files_, ".", whole_.study, whole_.corpus, whole_.books, whole_.sink)) {
    REQUIRE(whole_.reports().empty());
    const std::vector<CodeId> codes{CodeId(0), CodeId(1), CodeId(2), CodeId(3)};
    for (const char* name : {"ada", "ben", "rules"})
      coders_.push_back(code_by_layers(whole_.study, whole_.corpus, whole_.books, ledger_,
                                       {ledger_.find_coder(name).value()}, codes));
  }

  [[nodiscard]] Comparison comparison() const { return {coders_, select(whole_.study, whole_.corpus, {})}; }
  [[nodiscard]] CodeId code(const char* name) const { return whole_.books.find_code(name).value(); }

  /// Decisions of ada, ben and the rules, a unit each: `10-`.
  [[nodiscard]] std::string decisions(const char* name, AgreementLevel level) const {
    std::string text;
    for (const ComparedUnit& unit : comparison().units(code(name), level)) {
      if (!text.empty()) text += ' ';
      for (const Rating decision : unit.decisions) text += decision == unrated ? "-" : std::to_string(decision);
    }
    return text;
  }

 private:
  MemoryFiles files_;
  WholeStudy whole_;
  Ledger ledger_;
  std::vector<CodedCorpus> coders_;
};

}  // namespace

TEST_CASE("units are the answers in scope that two have read, a joint answer once") {
  const ComparedStudy study;
  CHECK(study.decisions("colour.red", AgreementLevel::answer) == "111 0-1 000");
  CHECK(study.decisions("colour.blue", AgreementLevel::answer) == "001 011");
  CHECK(study.decisions("colour", AgreementLevel::answer) == "111 0-1 011");
  // The rules have nothing to say on a book without rules.
  CHECK(study.decisions("mood", AgreementLevel::answer) == "00- 00-");
}

TEST_CASE("of respondents who has read part of the answers can say yes, but not no") {
  const ComparedStudy study;
  CHECK(study.decisions("colour.red", AgreementLevel::respondent) == "111 000 000");
  CHECK(study.decisions("mood", AgreementLevel::respondent) ==
        "00- 00-");  // of G1-1 Ben cannot say no: one answer is unread
  CHECK(study.decisions("colour.blue", AgreementLevel::respondent) == "001 011 011");
}

TEST_CASE("of sentences each is a unit, and words that reach over two bear in both") {
  const ComparedStudy study;
  CHECK(study.decisions("colour.red", AgreementLevel::sentence) == "111 010 0-1 000");
  CHECK(study.decisions("colour.blue", AgreementLevel::sentence) == "000 001 011");
}

TEST_CASE("segments stand on the talk of answers that all have read, end to end") {
  const ComparedStudy study;
  // `Red sun. Blue sea.` (18 characters) and `Blue sky.` (9); nobody compares `Red again.`, which Ben has not read.
  const Continuum red = study.comparison().continuum(study.code("colour.red"));
  CHECK(red.length == 27);
  REQUIRE(red.observers.size() == 3);
  REQUIRE(red.observers[0].size() == 1);
  CHECK(red.observers[0][0].begin == 0);
  CHECK(red.observers[0][0].length == 7);  // Red sun
  REQUIRE(red.observers[1].size() == 1);
  CHECK(red.observers[1][0].begin == 4);
  CHECK(red.observers[1][0].length == 9);  // sun. Blue
  const Continuum blue = study.comparison().continuum(study.code("colour.blue"));
  REQUIRE(blue.observers[1].size() == 1);
  CHECK(blue.observers[1][0].begin == 18);
  REQUIRE(blue.observers[2].size() == 2);
  CHECK(blue.observers[2][0].begin == 9);
}

TEST_CASE("accuracy counts hits, what is wrong and what is missed where both have read") {
  const ComparedStudy study;
  const std::vector<ComparedUnit> units = study.comparison().units(study.code("colour.blue"), AgreementLevel::answer);
  const Accuracy rules_by_ben = accuracy_of(units, 2, 1);
  CHECK(rules_by_ben.units == 2);
  CHECK(rules_by_ben.hits == 1);
  CHECK(rules_by_ben.wrong == 1);
  CHECK(rules_by_ben.missed == 0);
  CHECK(rules_by_ben.precision().value == Approx(0.5));
  CHECK(rules_by_ben.recall().value == Approx(1));
  CHECK(rules_by_ben.f1().value == Approx(2.0 / 3));
  const Accuracy ada_by_ben = accuracy_of(units, 0, 1);
  CHECK_FALSE(ada_by_ben.precision().is_defined());
  CHECK(ada_by_ben.recall().value == 0);
  CHECK(ada_by_ben.f1().value == 0);
}
