#include "corpus/respondent_name.hpp"

#include "support/catch.hpp"

using namespace etic;

TEST_CASE("a respondent is a group, a hyphen and a number or name") {
  CHECK(parse_respondent_name("G1-03") == 1U);
  CHECK(parse_respondent_name("G12-Anna_2") == 12U);
  CHECK(parse_respondent_name("G1-园主") == 1U);
  CHECK(parse_respondent_name("G1-a-b") == 1U);
  for (const char* text :
       {"", "G1", "G1-", "-01", "G1 - 01", "G1-01 ", "G01-03", "g1-03", "G1-0.3", "P1-03", "G1Q3", "G-1"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_respondent_name(text).has_value());
  }
}
