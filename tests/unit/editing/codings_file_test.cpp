#include "editing/codings_file.hpp"

#include <string>

#include "coding/ledger.hpp"
#include "support/catch.hpp"
#include "support/whole_study.hpp"

using namespace etic;

namespace {

const WholeStudy& study() {
  static const WholeStudy whole({{"study.yaml", "title: t\ngroups: {G1: a}\nquestions: {G1Q1: a, G1Q2: b}\n"},
                                 {"transcripts/a.md", "---\nrespondent: G1-1\n---\n## G1Q1\nOne.\n## G1Q2\nTwo.\n"},
                                 {"transcripts/b.md", "---\nrespondents: [G1-2, G1-10]\n---\n## G1Q1\nThree.\n"},
                                 {"codebooks/a.yaml", "codebook: a\ncodes: {x: {rules: one}}\n"}});
  return whole;
}

AnswerId answer(const std::string& respondent, const std::string& question) {
  const auto code = parse_question_code(question);
  return study()
      .corpus.find_answer(*study().corpus.find_respondent(respondent), *study().study.find_question(*code))
      .value();
}

struct Edited {
  explicit Edited(std::string bytes)
      : file("codings/ada.csv", std::move(bytes)), edit(study().study, study().corpus, &file) {}
  SourceFile file;
  CodingsFile edit;
};

}  // namespace

TEST_CASE("a coder without a file gets one with the usual columns, in study order") {
  CodingsFile file(study().study, study().corpus, nullptr);
  file.add({answer("G1-10", "G1Q1"), "x", "Three", "so, it is", "add", ""});
  file.add({answer("G1-1", "G1Q2"), "", "", "", "read", ""});
  file.add({answer("G1-1", "G1Q1"), "x", "One", "", "add", ""});
  CHECK(file.result() ==
        "respondent,question,code,quote,memo,status\n"
        "G1-1,G1Q1,x,One,,add\n"
        "G1-1,G1Q2,,,,read\n"
        "G1-2,G1Q1,x,Three,\"so, it is\",add\n");
  CHECK(file.lines_of_added() == std::vector<std::uint32_t>{4, 3, 2});
}

TEST_CASE("rows that stay keep their bytes, their columns and their order within an answer") {
  Edited ada(
      "respondents,question,code,coder,quote\n"
      "\"G1-1\",G1Q2,x,\"ada\",Two\n"
      "G1-2 G1-10,G1Q1,x,ada,\"Three\n\"\n"
      "G1-1,G1Q1,x,ada,One\n"
      "G1-9,G1Q1,x,ada,nobody\n");
  CHECK(ada.edit.rows_of(answer("G1-10", "G1Q1")).at(0).row.quote == "Three");
  ada.edit.remove(ada.edit.rows_of(answer("G1-1", "G1Q1")).at(0).id);
  ada.edit.add({answer("G1-2", "G1Q1"), "y", "", "", "reject", "2"});
  CHECK(ada.edit.result() ==
        "respondents,question,code,coder,quote,memo,status,nth\n"
        "\"G1-1\",G1Q2,x,\"ada\",Two,,,\n"
        "G1-2 G1-10,G1Q1,x,ada,\"Three\n\",,,\n"
        "G1-2,G1Q1,y,,,,reject,2\n"
        "G1-9,G1Q1,x,ada,nobody,,,\n");
  CHECK(ada.edit.lines_of_added() == std::vector<std::uint32_t>{5});
}

TEST_CASE("a row on a passage says which of the words it means, or the whole answer") {
  const WholeStudy& whole = study();
  const Answer& one = whole.corpus.answer(answer("G1-1", "G1Q1"));
  const CodingRow row = row_on(whole.corpus, answer("G1-1", "G1Q1"), "x", {{one.body.begin, one.body.begin + 3}, 0});
  CHECK(row.quote == "One");
  CHECK(row.nth.empty());
  const CodingRow part = row_on(whole.corpus, answer("G1-1", "G1Q1"), "x", {{one.body.begin, one.body.begin + 2}, 0});
  CHECK(part.quote.empty());  // `On` is no whole word, and cannot be quoted
}
