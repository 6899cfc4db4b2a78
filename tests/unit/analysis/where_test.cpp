#include "analysis/where.hpp"

#include <sstream>
#include <string>

#include "diagnostics/render.hpp"
#include "support/catch.hpp"
#include "unit/analysis/counted.hpp"

using namespace etic;

namespace {

const CountedStudy& miniature() {
  static const CountedStudy study(DiskFiles(), ETIC_FIXTURES "/miniature");
  return study;
}

/// What is said of a term that cannot be read; of one that can, nothing.
std::string trouble(const std::string& term) {
  Sink sink;
  static_cast<void>(
      parse_where(term, miniature().whole.study, miniature().whole.corpus, false, about_command_line(sink)));
  std::ostringstream out;
  for (const Diagnostic& diagnostic : sink.sorted()) render(out, diagnostic, false);
  return out.str();
}

std::string order_of(std::string_view held, std::string_view asked) {
  const std::strong_ordering order = compare_to_asked(held, asked);
  return order < 0 ? "<" : order > 0 ? ">" : "=";
}

}  // namespace

TEST_CASE("a date counts as equal to its year and its month") {
  CHECK(order_of("2020-05-01", "2020") == "=");
  CHECK(order_of("2020-05-01", "2020-05") == "=");
  CHECK(order_of("2020-05-01", "2020-05-01") == "=");
  CHECK(order_of("2020-05", "2020") == "=");
  CHECK(order_of("2019-12-31", "2020") == "<");
  CHECK(order_of("2021-01-01", "2020") == ">");
  CHECK(order_of("2020-04-30", "2020-05") == "<");
  CHECK(order_of("2020-10-01", "2020-9") == ">");
  CHECK(order_of("2020", "2020-05") == "<");
}

TEST_CASE("what is no date is compared as a whole, in natural order") {
  CHECK(order_of("TCR-2", "TCR") == ">");
  CHECK(order_of("12-14", "12") == ">");
  CHECK(order_of("9", "10") == "<");
  CHECK(order_of("120", "120") == "=");
  CHECK(order_of("20200-1", "20200") == ">");
}

TEST_CASE("a value of an attribute is not taken for another that it begins") {
  const CountedStudy study(MemoryFiles(
      {{"study.yaml", "title: t\ngroups: {G1: g}\nattributes: {site: {of: respondent}}\nquestions: {G1Q1: q}\n"},
       {"codebooks/b.yaml", "codebook: b\ncodes: {c: {rules: x}}\n"},
       {"transcripts/1.md", "---\nrespondent: G1-1\nsite: TCR\n---\n## G1Q1\nx\n"},
       {"transcripts/2.md", "---\nrespondent: G1-2\nsite: TCR-2\n---\n## G1Q1\ny\n"}}));
  CHECK(study.totals({"c"}, study.where({"site=TCR"})) == "1/1");
  CHECK(study.totals({"c"}, study.where({"site=TCR-2"})) == "0/1");
  CHECK(study.totals({"c"}, study.where({"site>TCR"})) == "0/1");
}

TEST_CASE("terms that are none") {
  CHECK(trouble("site") ==
        "etic: error: `site` is no condition [invalid-option]\n"
        "    hint: like `site=TCR,KITIC`, `date>=2020` or `group!=G4`\n");
  CHECK(trouble("=North").starts_with("etic: error: `=North` is no condition [invalid-option]\n"));
  CHECK(trouble("site!North").starts_with("etic: error: `site!North` is no condition [invalid-option]\n"));
  CHECK(trouble("").starts_with("etic: error: `` is no condition [invalid-option]\n"));
}

TEST_CASE("keys and values that the study does not have") {
  CHECK(trouble("sit=North") ==
        "etic: error: the study has no attribute `sit` [unknown-attribute]\n"
        "    hint: did you mean `site`?\n");
  CHECK(trouble("colour=red") ==
        "etic: error: the study has no attribute `colour` [unknown-attribute]\n"
        "    hint: one of group, respondent, question, subquestion, site, side, date\n");
  CHECK(trouble("site=Nort") ==
        "etic: error: `Nort` is no value of `site` [unknown-attribute-value]\n"
        "    hint: did you mean `North`?\n");
  CHECK(trouble("site=").starts_with("etic: error: `` is no value of `site` [unknown-attribute-value]\n"));
  CHECK(trouble("date=2018").starts_with("etic: error: `2018` is no value of `date` [unknown-attribute-value]\n"));
  CHECK(trouble("group=G3").starts_with("etic: error: the study has no group `G3` [unknown-group]\n"));
  CHECK(trouble("respondent=G1-2").starts_with("etic: error: there is no respondent `G1-2` [unknown-respondent]\n"));
  CHECK(trouble("question=G1Q9").starts_with("etic: error: the study has no question `G1Q9` [unknown-question]\n"));
  CHECK(trouble("question=G1Q4-2").starts_with("etic: error: `G1Q4-2` runs backwards [empty-range]\n"));
  CHECK(trouble("subquestion=SQ9").starts_with("etic: error: the study has no sub-question `SQ9` [unknown-subquestion]\n"));
}

TEST_CASE("only attributes have an order") {
  CHECK(trouble("group>G1") ==
        "etic: error: `group` cannot be compared with `>` [invalid-option]\n"
        "    hint: only attributes can\n");
  CHECK(
      trouble("question<=G1Q2").starts_with("etic: error: `question` cannot be compared with `<=` [invalid-option]\n"));
}

TEST_CASE("terms that can be read") {
  for (const std::string term :
       {"site=North", "site=North, South", "site=East", "site!=North", "date>1900", "date=2020", "date=2020-02",
        "side=cool", "group=G1,G2", "respondent=G1-01", "question=G1Q1-2,G2", "subquestion=SQ1,SQ2"}) {
    INFO(term);
    CHECK(trouble(term).empty());
  }
}

TEST_CASE("axes that are none") {
  Sink sink;
  CHECK_FALSE(parse_axis("sites", miniature().whole.study, about_command_line(sink)));
  CHECK_FALSE(parse_axis("colour", miniature().whole.study, about_command_line(sink)));
  REQUIRE(sink.sorted().size() == 2);
  CHECK(sink.sorted()[1].message == "there is no axis or attribute `colour`");
  CHECK(sink.sorted()[1].hint == "one of code, theme, group, question, subquestion, respondent, site, side, date");
  CHECK(sink.sorted()[0].hint == "did you mean `site`?");
  for (const std::string name : {"code", "theme", "group", "question", "subquestion", "respondent", "site", "date"}) {
    CHECK(name_of(miniature().axis(name), miniature().whole.study) == name);
  }
}

TEST_CASE("a selection holds every slot that could be, recorded or not") {
  const Selection all = miniature().where({});
  CHECK(all.slots.size() == 6 * 4 + 3 * 3);
  std::size_t recorded = 0;
  for (const Slot& slot : all.slots) recorded += slot.is_recorded() ? 1U : 0U;
  CHECK(recorded == 21);

  // Of G1-01's four questions all are answered; of G1-02's, the lost one stays with the interview in which it was
  // given.
  CHECK(miniature().where({"respondent=G1-01"}).slots.size() == 4);
  CHECK(miniature().where({"respondent=G1-02", "date=2020-05-01"}).slots.size() == 3);
  CHECK(miniature().where({"respondent=G1-02", "date=2021"}).slots.size() == 1);
  CHECK(miniature().where({"respondent=G1-02", "date=2019"}).slots.empty());
}

TEST_CASE("a selection knows who fits, whatever the questions") {
  const Selection selection = miniature().where({"site=North", "question=G2Q1"});
  CHECK(selection.slots.empty());
  std::string fitting;
  for (std::size_t i = 0; i < selection.holds_respondent.size(); ++i) {
    if (selection.holds_respondent[i]) fitting += miniature().whole.corpus.respondents[i].name + " ";
  }
  CHECK(fitting == "G1-01 G1-04 G1-10 ");
}
