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

}  // namespace

TEST_CASE("Chinese is wrapped between characters, but no line begins with a full stop or a comma") {
  const Table table{
      "",
      {label("respondent"), prose("answer")},
      {Row{{"G1-01", "外资企业在园区内建厂速度更快，因为东道园区已有基础设施。"}}},
      {},
  };
  CHECK(text_of(table, 40) ==
        R"(respondent  answer
────────────────────────────────────────
G1-01       外资企业在园区内建厂速度更
            快，因为东道园区已有基础设
            施。
)");
}

TEST_CASE("a Chinese label is cut between characters, and what it leaves of its column stays free") {
  const Table table{
      "", {label("code"), numbers("all the respondents")}, {Row{{"在现有园区内建设新的园区", CountCell{3, 11}}}}, {}};
  // 40 less 2 and 19 are 19 columns: nine characters and the ellipsis.
  CHECK(text_of(table, 40) == R"(code                 all the respondents
────────────────────────────────────────
在现有园区内建设新…                 3/11
)");
  // 37 leave 16: seven characters, the ellipsis, and one column free.
  CHECK(text_of(table, 37) == R"(code              all the respondents
─────────────────────────────────────
在现有园区内建…                  3/11
)");
}

TEST_CASE("in a narrow column half is left for the name of a deep code") {
  const Table table{"",
                    {label("code"), numbers("all the respondents")},
                    {Row{{"Benefits of building", PlainCount{1}}, 6}, Row{{"Cost", PlainCount{2}}, 6}},
                    {}};
  CHECK(text_of(table, 37) == R"(code              all the respondents
─────────────────────────────────────
        Benefit…                    1
            Cost                    2
)");
}

TEST_CASE("prose in the first column keeps its indent on every line") {
  const Table table{
      "", {prose("quote"), numbers("line")}, {Row{{"Local Chinese business people and others", 4}, 1}}, {}};
  CHECK(text_of(table, 30) == R"(quote                     line
──────────────────────────────
  Local Chinese business     4
  people and others
)");
}
