#include "study/question_code.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace etic;

namespace {

/// Ranges on one line: `1:3-6`, `2:8-8`, `5:*` for a whole group, `?` for what cannot be read.
std::string ranges(std::string_view text) {
  std::string all;
  for (const QuestionRange& range : parse_question_ranges(text)) {
    all += all.empty() ? "" : " ";
    if (!range.valid) {
      all += '?';
    } else if (range.whole_group) {
      all += std::to_string(range.group) + ":*";
    } else {
      all += std::to_string(range.group) + ':' + std::to_string(range.first) + '-' + std::to_string(range.last);
    }
  }
  return all;
}

}  // namespace

TEST_CASE("a question code is a group and a number without leading zeros") {
  CHECK(parse_question_code("G1Q4") == QuestionCode{1, 4});
  CHECK(parse_question_code("G12Q345") == QuestionCode{12, 345});
  CHECK(parse_question_code("G0Q0") == QuestionCode{0, 0});
  CHECK(parse_question_code("G99999Q99999") == QuestionCode{99'999, 99'999});
  CHECK(QuestionCode{12, 345}.text() == "G12Q345");
  for (const char* text : {"", "G", "G1", "G1Q", "Q4", "g1q4", "G1Q04", "G01Q4", "G1Q4 ", " G1Q4", "G1Q4a", "G1 Q4",
                           "G1Q-4", "G100000Q1", "G1Q100000", "G1Q4-6", "G1Q４"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_question_code(text).has_value());
  }
}

TEST_CASE("a group stands for itself") {
  CHECK(parse_group("G1") == 1U);
  CHECK(parse_group("G20") == 20U);
  for (const char* text : {"", "1", "g1", "G", "G1 ", "G01", "G1Q1", "group 1"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_group(text).has_value());
  }
}

TEST_CASE("all forms of ranges and lists") {
  CHECK(ranges("G1Q4") == "1:4-4");
  CHECK(ranges("G1Q3-6") == "1:3-6");
  CHECK(ranges("G1Q4-Q6") == "1:4-6");
  CHECK(ranges("G1Q4-G1Q6") == "1:4-6");
  CHECK(ranges("G1") == "1:*");
  CHECK(ranges("G2Q8-9, G5Q2") == "2:8-9 5:2-2");
  CHECK(ranges("G2Q8-9,G5Q2 ,\n G1") == "2:8-9 5:2-2 1:*");
  CHECK(ranges("G1Q6-4") == "1:6-4");
}

TEST_CASE("what is no range is marked as such, and the terms around it are read") {
  for (const char* text : {"", "x", "Q4", "G1Q", "G1Q4-", "G1Q4-G2Q6", "G1Q4-G1", "G1-G2", "G1Q4 - 6", "G1Q4-6-8",
                           "G1Q3–6", "G1Q4 G1Q5", "G1Q4;G1Q5", "G1Q1-100000"}) {
    CAPTURE(text);
    CHECK(ranges(text) == "?");
  }
  CHECK(ranges("G1Q1, , G1Q2,") == "1:1-1 ? 1:2-2 ?");
}

TEST_CASE("a term knows its place in the list") {
  const std::string list = "G1Q1,  G2 , Q9";
  const std::vector<QuestionRange> found = parse_question_ranges(list);
  REQUIRE(found.size() == 3);
  CHECK(list.substr(found[0].offset, found[0].length) == "G1Q1");
  CHECK(list.substr(found[1].offset, found[1].length) == "G2");
  CHECK(list.substr(found[2].offset, found[2].length) == "Q9");
}
