#include <algorithm>
#include <fmt/format.h>

#include "audit/audit.hpp"

namespace etic {

void check_questions(const Study& study, Sink& sink) {
  if (study.sub_questions.empty()) return;
  for (std::size_t i = 0; i < study.questions.size(); ++i) {
    const bool serves = std::any_of(
        study.sub_questions.begin(), study.sub_questions.end(),
        [&](const SubQuestion& sub) { return sub.asked.contains(QuestionId(i)) || sub.also.contains(QuestionId(i)); });
    if (serves) continue;
    sink.report(Kind::no_subquestion, *study.file, study.questions[i].place,
                fmt::format("{} serves no sub-question", study.questions[i].code.text()));
  }
}

}  // namespace etic
