#include "editing/worksheet.hpp"

#include <string>

#include "support/catch.hpp"
#include "support/whole_study.hpp"

using namespace etic;

namespace {

const WholeStudy& study() {
  static const WholeStudy whole(
      {{"study.yaml", "title: t\ngroups: {G1: a}\nquestions: {G1Q1: 'Why?', G1Q2: 'And  so?'}\n"},
       {"transcripts/a.md", "---\nrespondent: G1-1\n---\n## G1Q1\nOne word.\n\nMore.\n## G1Q2\nTwo.\n"},
       {"codebooks/a.yaml",
        "codebook: a\nlabel: The book\ncodes: {x: {definition: About x, questions: G1Q1}, t: {codes: "
        "{y: {}}, questions: G1Q2}}\n"}});
  return whole;
}

const std::vector<AnswerId> answers{AnswerId(0), AnswerId(1)};

/// What the rows on the first and the second answer are after the sheet, `code|quote|memo|nth status`, a line each, and
/// the lines of the added ones; then troubles.
std::string read(const std::string& text, CodingsFile file = {study().study, study().corpus, nullptr}) {
  const SheetReading sheet = put_in(text, study().study, study().corpus, answers, file);
  std::string lines;
  for (const AnswerId answer : answers) {
    for (const auto& [id, row] : file.rows_of(answer))
      lines += std::to_string(answer.index()) + " " + row.code + "|" + row.quote + "|" + row.memo + "|" + row.nth +
               " " + row.status + "\n";
  }
  for (const std::uint32_t line : sheet.lines_of_added) lines += "@" + std::to_string(line) + " ";
  for (const WorksheetTrouble& trouble : sheet.troubles)
    lines += std::to_string(trouble.line) + ": " + trouble.message + "\n";
  return lines;
}

}  // namespace

TEST_CASE("a sheet shows the answers, what one has, what others suggest, and the codes") {
  CodingsFile file(study().study, study().corpus, nullptr);
  file.add({AnswerId(0), "x", "One", "a | b", "add", ""});
  file.add({AnswerId(0), "", "", "", "read", ""});
  file.add({AnswerId(0), "x", "", "", "reject", ""});
  const std::vector<Suggestion> suggestions{{"rules", {AnswerId(0), "x", "One", "", "add", ""}},
                                            {"rules", {AnswerId(0), "x", "word", "", "add", "2"}},
                                            {"ben", {AnswerId(1), "t.y", "", "", "add", ""}}};
  const std::string sheet =
      make_worksheet(study().study, study().corpus, study().books, "ada codes G1-1", answers, file, suggestions);
  CHECK(sheet.starts_with("# ada codes G1-1\n# made of "));
  CHECK(sheet.substr(sheet.find("\n\n") + 1) ==
        "\n## G1Q1 Why?\n> One word.\n>\n> More.\n[x] read\nx | One | a \\| b\nreject x\n# rules:\n? x | word |  | 2\n"
        "\n## G1Q2 And so?\n> Two.\n[ ] read\n# ben:\n? t.y\n"
        "\n# The codes that can be given here\n#\n# The book\n#   x  About x\n#   t.y  y\n");
  const auto made = [&](const std::vector<Suggestion>& others, const std::string& title) {
    return fingerprint(make_worksheet(study().study, study().corpus, study().books, title, answers, file, others));
  };
  CHECK(made(suggestions, "ada codes G1-1") == fingerprint(sheet));
  CHECK(made(suggestions, "another title") == fingerprint(sheet));
  CHECK(made({}, "ada codes G1-1") != fingerprint(sheet));
}

TEST_CASE("a sheet is read line by line") {
  CHECK(read("# head\n\n## G1Q2 whatever\n> x\n? y | z\n! wrong\n[x] read\n x | two  words | a \\| note | 2 \nreject "
             "t\nnew:z\n"
             "## G1Q1\n[ ] read\n[x] read a\n") ==
        "0 a||| read\n1 ||| read\n1 x|two words|a | note|2 add\n1 t||| reject\n1 new:z||| add\n@7 @8 @9 @10 @13 ");
  CHECK(read("\xEF\xBB\xBF## G1Q1\r\nx | One\r\n[x] read\r\n") == "0 x|One|| add\n0 ||| read\n@2 @3 ");
  CHECK(read("").empty());
}

TEST_CASE("lines that stand as they were made keep their rows, the others' go, and what has no heading stays") {
  CodingsFile file(study().study, study().corpus, nullptr);
  file.add({AnswerId(0), "x", "One", "", "add", ""});
  file.add({AnswerId(0), "x", "word", "", "add", ""});
  file.add({AnswerId(1), "t.y", "", "", "add", ""});
  CHECK(read("## G1Q1\nx | One\nx | More\n", file) == "0 x|One|| add\n0 x|More|| add\n1 t.y||| add\n@3 ");
  CHECK(read("", file) == "0 x|One|| add\n0 x|word|| add\n1 t.y||| add\n");
  CHECK(read("## G1Q2\n", file) == "0 x|One|| add\n0 x|word|| add\n");
}

TEST_CASE("lines that cannot be meant are told") {
  CHECK(read("## G1Q1\n[y] read\nx One\nx|a|b|c|d\n| a\n[x] reads\nt\nt\n") ==
        "0 t||| add\n@7 2: `[x] read` or `[ ] read` is meant\n3: a code has no spaces; words stand behind a `|`\n"
        "4: at most code | words | note | which of them\n5: no code stands before the words\n"
        "6: `[x] read` or `[ ] read` is meant\n8: this line stands above already\n");
  CHECK(read("x\n") == "1: it stands under no answer's heading\n");
  CHECK(read("## G1Q9\nx\n") == "1: no answer of this sheet stands under this heading\n");
  CHECK(read("## G1Q1\n## G1Q1\nx\n") == "2: this heading stands above already\n");
}

TEST_CASE("troubles are said below their lines, and old ones go") {
  const auto [sheet, lines] = with_troubles("a\n! old\nb\nc", {{3, "wrong"}, {3, "worse"}, {4, "last"}});
  CHECK(sheet == "a\nb\n! wrong\n! worse\nc\n! last\n");
  CHECK(lines == std::vector<std::uint32_t>{2, 2, 5});
}
