#include "audit/inventory.hpp"

namespace etic {

Inventory take_inventory(const Study& study, const Corpus& corpus, const Bearing& bearing) {
  Inventory inventory;
  inventory.groups.resize(study.groups.size());
  inventory.questions.resize(study.questions.size());
  const auto group_of = [&](QuestionId question) -> Inventory::OfGroup& { return inventory.groups[study.question(question).group.index()]; };

  for (const Respondent& respondent : corpus.respondents) ++inventory.groups[respondent.group.index()].respondents;
  for (const Answer& answer : corpus.answers) {
    ++inventory.questions[answer.question.index()].answers;
    ++group_of(answer.question).answers;
  }
  for (std::uint32_t i = 0; i < corpus.responses.size(); ++i) {
    const QuestionId question = corpus.responses[i].question;
    const std::int64_t silent = bearing.is_non_answer(i) ? 1 : 0;
    ++inventory.questions[question.index()].responses;
    ++group_of(question).responses;
    inventory.questions[question.index()].non_answers += silent;
    group_of(question).non_answers += silent;
  }
  for (const LostAnswer& lost : corpus.lost) {
    inventory.questions[lost.question.index()].lost += static_cast<std::int64_t>(lost.respondents.size());
    group_of(lost.question).lost += static_cast<std::int64_t>(lost.respondents.size());
  }
  for (std::size_t i = 0; i < study.questions.size(); ++i) {
    Inventory::OfQuestion& question = inventory.questions[i];
    question.unrecorded = inventory.groups[study.questions[i].group.index()].respondents - question.responses - question.lost;
  }
  return inventory;
}

}  // namespace etic
