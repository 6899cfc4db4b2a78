#include <sstream>
#include <string>

#include "support/catch.hpp"
#include "table/writers.hpp"

using namespace etic;

namespace {

std::string latex_of(const std::vector<Table>& tables) {
  std::ostringstream out;
  write_latex(out, tables, "tab:t");
  return out.str();
}

/// How a text is set, as a paragraph of its own.
std::string set(const std::string& text) {
  const std::string written = latex_of({{text, {}, {}, {}}});
  const std::string before = "\n\\noindent ";
  const std::size_t begin = written.find(before) + before.size();
  return written.substr(begin, written.size() - 1 - begin);
}

}  // namespace

TEST_CASE("latex: what LaTeX would obey reads as it stands") {
  CHECK(set("50 % of $5 & #1_x") == "50 \\% of \\$5 \\& \\#1\\_x");
  CHECK(set("\\input{x}") == "\\textbackslash{}input\\{x\\}");
  CHECK(set("a~b^c<d>|\"`") ==
        "a\\textasciitilde{}b\\textasciicircum{}c\\textless{}d\\textgreater{}\\textbar{}\\textquotedbl{}"
        "\\textasciigrave{}");
  CHECK(set("[x]") == "{[}x{]}");
}

TEST_CASE("latex: two dashes stay two, two quotes two") {
  CHECK(set("pre-test's") == "pre-test's");
  CHECK(set("--code") == "{-}{-}code");
  CHECK(set("a''b") == "a{'}{'}b");
  CHECK(set("a, b,, c") == "a, b{,}{,} c");
  CHECK(set("*a") == "{*}a");
}

TEST_CASE("latex: booktabs rules, a label, rows below each other, bars as rules") {
  const Table table{"Codes",
                    {Column{"code", Align::left}, Column{"n/base", Align::right}, Column{"", Align::left}},
                    {Row{{"need", CountCell{3, 11, 11}, Bar{3, 11}}, 0, true, true},
                     Row{{"need.speed", MissingCell{}, BlankCell{}}, 1, false, false},
                     Row{{"goals", CountCell{0, 11}, Bar{0, 11}}, 0, true, true}},
                    {"~ rough"}};
  CHECK(latex_of({table}) ==
        "% \\usepackage[T1]{fontenc}\n"
        "% \\usepackage{array,booktabs,longtable,textcomp}\n"
        "\n"
        "\\begin{longtable}{@{}lrl@{}}\n"
        "\\caption{Codes}\\label{tab:t}\\\\\n"
        "\\toprule\ncode & n/base &  \\\\\n\\midrule\n\\endfirsthead\n"
        "\\toprule\ncode & n/base &  \\\\\n\\midrule\n\\endhead\n"
        "\\bottomrule\n\\endfoot\n"
        "\\textbf{need} & \\textbf{3/11 \\textasciitilde{}27\\%} & \\rule{1.64em}{1.2ex} \\\\\n"
        "\\hspace*{1em}need.speed & – &  \\\\\n"
        "\\addlinespace\n"
        "\\textbf{goals} & \\textbf{0/11} &  \\\\\n"
        "\\end{longtable}\n"
        "\n"
        "\\noindent{\\footnotesize \\textasciitilde{} rough\\par}\n");
}

TEST_CASE("latex: several tables have labels of their own") {
  const Table table{"A", {Column{"x", Align::left}}, {}, {}};
  const std::string both = latex_of({table, table});
  CHECK(both.find("\\label{tab:t-1}") != std::string::npos);
  CHECK(both.find("\\label{tab:t-2}") != std::string::npos);
  CHECK(both.find("\\multicolumn{1}{@{}l@{}}{(none)} \\\\") != std::string::npos);
}

TEST_CASE("latex: prose is wrapped in what other columns leave of the line") {
  Column prose{"words", Align::left, true};
  const std::string written = latex_of({{"", {Column{"code", Align::left}, prose}, {Row{{"abcdefghij", "text"}}}, {}}});
  // ten letters of 1.3 hundredths and twice a gap of 3
  CHECK(written.find("{@{}l>{\\raggedright\\arraybackslash}p{0.81\\linewidth}@{}}") != std::string::npos);
}
