#include <sstream>
#include <string>

#include "support/catch.hpp"
#include "table/writers.hpp"

using namespace etic;

namespace {

std::string markdown_of(const Table& table) {
  std::ostringstream out;
  write_markdown(out, table);
  return out.str();
}

std::string cell_in_markdown(const std::string& text) {
  const std::string written = markdown_of({"", {Column{"c", Align::left, false, false}}, {Row{{text}}}, {}});
  const std::string before = "| c |\n| --- |\n| ";
  REQUIRE(written.rfind(before, 0) == 0);
  return written.substr(before.size(), written.size() - before.size() - std::string(" |\n").size());
}

}  // namespace

TEST_CASE("markdown: caption above, numbers flush right, themes bold, codes set in by an em space, footnotes below") {
  const Table table{
      "Respondents who voice a code",
      {Column{"code", Align::left, false, false}, Column{"G1", Align::right, false, true},
       Column{"G2", Align::right, false, false}},
      {
          Row{{"Benefits", CountCell{9, 11}, CountCell{10, 11, 11}}, 0, true, true},
          Row{{"Speed", CountCell{3, 11}, PlainCount{4}}, 1, false, false},
          Row{{"Before the loan", MissingCell{}, BlankCell{}}, 2, false, false},
          Row{{"Perspective", 2, BlankCell{}}, 0, true, true},
      },
      {"Rests on 4 joint answers.", "Second\nfootnote"},
  };
  CHECK(markdown_of(table) ==
        "Respondents who voice a code\n"
        "\n"
        "| code | G1 | G2 |\n"
        "| --- | ---: | ---: |\n"
        "| **Benefits** | **9/11** | **10/11 \\~91%** |\n"
        "| \u2003Speed | 3/11 | 4 |\n"
        "| \u2003\u2003Before the loan | – |  |\n"
        "| **Perspective** | **2** |  |\n"
        "\n"
        "Rests on 4 joint answers.\n"
        "\n"
        "Second footnote\n");
}

TEST_CASE("markdown: what would be markup reads as it stands") {
  CHECK(cell_in_markdown("a|b") == R"(a\|b)");
  CHECK(cell_in_markdown(R"(C:\new\|)") == R"(C:\\new\\\|)");
  CHECK(cell_in_markdown("accelerat* `x` <b> [1](y) R&D ~5~") == R"(accelerat\* \`x\` \<b> \[1](y) R\&D \~5\~)");
  CHECK(cell_in_markdown("model_benefit _so_") == R"(model_benefit \_so\_)");
}

TEST_CASE("markdown: a cell is one line without spaces at its ends") {
  CHECK(cell_in_markdown("one\ntwo\r\nthree\rfour") == "one<br>two<br>three<br>four");
  CHECK(cell_in_markdown("  a\tb \r\n") == "a b");
  CHECK(cell_in_markdown(" \n ").empty());
}

TEST_CASE("markdown: names of columns are escaped too") {
  CHECK(markdown_of({"", {Column{"a|b", Align::right, false, false}}, {Row{{1}}}, {}}) ==
        "| a\\|b |\n| ---: |\n| 1 |\n");
}

TEST_CASE("markdown: a table without rows says so") {
  CHECK(markdown_of({"Nothing_", {Column{"code", Align::left, false, false}}, {}, {"No codings yet."}}) ==
        "Nothing\\_\n\n| code |\n| --- |\n\n(none)\n\nNo codings yet.\n");
  CHECK(markdown_of(Table{}) == "(none)\n");
}
