#include "coding/ledger.hpp"

#include <map>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "unit/coding/people_coding.hpp"

using namespace etic;

namespace {

std::string name_of(LedgerEntry::Status status) {
  switch (status) {
    case LedgerEntry::Status::add:
      return "add";
    case LedgerEntry::Status::reject:
      return "reject";
    case LedgerEntry::Status::read:
      return "read";
  }
  return "";
}

/// An entry a line: `ada G1-01 G1Q1 add x "one" memo`.
std::string entries_of(const PeopleStudy& people) {
  const Corpus& corpus = people.whole.corpus;
  std::string text;
  for (const LedgerEntry& entry : people.ledger.entries) {
    const Answer& answer = corpus.answer(entry.answer);
    text += people.ledger.coder(entry.coder).name + " " + corpus.respondent(answer.respondents.front()).name + " " +
            people.whole.study.question(answer.question).code.text() + " " + name_of(entry.status);
    if (entry.code) text += " " + people.whole.books.code(*entry.code).name;
    if (!entry.proposal.empty()) text += " new " + entry.proposal;
    if (entry.book) text += " book " + people.whole.books.book(*entry.book).name;
    for (const Passage& passage : entry.passages)
      text += " \"" + std::string(corpus.file_of(answer).slice(passage.span)) + "\"";
    if (!entry.memo.empty()) text += " " + entry.memo;
    text += "\n";
  }
  return text;
}

/// Ada's file, as it stands.
std::map<std::string, std::string> by_ada(const std::string& file) { return people_files({{"ada", file}}); }

std::string entries_by_ada(const std::string& file) {
  const PeopleStudy people(by_ada(file));
  return people.reports() + entries_of(people);
}

/// What is wrong with it, without the words: `3:1 unknown-code`, one a line.
std::string kinds_by_ada(const std::string& file) {
  const PeopleStudy people(by_ada(file));
  std::string kinds;
  for (const Diagnostic& found : people.whole.sink.sorted())
    kinds += std::to_string(found.place.line) + ":" + std::to_string(found.place.column) + " " +
             std::string(info(found.kind).name) + "\n";
  return kinds;
}

std::string names_of(const std::vector<CoderId>& ids, const Ledger& ledger) {
  std::string text;
  for (const CoderId id : ids) text += (text.empty() ? "" : " ") + ledger.coder(id).name;
  return text;
}

const std::string bom = "\xEF\xBB\xBF";

}  // namespace

TEST_CASE("without files of codings the rules are the only coder") {
  const PeopleStudy people(people_files({}));
  CHECK(people.reports().empty());
  CHECK(people.ledger.coder_names() == std::vector<std::string>{"rules"});
  CHECK(people.ledger.entries.empty());
  CHECK(people.ledger.settle.empty());
  CHECK(people.ledger.find_coder("rules") == CoderId(rules_index));
  CHECK_FALSE(people.ledger.find_coder("settled").has_value());
}

TEST_CASE("rows are read with what they say and where it stands") {
  CHECK(entries_by_ada(rows("G1-01,G1Q1,theme.x,\"one, then\",a memo,add\n"
                            "G1-01,G1Q1,theme,two and,,reject\n"
                            "G1-01,G1Q2,stance.maybe,,,\n"
                            "G1-01,G1Q3,new:odd-one.out,one,,add\n"
                            "G1-02,G1Q1,b,,,read\n"
                            "G1-02,G1Q1,,,all of it,read\n")) ==
        "ada G1-01 G1Q1 add theme.x \"one, then\" a memo\n"
        "ada G1-01 G1Q1 reject theme \"two and\"\n"
        "ada G1-01 G1Q2 add stance.maybe \"Rather three, or four.\"\n"
        "ada G1-01 G1Q3 add new odd-one.out \"one\"\n"
        "ada G1-02 G1Q1 read book b \"zero\"\n"
        "ada G1-02 G1Q1 read \"zero\" all of it\n");
}

TEST_CASE("columns stand in any order, and memo and status may be missing") {
  CHECK(entries_by_ada("quote,code,respondents,question\nzero,theme.x,G1-02,G1Q1\n") ==
        "ada G1-02 G1Q1 add theme.x \"zero\"\n");
}

TEST_CASE("line ends, a byte order mark and space around cells change nothing") {
  const std::string plain = rows("G1-01,G1Q1,theme.x,then two,said  so,add\nG1-02,G1Q1,,,,read\n");
  std::string crlf;
  for (const char c : plain) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  const std::string entries = entries_by_ada(plain);
  CHECK(entries == "ada G1-01 G1Q1 add theme.x \"then two\" said so\nada G1-02 G1Q1 read \"zero\"\n");
  CHECK(entries_by_ada(crlf) == entries);
  CHECK(entries_by_ada(bom + crlf) == entries);
  CHECK(entries_by_ada(rows(" G1-01 , G1Q1,theme.x ,\"then\n two\", said so ,add \nG1-02,G1Q1, ,,,read\n")) == entries);
  CHECK(entries_by_ada(plain.substr(0, plain.size() - 1)) == entries);  // no line end at the end
}

TEST_CASE("a whole answer is one passage a voice") {
  CHECK(
      entries_by_ada(rows("G1-04,G1Q1,theme.x,,,add\nG1-03,G1Q2,theme.x,,,add\n")) ==
      "ada G1-03 G1Q1 add theme.x \"one here\nInterviewer: And?\nG1-04: two there\nG1-03: more of it\" \"two there\"\n"
      "ada G1-03 G1Q2 add theme.x \"said by both: one\"\n");
}

TEST_CASE("any respondent of a joint answer names it, and several may be named") {
  CHECK(entries_by_ada(rows("G1-04,G1Q1,theme.x,one here,,add\nG1-03,G1Q1,theme.y,two there,,add\nG1-03 "
                            "G1-04,G1Q2,theme.x,one,,add\n")) ==
        "ada G1-03 G1Q1 add theme.x \"one here\"\n"
        "ada G1-03 G1Q1 add theme.y \"two there\"\n"
        "ada G1-03 G1Q2 add theme.x \"one\"\n");
}

TEST_CASE("respondents named together must share the answer") {
  const PeopleStudy people(by_ada(rows("G1-01 G1-02,G1Q1,theme.x,one,,add\n")));
  CHECK(people.whole.sink.error_count() == 1);
  CHECK(people.ledger.entries.empty());
}

TEST_CASE("a quote that stands more than once is told apart by its number or its offset") {
  const std::string header = "respondent,question,code,quote,nth\n";
  const std::string transcript = people_files({}).at("transcripts/1.md");
  const auto begin_of_entry = [&](const std::string& file) {
    const PeopleStudy people(by_ada(file));
    INFO(people.reports());
    REQUIRE(people.ledger.entries.size() == 1);
    REQUIRE(people.ledger.entries[0].passages.size() == 1);
    return people.ledger.entries[0].passages[0].span.begin;
  };
  const std::size_t first = transcript.find("one, then");
  const std::size_t second = transcript.find("one more");
  CHECK(begin_of_entry(header + "G1-01,G1Q1,theme.x,one,1\n") == first);
  CHECK(begin_of_entry(header + "G1-01,G1Q1,theme.x,one,2\n") == second);
  CHECK(begin_of_entry(header + "G1-01,G1Q1,theme.x,one more,1\n") == second);
  CHECK(begin_of_entry("respondent,question,code,quote,start\nG1-01,G1Q1,theme.x,one," + std::to_string(second) +
                       "\n") == second);
  CHECK(kinds_by_ada(header + "G1-01,G1Q1,theme.x,one,\n") == "2:20 ambiguous-quote\n");
  CHECK(kinds_by_ada(header + "G1-01,G1Q1,theme.x,one,3\n") == "2:24 wrong-value\n");
  CHECK(kinds_by_ada(header + "G1-01,G1Q1,theme.x,one more,2\n") == "2:29 wrong-value\n");
  CHECK(kinds_by_ada("respondent,question,code,quote,start\nG1-01,G1Q1,theme.x,one,1\n") == "2:20 ambiguous-quote\n");
}

TEST_CASE("a quote that does not stand is kept without a place, to be anchored anew") {
  const PeopleStudy people(by_ada(rows("G1-01,G1Q1,theme.x,\"one, than\",,add\nG1-02,G1Q1,theme.x,zero,,add\n")));
  CHECK(people.whole.sink.error_count() == 1);
  REQUIRE(people.ledger.entries.size() == 2);
  CHECK(people.ledger.entries[0].passages.empty());
  CHECK(people.ledger.entries[0].quote == "one, than");
  CHECK(people.ledger.entries[1].passages.size() == 1);
}

TEST_CASE("a row that cannot be understood is left out, and the next is read") {
  const PeopleStudy people(
      by_ada(rows("G1-09,G1Q1,theme.x,,,add\n"
                  "G1-01,G1Q9,theme.x,,,add\n"
                  "G1-02,G1Q2,theme.x,,,add\n"
                  "G1-01,G1Q1,theme.v,,,add\n"
                  "G1-01,G1Q2,z,,,add\n"
                  "G1-01,G1Q1,theme.x,,,perhaps\n"
                  "G1-01,G1Q1,theme,,,read\n"
                  "G1-01,G1Q1\n"
                  "G1-02,G1Q1,theme.x,zero,,add\n")));
  CHECK(people.whole.sink.error_count() == 8);
  CHECK(entries_of(people) == "ada G1-02 G1Q1 add theme.x \"zero\"\n");
}

TEST_CASE("a quote in front of what a spreadsheet would run is taken off where it does not stand") {
  std::map<std::string, std::string> files =
      by_ada(rows("G1-02,G1Q1,theme.x,'=1+1,,add\nG1-02,G1Q1,theme.y,'-so,,add\n"));
  files["transcripts/2.md"] = "---\nrespondent: G1-02\n---\n## G1Q1\n=1+1 and '-so\n";
  const PeopleStudy people(files);
  CHECK(people.reports().empty());
  CHECK(entries_of(people) == "ada G1-02 G1Q1 add theme.x \"=1+1\"\nada G1-02 G1Q1 add theme.y \"'-so\"\n");
}

TEST_CASE("identical rows merge, whoever of a joint answer they name") {
  const PeopleStudy people(
      by_ada(rows("G1-03,G1Q1,theme.x,one here,first,add\n"
                  "G1-04,G1Q1,theme.x,one  here,second,add\n"
                  "G1-04,G1Q1,theme.x,more of it,,reject\n"
                  "G1-04,G1Q1,b,,,read\n"
                  "G1-03,G1Q1,b,,,read\n"
                  "G1-03,G1Q1,,,,read\n")));
  CHECK(people.whole.sink.warning_count() == 2);
  CHECK(people.whole.sink.error_count() == 0);
  CHECK(
      entries_of(people) ==
      "ada G1-03 G1Q1 add theme.x \"one here\" first\n"
      "ada G1-03 G1Q1 reject theme.x \"more of it\"\n"
      "ada G1-03 G1Q1 read book b \"one here\nInterviewer: And?\nG1-04: two there\nG1-03: more of it\" \"two there\"\n"
      "ada G1-03 G1Q1 read \"one here\nInterviewer: And?\nG1-04: two there\nG1-03: more of it\" \"two there\"\n");
}

TEST_CASE("one coder's exclusive codes are an error in one voice") {
  CHECK(kinds_by_ada(rows("G1-01,G1Q2,stance.maybe,three,,add\nG1-01,G1Q2,stance.no-way,four,,add\n")) ==
        "3:12 exclusive-codes\n");
  CHECK(kinds_by_ada(rows("G1-01,G1Q2,stance.maybe,three,,add\nG1-01,G1Q2,stance.maybe,four,,add\n")).empty());
  CHECK(kinds_by_ada(rows("G1-01,G1Q2,stance.maybe,three,,add\nG1-01,G1Q2,stance,,,add\n")).empty());
  CHECK(kinds_by_ada(rows("G1-01,G1Q2,stance.maybe,three,,add\nG1-01,G1Q2,stance.no-way,four,,reject\n")).empty());
  CHECK(kinds_by_ada(rows("G1-03,G1Q1,stance.maybe,one here,,add\nG1-03,G1Q1,stance.no-way,two there,,add\n")).empty());
  CHECK(kinds_by_ada(rows("G1-03,G1Q1,stance.maybe,one here,,add\nG1-03,G1Q1,stance.no-way,,,add\n")) ==
        "3:12 exclusive-codes\n");
  CHECK(kinds_by_ada(rows("G1-01,G1Q2,stance.maybe,three,,add\nG1-01,G1Q1,stance.no-way,two,,add\n")).empty());
}

TEST_CASE("one coder's non-answer beside another code is an error in one voice") {
  CHECK(kinds_by_ada(rows("G1-01,G1Q2,silent,,,add\nG1-01,G1Q2,theme.x,four,,add\n")) == "3:12 exclusive-codes\n");
  CHECK(kinds_by_ada(rows("G1-01,G1Q2,theme.x,four,,add\nG1-01,G1Q2,silent,three,,add\n")) == "3:12 exclusive-codes\n");
  CHECK(kinds_by_ada(rows("G1-01,G1Q2,silent,,,add\nG1-01,G1Q2,refers,,,add\n")).empty());
  CHECK(kinds_by_ada(rows("G1-03,G1Q1,silent,more of it,,add\nG1-03,G1Q1,theme.y,two there,,add\n")).empty());
  CHECK(kinds_by_ada(rows("G1-01,G1Q2,silent,,,add\nG1-01,G1Q2,theme.x,,,reject\n")).empty());
  CHECK(kinds_by_ada(rows("G1-01,G1Q2,silent,,,add\nG1-01,G1Q2,new:x,four,,add\n")).empty());
}

TEST_CASE("two coders may say what one must not") {
  const PeopleStudy people(
      people_files({{"ada", rows("G1-01,G1Q2,stance.maybe,three,,add\nG1-01,G1Q1,theme.x,two,,add\n")},
                    {"ben", rows("G1-01,G1Q2,stance.no-way,three,,add\nG1-01,G1Q1,theme.x,two,,reject\n")}}));
  CHECK(people.reports().empty());
  CHECK(people.ledger.entries.size() == 4);
}

TEST_CASE("what one coder both adds and rejects in the same words is an error") {
  CHECK(kinds_by_ada(rows("G1-01,G1Q1,theme.x,then two,,add\nG1-01,G1Q1,theme.x,two and,,reject\n")) ==
        "3:12 contradictory-coding\n");
  CHECK(kinds_by_ada(rows("G1-01,G1Q1,theme.x,two and,,reject\nG1-01,G1Q1,theme.x,then two,,add\n")) ==
        "3:12 contradictory-coding\n");
  CHECK(kinds_by_ada(rows("G1-01,G1Q1,theme,two and,,reject\nG1-01,G1Q1,theme.x,then two,,add\n")) ==
        "3:12 contradictory-coding\n");
  CHECK(kinds_by_ada(rows("G1-01,G1Q1,theme.x,two,,reject\nG1-01,G1Q1,theme,two,,add\n"))
            .empty());  // the theme alone stays
  CHECK(kinds_by_ada(rows("G1-01,G1Q1,theme.x,then,,add\nG1-01,G1Q1,theme.x,two,,reject\n")).empty());  // other words
  CHECK(kinds_by_ada(rows("G1-01,G1Q1,theme.x,two,,add\nG1-01,G1Q1,theme.y,two,,reject\n")).empty());
}

TEST_CASE("coders stand behind the rules in natural order of their names") {
  const std::string nothing = rows("");
  const PeopleStudy people(
      people_files({{"ben", nothing}, {"Ben", nothing}, {"c10", nothing}, {"c9", nothing}, {"\u00e9va", nothing}}));
  CHECK(people.reports().empty());
  CHECK(people.ledger.coder_names() == std::vector<std::string>{"rules", "Ben", "ben", "c9", "c10", "\u00e9va"});
}

TEST_CASE("a name that starts another one stands before it") {
  const std::string nothing = rows("");
  const PeopleStudy people(
      people_files({{"ada-2", nothing}, {"ada", nothing}, {"ada-10", nothing}, {"ada_3", nothing}}));
  CHECK(people.ledger.coder_names() == std::vector<std::string>{"rules", "ada", "ada-2", "ada-10", "ada_3"});
}

TEST_CASE("only csv files in the folder itself are codings, and some names nobody has") {
  std::map<std::string, std::string> files =
      people_files({{"ada", rows("")}, {"rules", rows("")}, {"settled", rows("")}, {"my notes", rows("")}});
  files["codings/notes.md"] = "# Notes";
  files["codings/old/ben.csv"] = "nonsense";
  const PeopleStudy people(files);
  CHECK(people.ledger.coder_names() == std::vector<std::string>{"rules", "ada"});
  CHECK(people.whole.sink.error_count() == 3);
}

TEST_CASE("the layers of the settled coding are in the study's order") {
  const auto settled_by = [](const std::string& settle) {
    std::map<std::string, std::string> files = people_files({{"ada", rows("")}, {"ben", rows("")}});
    files["study.yaml"] += "settle: " + settle + "\n";
    const PeopleStudy people(files);
    return std::to_string(people.whole.sink.error_count()) + " " + names_of(people.ledger.settle, people.ledger);
  };
  CHECK(settled_by("[ben, rules, ada]") == "0 ben rules ada");
  CHECK(settled_by("ada") == "0 ada");
  CHECK(settled_by("[rules, carol, ben]") == "1 rules ben");
  CHECK(settled_by("[ada, rules, ada]") == "1 ada rules");
  CHECK(settled_by("[settled]") == "1 ");
}
