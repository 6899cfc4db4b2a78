#include "report/quotation.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>
#include <utility>

#include "coding/ledger.hpp"
#include "coding/speech.hpp"
#include "report/coding_tables.hpp"
#include "table/line_fitting.hpp"

namespace etic {
namespace {

/// The sentences that a stretch reaches into, from the start of the first to the end of the last.
Span context_of(const CodedCorpus& coded, const Quotation& quotation, Speech& speech) {
  const Answer& answer = coded.corpus->answer(quotation.answer);
  speech.read(coded.corpus->file_of(answer), answer, quotation.voice);
  Span context = quotation.marked;
  for (const Sentence& sentence : speech.sentences) {
    if (!sentence.span.overlaps(quotation.marked)) continue;
    context.begin = std::min(context.begin, sentence.span.begin);
    context.end = std::max(context.end, sentence.span.end);
  }
  return context;
}

std::string first_attribute(const CodedCorpus& coded, const Quotation& quotation) {
  if (coded.study->attributes.empty()) return "";
  const AttributeId attribute(0);
  const Answer& answer = coded.corpus->answer(quotation.answer);
  const RespondentId respondent = respondents_of(answer, quotation.voice).front();
  std::string text;
  for (const std::uint32_t value :
       coded.corpus->values_of({respondent, answer.question, quotation.answer}, attribute, *coded.study)) {
    text += (text.empty() ? "" : " ") + coded.corpus->values[0][value];
  }
  return text;
}

/// The context on one line, the coded words in brackets.
std::string marked_context(const CodedCorpus& coded, const Quotation& quotation) {
  const SourceFile& file = coded.corpus->file_of(coded.corpus->answer(quotation.answer));
  std::string text(file.slice({quotation.context.begin, quotation.marked.begin}));
  text.append("[").append(file.slice(quotation.marked)).append("]");
  text.append(file.slice({quotation.marked.end, quotation.context.end}));
  return one_line(text);
}

Coding as_coding(const Quotation& quotation) {
  return {quotation.answer, {quotation.code, 0}, quotation.marked, quotation.voice, CoderId(rules_index), 0};
}

}  // namespace

std::vector<Quotation> collect_quotations(const CodedCorpus& coded, const std::vector<Coding>& codings) {
  std::vector<Quotation> quotations;
  for (const Coding& coding : codings)
    quotations.push_back({coding.code(), coding.answer, coding.voice, coding.span, {}, {coding.coder}, {}});
  const auto key = [](const Quotation& q) { return std::tie(q.code, q.answer, q.voice, q.marked); };
  std::stable_sort(quotations.begin(), quotations.end(),
                   [&](const Quotation& a, const Quotation& b) { return key(a) < key(b); });
  std::vector<Quotation> merged;
  for (const Quotation& quotation : quotations) {
    if (!merged.empty()) {
      Quotation& last = merged.back();
      const bool same =
          std::tie(last.code, last.answer, last.voice) == std::tie(quotation.code, quotation.answer, quotation.voice);
      if (same && quotation.marked.begin < last.marked.end) {
        last.marked.end = std::max(last.marked.end, quotation.marked.end);
        last.coders.push_back(quotation.coders.front());
        continue;
      }
    }
    merged.push_back(quotation);
  }
  Speech speech;
  for (Quotation& quotation : merged) {
    quotation.context = context_of(coded, quotation, speech);
    std::sort(quotation.coders.begin(), quotation.coders.end());
    quotation.coders.erase(std::unique(quotation.coders.begin(), quotation.coders.end()), quotation.coders.end());
  }
  return merged;
}

std::string loss_text(const CodedCorpus& coded, const LostCoding& lost) {
  const std::string& by = coded.ledger->coder(lost.by).name;
  const std::string text = lost.by_code
                               ? fmt::format("{} assigns `{}` instead", by, coded.books->code(*lost.by_code).name)
                               : fmt::format("rejected by {}", by);
  const std::string memo = lost.entry ? coded.ledger->entries[*lost.entry].memo : "";
  return memo.empty() ? text : fmt::format("{}: {}", text, memo);
}

std::vector<Quotation> collect_lost(const CodedCorpus& coded, const std::vector<LostCoding>& lost) {
  std::vector<Quotation> quotations;
  Speech speech;
  for (const LostCoding& gone : lost) {
    Quotation quotation{gone.coding.code(),  gone.coding.answer,    gone.coding.voice, gone.coding.span, {},
                        {gone.coding.coder}, loss_text(coded, gone)};
    quotation.context = context_of(coded, quotation, speech);
    quotations.push_back(std::move(quotation));
  }
  std::stable_sort(quotations.begin(), quotations.end(),
                   [](const Quotation& a, const Quotation& b) { return a.code < b.code; });
  return quotations;
}

std::string citation(const CodedCorpus& coded, const Quotation& quotation) {
  std::string text = respondents_text(coded, as_coding(quotation));
  text += ", " + coded.study->question(coded.corpus->answer(quotation.answer).question).code.text();
  const std::string attribute = first_attribute(coded, quotation);
  return attribute.empty() ? text : text + ", " + attribute;
}

std::string coders_text(const CodedCorpus& coded, const Quotation& quotation) {
  std::string names;
  for (const CoderId coder : quotation.coders)
    names += (names.empty() ? "" : ", ") +
             (coder.index() == rules_index ? std::string(rules_coder) : coded.ledger->coder(coder).name);
  return names;
}

void write_code_name(std::ostream& out, const Code& code, const Page& page) {
  out << (page.colour ? "\x1b[1m" : "") << code.name << (page.colour ? "\x1b[0m" : "")
      << (code.label == code.name ? "" : "  " + code.label) << '\n';
}

void write_quotation(std::ostream& out, const CodedCorpus& coded, const Quotation& quotation, const Page& page) {
  out << "\n  " << citation(coded, quotation) << "  (" << coders_text(coded, quotation)
      << (quotation.note.empty() ? "" : "; ") << quotation.note << ")\n";
  write_wrapped(out, marked_context(coded, quotation), page.width, 4);
}

void write_quotations(std::ostream& out, const CodedCorpus& coded, const std::vector<Quotation>& quotations,
                      const Page& page) {
  const CodeId* code = nullptr;
  for (const Quotation& quotation : quotations) {
    if (code == nullptr || *code != quotation.code) {
      if (code != nullptr) out << '\n';
      write_code_name(out, coded.books->code(quotation.code), page);
    }
    code = &quotation.code;
    write_quotation(out, coded, quotation, page);
  }
}

Table quotation_records(const CodedCorpus& coded, const std::vector<Quotation>& quotations) {
  Table table;
  table.columns = named_columns({"respondents", "question", "code", "coder", "start", "end", "quote", "context"});
  if (!coded.study->attributes.empty())
    table.columns.push_back({coded.study->attributes.front().name, Align::left, false, false});
  table.columns.push_back({"lost", Align::left, false, false});
  for (const Quotation& quotation : quotations) {
    const Answer& answer = coded.corpus->answer(quotation.answer);
    const std::int64_t origin = coded.corpus->origin_of(answer);
    Row row;
    row.cells = {respondents_text(coded, as_coding(quotation)),
                 coded.study->question(answer.question).code.text(),
                 coded.books->code(quotation.code).name,
                 coders_text(coded, quotation),
                 std::int64_t{quotation.marked.begin} - origin,
                 std::int64_t{quotation.marked.end} - origin,
                 quote_text(coded, as_coding(quotation)),
                 std::string(coded.corpus->file_of(answer).slice(quotation.context))};
    if (!coded.study->attributes.empty()) row.cells.emplace_back(first_attribute(coded, quotation));
    row.cells.emplace_back(quotation.note);
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table quotation_table(const CodedCorpus& coded, const std::vector<Quotation>& quotations) {
  Table table;
  table.caption = "Quotations, the coded words in brackets";
  table.columns = {{"code", Align::left, false, false},
                   {"where", Align::left, true, false},
                   {"words", Align::left, true, false},
                   {"coder", Align::left, true, false}};
  bool taken_away = false;  // the quotation before
  for (const Quotation& quotation : quotations) {
    Row row;
    row.cells = {coded.books->code(quotation.code).name, citation(coded, quotation), marked_context(coded, quotation),
                 coders_text(coded, quotation) + (quotation.note.empty() ? "" : "; " + quotation.note)};
    row.starts_block = !quotation.note.empty() && !table.rows.empty() && !taken_away;
    taken_away = !quotation.note.empty();
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string wording_note(const Study& study) {
  switch (study.wording) {
    case Wording::verbatim:
      return "Wording: verbatim.";
    case Wording::minutes:
      return "Wording: minutes taken by the interviewer, not the respondents' own words.";
    case Wording::paraphrase:
      return "Wording: paraphrase, not the respondents' own words.";
  }
  return "";
}

void write_wording_note(std::ostream& out, const Study& study, const Page& page) {
  out << '\n';
  for (const std::string& line : wrapped(wording_note(study), page.width)) out << line << '\n';
}

}  // namespace etic
