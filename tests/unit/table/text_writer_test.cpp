#include <sstream>
#include <string>

#include "support/catch.hpp"
#include "table/writers.hpp"

using namespace etic;

namespace {

std::string text_of(const Table& table) {
  std::ostringstream out;
  write_text(out, table, Page{});
  return out.str();
}

const Column code{"code", Align::left, false, false};

Column numbers(const std::string& name) { return {name, Align::right, false, false}; }

}  // namespace

TEST_CASE("counts stand slash under slash, codes below their theme, footnotes at the end") {
  const Table table{
      "Respondents who voice a code",
      {code, numbers("G1"), numbers("G2")},
      {
          Row{{"Benefits", CountCell{9, 11}, CountCell{10, 11}}, 0, true, true},
          Row{{"Speed", CountCell{3, 11}, CountCell{4, 11}}, 1, false, false},
          Row{{"Cost", CountCell{0, 9}, MissingCell{}}, 1, false, false},
          Row{{"Perspective", CountCell{2, 9}, BlankCell{}}, 0, true, true},
      },
      {"Rests on 4 joint answers.", "A code's base are those who were asked."},
  };
  CHECK(text_of(table) == R"(Respondents who voice a code
code           G1     G2
────────────────────────
Benefits     9/11  10/11
  Speed      3/11   4/11
  Cost       0/9     –

Perspective  2/9

Rests on 4 joint answers.
A code's base are those who were asked.
)");
}

TEST_CASE("percentages stand flush right behind the counts, rounded half up") {
  const Table table{
      "",
      {code, numbers("all groups"), numbers("G1")},
      {
          Row{{"Speed", CountCell{3, 11, 11}, CountCell{1, 8, 8}}},
          Row{{"Cost", CountCell{9, 9, 9}, CountCell{1, 200, 200}}},
          Row{{"Risk", CountCell{0, 9, 9}, MissingCell{}}},
          Row{{"Trust", MissingCell{}, CountCell{2, 11}}},
      },
      {},
  };
  // 1 of 8 is 12.5 %, 1 of 200 is 0.5 %. A percentage of fewer than 20 is marked as rough.
  CHECK(text_of(table) == R"(code   all groups          G1
─────────────────────────────
Speed  3/11  ~27%  1/8   ~13%
Cost   9/9  ~100%  1/200   1%
Risk   0/9    ~0%   –
Trust   –          2/11
)");
}

TEST_CASE("numbers without a base stand flush right, and before the slash of their column if it has one") {
  const Table table{
      "",
      {code, numbers("segments"), numbers("n")},
      {
          Row{{"Speed", PlainCount{12}, CountCell{10, 11}}},
          Row{{"Cost", PlainCount{3}, PlainCount{7}}},
          Row{{"Risk", MissingCell{}, 44}},
      },
      {},
  };
  CHECK(text_of(table) == R"(code   segments      n
──────────────────────
Speed        12  10/11
Cost          3   7
Risk          –  44
)");
}

TEST_CASE("text in a column flush right stands flush right; a number in a column flush left too") {
  const Table table{
      "",
      {code, numbers("site"), Column{"question", Align::left, false, false}},
      {Row{{"Speed", "TCR", 7}}, Row{{"Cost", "(none)", "G1Q4"}}, Row{{"Risk", MissingCell{}, MissingCell{}}}},
      {},
  };
  CHECK(text_of(table) == R"(code     site  question
───────────────────────
Speed     TCR         7
Cost   (none)  G1Q4
Risk        –         –
)");
}

TEST_CASE("columns are as wide as a terminal shows them: wide characters two, marks none") {
  const Table table{
      "",
      {code, numbers("G1")},
      {
          Row{{"开发区里的园区", CountCell{3, 11}}},
          Row{{"Cafe\u0301", CountCell{2, 9}}},
          Row{{"ＡＢ", CountCell{10, 11}}, 1, false, false},
      },
      {},
  };
  CHECK(text_of(table) ==
        "code               G1\n"
        "─────────────────────\n"
        "开发区里的园区   3/11\n"
        "Cafe\u0301             2/9\n"
        "  ＡＢ          10/11\n");
}

TEST_CASE("text is printed on one line where nothing limits the page") {
  const Table table{
      "Two\nlines",
      {Column{"quote", Align::left, true, false}, Column{"by", Align::left, false, false}},
      {
          Row{{"(1) Local people.\r\n\r\n  (2)\tOthers. ", "G1-01"}},
          Row{{"\u3000园区\u3000很好\u2028", "G1-02"}},
          Row{{"a \x1b[31mred\x07 herring\u0085", "G1-03"}},
      },
      {" A \n footnote "},
  };
  CHECK(text_of(table) == R"(Two lines
quote                          by
────────────────────────────────────
(1) Local people. (2) Others.  G1-01
园区 很好                      G1-02
a �[31mred� herring            G1-03

A footnote
)");
}

TEST_CASE("a deep code is set in as far as its depth says") {
  const Table table{"",
                    {code, numbers("n")},
                    {Row{{"a", PlainCount{1}}, 3, false, false}, Row{{"b", PlainCount{2}}, 1, false, false}},
                    {}};
  CHECK(text_of(table) == R"(code     n
──────────
      a  1
  b      2
)");
}

TEST_CASE("a table without rows says so") {
  const Table table{"Nothing coded", {code, numbers("G1")}, {}, {"No codings yet."}};
  CHECK(text_of(table) == R"(Nothing coded
code  G1
────────
(none)

No codings yet.
)");
  CHECK(text_of(Table{}) == "(none)\n");
}
