#include <sstream>
#include <string>

#include "support/catch.hpp"
#include "table/writers.hpp"

using namespace etic;

namespace {

std::string text_of(const Table& table, std::size_t width) {
  std::ostringstream out;
  write_text(out, table, Page{width, false});
  return out.str();
}

Column label(const std::string& name) { return {name, Align::left, false, false}; }
Column prose(const std::string& name) { return {name, Align::left, true, false}; }
Column numbers(const std::string& name) { return {name, Align::right, false, false}; }

Table quotes() {
  return {"Quotes",
          {label("respondent"), label("question"), prose("quote")},
          {
              Row{{"G1-01", "G1Q4", "The host park's owner is an experienced developer with deep pockets"}},
              Row{{"G1-02", "G1Q4", "A good partner"}},
          },
          {"Wording: minutes, taken down by the interviewer and not word for word."}};
}

Table twelve_groups() {
  Table table{"", {label("code")}, {Row{{"Benefits of building inside an existing park"}}, Row{{"Cost"}, 1}}, {}};
  for (std::int64_t group = 1; group <= 12; ++group) {
    table.columns.push_back(numbers("G" + std::to_string(group)));
    table.rows[0].cells.emplace_back(CountCell{group % 10, 11});
    table.rows[1].cells.emplace_back(MissingCell{});
  }
  return table;
}

}  // namespace

TEST_CASE("prose is wrapped at words to fit 80 columns") {
  CHECK(text_of(quotes(), 80) ==
        R"(Quotes
respondent  question  quote
────────────────────────────────────────────────────────────────────────────────
G1-01       G1Q4      The host park's owner is an experienced developer with
                      deep pockets
G1-02       G1Q4      A good partner

Wording: minutes, taken down by the interviewer and not word for word.
)");
}

TEST_CASE("prose and footnotes are wrapped at words to fit 60 columns") {
  CHECK(text_of(quotes(), 60) ==
        R"(Quotes
respondent  question  quote
────────────────────────────────────────────────────────────
G1-01       G1Q4      The host park's owner is an
                      experienced developer with deep
                      pockets
G1-02       G1Q4      A good partner

Wording: minutes, taken down by the interviewer and not word
for word.
)");
}

TEST_CASE("prose of less than 20 columns is not worth it: at 40 columns the table is split") {
  CHECK(text_of(quotes(), 40) ==
        R"(Quotes
(column 1 of 2)
respondent  question
────────────────────
G1-01       G1Q4
G1-02       G1Q4

(column 2 of 2)
respondent  quote
────────────────────────────────────────
G1-01       The host park's owner is an
            experienced developer with
            deep pockets
G1-02       A good partner

Wording: minutes, taken down by the
interviewer and not word for word.
)");
}

TEST_CASE("a table that fits is left as it is") {
  const Table table{"", {label("code"), numbers("G1")}, {Row{{"Speed and more of it", CountCell{3, 11}}}}, {}};
  const std::string whole = R"(code                    G1
──────────────────────────
Speed and more of it  3/11
)";
  CHECK(text_of(table, 0) == whole);
  CHECK(text_of(table, 26) == whole);
  CHECK(text_of(table, 25) == R"(code                   G1
─────────────────────────
Speed and more of…   3/11
)");
}

TEST_CASE("labels are cut once there is no prose left to wrap, the widest first") {
  const Table table{
      "",
      {label("code"), label("theme of the code"), prose("memo"), numbers("G1")},
      {
          Row{{"Benefits of building inside an existing park", "Model and its benefits",
               "Ask again whether this was meant", CountCell{3, 11}}},
          Row{{"Cost", "Model", "", CountCell{10, 11}}},
      },
      {},
  };
  // 80 columns less three gaps (6), the counts (5) and the prose (20) leave 49: 27 for the first label.
  CHECK(text_of(table, 80) ==
        R"(code                         theme of the code       memo                     G1
────────────────────────────────────────────────────────────────────────────────
Benefits of building insid…  Model and its benefits  Ask again whether      3/11
                                                     this was meant
Cost                         Model                                         10/11
)");
  // 60 columns are too few for two labels of 16, the prose of 20 and the counts: these get a part of their own, and
  // the labels share what the prose leaves in the first.
  CHECK(text_of(table, 60) ==
        R"((columns 1-2 of 3)
code                theme of the code   memo
────────────────────────────────────────────────────────────
Benefits of build…  Model and its ben…  Ask again whether
                                        this was meant
Cost                Model

(column 3 of 3)
code                                             G1
───────────────────────────────────────────────────
Benefits of building inside an existing park   3/11
Cost                                          10/11
)");
}

TEST_CASE("many groups are split into tables that repeat the codes") {
  CHECK(text_of(twelve_groups(), 40) ==
        R"((columns 1-4 of 12)
code                G1    G2    G3    G4
────────────────────────────────────────
Benefits of bui…  1/11  2/11  3/11  4/11
  Cost             –     –     –     –

(columns 5-8 of 12)
code                G5    G6    G7    G8
────────────────────────────────────────
Benefits of bui…  5/11  6/11  7/11  8/11
  Cost             –     –     –     –

(columns 9-12 of 12)
code                G9   G10   G11   G12
────────────────────────────────────────
Benefits of bui…  9/11  0/11  1/11  2/11
  Cost             –     –     –     –
)");
}

TEST_CASE("a part with fewer columns leaves more room for the label") {
  CHECK(text_of(twelve_groups(), 60) ==
        R"((columns 1-7 of 12)
code                  G1    G2    G3    G4    G5    G6    G7
────────────────────────────────────────────────────────────
Benefits of build…  1/11  2/11  3/11  4/11  5/11  6/11  7/11
  Cost               –     –     –     –     –     –     –

(columns 8-12 of 12)
code                              G8    G9   G10   G11   G12
────────────────────────────────────────────────────────────
Benefits of building inside a…  8/11  9/11  0/11  1/11  2/11
  Cost                           –     –     –     –     –
)");
  CHECK(text_of(twelve_groups(), 80) ==
        R"((columns 1-10 of 12)
code                    G1    G2    G3    G4    G5    G6    G7    G8    G9   G10
────────────────────────────────────────────────────────────────────────────────
Benefits of buildin…  1/11  2/11  3/11  4/11  5/11  6/11  7/11  8/11  9/11  0/11
  Cost                 –     –     –     –     –     –     –     –     –     –

(columns 11-12 of 12)
code                                           G11   G12
────────────────────────────────────────────────────────
Benefits of building inside an existing park  1/11  2/11
  Cost                                         –     –
)");
}

TEST_CASE("counts are not cut, whatever the page") {
  const Table table{"", {label("code"), numbers("respondents")}, {Row{{"Speed", CountCell{123, 456, 456}}}}, {}};
  CHECK(text_of(table, 5) == R"(code   respondents
──────────────────
Speed  123/456 27%
)");
}

TEST_CASE("a table without rows is split by its head alone") {
  const Table table{"", {label("code"), numbers("respondents"), numbers("answers")}, {}, {}};
  CHECK(text_of(table, 20) == R"((column 1 of 2)
code  respondents
─────────────────
(none)

(column 2 of 2)
code  answers
─────────────
(none)
)");
}
