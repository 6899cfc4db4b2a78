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

/// `code|quote|memo|nth status @answer line`, a line each; then troubles.
std::string read(const std::string& text) {
  const ReadWorksheet sheet = read_worksheet(text, study().study, study().corpus, answers);
  std::string lines;
  for (const WorksheetRow& each : sheet.rows)
    lines += each.row.code + "|" + each.row.quote + "|" + each.row.memo + "|" + each.row.nth + " " + each.row.status +
             " @" + std::to_string(each.row.answer.index()) + " " + std::to_string(each.line) + "\n";
  for (const WorksheetTrouble& trouble : sheet.troubles)
    lines += std::to_string(trouble.line) + ": " + trouble.message + "\n";
  return lines;
}

}  // namespace

TEST_CASE("a sheet shows the answers, what one has, what others suggest, and the codes") {
  CodingsFile file(study().study, study().corpus, nullptr);
  file.add({AnswerId(0), "x", "One", "note", "add", ""});
  file.add({AnswerId(0), "", "", "", "read", ""});
  file.add({AnswerId(0), "x", "", "", "reject", ""});
  const std::string sheet = make_worksheet(
      study().study, study().corpus, study().books, "ada codes G1-1", answers, file,
      {{AnswerId(0), "rules", "x", "One"}, {AnswerId(0), "rules", "x", "word"}, {AnswerId(1), "ben", "t.y", ""}});
  CHECK(sheet.starts_with("# ada codes G1-1\n# A code a line"));
  CHECK(sheet.substr(sheet.find("\n\n") + 1) ==
        "\n## G1Q1 Why?\n> One word.\n>\n> More.\n[x] read\nx | One | note\nreject x\n# rules:\n? x | word\n"
        "\n## G1Q2 And so?\n> Two.\n[ ] read\n# ben:\n? t.y\n"
        "\n# The codes that can be given here\n#\n# The book\n#   x  About x\n#   t.y  y\n");
}

TEST_CASE("a sheet is read line by line") {
  CHECK(read("# head\n\n## G1Q2 whatever\n> x\n? y | z\n! wrong\n[x] read\n x | two  words | a note | 2 \nreject "
             "t\nnew:z\n"
             "## G1Q1\n[ ] read\n[x] read a\n") ==
        "||| read @1 7\nx|two words|a note|2 add @1 8\nt||| reject @1 9\nnew:z||| add @1 10\na||| read @0 13\n");
  CHECK(read("## G1Q1\r\nx | One\r\n[x] read\r\n") == "x|One|| add @0 2\n||| read @0 3\n");
  CHECK(read("").empty());
}

TEST_CASE("lines that cannot be meant are told") {
  CHECK(read("## G1Q1\n[y] read\nx One\nx|a|b|c|d\n") ==
        "x|a|b|c add @0 4\n2: `[x] read` or `[ ] read` is meant\n3: a code has no spaces; words stand behind a `|`\n"
        "4: at most code | words | note | which of them\n");
  CHECK(read("x\n").find("1: it stands under no answer's heading\n") == 0);
  CHECK(read("## G1Q9\nx\n").find("1: no answer of this sheet stands under this heading\n") == 0);
}

TEST_CASE("troubles are said below their lines, and old ones go") {
  CHECK(annotated("a\n! old\nb\nc", {{3, "wrong"}, {3, "worse"}, {4, "last"}}) ==
        "a\nb\n! wrong\n! worse\nc\n! last\n");
}
