#include "report/coding_tables.hpp"

#include <fmt/format.h>
#include <optional>
#include <utility>
#include <vector>

#include "coding/ledger.hpp"
#include "report/caption.hpp"
#include "report/quotation.hpp"

namespace etic {

namespace {

void append_respondents(std::string& text, const CodedCorpus& coded, const Coding& coding) {
  const Few<RespondentId> who = respondents_of(coded.corpus->answer(coding.answer), coding.voice);
  for (std::size_t i = 0; i < who.size(); ++i) {
    if (i > 0) text += ' ';
    text += coded.corpus->respondent(who[i]).name;
  }
}

void append_rule(std::string& text, const CodedCorpus& coded, const Coding& coding) {
  if (!coding.is_by_rule()) return;
  const fmt::format_int number(coding.rule.number + 1);
  text.append(coded.books->code(coding.code()).name).append(1, '#').append(number.data(), number.size());
}

}  // namespace

std::string respondents_text(const CodedCorpus& coded, const Coding& coding) {
  std::string names;
  append_respondents(names, coded, coding);
  return names;
}

std::string rule_text(const CodedCorpus& coded, const Coding& coding) {
  std::string text;
  append_rule(text, coded, coding);
  return text;
}

std::string coder_text(const CodedCorpus& coded, const Coding& coding) {
  return coding.is_by_rule() ? std::string(rules_coder) : coded.ledger->coder(coding.coder).name;
}

std::string memo_text(const CodedCorpus& coded, const Coding& coding) {
  return coding.is_by_rule() ? "" : coded.ledger->entries[coding.entry].memo;
}

std::string quote_text(const CodedCorpus& coded, const Coding& coding) {
  return std::string(coded.corpus->file_of(coded.corpus->answer(coding.answer)).slice(coding.span));
}

std::vector<Column> coding_columns() {
  return named_columns({"respondents", "question", "code", "coder", "start", "end", "quote", "rule"});
}

void write_codings(LongText& rows, const CodedCorpus& coded, const std::vector<Coding>& codings) {
  std::vector<std::string> questions;
  for (const Question& question : coded.study->questions) questions.push_back(question.code.text());
  std::string cell;
  const auto add = [&](void (*append)(std::string&, const CodedCorpus&, const Coding&), const Coding& coding) {
    cell.clear();
    append(cell, coded, coding);
    rows.add(cell);
  };
  for (const Coding& coding : codings) {
    const Answer& answer = coded.corpus->answer(coding.answer);
    const std::int64_t origin = coded.corpus->origin_of(answer);
    add(append_respondents, coding);
    rows.add(questions[answer.question.index()]);
    rows.add(coded.books->code(coding.code()).name);
    rows.add(coder_text(coded, coding));
    rows.add(std::int64_t{coding.span.begin} - origin);
    rows.add(std::int64_t{coding.span.end} - origin);
    rows.add(coded.corpus->file_of(answer).slice(coding.span));
    add(append_rule, coding);
    rows.end_row();
  }
}

std::string coding_caption(const CodedCorpus& coded, std::size_t codings) {
  return fmt::format("{} {}, {}", codings, codings == 1 ? "coding" : "codings", coded_by(coded));
}

Table coding_table(const CodedCorpus& coded, const std::vector<Coding>& codings) {
  Table table;
  table.caption = coding_caption(coded, codings.size());
  const bool by_people = !coded.coders.empty() && coded.coders != std::vector<CoderId>{CoderId(rules_index)};
  table.columns = {{"respondents", Align::left, true, false},
                   {"question", Align::left, false, false},
                   {"code", Align::left, false, false},
                   {"quote", Align::left, true, false}};
  if (by_people) table.columns.push_back({"coder", Align::left, false, false});
  table.columns.push_back(by_people ? Column{"rule or memo", Align::left, true, false}
                                    : Column{"rule", Align::right, false, false});
  const Coding* before = nullptr;
  for (const Coding& coding : codings) {
    Row row;
    row.starts_block = before != nullptr && before->answer != coding.answer;
    row.cells = {respondents_text(coded, coding),
                 coded.study->question(coded.corpus->answer(coding.answer).question).code.text(),
                 coded.books->code(coding.code()).name, quote_text(coded, coding)};
    if (by_people) row.cells.emplace_back(coder_text(coded, coding));
    row.cells.emplace_back(coding.is_by_rule() ? fmt::format("#{}", coding.rule.number + 1) : memo_text(coded, coding));
    table.rows.push_back(std::move(row));
    before = &coding;
  }
  table.footnotes.push_back(wording_note(*coded.study));
  return table;
}

}  // namespace etic
