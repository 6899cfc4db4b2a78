#include "codebook/regex.hpp"

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
