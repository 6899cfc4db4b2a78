#include "audit/inventory.hpp"

#include <set>

namespace etic {

Inventory take_inventory(const Study& study, const Corpus& corpus, const Bearing& bearing) {
  Inventory inventory;
  inventory.groups.resize(study.groups.size());
  inventory.questions.resize(study.questions.size());
  const auto group_of = [&](QuestionId question) -> Inventory::OfGroup& {
    return inventory.groups[study.question(question).group.index()];
  };

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
    question.unrecorded =
        inventory.groups[study.questions[i].group.index()].respondents - question.responses - question.lost;
  }
  return inventory;
}

std::vector<CoderInventory> take_inventory(const Ledger& ledger) {
  std::vector<CoderInventory> coders;
  std::vector<std::set<AnswerId>> read(ledger.coders.size());
  for (const Coder& coder : ledger.coders) coders.push_back({coder.name, 0, 0, 0, 0});
  for (const LedgerEntry& entry : ledger.entries) {
    CoderInventory& coder = coders[entry.coder.index()];
    if (entry.status == LedgerEntry::Status::add) ++(entry.code ? coder.codings : coder.proposals);
    if (entry.status == LedgerEntry::Status::reject) ++coder.rejections;
    if (entry.status == LedgerEntry::Status::read) read[entry.coder.index()].insert(entry.answer);
  }
  for (std::size_t i = 0; i < coders.size(); ++i) coders[i].answers_read = static_cast<std::int64_t>(read[i].size());
  coders.erase(coders.begin());  // the rules
  return coders;
}

}  // namespace etic
