#include "study/question_selection.hpp"

#include <map>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/whole_study.hpp"

using namespace etic;

namespace {

using Files = std::map<std::string, std::string>;

const WholeStudy& whole() {
  static const WholeStudy study(Files{{"study.yaml",
                                       "title: t\ngroups: {G1: one, G2: two}\n"
                                       "questions: {G1Q1: a, G1Q2: b, G1Q5: c, G1Q10: d, G2Q1: e, G2Q2: f}\n"}});
  return study;
}

/// The questions that a list names, and behind a bar the places of terms that were reported.
std::string select(const std::string& list) {
  const Study& study = whole().study;
  std::string troubles;
  const QuestionSet set = select_questions(
      list, study, [&](Kind kind, std::size_t offset, std::size_t length, const std::string&, const std::string&) {
        troubles += " | " + list.substr(offset, length) + ' ' + std::string(info(kind).name);
      });
  std::string text;
  for (std::size_t i = 0; i < study.questions.size(); ++i) {
    if (set.contains(QuestionId(i))) text += (text.empty() ? "" : " ") + study.questions[i].code.text();
  }
  return text + troubles;
}

}  // namespace

TEST_CASE("codes, ranges and groups name the study's questions, in its order") {
  CHECK(select("G1Q5") == "G1Q5");
  CHECK(select("G2Q1, G1Q2") == "G1Q2 G2Q1");
  CHECK(select("G1Q2-10") == "G1Q2 G1Q5 G1Q10");
  CHECK(select("G1Q3-Q9, G2") == "G1Q5 G2Q1 G2Q2");
  CHECK(select("G1, G1Q1, G1Q1-2") == "G1Q1 G1Q2 G1Q5 G1Q10");
}

TEST_CASE("terms that name none are reported, and the others count") {
  CHECK(select("G1Q1, G1Q3, G3, G1Q5-2, G1Q3-4, Q1,") ==
        "G1Q1 | G1Q3 unknown-question | G3 unknown-group | G1Q5-2 empty-range | G1Q3-4 empty-range"
        " | Q1 invalid-question-code |  invalid-question-code");
}

TEST_CASE("of a list of nothing but mistakes a hundred are reported") {
  int reported = 0;
  std::string list;
  for (int i = 0; i < 1'000; ++i) list += "x,";
  static_cast<void>(
      select_questions(list, whole().study,
                       [&](Kind, std::size_t, std::size_t, const std::string&, const std::string&) { ++reported; }));
  CHECK(reported == 100);
}
