#include "report/memo_tables.hpp"

#include <fmt/format.h>
#include <utility>

namespace etic {
namespace {

std::string coder_of(const Memo& memo, const Ledger& ledger) {
  return memo.entry ? ledger.coder(ledger.entries[*memo.entry].coder).name : "";
}

}  // namespace

Table memo_table(const std::vector<Memo>& memos, const Study& study, const Corpus& corpus, const Codebooks& books,
                 const Ledger& ledger) {
  Table table;
  table.caption = memos.size() == 1 ? "1 memo" : fmt::format("{} memos", memos.size());
  table.columns = {{"about", Align::left, true, false},
                   {"coder", Align::left, false, false},
                   {"memo", Align::left, true, false},
                   {"where", Align::left, true, false}};
  const Memo* before = nullptr;
  for (const Memo& memo : memos) {
    Row row;
    row.starts_block = before != nullptr && (before->entry.has_value() != memo.entry.has_value() ||
                                             before->code.has_value() != memo.code.has_value());
    row.cells = {subject_text(memo, study, corpus, books), coder_of(memo, ledger), folded_space(memo.text),
                 fmt::format("{}:{}", memo.file->path(), memo.line)};
    table.rows.push_back(std::move(row));
    before = &memo;
  }
  return table;
}

Table memo_records(const std::vector<Memo>& memos, const Study& study, const Corpus& corpus, const Codebooks& books,
                   const Ledger& ledger) {
  Table table;
  table.columns = named_columns({"about", "coder", "memo", "file", "line"});
  for (const Memo& memo : memos) {
    Row row;
    row.cells = {subject_text(memo, study, corpus, books), coder_of(memo, ledger), memo.text, memo.file->path(),
                 static_cast<std::int64_t>(memo.line)};
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace etic
