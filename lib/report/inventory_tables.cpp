#include "report/inventory_tables.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <utility>

namespace etic {
namespace {

std::string sub_questions_of(const Study& study, QuestionId question) {
  std::string names;
  for (const SubQuestion& sub : study.sub_questions) {
    if (sub.asked.contains(question)) names += (names.empty() ? "" : " ") + sub.name;
  }
  for (const SubQuestion& sub : study.sub_questions) {
    if (sub.also.contains(question)) names += (names.empty() ? "(" : " (") + sub.name + ")";
  }
  return names;
}

Cell number_or_blank(const std::optional<std::int64_t>& number) { return number ? Cell(*number) : Cell(BlankCell{}); }

Row row_of(std::initializer_list<Cell> cells) {
  Row row;
  row.cells = cells;
  return row;
}

}  // namespace

Table group_inventory(const Study& study, const Inventory& inventory) {
  Table table;
  table.columns = {{"group", Align::left, false, false},     {"", Align::left, false, false},
                   {"expected", Align::right, false, false}, {"interviewed", Align::right, false, false},
                   {"answers", Align::right, false, false},  {"responses", Align::right, false, false},
                   {"lost", Align::right, false, false},     {"non-answers", Align::right, false, false}};
  Inventory::OfGroup sum;
  std::optional<std::int64_t> expected;
  for (std::size_t i = 0; i < study.groups.size(); ++i) {
    const Inventory::OfGroup& counts = inventory.groups[i];
    const Group& group = study.groups[i];
    table.rows.push_back(row_of({group.name, group.label, number_or_blank(group.expected), counts.respondents,
                                 counts.answers, counts.responses, counts.lost, counts.non_answers}));
    if (group.expected) expected = expected.value_or(0) + *group.expected;
    sum.respondents += counts.respondents;
    sum.answers += counts.answers;
    sum.responses += counts.responses;
    sum.lost += counts.lost;
    sum.non_answers += counts.non_answers;
  }
  Row total = row_of({std::string("total"), std::string(), number_or_blank(expected), sum.respondents, sum.answers,
                      sum.responses, sum.lost, sum.non_answers});
  total.strong = true;
  total.starts_block = true;
  table.rows.push_back(std::move(total));
  return table;
}

Table question_inventory(const Study& study, const Inventory& inventory) {
  Table table;
  table.columns = {{"question", Align::left, false, false},    {"serves", Align::left, false, false},
                   {"answers", Align::right, false, false},    {"responses", Align::right, false, false},
                   {"lost", Align::right, false, false},       {"unrecorded", Align::right, false, false},
                   {"non-answers", Align::right, false, false}};
  for (std::size_t i = 0; i < study.questions.size(); ++i) {
    const Inventory::OfQuestion& counts = inventory.questions[i];
    Row row = row_of({study.questions[i].code.text(), sub_questions_of(study, QuestionId(i)), counts.answers,
                      counts.responses, counts.lost, counts.unrecorded, counts.non_answers});
    row.starts_block = i > 0 && study.questions[i].group != study.questions[i - 1].group;
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table coder_inventory(const std::vector<CoderInventory>& coders) {
  Table table;
  table.columns = {{"coder", Align::left, false, false},
                   {"codings", Align::right, false, false},
                   {"proposals", Align::right, false, false},
                   {"rejections", Align::right, false, false},
                   {"answers read", Align::right, false, false}};
  for (const CoderInventory& coder : coders)
    table.rows.push_back(row_of({coder.name, coder.codings, coder.proposals, coder.rejections, coder.answers_read}));
  return table;
}

}  // namespace etic
