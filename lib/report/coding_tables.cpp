#include "report/coding_tables.hpp"

#include <fmt/format.h>

#include <utility>

namespace etic {

std::string respondents_text(const CodedCorpus& coded, const Coding& coding) {
  std::string names;
  for (const RespondentId respondent : respondents_of(coded.corpus->answer(coding.answer), coding.voice)) {
    if (!names.empty()) names += ' ';
    names += coded.corpus->respondent(respondent).name;
  }
  return names;
}

std::string rule_text(const CodedCorpus& coded, const Coding& coding) {
  return fmt::format("{}#{}", coded.books->code(coding.code()).name, coding.rule.number + 1);
}

std::string quote_text(const CodedCorpus& coded, const Coding& coding) {
  return std::string(coded.corpus->file_of(coded.corpus->answer(coding.answer)).slice(coding.span));
}

Table coding_records(const CodedCorpus& coded, const std::vector<Coding>& codings) {
  Table table;
  for (const char* name : {"respondents", "question", "code", "coder", "start", "end", "quote", "rule"}) table.columns.push_back({name, Align::left, false, false});
  for (const Coding& coding : codings) {
    Row row;
    row.cells = {respondents_text(coded, coding),
                 coded.study->question(coded.corpus->answer(coding.answer).question).code.text(),
                 coded.books->code(coding.code()).name,
                 std::string(rules_coder),
                 static_cast<std::int64_t>(coding.span.begin),
                 static_cast<std::int64_t>(coding.span.end),
                 quote_text(coded, coding),
                 rule_text(coded, coding)};
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table coding_table(const CodedCorpus& coded, const std::vector<Coding>& codings) {
  Table table;
  table.caption = codings.size() == 1 ? "1 coding" : fmt::format("{} codings", codings.size());
  table.columns = {{"respondents", Align::left, true, false}, {"question", Align::left, false, false}, {"code", Align::left, false, false},
                   {"quote", Align::left, true, false},       {"rule", Align::right, false, false}};
  const Coding* before = nullptr;
  for (const Coding& coding : codings) {
    Row row;
    row.starts_block = before != nullptr && before->answer != coding.answer;
    row.cells = {respondents_text(coded, coding), coded.study->question(coded.corpus->answer(coding.answer).question).code.text(),
                 coded.books->code(coding.code()).name, quote_text(coded, coding), fmt::format("#{}", coding.rule.number + 1)};
    table.rows.push_back(std::move(row));
    before = &coding;
  }
  return table;
}

}  // namespace etic
