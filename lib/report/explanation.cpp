#include "report/explanation.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <utility>

#include "coding/ledger.hpp"
#include "report/caption.hpp"
#include "report/coding_tables.hpp"
#include "report/quotation.hpp"
#include "table/line_fitting.hpp"

namespace etic {
namespace {

std::string_view outcome(Block block) {
  switch (block) {
    case Block::scope:
      return "scope";
    case Block::answer_length:
      return "answer_words";
    case Block::first_sentence:
      return "first";
    case Block::none:
      return "none";
    case Block::negated:
      return "negated";
    case Block::not_negated:
      return "not-negated";
    case Block::has:
      return "has";
    case Block::without:
      return "without";
    case Block::exclusive:
      return "exclusive";
    case Block::non_answer:
      return "non-answer";
  }
  return "";
}

std::string reason(const CodedCorpus& coded, const BlockedCoding& blocked) {
  const std::string by = blocked.by ? coded.books->code(*blocked.by).name : "";
  switch (blocked.block) {
    case Block::scope:
      return "this question is not among the code's or rule's questions";
    case Block::answer_length:
      return "the answer's length does not fit `answer_words`";
    case Block::first_sentence:
      return "it stands behind the first sentence";
    case Block::none:
      return "a word that `none` rules out stands in the sentence";
    case Block::negated:
      return "negated";
    case Block::not_negated:
      return "not negated, and the rule wants it negated";
    case Block::has:
      return fmt::format("`{}` is not there", by);
    case Block::without:
      return fmt::format("`{}` is there", by);
    case Block::exclusive:
      return fmt::format("`{}` wins the theme", by);
    case Block::non_answer:
      return fmt::format("`{}` excludes all other codes", by);
  }
  return "";
}

std::string_view outcome(LostCoding::Why why) {
  switch (why) {
    case LostCoding::Why::rejected:
      return "rejected";
    case LostCoding::Why::exclusive:
      return "exclusive";
    case LostCoding::Why::non_answer:
      return "non-answer";
  }
  return "";
}

/// The answer's text with `[1 … 1]` around the stretch of each distinct coded span.
class MarkedText {
 public:
  MarkedText(const CodedCorpus& coded, const Answer& answer, std::vector<Span> spans)
      : coded_(coded), answer_(answer), spans_(std::move(spans)) {}

  [[nodiscard]] std::string of(Span stretch) const {
    std::string text;
    for (std::uint32_t at = stretch.begin; at <= stretch.end; ++at) {
      // What ends here is closed before what starts here is opened; of those that end, the last opened first.
      for (std::size_t i = spans_.size(); i-- > 0;) {
        if (at > stretch.begin && spans_[i].end == at && spans_[i].end <= stretch.end && spans_[i].begin < at)
          text += fmt::format(" {}]", i + 1);
      }
      for (std::size_t i = 0; i < spans_.size(); ++i) {
        if (spans_[i].begin == at && at < stretch.end) text += fmt::format("[{} ", i + 1);
      }
      if (at < stretch.end) text += coded_.corpus->file_of(answer_).bytes()[at];
    }
    return text;
  }

 private:
  const CodedCorpus& coded_;
  const Answer& answer_;
  std::vector<Span> spans_;
};

std::vector<Span> distinct_spans(const std::vector<Coding>& codings) {
  std::vector<Span> spans;
  for (const Coding& coding : codings) spans.push_back(coding.span);
  // Longer ones first where they start together, so that brackets nest.
  std::sort(spans.begin(), spans.end(),
            [](Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  return spans;
}

/// The stretches to show, those that follow each other without a change of speaker apart.
void write_answer(std::ostream& out, const CodedCorpus& coded, const Answer& answer, const MarkedText& text,
                  const Page& page) {
  const std::size_t width = page.width == 0 ? 0 : std::max<std::size_t>(24, page.width) - 2;
  const bool in_turns = std::any_of(answer.stretches.begin(), answer.stretches.end(),
                                    [](const Stretch& stretch) { return stretch.kind == Stretch::Kind::interviewer; });
  for (const Stretch& stretch : answer.stretches) {
    std::string shown;
    if (stretch.kind == Stretch::Kind::interviewer) shown = "Interviewer: ";
    if (stretch.kind == Stretch::Kind::talk && in_turns) shown = "Respondent: ";
    if (stretch.kind == Stretch::Kind::talk && answer.voices[stretch.voice].alone) {
      shown = coded.corpus->respondent(*answer.voices[stretch.voice].alone).name + ": ";
    }
    shown += stretch.kind == Stretch::Kind::talk ? text.of(stretch.span)
                                                 : std::string(coded.corpus->file_of(answer).slice(stretch.span));
    for (const std::string& line : wrapped(one_line(shown), width)) out << "  " << line << '\n';
  }
}

const Rule& rule_of(const CodedCorpus& coded, const Coding& coding) {
  return coded.books->code(coding.code()).rules[coding.rule.number];
}

/// The rule that assigned it, or what the person who did noted.
std::string grounds(const CodedCorpus& coded, const Coding& coding) {
  return coding.is_by_rule() ? fmt::format("#{} {}", coding.rule.number + 1, rule_of(coded, coding).text)
                             : memo_text(coded, coding);
}

/// Whether anybody but the rules has a word in it.
bool has_people(const CodedCorpus& coded) {
  return !coded.coders.empty() && coded.coders != std::vector<CoderId>{CoderId(rules_index)};
}

}  // namespace

void write_explanation(std::ostream& out, const CodedCorpus& coded, const Explanation& explanation, const Page& page) {
  const Answer& answer = coded.corpus->answer(explanation.answer);
  const SourceFile& file = coded.corpus->file_of(answer);
  const std::vector<Span> spans = distinct_spans(explanation.codings);

  std::string names;
  for (const RespondentId respondent : answer.respondents)
    names += (names.empty() ? "" : " ") + coded.corpus->respondent(respondent).name;
  out << names << ", " << coded.study->question(answer.question).code.text() << "  (" << file.path() << ':'
      << file.place(answer.heading.begin).line << ")\n";
  write_wrapped(out, coded.study->question(answer.question).text, page.width, 0);
  out << '\n';
  write_answer(out, coded, answer, MarkedText(coded, answer, spans), page);
  out << '\n';

  Table assigned;
  const bool people = has_people(coded);
  assigned.caption = explanation.codings.empty()
                         ? (people ? fmt::format("Nothing is assigned ({}).", coded_by(coded)) : "No rule codes it.")
                         : "Coded";
  assigned.columns = {
      {"", Align::right, false, false}, {"code", Align::left, false, false}, {"words", Align::left, true, false}};
  if (people) assigned.columns.push_back({"coder", Align::left, false, false});
  assigned.columns.push_back({people ? "rule or memo" : "rule", Align::left, true, false});
  const auto number_of = [&](const Coding& coding) {
    return std::find(spans.begin(), spans.end(), coding.span) - spans.begin() + 1;
  };
  std::vector<Coding> numbered = explanation.codings;
  std::stable_sort(numbered.begin(), numbered.end(),
                   [&](const Coding& a, const Coding& b) { return number_of(a) < number_of(b); });
  for (const Coding& coding : numbered) {
    Row row;
    row.cells = {static_cast<std::int64_t>(number_of(coding)), coded.books->code(coding.code()).name,
                 quote_text(coded, coding)};
    if (people) row.cells.emplace_back(coder_text(coded, coding));
    row.cells.emplace_back(grounds(coded, coding));
    assigned.rows.push_back(std::move(row));
  }
  if (explanation.codings.empty()) {
    out << assigned.caption << '\n';
  } else {
    write_text(out, assigned, page);
  }

  if (!explanation.lost.empty()) {
    Table lost;
    lost.caption = "Taken away";
    lost.columns = {{"code", Align::left, false, false},
                    {"words", Align::left, true, false},
                    {"coder", Align::left, false, false},
                    {"why", Align::left, true, false}};
    for (const LostCoding& gone : explanation.lost) {
      Row row;
      row.cells = {coded.books->code(gone.coding.code()).name, quote_text(coded, gone.coding),
                   coder_text(coded, gone.coding), loss_text(coded, gone)};
      lost.rows.push_back(std::move(row));
    }
    out << '\n';
    write_text(out, lost, page);
  }

  if (!explanation.blocked.empty()) {
    Table blocked;
    blocked.caption = "Matched in vain";
    blocked.columns = {{"code", Align::left, false, false},
                       {"words", Align::left, true, false},
                       {"rule", Align::left, true, false},
                       {"why", Align::left, true, false}};
    for (const BlockedCoding& vain : explanation.blocked) {
      Row row;
      row.cells = {coded.books->code(vain.coding.code()).name, quote_text(coded, vain.coding),
                   fmt::format("#{} {}", vain.coding.rule.number + 1, rule_of(coded, vain.coding).text),
                   reason(coded, vain)};
      blocked.rows.push_back(std::move(row));
    }
    out << '\n';
    write_text(out, blocked, page);
  }
  write_wording_note(out, *coded.study, page);
}

Table explanation_records(const CodedCorpus& coded, const Explanation& explanation) {
  Table table;
  table.columns = named_columns(
      {"respondents", "question", "code", "coder", "rule", "start", "end", "quote", "outcome", "by", "memo"});
  for (Column& column : table.columns) column.prose = column.name == "quote" || column.name == "memo";
  const auto add = [&](const Coding& coding, std::string_view what, std::string by, std::string memo) {
    Row row;
    const Answer& answer = coded.corpus->answer(coding.answer);
    const std::int64_t origin = coded.corpus->origin_of(answer);
    row.cells = {respondents_text(coded, coding),
                 coded.study->question(answer.question).code.text(),
                 coded.books->code(coding.code()).name,
                 coder_text(coded, coding),
                 rule_text(coded, coding),
                 std::int64_t{coding.span.begin} - origin,
                 std::int64_t{coding.span.end} - origin,
                 quote_text(coded, coding),
                 std::string(what),
                 std::move(by),
                 std::move(memo)};
    table.rows.push_back(std::move(row));
  };
  for (const Coding& coding : explanation.codings) add(coding, "coded", "", memo_text(coded, coding));
  for (const LostCoding& lost : explanation.lost)
    add(lost.coding, outcome(lost.why), coded.ledger->coder(lost.by).name,
        lost.entry ? coded.ledger->entries[*lost.entry].memo : "");
  for (const BlockedCoding& vain : explanation.blocked)
    add(vain.coding, outcome(vain.block), vain.by ? coded.books->code(*vain.by).name : "", "");
  return table;
}

}  // namespace etic
