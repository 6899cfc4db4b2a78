#include "study/question_hint.hpp"

#include <map>
#include <string>

#include "support/catch.hpp"
#include "support/whole_study.hpp"

using namespace etic;

namespace {

/// The hint on a code that a study of three questions to one group and fourteen to another lacks.
std::string hint(const std::string& code) {
  std::string yaml = "title: t\ngroups: {G1: one, G2: two, G3: three}\nquestions:\n";
  for (int i = 1; i <= 3; ++i) yaml += "  G1Q" + std::to_string(i) + ": a\n";
  for (int i = 1; i <= 14; ++i) yaml += "  G2Q" + std::to_string(i) + ": b\n";
  const WholeStudy whole(std::map<std::string, std::string>{{"study.yaml", yaml}});
  return hint_on_unknown_question(code, whole.study, whole.study.question_names());
}

}  // namespace

TEST_CASE("of a question that the study lacks, few near ones are offered, else what its group has") {
  CHECK(hint("G1Q9") == "did you mean `G1Q1`, `G1Q2`, `G1Q3` or `G2Q9`?");
  CHECK(hint("G2Q15") == "G2 has G2Q1 to G2Q14");
  CHECK(hint("G1Q99") == "G1 has G1Q1 to G1Q3");
  CHECK(hint("G3Q44").empty());
  CHECK(hint("what").empty());
}

TEST_CASE("leading zeros are pointed out") {
  CHECK(hint_on_unreadable_question("G1Q01") == "write it without the leading zero: `G1Q1`");
  CHECK(hint_on_unreadable_question("G01Q010") == "write it without the leading zero: `G1Q10`");
  CHECK(hint_on_unreadable_question("Q1") == "a question code is a group and a number, like `G1Q4`");
  CHECK(hint_on_unreadable_question("G1Q0x") == "a question code is a group and a number, like `G1Q4`");
}
