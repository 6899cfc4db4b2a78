#include "diagnostics/render.hpp"

#include <sstream>
#include <string>

#include "diagnostics/sink.hpp"
#include "support/catch.hpp"

using namespace etic;

namespace {

/// What a terminal shows of a report about the bytes `begin` to `end` of a file.
std::string report(std::string bytes, std::uint32_t begin, std::uint32_t end, const std::string& hint = {},
                   bool colour = false) {
  const SourceFile file("study.yaml", std::move(bytes));
  Sink sink;
  sink.report(Kind::wrong_value, file, {begin, end}, "the message", hint);
  std::ostringstream out;
  for (const Diagnostic& diagnostic : sink.sorted()) render(out, diagnostic, colour);
  return out.str();
}

std::string times(int count, const std::string& text) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("a report shows path, place, message, kind, line, caret and hint") {
  CHECK(report("one\ntwo: three\n", 9, 14, "say four") ==
        R"(study.yaml:2:6: error: the message [wrong-value]
    two: three
         ^~~~~
    hint: say four
)");
}

TEST_CASE("without a hint there is no line for it") {
  CHECK(report("abc\n", 1, 2) ==
        "study.yaml:1:2: error: the message [wrong-value]\n"
        "    abc\n"
        "     ^\n");
}

TEST_CASE("the caret stands under characters, whatever bytes and columns they take") {
  // ü has two bytes and one column; 园 three bytes and two columns; e with U+0301 is two characters and one column.
  CHECK(report("ü园x\n", 5, 6) == "study.yaml:1:3: error: the message [wrong-value]\n    ü园x\n       ^\n");
  CHECK(report("ü园x\n", 2, 5) == "study.yaml:1:2: error: the message [wrong-value]\n    ü园x\n     ^~\n");
  CHECK(report("e\u0301x\n", 3, 4) == "study.yaml:1:3: error: the message [wrong-value]\n    e\u0301x\n     ^\n");
}

TEST_CASE("a tab is shown as one space, a control character as a dot, so that the caret stands right") {
  CHECK(report("\ta\tb\n", 3, 4) == "study.yaml:1:4: error: the message [wrong-value]\n     a b\n       ^\n");
  CHECK(report("a\x1b[31mb\n", 6, 7) == "study.yaml:1:7: error: the message [wrong-value]\n    a·[31mb\n          ^\n");
}

TEST_CASE("no file can talk to the terminal, in its lines or in what messages quote of it") {
  CHECK(report("a\u009B31mb\n", 4, 5, "a\nb\x1b[31m\u009B") ==
        "study.yaml:1:4: error: the message [wrong-value]\n    a·31mb\n       ^\n    hint: a·b·[31m·\n");
}

TEST_CASE("bytes that are not UTF-8 are shown as dots") {
  CHECK(report("caf\xE9 au lait\n", 3, 4) ==
        "study.yaml:1:4: error: the message [wrong-value]\n    caf· au lait\n       ^\n");
  CHECK(report("\xFF\xFEt\n", 0, 1) == "study.yaml:1:1: error: the message [wrong-value]\n    ··t\n    ^\n");
}

TEST_CASE("of a place over several lines the first is underlined") {
  CHECK(report("one\r\ntwo\n", 1, 8) == "study.yaml:1:2: error: the message [wrong-value]\n    one\n     ^~\n");
}

TEST_CASE("an empty place and the end of a file have a caret too") {
  CHECK(report("ab\n", 1, 1) == "study.yaml:1:2: error: the message [wrong-value]\n    ab\n     ^\n");
  CHECK(report("ab", 2, 2) == "study.yaml:1:3: error: the message [wrong-value]\n    ab\n      ^\n");
  CHECK(report("", 0, 0) == "study.yaml:1:1: error: the message [wrong-value]\n");
}

TEST_CASE("a byte order mark takes no column") {
  CHECK(report("\uFEFFabc\n", 3, 6) == "study.yaml:1:1: error: the message [wrong-value]\n    abc\n    ^~~\n");
}

TEST_CASE("of a long line the part around the place is shown") {
  const std::string line = times(100, "abcde");
  CHECK(report(line + "\n", 0, 3) ==
        "study.yaml:1:1: error: the message [wrong-value]\n    " + times(28, "abcde") + "…\n    ^~~\n");
  // 60 bytes before the place, 140 from it; one more column for the ellipsis in front.
  CHECK(report(line + "\n", 250, 253) == "study.yaml:1:251: error: the message [wrong-value]\n    …" +
                                             times(40, "abcde") + "…\n    " + times(61, " ") + "^~~\n");
  CHECK(report(line + "\n", 497, 500) == "study.yaml:1:498: error: the message [wrong-value]\n    …cde" +
                                             times(12, "abcde") + "\n    " + times(61, " ") + "^~~\n");
}

TEST_CASE("a long line is cut between characters") {
  // 200 times `园`, which has three bytes and two columns: 60 bytes before are 20 of them; 140 behind end in the 47th.
  const std::string shown = report(times(200, "园"), 300, 303);
  CHECK(shown == "study.yaml:1:101: error: the message [wrong-value]\n    …" + times(20 + 47, "园") + "…\n    " +
                     times(41, " ") + "^~\n");
}

TEST_CASE("a report about a file has no place, one about the command line no path") {
  Sink sink;
  sink.report(Kind::file_too_large, "transcripts/G1.md", "larger than 16 MiB", "split it");
  sink.report(Kind::invalid_option, "", "`--by` cannot be `x`");
  sink.report(Kind::no_answers, "z.md", "no answer stands in this transcript");
  std::ostringstream out;
  for (const Diagnostic& diagnostic : sink.sorted()) render(out, diagnostic, false);
  CHECK(out.str() ==
        R"(etic: error: `--by` cannot be `x` [invalid-option]
transcripts/G1.md: error: larger than 16 MiB [file-too-large]
    hint: split it
z.md: warning: no answer stands in this transcript [no-answers]
)");
}

TEST_CASE("in colour, the place is bold, severity and caret red") {
  CHECK(report("abc\n", 1, 3, "", true) ==
        "\x1b[1mstudy.yaml:1:2: \x1b[0m\x1b[1;31merror: \x1b[0mthe message [wrong-value]\n"
        "    abc\n"
        "     \x1b[1;31m^~\x1b[0m\n");
}

TEST_CASE("as JSON a report is one object on one line") {
  const SourceFile file("study.yaml", "a \"b\"\n");
  Sink sink;
  sink.report(Kind::wrong_value, file, {2, 5}, "`\"b\"` is wrong", "say c");
  sink.report(Kind::no_answers, "z.md", "none");
  std::ostringstream out;
  for (const Diagnostic& diagnostic : sink.sorted()) render_json(out, diagnostic);
  CHECK(
      out.str() ==
      R"({"severity":"error","kind":"wrong-value","path":"study.yaml","line":1,"column":3,"length":3,"message":"`\"b\"` is wrong","hint":"say c"}
{"severity":"warning","kind":"no-answers","path":"z.md","message":"none"}
)");
}
