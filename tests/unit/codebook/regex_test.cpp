#include "codebook/regex.hpp"

#include <random>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace etic;

namespace {

std::vector<std::string> found(std::string_view expression, std::string_view text) {
  REQUIRE_FALSE(Regex::trouble(expression));
  std::vector<std::string> matches;
  for (const Span span : Regex(expression).find_all(text)) matches.emplace_back(text.substr(span.begin, span.size()));
  return matches;
}

std::string message(std::string_view refused) {
  const std::optional<Regex::Trouble> trouble = Regex::trouble(refused);
  return trouble ? trouble->message : "";
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("all matches are found from left to right") {
  CHECK(found("open(ed|s)? early", "It opened early; theirs opens early, or will open early.") ==
        Found{"opened early", "opens early", "open early"});
  CHECK(found("aba", "ababa") == Found{"aba"});
  CHECK(found("x", "abc").empty());
  CHECK(found("a+", "").empty());
}

TEST_CASE("case does not count unless the expression says so") {
  CHECK(found("park", "Park PARK park") == Found{"Park", "PARK", "park"});
  CHECK(found("(?-i)Park", "Park PARK park") == Found{"Park"});
  CHECK(found("\u00e9t\u00e9", "\u00c9T\u00c9") == Found{"\u00c9T\u00c9"});
}

TEST_CASE("composed and decomposed letters are alike, and offsets are those of the text") {
  const std::string decomposed = "un cafe\u0301 noir";
  CHECK(found("caf\u00e9", decomposed) == Found{"cafe\u0301"});
  CHECK(found("cafe\u0301", "un caf\u00e9 noir") == Found{"caf\u00e9"});
  CHECK(found("noir", decomposed) == Found{"noir"});
  CHECK(found("caf. n", decomposed) == Found{"cafe\u0301 n"});
}

TEST_CASE("a dot takes one character but no line break") {
  CHECK(found("^..$", "\u56ed\u533a") == Found{"\u56ed\u533a"});
  CHECK(found("a.b", "a\nb a-b") == Found{"a-b"});
}

TEST_CASE("the ends of the text are the only ends") {
  CHECK(found("^a", "a\na") == Found{"a"});
  CHECK(found("a$", "a\na").size() == 1);
  CHECK(Regex("a$").find_all("a\na").front().begin == 2);
}

TEST_CASE("ends and word ends are seen in texts longer than a window") {
  const std::string filler(20'000, 'x');
  CHECK(found("^b|b$", "b" + filler + "b" + filler + "b").size() == 2);
  CHECK(found("\\bword\\b", filler + " word " + filler).size() == 1);
  CHECK(found("\\bx+\\b", filler).size() <= 1);
  for (std::size_t shift = 8180; shift < 8200; ++shift) {
    CHECK(found("needle\\d+", std::string(shift, '.') + "needle123456789" + filler) == Found{"needle123456789"});
  }
}

TEST_CASE("a match of up to 4096 bytes is found wherever it stands") {
  const std::string needle = "<" + std::string(4094, 'y') + ">";
  for (const std::size_t before : {0U, 1U, 4095U, 4096U, 4097U, 8191U, 8192U, 12'345U}) {
    CHECK(found("<y*>", std::string(before, '.') + needle + "...") == Found{needle});
  }
}

TEST_CASE("what RE2 does not take is explained") {
  CHECK(message("a(b") == "a `(` is never closed");
  CHECK(message("a)b") == "a `)` closes nothing that is open");
  CHECK(message("[ab") == "a `[` is never closed");
  CHECK(message("a\\") == "a backslash at the end stands for nothing");
  CHECK(message("(?=a)b") == "look-around `(?=` is not supported");
  CHECK(message("(?<!a)b") == "look-around `(?<!` is not supported");
  CHECK(message("(?^a)") == "`(?^` is no operator of regular expressions");
  CHECK(message("*a") == "`*` repeats nothing");
  CHECK(message("a**") == "`**` repeats a repetition");
  CHECK(message("(a)\\1") == "back-reference `\\1` is not supported");
  CHECK(message("\\y") == "`\\y` is no escape of regular expressions");
  CHECK(message("a{1001}") == "`{1001}` is no number of times");
  CHECK(message("[z-a]") == "`z-a` is no range of characters");
  CHECK(message("x*") == "it matches the empty text");
  CHECK(message("") == "it matches the empty text");
  CHECK_FALSE(Regex::trouble("x+"));
}

TEST_CASE("an expression that finds only places between letters finds nothing") { CHECK(found("\\b", "a b").empty()); }

TEST_CASE("the edges of words are known in all scripts") {
  CHECK(found("\\b\u00e9tat\\b", "l'\u00e9tat, \u00c9TAT; \u00e9tats r\u00e9\u00e9tat") ==
        Found{"\u00e9tat", "\u00c9TAT"});
  CHECK(found("\\bt\\b", "\u00e9t\u00e9 t \u00e9t") == Found{"t"});
  CHECK(found("\\B\u00e9", "\u00e9t\u00e9 r\u00e9") == Found{"\u00e9", "\u00e9"});
  CHECK(
      found("\\b(\u0434\u0430|\u043d\u0435\u0442)\\b", "\u041d\u0435\u0442, \u0434\u0430\u0436\u0435 \u0434\u0430.") ==
      Found{"\u041d\u0435\u0442", "\u0434\u0430"});
  CHECK(found("\\bx\\b", "x\u0323\u0301 \u00e9x x") == Found{"x"});  // a mark belongs to its letter
}

TEST_CASE("what else an expression says is the same in texts with letters beyond ASCII") {
  const std::string text = "\u00e9 a.b {2} no one, nobody; a\nc \\d x1";
  CHECK(found("\\bno\\b[^,]*\\b(one|\u00e9)\\b", text) == Found{"no one"});
  CHECK(found("\\b\\b\\bone(\\b|x)\\b\\W*\\bnobody", text) == Found{"one, nobody"});
  CHECK(found("\\ba.c\\b", text).empty());
  CHECK(found("(?s)\\ba.c\\b", text) == Found{"a\nc"});
  CHECK(found("(?:(?s:x)|\\ba).c\\b", text).empty());
  CHECK(found("^\\b.", text) == Found{"\u00e9"});
  CHECK(found("x1\\b$", text) == Found{"x1"});
  CHECK(found("\\{2}\\B", text) == Found{"{2}"});
  CHECK(found("\\ba{1,2}\\b", text) == Found{"a", "a"});
  CHECK(found("[\\W\u00e9]+\\bno\\b", "\u00e9 + no") == Found{"\u00e9 + no"});
  CHECK(found("\\b[[:alpha:]]+\\b", "\u00e9 ab_ ab") == Found{"ab"});
  CHECK(found("\\b\\Qa.b\\E\\b", text) == Found{"a.b"});
  CHECK(found("\\b\\pL+\\b \\bno\\b", "\u00e9t\u00e9 no") == Found{"\u00e9t\u00e9 no"});
  CHECK(found("(?P<name>\\bno)(?i:ne)?\\b", "\u00e9 NONE no") == Found{"NONE", "no"});
  CHECK(found("no|\\bone", "\u00e9 none one") == Found{"no", "one"});
  CHECK(found("\\b", "\u00e9 b").empty());
}

TEST_CASE("texts without letters beyond ASCII and those with them have the same matches otherwise") {
  // One letter beyond ASCII behind the text makes it be searched with marks.
  const std::vector<std::string> expressions = {
      "\\ba",      "a\\b",         "\\ba+\\b",  "\\Ba",       "a\\B|b\\b", "(\\ba|b)+", "\\b[^a]*\\b",
      "(a|\\b)b",  "\\b\\w*?b\\b", "[ab]\\b ?", "^\\ba|\\bb", "(a*\\b)*b", "a\\b.\\bb", "\\b(a|ab)(b|)\\b",
      "(\\ba?)+ ", "\\W\\b",       "[\\W]\\B"};
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t size = random() % 14; size > 0; --size) text += "aab  ._"[random() % 7];
    const std::string& expression = expressions[random() % expressions.size()];
    std::vector<std::string> plain = found(expression, text + " .");
    std::vector<std::string> marked = found(expression, text + " .\n\u00e9");
    INFO(expression << " in " << text);
    while (!marked.empty() && (marked.back().find('\n') != std::string::npos || marked.size() > plain.size())) {
      marked.pop_back();  // what ends in what was added
    }
    if (marked.size() < plain.size()) plain.resize(marked.size());
    REQUIRE(marked == plain);
  }
}
