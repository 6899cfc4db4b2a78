#include "editing/code_rename.hpp"

#include "support/catch.hpp"
#include "unit/editing/edited_study.hpp"

using namespace etic;

namespace {

/// The book after a rename, everything else in order before and after.
std::string renamed(const std::string& book, const std::string& code, const std::string& part) {
  EditedStudy study(book);
  CHECK(study.reports().empty());
  rename_code(study.edit(), study.code(code), part);
  CHECK(study.reports_after().empty());
  return study.after(book_path);
}

}  // namespace

TEST_CASE("a code is renamed at its key; comments, quotes and spaces stay") {
  CHECK(renamed("codebook: b   # the book\n"
                "codes:\n"
                "\n"
                "  # comes to read: quiet\n"
                "  quiet:    # quiet\n"
                "    definition: 'quiet, it''s'\n"
                "    rules: [ quiet ,\"quiet*\" ]\n",
                "quiet", "calm") ==
        "codebook: b   # the book\n"
        "codes:\n"
        "\n"
        "  # comes to read: quiet\n"
        "  calm:    # quiet\n"
        "    definition: 'quiet, it''s'\n"
        "    rules: [ quiet ,\"quiet*\" ]\n");
}

TEST_CASE("a theme's new name reaches all below it, wherever conditions name them") {
  CHECK(renamed("codebook: b\n"
                "codes:\n"
                "  a:\n"
                "    codes:\n"
                "      b: {codes: {c: {rules: x}}}\n"
                "  ab: {has: a, without: [a.b, 'a.b.c', \"abc\"], rules: [{phrase: y, has: a.b.c}, {phrase: z, "
                "without: [a]}]}\n"
                "  abc: {rules: v}\n",
                "a", "long-name") ==
        "codebook: b\n"
        "codes:\n"
        "  long-name:\n"
        "    codes:\n"
        "      b: {codes: {c: {rules: x}}}\n"
        "  ab: {has: long-name, without: [long-name.b, 'long-name.b.c', \"abc\"], rules: [{phrase: y, has: "
        "long-name.b.c}, "
        "{phrase: z, without: [long-name]}]}\n"
        "  abc: {rules: v}\n");
}

TEST_CASE("a code whose id another one's begins with is left alone") {
  CHECK(renamed(
            "codebook: b\ncodes:\n  a:\n    codes:\n      b: {rules: x}\n      bc: {has: a.b, without: a.bc.d, rules: "
            "y, codes: {d: {rules: z}}}\n",
            "a.b", "q") ==
        "codebook: b\ncodes:\n  a:\n    codes:\n      q: {rules: x}\n      bc: {has: a.q, without: a.bc.d, rules: "
        "y, codes: {d: {rules: z}}}\n");
}

TEST_CASE("a theme's `exclusive` names the code by its new name, in whatever form it is written") {
  const std::string codes = "    codes:\n      b: {rules: x}\n      c: {rules: y}\n";
  CHECK(renamed("codebook: b\ncodes:\n  a:\n    exclusive: [c, 'b']  # c first\n" + codes, "a.b", "q")
            .find("[c, 'q']  # c first") != std::string::npos);
  CHECK(renamed("codebook: b\ncodes:\n  a:\n    exclusive:\n      - b   # b\n      - c\n" + codes, "a.b", "q")
            .find("- q   # b\n      - c\n") != std::string::npos);
}

TEST_CASE("line breaks of a Windows file and its byte order mark stay") {
  CHECK(renamed("\xEF\xBB\xBF"
                "codebook: b\r\ncodes:\r\n  a:\r\n    rules: x\r\n  c: {has: a, rules: y}",
                "a", "b") ==
        "\xEF\xBB\xBF"
        "codebook: b\r\ncodes:\r\n  b:\r\n    rules: x\r\n  c: {has: b, rules: y}");
}

TEST_CASE("a key of letters and combining marks is replaced whole") {
  CHECK(renamed("codebook: b\ncodes:\n  caf\x65\xCC\x81: {rules: x}\n  c: {has: caf\xC3\xA9, rules: y}\n",
                "caf\xC3\xA9", "bar") == "codebook: b\ncodes:\n  bar: {rules: x}\n  c: {has: bar, rules: y}\n");
}

TEST_CASE("codes of a dictionary can be renamed") {
  CHECK(renamed("price:\n  - cheap\n'high cost': [dear, cost*]\n", "high-cost", "cost") ==
        "price:\n  - cheap\n'cost': [dear, cost*]\n");
}

TEST_CASE("a code is renamed in every coder's file, in the column of codes only") {
  EditedStudy study("codebook: b\ncodes:\n  b: {rules: x, codes: {c: {rules: y}}}\n  bc: {rules: z}\n",
                    {{"codings/ana.csv",
                      "respondent,code,question,quote,memo,status\r\n"
                      "G1-01,b,G1Q1,,\"b, or not\",add\r\n"
                      "G1-01,\"b.c\",G1Q2,,,\r\n"
                      "G1-01, bc ,G1Q1,,b,add\r\n"
                      "G1-01,b,G1Q1,,,read\r\n"
                      "G1-01,new:b,G1Q1,,,add"},
                     {"codings/ben.csv", "respondent,question,code,quote\nG1-01,G1Q1,bc,\n"}});
  REQUIRE(study.reports().empty());
  rename_code(study.edit(), study.code("b"), "q");
  CHECK(study.after("codings/ana.csv") ==
        "respondent,code,question,quote,memo,status\r\n"
        "G1-01,q,G1Q1,,\"b, or not\",add\r\n"
        "G1-01,\"q.c\",G1Q2,,,\r\n"
        "G1-01, bc ,G1Q1,,b,add\r\n"
        "G1-01,b,G1Q1,,,read\r\n"  // the book
        "G1-01,new:b,G1Q1,,,add");
  CHECK(study.changed_files() == 2);
  CHECK(study.reports_after().empty());
}

TEST_CASE("a code is renamed where memos are about it, not in their words") {
  EditedStudy study("codebook: b\ncodes:\n  b: {rules: x, codes: {c: {rules: y}}}\n",
                    {{"memos/m.md", "---\nabout: [G1-01, b, 'b.c']   # b\n---\n\nb\n"}});
  REQUIRE(study.reports().empty());
  rename_code(study.edit(), study.code("b"), "q");
  CHECK(study.after("memos/m.md") == "---\nabout: [G1-01, q, 'q.c']   # b\n---\n\nb\n");
  CHECK(study.reports_after().empty());
}

TEST_CASE("a code is renamed in evidence and tables, not in prose, comments or keys") {
  const std::string study_text =
      "title: b\ngroups: {G1: {label: b}}\nquestions: {G1Q1: b, G1Q2: b}\nsub_questions: {SQ1: {question: b, "
      "questions: G1Q1-2}}\n";
  EditedStudy study(
      "codebook: b\ncodes:\n  b: {rules: x, codes: {c: {rules: y}}}\n",
      {{"study.yaml", study_text + "tables:\n  b: {args: [tally, --code=b, '--among b.c,bc'], caption: b}\n"},
       {"conclusions.yaml",
        "quantifiers: {b: {exactly: 1}}\n"
        "conclusions:\n"
        "  - id: b\n"
        "    statement: It is b, and b.c too.\n"
        "    quantifier: b\n"
        "    evidence: {any: [b, \"b.c\", b.], where: group=G1}  # b\n"
        "    against:\n"
        "      b: {all: b}\n"
        "    parts:\n"
        "      - any: >\n"
        "          b,bc\n"
        "          b.c  # b\n"
        "      - none: b\n"
        "      - any: c\n"}});
  rename_code(study.edit(), study.code("b"), "q");
  CHECK(study.after("study.yaml") ==
        study_text + "tables:\n  b: {args: [tally, --code=q, '--among q.c,bc'], caption: b}\n");
  CHECK(study.after("conclusions.yaml") ==
        "quantifiers: {b: {exactly: 1}}\n"
        "conclusions:\n"
        "  - id: b\n"
        "    statement: It is b, and b.c too.\n"
        "    quantifier: b\n"
        "    evidence: {any: [q, \"q.c\", b.], where: group=G1}  # b\n"
        "    against:\n"
        "      b: {all: q}\n"
        "    parts:\n"
        "      - any: >\n"
        "          q,bc\n"
        "          q.c  # b\n"
        "      - none: q\n"
        "      - any: c\n");
}

TEST_CASE("what changes is told line by line") {
  EditedStudy study("codebook: b\ncodes:\n  a: {rules: x}\n  c: {has: a, without: [a], rules: y}\n");
  rename_code(study.edit(), study.code("a"), "b");
  REQUIRE(study.changed_files() == 1);
  const std::vector<ChangedLines> lines = study.edit().changes().front()->changed_lines();
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].line == 3);
  CHECK(lines[0].before == std::vector<std::string>{"  a: {rules: x}"});
  CHECK(lines[0].after == std::vector<std::string>{"  b: {rules: x}"});
  CHECK(lines[1].line == 4);
  CHECK(lines[1].after == std::vector<std::string>{"  c: {has: b, without: [b], rules: y}"});
}
