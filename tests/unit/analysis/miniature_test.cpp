#include <string>

#include "analysis/cooccurrence.hpp"
#include "coding/rule_coder.hpp"
#include "support/catch.hpp"
#include "unit/analysis/counted.hpp"

using namespace etic;

// All numbers here are counted by hand in tests/fixtures/miniature/README.md.

namespace {

const CountedStudy& miniature() {
  static const CountedStudy study(DiskFiles(), ETIC_FIXTURES "/miniature");
  return study;
}

Counting counting(Unit unit, BaseRule base = BaseRule::recorded) { return {unit, base, {}, false}; }

std::string co_occurring(Within within, const Counting& how, const std::vector<std::string>& terms = {}) {
  const CountedStudy& study = miniature();
  const std::vector<CodeId> codes =
      study.codes({"place.quiet", "place.light", "place.warm", "stance.for", "non-answer"});
  const Axis axis{Axis::Kind::code, {}};
  return CountedStudy::text_of(
      co_occurrence(study.coded, study.bearing, study.where(terms), axis, codes, axis, codes, within, how), how.unit);
}

std::string crossed(const std::string& rows, const std::string& columns, const std::vector<std::string>& codes,
                    const Counting& how = {}) {
  const CountedStudy& study = miniature();
  return CountedStudy::text_of(cross_axes(study.coded, study.bearing, study.where({}), study.axis(rows),
                                          study.axis(columns), study.codes(codes), how),
                               how.unit);
}

}  // namespace

TEST_CASE("the miniature study is complete and valid") {
  const WholeStudy& whole = miniature().whole;
  CHECK(whole.reports() == "");
  CHECK(whole.corpus.respondents.size() == 9);
  CHECK(whole.corpus.answers.size() == 16);
  CHECK(whole.corpus.responses.size() == 21);
  CHECK(whole.corpus.lost.size() == 1);
}

TEST_CASE("miniature: codings, quote by quote") {
  const CountedStudy& study = miniature();
  std::string text;
  for (const Coding& coding : study.coded.codings) {
    const Answer& answer = study.whole.corpus.answer(coding.answer);
    for (const RespondentId id : respondents_of(answer, coding.voice))
      text += study.whole.corpus.respondent(id).name + " ";
    text += study.whole.study.question(answer.question).code.text() + " " + study.whole.books.code(coding.code()).name +
            " `" + std::string(study.whole.corpus.file_of(answer).slice(coding.span)) + "`\n";
  }
  CHECK(text ==
        "G1-01 G1Q1 place.quiet `quiet`\n"
        "G1-01 G1Q1 place.quiet `quiet`\n"
        "G1-01 G1Q1 place.quiet `quiet room`\n"
        "G1-01 G1Q1 place.light `room is bright`\n"
        "G1-01 G1Q1 place.light `bright`\n"
        "G1-01 G1Q2 place.light `Light`\n"
        "G1-01 G1Q3 stance.for `Yes`\n"
        "G1-01 G1Q3 stance.for `agree`\n"
        "G1-01 G1Q4 non-answer `No comment`\n"
        "G1-02 G1Q1 non-answer `No comment`\n"
        "G1-02 G1Q3 stance.against `agree`\n"
        "G1-02 G1-03 G1-05 G1Q4 place.quiet `quiet`\n"
        "G1-03 G1Q1 place.light `light`\n"
        "G1-03 G1Q1 place.light `bright`\n"
        "G1-03 G1Q3 stance.against `disagree`\n"
        "G1-04 G1Q2 place.quiet `Quiet`\n"
        "G1-04 G1Q2 place.light `Light`\n"
        "G1-04 G1Q4 place.quiet `silent`\n"
        "G1-10 G1Q2 place.light `light`\n"
        "G2-01 G2Q1 place.light `bright`\n"
        "G2-01 G2-02 G2-03 G2Q2 stance.for `agree`\n"
        "G2-01 G2-02 G2-03 G2Q2 place.warm `warm`\n"
        "G2-03 G2Q2 non-answer `No comment`\n");
}

TEST_CASE("miniature: tally of respondents") {
  CHECK(miniature().table("") ==
        "non-answer 3/9\nplace 9/9\nplace.quiet 5/6\nplace.light 5/7\nplace.warm 3/3\nstance 6/7\nstance.against "
        "2/7\nstance.for 4/7\n");
  CHECK(miniature().table("", counting(Unit::respondents, BaseRule::eligible)) ==
        "non-answer 3/9\nplace 9/9\nplace.quiet 5/6\nplace.light 5/9\nplace.warm 3/3\nstance 6/9\nstance.against "
        "2/9\nstance.for 4/9\n");
  CHECK(miniature().table("", counting(Unit::respondents, BaseRule::substantive)) ==
        "non-answer 3/9\nplace 9/9\nplace.quiet 5/6\nplace.light 5/6\nplace.warm 3/3\nstance 6/7\nstance.against "
        "2/7\nstance.for 4/7\n");
}

TEST_CASE("miniature: tally of responses") {
  CHECK(miniature().table("", counting(Unit::responses)) ==
        "non-answer 3/21\nplace 13/21\nplace.quiet 6/16\nplace.light 6/9\nplace.warm 3/3\nstance 6/7\nstance.against "
        "2/7\nstance.for 4/7\n");
  CHECK(miniature().table("", counting(Unit::responses, BaseRule::eligible)) ==
        "non-answer 3/33\nplace 13/33\nplace.quiet 6/24\nplace.light 6/15\nplace.warm 3/6\nstance 6/9\nstance.against "
        "2/9\nstance.for 4/9\n");
  CHECK(miniature().table("", counting(Unit::responses, BaseRule::substantive)) ==
        "non-answer 3/21\nplace 13/19\nplace.quiet 6/14\nplace.light 6/8\nplace.warm 3/3\nstance 6/7\nstance.against "
        "2/7\nstance.for 4/7\n");
}

TEST_CASE("miniature: tally of answers and segments") {
  CHECK(miniature().table("", counting(Unit::answers)) ==
        "non-answer 3/16\nplace 9/16\nplace.quiet 4/14\nplace.light 6/8\nplace.warm 1/1\nstance 4/5\nstance.against "
        "2/5\nstance.for 2/5\n");
  CHECK(miniature().table("", counting(Unit::answers, BaseRule::substantive)) ==
        "non-answer 3/16\nplace 9/14\nplace.quiet 4/12\nplace.light 6/7\nplace.warm 1/1\nstance 4/5\nstance.against "
        "2/5\nstance.for 2/5\n");
  CHECK(
      miniature().table("", counting(Unit::segments)) ==
      "non-answer 3\nplace 12\nplace.quiet 5\nplace.light 7\nplace.warm 1\nstance 5\nstance.against 2\nstance.for 3\n");
}

TEST_CASE("miniature: a theme's row stands for all below it") {
  const CountedStudy& study = miniature();
  const Matrix themes = count_codes(study.coded, study.bearing, study.where({}), study.axis("theme"), study.all_codes(),
                                    study.axis("group"), {});
  CHECK(CountedStudy::text_of(themes, Unit::respondents) ==
        "G1 G2\nnon-answer 2/6 1/3 | 3/9\nplace 6/6 3/3 | 9/9\nstance 3/4 3/3 | 6/7\n");
  CHECK(themes.joint_answers == 3);
}

TEST_CASE("miniature: by group") {
  CHECK(miniature().table("group") ==
        "G1 G2\n"
        "non-answer 2/6 1/3 | 3/9\n"
        "place 6/6 3/3 | 9/9\n"
        "place.quiet 5/6 . | 5/6\n"
        "place.light 4/5 1/2 | 5/7\n"
        "place.warm . 3/3 | 3/3\n"
        "stance 3/4 3/3 | 6/7\n"
        "stance.against 2/4 0/3 | 2/7\n"
        "stance.for 1/4 3/3 | 4/7\n");
}

TEST_CASE("miniature: by site, with those who have none, and by what is derived from it") {
  const std::string cells =
      "non-answer 1/3 2/5 0/1 | 3/9\n"
      "place 3/3 5/5 1/1 | 9/9\n"
      "place.quiet 2/3 2/2 1/1 | 5/6\n"
      "place.light 3/3 2/4 \u2013 | 5/7\n"
      "place.warm . 3/3 . | 3/3\n"
      "stance 1/2 5/5 \u2013 | 6/7\n"
      "stance.against 0/2 2/5 \u2013 | 2/7\n"
      "stance.for 1/2 3/5 \u2013 | 4/7\n";
  CHECK(miniature().table("site") == "North South (none)\n" + cells);
  CHECK(miniature().table("side") == "cool warm (none)\n" + cells);
}

TEST_CASE("miniature: segments by site") {
  CHECK(miniature().table("site", counting(Unit::segments)) ==
        "North South (none)\n"
        "non-answer 1 2 0 | 3\n"
        "place 7 5 1 | 12\n"
        "place.quiet 4 1 1 | 5\n"
        "place.light 4 3 \u2013 | 7\n"
        "place.warm . 1 . | 1\n"
        "stance 2 3 \u2013 | 5\n"
        "stance.against 0 2 \u2013 | 2\n"
        "stance.for 2 1 \u2013 | 3\n");
}

TEST_CASE("miniature: by date, where an interview may have several or none") {
  const CountedStudy& study = miniature();
  const std::string head = "2019-07-19 2019-11-05 2020-02-03 2020-05-01 2021-01-10 2021-03-01 (none)\n";
  CHECK(CountedStudy::text_of(study.matrix(study.where({}), study.codes({"place.light"}), study.axis("date"), {}),
                              Unit::respondents) == head + "place.light 1/1 1/1 2/3 0/1 1/1 \u2013 1/1 | 5/7\n");
  CHECK(CountedStudy::text_of(study.matrix(study.where({}), study.codes({"place.light"}), study.axis("date"),
                                           counting(Unit::respondents, BaseRule::eligible)),
                              Unit::respondents) == head + "place.light 1/1 1/1 2/4 0/1 1/1 0/2 1/1 | 5/9\n");
}

TEST_CASE("miniature: by respondent") {
  const CountedStudy& study = miniature();
  CHECK(CountedStudy::text_of(study.matrix(study.where({}), study.codes({"place.light", "stance.for"}),
                                           study.axis("respondent"), counting(Unit::responses)),
                              Unit::responses) ==
        "G1-01 G1-02 G1-03 G1-04 G1-05 G1-10 G2-01 G2-02 G2-03\n"
        "place.light 2/2 0/1 1/1 1/2 \u2013 1/1 1/1 0/1 \u2013 | 6/9\n"
        "stance.for 1/1 0/1 0/1 \u2013 \u2013 0/1 1/1 1/1 1/1 | 4/7\n");
  CHECK(CountedStudy::text_of(study.matrix(study.where({}), study.codes({"stance.for"}), study.axis("respondent"),
                                           counting(Unit::segments)),
                              Unit::segments) ==
        "G1-01 G1-02 G1-03 G1-04 G1-05 G1-10 G2-01 G2-02 G2-03\n"
        "stance.for 2 0 0 \u2013 \u2013 0 1 1 1 | 3\n");
}

TEST_CASE("miniature: by question") {
  CHECK(miniature().table("question") ==
        "G1Q1 G1Q2 G1Q3 G1Q4 G2Q1 G2Q2 G2Q3\n"
        "non-answer 1/4 0/3 0/4 1/5 0/2 1/3 \u2013 | 3/9\n"
        "place 2/4 3/3 0/4 4/5 1/2 3/3 \u2013 | 9/9\n"
        "place.quiet 1/4 1/3 0/4 4/5 . . . | 5/6\n"
        "place.light 2/4 3/3 . . 1/2 . . | 5/7\n"
        "place.warm . . . . . 3/3 \u2013 | 3/3\n"
        "stance . . 3/4 . . 3/3 . | 6/7\n"
        "stance.against . . 2/4 . . 0/3 . | 2/7\n"
        "stance.for . . 1/4 . . 3/3 . | 4/7\n");
}

TEST_CASE("miniature: by sub-question, whose columns overlap") {
  CHECK(miniature().table("subquestion") ==
        "SQ1 SQ2 SQ3\n"
        "non-answer 1/7 1/8 1/5 | 3/9\n"
        "place 5/7 6/8 4/5 | 9/9\n"
        "place.quiet 2/5 1/5 4/5 | 5/6\n"
        "place.light 5/7 3/3 . | 5/7\n"
        "place.warm . 3/3 \u2013 | 3/3\n"
        "stance . 6/7 . | 6/7\n"
        "stance.against . 2/7 . | 2/7\n"
        "stance.for . 4/7 . | 4/7\n");
}

TEST_CASE("miniature: by sub-question, with the questions asked for it only") {
  Counting only_asked;
  only_asked.only_asked = true;
  CHECK(miniature().table("subquestion", only_asked) ==
        "SQ1 SQ2 SQ3\n"
        "non-answer 1/7 1/7 1/5 | 3/9\n"
        "place 5/7 3/7 4/5 | 9/9\n"
        "place.quiet 2/5 0/4 4/5 | 5/6\n"
        "place.light 5/7 . . | 5/7\n"
        "place.warm . 3/3 \u2013 | 3/3\n"
        "stance . 6/7 . | 6/7\n"
        "stance.against . 2/7 . | 2/7\n"
        "stance.for . 4/7 . | 4/7\n");
}

TEST_CASE("miniature: selections by attributes") {
  const CountedStudy& study = miniature();
  const std::vector<std::string> both = {"place.quiet", "place.light"};
  CHECK(study.totals(both, study.where({"site=South"})) == "2/2 2/4");
  CHECK(study.totals(both, study.where({"site!=South"})) == "3/4 3/3");
  CHECK(study.totals(both, study.where({"site=North,South"})) == "4/5 5/7");
  CHECK(study.totals(both, study.where({"site=North"})) == "2/3 3/3");
  CHECK(study.totals(both, study.where({"side=warm", "group!=G2"})) == "2/2 1/2");
}

TEST_CASE("miniature: selections by date") {
  const CountedStudy& study = miniature();
  const std::vector<std::string> both = {"place.quiet", "place.light"};
  CHECK(study.totals(both, study.where({"date>=2020-05"})) == "3/3 1/2");
  CHECK(study.totals(both, study.where({"date<=2019"})) == "1/2 2/2");
  CHECK(study.totals(both, study.where({"date<2019-11"})) == "1/1 1/1");
  CHECK(study.totals(both, study.where({"date>2020"})) == "3/3 1/1");
  CHECK(study.totals(both, study.where({"date=2020"})) == "1/2 2/4");
  CHECK(study.totals(both, study.where({"date!=2020"})) == "4/5 3/3");
}

TEST_CASE("miniature: selections by question, sub-question, group and respondent") {
  const CountedStudy& study = miniature();
  const std::vector<std::string> both = {"place.quiet", "place.light"};
  CHECK(study.totals(both, study.where({"question=G1Q3-4"})) == "4/6 .");
  CHECK(study.totals(both, study.where({"question!=G1Q4"})) == "2/5 5/7");
  CHECK(study.totals(both, study.where({"question=G1Q1,G2Q1", "question!=G2"})) == "1/4 2/4");
  CHECK(study.totals(both, study.where({"subquestion=SQ2"})) == "1/5 3/3");
  CHECK(study.totals(both, study.where({"subquestion=SQ2"}, true)) == "0/4 .");
  CHECK(study.totals(both, study.where({"group=G2"})) == ". 1/2");
  CHECK(study.totals({"place.quiet", "place.warm"}, study.where({"respondent=G1-02,G1-10"})) == "1/2 .");
  CHECK(study.totals({"place.quiet", "place.warm"}, study.where({"respondent!=G1-02,G1-10"})) == "4/4 3/3");
  CHECK(study.totals(both, study.where({"group=G1", "group=G2"})) == ". .");
}

TEST_CASE("miniature: columns that the terms do not allow are left out") {
  const CountedStudy& study = miniature();
  const auto heads = [&](const std::string& columns, const std::string& term) {
    std::string text;
    for (const AxisItem& item :
         study.matrix(study.where({term}), study.codes({"place"}), study.axis(columns), {}).columns)
      text += item.key + " ";
    return text;
  };
  CHECK(heads("group", "group=G1") == "G1 ");
  CHECK(heads("question", "group=G2") == "G2Q1 G2Q2 G2Q3 ");
  CHECK(heads("question", "respondent=G1-05") == "G1Q1 G1Q2 G1Q3 G1Q4 ");
  CHECK(heads("question", "subquestion=SQ3") == "G1Q4 G2Q3 ");
  CHECK(heads("subquestion", "question=G1Q3") == "SQ2 ");
  CHECK(heads("site", "group=G2") == "South ");
  CHECK(heads("respondent", "site=North") == "G1-01 G1-04 G1-10 ");
}

TEST_CASE("miniature: among those who voice a code") {
  const CountedStudy& study = miniature();
  Counting among;
  among.among = study.codes({"place.light"}).front();
  const std::vector<std::string> names = {"non-answer", "place.quiet", "place.light", "place.warm", "stance"};
  CHECK(study.totals(names, study.where({}), among) == "1/5 3/4 5/5 1/1 3/4");
  among.unit = Unit::responses;
  CHECK(study.totals(names, study.where({}), among) == "0/6 2/5 6/6 \u2013 \u2013");
  among.unit = Unit::answers;
  CHECK(study.totals(names, study.where({}), among) == "0/6 2/5 6/6 \u2013 \u2013");
  among.unit = Unit::segments;
  CHECK(study.totals(names, study.where({}), among) == "0 3 7 \u2013 \u2013");
}

TEST_CASE("miniature: group crossed with site") {
  CHECK(crossed("group", "site", {"place.light"}) ==
        "North South (none)\n"
        "G1 3/3 1/2 \u2013 | 4/5\n"
        "G2 . 1/2 . | 1/2\n"
        "total 3/3 2/4 \u2013 | 5/7\n");
  CHECK(crossed("group", "site", {"place.light"}, counting(Unit::segments)) ==
        "North South (none)\n"
        "G1 4 2 \u2013 | 6\n"
        "G2 . 1 . | 1\n"
        "total 4 3 \u2013 | 7\n");
}

TEST_CASE("miniature: sub-question crossed with group, counting any of two codes") {
  CHECK(crossed("subquestion", "group", {"place.quiet", "place.light"}) ==
        "G1 G2\n"
        "SQ1 4/5 1/2 | 5/7\n"
        "SQ2 3/5 . | 3/5\n"
        "SQ3 4/5 . | 4/5\n"
        "total 6/6 1/2 | 7/8\n");
  const CountedStudy& study = miniature();
  CHECK(cross_axes(study.coded, study.bearing, study.where({}), study.axis("subquestion"), study.axis("group"),
                   study.codes({"place.quiet", "place.light"}), {})
            .joint_answers == 2);
}

TEST_CASE("miniature: codes together in one answer") {
  CHECK(co_occurring(Within::answer, {}) ==
        "place.quiet place.light place.warm stance.for non-answer\n"
        "place.quiet 5/6 2/5 . 0/4 0/6\n"
        "place.light 2/5 5/7 . . 0/7\n"
        "place.warm . . 3/3 3/3 1/3\n"
        "stance.for 0/4 . 3/3 4/7 1/7\n"
        "non-answer 0/6 0/7 1/3 1/7 3/9\n");
  CHECK(co_occurring(Within::answer, counting(Unit::responses)) ==
        "place.quiet place.light place.warm stance.for non-answer\n"
        "place.quiet 6/16 2/7 . 0/4 0/16\n"
        "place.light 2/7 6/9 . . 0/9\n"
        "place.warm . . 3/3 3/3 1/3\n"
        "stance.for 0/4 . 3/3 4/7 1/7\n"
        "non-answer 0/16 0/9 1/3 1/7 3/21\n");
  CHECK(co_occurring(Within::answer, counting(Unit::answers)) ==
        "place.quiet place.light place.warm stance.for non-answer\n"
        "place.quiet 4/14 2/7 . 0/4 0/14\n"
        "place.light 2/7 6/8 . . 0/8\n"
        "place.warm . . 1/1 1/1 1/1\n"
        "stance.for 0/4 . 1/1 2/5 1/5\n"
        "non-answer 0/14 0/8 1/1 1/5 3/16\n");
}

TEST_CASE("miniature: codes together in one sentence") {
  CHECK(co_occurring(Within::sentence, {}) ==
        "place.quiet place.light place.warm stance.for non-answer\n"
        "place.quiet 5/6 1/5 . 0/4 0/6\n"
        "place.light 1/5 5/7 . . 0/7\n"
        "place.warm . . 3/3 3/3 0/3\n"
        "stance.for 0/4 . 3/3 4/7 0/7\n"
        "non-answer 0/6 0/7 0/3 0/7 3/9\n");
}

TEST_CASE("miniature: codes together in one respondent's answers") {
  CHECK(co_occurring(Within::respondent, {}) ==
        "place.quiet place.light place.warm stance.for non-answer\n"
        "place.quiet 5/6 3/5 . 1/4 2/6\n"
        "place.light 3/5 5/7 1/2 2/6 1/7\n"
        "place.warm . 1/2 3/3 3/3 1/3\n"
        "stance.for 1/4 2/6 3/3 4/7 2/7\n"
        "non-answer 2/6 1/7 1/3 2/7 3/9\n");
}

TEST_CASE("codes stand together in a sentence of one voice only, whoever speaks between") {
  const CountedStudy study(MemoryFiles(
      {{"study.yaml", "title: t\ngroups: {G1: g}\nquestions: {G1Q1: q}\n"},
       {"codebooks/b.yaml",
        "codebook: b\ncodes: {cheap: {rules: cheap}, short: {rules: [{answer: any, answer_words: '= 2'}]}}\n"},
       {"transcripts/1.md",
        "---\nrespondents: [G1-01, G1-02]\n---\n## G1Q1\nG1-01: fast\nG1-02: cheap\nG1-01: fast\n"}}));
  const Axis axis{Axis::Kind::code, {}};
  for (const Within within : {Within::sentence, Within::answer}) {
    CHECK(CountedStudy::text_of(co_occurrence(study.coded, study.bearing, study.where({}), axis, study.all_codes(),
                                              axis, study.all_codes(), within, {}),
                                Unit::respondents) == "cheap short\ncheap 1/2 0/2\nshort 0/2 1/2\n");
  }
}

TEST_CASE("miniature: codes together among those with something to say") {
  CHECK(co_occurring(Within::answer, counting(Unit::respondents, BaseRule::substantive)) ==
        "place.quiet place.light place.warm stance.for non-answer\n"
        "place.quiet 5/6 2/4 . 0/4 0/6\n"
        "place.light 2/4 5/6 . . 0/6\n"
        "place.warm . . 3/3 3/3 1/3\n"
        "stance.for 0/4 . 3/3 4/7 1/7\n"
        "non-answer 0/6 0/6 1/3 1/7 3/9\n");
}

TEST_CASE("miniature: codes together in a selection") {
  CHECK(co_occurring(Within::answer, {}, {"site=South"}) ==
        "place.quiet place.light place.warm stance.for non-answer\n"
        "place.quiet 2/2 0/2 . 0/2 0/2\n"
        "place.light 0/2 2/4 . . 0/4\n"
        "place.warm . . 3/3 3/3 1/3\n"
        "stance.for 0/2 . 3/3 3/5 1/5\n"
        "non-answer 0/2 0/4 1/3 1/5 2/5\n");
}
