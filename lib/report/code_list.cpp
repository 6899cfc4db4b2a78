#include "report/code_list.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "report/count_cells.hpp"

namespace etic {
namespace {

/// What is said of one proposed code.
struct Proposal {
  std::set<RespondentId> respondents;
  std::int64_t codings = 0;
  std::vector<std::string> coders;  // in the ledger's order
  const LedgerEntry* first = nullptr;
};

std::map<std::string, Proposal> proposals_of(const Corpus& corpus, const Ledger& ledger) {
  std::map<std::string, Proposal> proposals;
  for (const LedgerEntry& entry : ledger.entries) {
    if (entry.proposal.empty()) continue;
    Proposal& proposal = proposals[std::string(proposal_mark) + entry.proposal];
    for (const Passage& passage : entry.passages) {
      const Few<RespondentId> who = respondents_of(corpus.answer(entry.answer), passage.voice);
      proposal.respondents.insert(who.begin(), who.end());
    }
    ++proposal.codings;
    const std::string& coder = ledger.coder(entry.coder).name;
    if (proposal.coders.empty() || proposal.coders.back() != coder) proposal.coders.push_back(coder);
    if (proposal.first == nullptr) proposal.first = &entry;
  }
  return proposals;
}

std::int64_t count_of(const Proposal& proposal) { return static_cast<std::int64_t>(proposal.respondents.size()); }

std::string place_of(const LedgerEntry& entry, const Study& study, const Corpus& corpus) {
  const Answer& answer = corpus.answer(entry.answer);
  std::string names;
  for (const RespondentId respondent : answer.respondents) names += corpus.respondent(respondent).name + " ";
  return names + study.question(answer.question).code.text();
}

}  // namespace

Table code_list(const Matrix& tally, const Codebooks& books, const CountingText& counting) {
  Table table;
  table.caption = describe(counting);
  table.columns = {{"code", Align::left, false, false},
                   {"n/base", Align::right, false, false},
                   {"label", Align::left, true, false},
                   {"definition", Align::left, true, false}};
  for (std::size_t i = 0; i < tally.rows.size(); ++i) {
    const AxisItem& item = tally.rows[i];
    const Code& code = books.code(*item.code);
    Row row;
    row.cells = {item.key, count_cell(tally.row_totals[i], counting.unit), label_beside(code.name, code.label),
                 code.definition};
    row.indent = item.indent;
    row.strong = item.strong;
    row.starts_block = item.strong && item.indent == 0;
    table.rows.push_back(std::move(row));
  }
  table.footnotes = joint_footnote(tally.joint_answers, counting.unit);
  return table;
}

Table proposal_list(const Study& study, const Corpus& corpus, const Ledger& ledger) {
  Table table;
  table.caption = "Proposed by coders, in no codebook yet: respondents, codings, and the first words so coded";
  table.columns = {{"proposal", Align::left, false, false}, {"n", Align::right, false, false},
                   {"codings", Align::right, false, false}, {"by", Align::left, false, false},
                   {"first", Align::left, false, false},    {"quote", Align::left, true, false}};
  for (const auto& [name, proposal] : proposals_of(corpus, ledger)) {
    Row row;
    const std::string& quote = proposal.first->quote;
    row.cells = {name,
                 count_of(proposal),
                 proposal.codings,
                 fmt::format("{}", fmt::join(proposal.coders, " ")),
                 place_of(*proposal.first, study, corpus),
                 quote.empty() ? "(the whole answer)" : quote};
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table code_records(const Matrix& tally, const Codebooks& books, const Corpus& corpus, const Ledger& ledger) {
  Table table;
  table.columns = named_columns({"code", "book", "label", "definition", "n", "base"});
  for (std::size_t i = 0; i < tally.rows.size(); ++i) {
    const Code& code = books.code(*tally.rows[i].code);
    const Count& count = tally.row_totals[i];
    const bool counted = count.state == Count::State::counted;
    const bool blank = count.state == Count::State::blank;
    Row row;
    row.cells = {code.name,
                 books.book(code.book).name,
                 code.label,
                 code.definition,
                 counted ? Cell(count.n) : Cell(BlankCell{}),
                 blank ? Cell(BlankCell{}) : Cell(count.base)};
    table.rows.push_back(std::move(row));
  }
  for (const auto& [name, proposal] : proposals_of(corpus, ledger)) {
    Row row;
    row.cells = {name, std::string(), std::string(), std::string(), count_of(proposal), BlankCell{}};
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace etic
