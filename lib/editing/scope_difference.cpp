#include "editing/scope_difference.hpp"

#include <cstddef>

namespace etic {

std::string questions_beyond(const Study& study, const QuestionSet& set, const QuestionSet& other) {
  std::string names;
  for (std::size_t i = 0; i < study.questions.size(); ++i) {
    const QuestionId question(i);
    if (!set.contains(question) || other.contains(question)) continue;
    names += (names.empty() ? "" : " ") + study.question(question).code.text();
  }
  return names;
}

}  // namespace etic
