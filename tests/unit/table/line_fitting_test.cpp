#include "table/line_fitting.hpp"

#include "support/catch.hpp"

using namespace etic;
using Lines = std::vector<std::string>;

TEST_CASE("white space becomes single spaces, control characters a sign that they are there") {
  CHECK(one_line("") == "");
  CHECK(one_line(" \t\n ") == "");
  CHECK(one_line("  two \r\n\t words\v\f") == "two words");
  CHECK(one_line("a\u2003b\u3000c\u2028d\u2029e\u0085f") == "a b c d e f");
  CHECK(one_line("10\u00A0%, 1\u202F000") == "10\u00A0%, 1\u202F000");
  CHECK(one_line("\x1b[2J\x7f\u009b") == "\uFFFD[2J\uFFFD\uFFFD");
}

TEST_CASE("text is wrapped at spaces") {
  CHECK(wrapped("", 5) == Lines{""});
  CHECK(wrapped("one two three", 0) == Lines{"one two three"});
  CHECK(wrapped("one two three", 13) == Lines{"one two three"});
  CHECK(wrapped("one two three", 12) == Lines{"one two", "three"});
  CHECK(wrapped("one two three", 7) == Lines{"one two", "three"});
  CHECK(wrapped("one two three", 6) == Lines{"one", "two", "three"});
}

TEST_CASE("a word wider than a line is broken, on a line of its own") {
  CHECK(wrapped("see https://example.org now", 8) == Lines{"see", "https://", "example.", "org now"});
  CHECK(wrapped("abcdef", 2) == Lines{"ab", "cd", "ef"});
}

TEST_CASE("wide characters may part from what is next to them") {
  CHECK(wrapped("园区园区", 5) == Lines{"园区", "园区"});
  CHECK(wrapped("在Amata园区", 7) == Lines{"在Amata", "园区"});
  CHECK(wrapped("在Amata园区", 6) == Lines{"在", "Amata", "园区"});
  CHECK(wrapped("园区 园区", 7) == Lines{"园区 园", "区"});
  CHECK(wrapped("园区 园区", 6) == Lines{"园区", "园区"});
}

TEST_CASE("closing marks begin no line, opening marks end none") {
  CHECK(wrapped("好园，区", 4) == Lines{"好", "园，", "区"});
  CHECK(wrapped("好「园」区", 4) == Lines{"好", "「园", "」区"});
  CHECK(wrapped("好「园」区", 6) == Lines{"好", "「园」", "区"});
}

TEST_CASE("marks stay with their letters") {
  CHECK(wrapped("e\u0301e\u0301e\u0301", 2) == Lines{"e\u0301e\u0301", "e\u0301"});
  CHECK(cut_short("e\u0301e\u0301e\u0301", 2) == "e\u0301…");
}

TEST_CASE("a character wider than the line stands alone") { CHECK(wrapped("园a区", 1) == Lines{"园", "a", "区"}); }

TEST_CASE("text is cut to its beginning and an ellipsis, without a space between") {
  CHECK(cut_short("", 0) == "");
  CHECK(cut_short("one two", 7) == "one two");
  CHECK(cut_short("one two", 6) == "one t…");
  CHECK(cut_short("one two", 5) == "one…");
  CHECK(cut_short("one two", 4) == "one…");
  CHECK(cut_short("one two", 1) == "…");
  CHECK(cut_short("园区园区", 6) == "园区…");
  CHECK(cut_short("园区园区", 2) == "…");
}
