#include "audit/inventory.hpp"

#include <numeric>
#include <set>
#include <utility>

namespace etic {

std::int64_t Inventory::respondents() const {
  return std::accumulate(groups.begin(), groups.end(), std::int64_t{0},
                         [](std::int64_t sum, const OfGroup& group) { return sum + group.respondents; });
}

std::int64_t Inventory::answers() const {
  return std::accumulate(groups.begin(), groups.end(), std::int64_t{0},
                         [](std::int64_t sum, const OfGroup& group) { return sum + group.answers; });
}

StockTaking::StockTaking(const Study& study) : study_(study) {
  inventory_.groups.resize(study.groups.size());
  inventory_.questions.resize(study.questions.size());
}

void StockTaking::add_respondents(const Corpus& part) {
  for (const Respondent& respondent : part.respondents) add_respondent(respondent.group);
}

void StockTaking::add_answers(const Corpus& part, const Bearing& bearing) {
  for (const Answer& answer : part.answers) ++inventory_.questions[answer.question.index()].answers;
  for (std::uint32_t i = 0; i < part.responses.size(); ++i) {
    Inventory::OfQuestion& question = inventory_.questions[part.responses[i].question.index()];
    ++question.responses;
    question.non_answers += bearing.is_non_answer(i) ? 1 : 0;
  }
  for (const LostAnswer& lost : part.lost)
    inventory_.questions[lost.question.index()].lost += static_cast<std::int64_t>(lost.respondents.size());
}

void StockTaking::add(const StockTaking& other) {
  for (std::size_t i = 0; i < inventory_.groups.size(); ++i)
    inventory_.groups[i].respondents += other.inventory_.groups[i].respondents;
  for (std::size_t i = 0; i < inventory_.questions.size(); ++i) {
    const Inventory::OfQuestion& more = other.inventory_.questions[i];
    Inventory::OfQuestion& question = inventory_.questions[i];
    question.answers += more.answers;
    question.responses += more.responses;
    question.lost += more.lost;
    question.non_answers += more.non_answers;
  }
}

Inventory StockTaking::finish() {
  for (std::size_t i = 0; i < study_.questions.size(); ++i) {
    Inventory::OfQuestion& question = inventory_.questions[i];
    Inventory::OfGroup& group = inventory_.groups[study_.questions[i].group.index()];
    group.answers += question.answers;
    group.responses += question.responses;
    group.lost += question.lost;
    group.non_answers += question.non_answers;
    question.unrecorded = group.respondents - question.responses - question.lost;
  }
  return std::move(inventory_);
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
