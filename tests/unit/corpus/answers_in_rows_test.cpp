#include "corpus/respondent_register.hpp"
#include "study/study_reader.hpp"
#include "support/catch.hpp"

using namespace etic;

namespace {

struct ReadRows {
  std::string answers;  // a line each: respondent, question, site, words
  std::vector<std::string> troubles;
};

ReadRows read(const std::string& name, const std::string& rows) {
  const MemoryFiles files({{"study.yaml",
                            "title: t\ngroups: {G1: one, G2: two}\nattributes: {site: {values: [north, south]}}\n"
                            "questions: {G1Q1: q, G1Q2: q, G2Q1: q}\nanswers: {file: " +
                                name + ", respondent: id, text: words}\n"},
                           {name, rows}});
  Sink sink;
  const std::optional<Study> study = read_study(files, ".", sink);
  REQUIRE(study);
  Corpus corpus;
  corpus.values.resize(1);
  read_answers_in_rows(files, ".", *study, corpus, sink);
  ReadRows result;
  for (const Answer& answer : corpus.answers) {
    const Respondent& respondent = corpus.respondent(answer.respondents.front());
    result.answers += respondent.name + ' ' + study->question(answer.question).code.text() + ' ';
    for (const std::uint32_t value : respondent.attributes[0]) result.answers += corpus.values[0][value] + ' ';
    result.answers.append(corpus.file_of(answer).slice(answer.body)) += '\n';
  }
  for (const Diagnostic& diagnostic : sink.sorted())
    result.troubles.push_back(std::to_string(diagnostic.place.line) + ' ' + std::string(info(diagnostic.kind).name));
  return result;
}

}  // namespace

TEST_CASE("The same answers are read from cells and from objects") {
  const std::string expected =
      "r1 G1Q1 north say \"so\"\nnow\nr2 G2Q1 é\nr1 G1Q2 north 5\nrows.ndjson:5 G1Q1 south x\n";
  CHECK(read("rows.ndjson",
             "{\"id\":\"r1\",\"question\":\"G1Q1\",\"words\":\" say \\\"so\\\"\\nnow \",\"site\":\"north\"}\n"
             "{\"words\":\"\\u00e9\",\"question\":\"G2Q1\",\"id\":\"r2\",\"site\":null,\"more\":[1,{\"a\":2}]}\r\n"
             "\n"
             "{\"id\":\"r1\",\"question\":\"G1Q2\",\"words\":5}\n"
             "{\"question\":\"G1Q1\",\"words\":\"x\",\"site\":\"south\"}")
            .answers == expected);
  std::string in_cells = expected;
  in_cells.replace(in_cells.find("rows.ndjson:5"), 13, "rows.csv:6");
  CHECK(read("rows.csv",
             "id,question,words,site\nr1,G1Q1,\"say \"\"so\"\"\nnow\",north\nr2,G2Q1,é,\nr1,G1Q2,5,\n,G1Q1,x,south\n")
            .answers == in_cells);
}

TEST_CASE("What is wrong with objects is told line by line, and the others are read") {
  const ReadRows found = read("rows.ndjson",
                              "{\"id\":1,\"question\":\"G1Q1\",\"words\":\"x\n"
                              "[1]\n"
                              "{\"id\":2,\"question\":\"G1Q1\",\"words\":\"Tr\xE8s\"}\n"
                              "{\"id\":3,\"question\":\"G1Q1\",\"words\":\"\\u0000\"}\n"
                              "{\"id\":4,\"question\":\"G1Q1\",\"words\":\"ok\"}\n"
                              "{\"id\":5,\"question\":\"G1Q1\",\"words\":[\"list\"]}\n"
                              "{\"id\":6,\"question\":\"G9Q1\",\"words\":\"x\"}\n"
                              "{\"id\":4,\"question\":\"G1Q1\",\"words\":\"again\"}\n"
                              "{\"id\":7,\"words\":\"x\"} trailing\n"
                              "{\"id\":7");
  CHECK(found.answers == "4 G1Q1 ok\n");
  CHECK(found.troubles == std::vector<std::string>{"1 json-syntax", "2 json-syntax", "3 invalid-utf8",
                                                   "4 control-character", "6 json-syntax", "7 unknown-question",
                                                   "8 duplicate-answer", "9 json-syntax", "10 json-syntax"});
}
