#include <sstream>
#include <string>

#include "support/catch.hpp"
#include "table/writers.hpp"

using namespace etic;

namespace {

std::string text_of(const Table& table, const Page& page) {
  std::ostringstream out;
  write_text(out, table, page);
  return out.str();
}

constexpr Page terminal{80, true};
constexpr Page plain{};

Table heat_table() {
  return {"",
          {Column{"code", Align::left, false, false}, Column{"G1", Align::right, false, true}},
          {
              Row{{"none", CountCell{0, 10}}},
              Row{{"under 1/5", CountCell{1, 6}}},
              Row{{"1/5", CountCell{2, 10}}},
              Row{{"2/5", CountCell{4, 10}}},
              Row{{"3/5", CountCell{6, 10}}},
              Row{{"4/5", CountCell{8, 10}}},
              Row{{"all", CountCell{10, 10}}},
              Row{{"no base", CountCell{0, 0}}},
              Row{{"no record", MissingCell{}}},
              Row{{"not asked", BlankCell{}}},
          },
          {}};
}

}  // namespace

TEST_CASE("heat shades counts by fifths of n/base, in the full width of the column") {
  CHECK(text_of(heat_table(), terminal) ==
        "code          G1\n"
        "────────────────\n"
        "none       \x1b[38;5;16;48;5;195m 0/10\x1b[0m\n"
        "under 1/5  \x1b[38;5;16;48;5;195m 1/6 \x1b[0m\n"
        "1/5        \x1b[38;5;16;48;5;153m 2/10\x1b[0m\n"
        "2/5        \x1b[38;5;16;48;5;110m 4/10\x1b[0m\n"
        "3/5        \x1b[38;5;16;48;5;67m 6/10\x1b[0m\n"
        "4/5        \x1b[38;5;231;48;5;24m 8/10\x1b[0m\n"
        "all        \x1b[38;5;231;48;5;24m10/10\x1b[0m\n"
        "no base     0/0\n"
        "no record    –\n"
        "not asked\n");
}

TEST_CASE("nothing is shaded without colour") { CHECK(text_of(heat_table(), plain).find('\x1b') == std::string::npos); }

TEST_CASE("strong rows are bold, cell by cell; spaces and empty cells are not") {
  const Table table{
      "Caption",
      {Column{"code", Align::left, false, false}, Column{"G1", Align::right, false, true},
       Column{"G2", Align::right, false, false}, Column{"memo", Align::left, true, false}},
      {
          Row{{"Benefits", CountCell{3, 11}, BlankCell{}, "two words"}, 0, true, false},
          Row{{"Speed", CountCell{11, 11}, CountCell{1, 9}, ""}, 1, false, false},
      },
      {"Footnote"},
  };
  CHECK(text_of(table, terminal) ==
        "Caption\n"
        "code         G1   G2  memo\n"
        "───────────────────────────────\n"
        "\x1b[1mBenefits\x1b[0m  \x1b[1;38;5;16;48;5;153m 3/11\x1b[0m       \x1b[1mtwo words\x1b[0m\n"
        "  Speed   \x1b[38;5;231;48;5;24m11/11\x1b[0m  1/9\n"
        "\n"
        "Footnote\n");
}

TEST_CASE("every line of wrapped prose is bold by itself") {
  const Table table{
      "", {Column{"quote", Align::left, true, false}}, {Row{{"Local Chinese business people"}, 1, true, false}}, {}};
  CHECK(text_of(table, Page{24, true}) ==
        "quote\n"
        "────────────────────────\n"
        "  \x1b[1mLocal Chinese business\x1b[0m\n"
        "  \x1b[1mpeople\x1b[0m\n");
}
