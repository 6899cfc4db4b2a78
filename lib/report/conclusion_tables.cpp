#include "report/conclusion_tables.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <utility>

#include "report/caption.hpp"
#include "report/quotation.hpp"
#include "table/line_fitting.hpp"

namespace etic {
namespace {

/// `understated:` and the figures below it: with them the table fits 80 columns.
constexpr std::size_t least_verdict_width = 14;

constexpr std::string_view what_a_verdict_is =
    "A verdict says whether the answers on record carry a sentence's wording, not whether it is true.";

std::int64_t size_of(const std::vector<RespondentId>& respondents) {
  return static_cast<std::int64_t>(respondents.size());
}

NameList names_of(const std::vector<RespondentId>& respondents, const CodedCorpus& coded) {
  NameList names;
  for (const RespondentId respondent : respondents) names.push_back(coded.corpus->respondent(respondent).name);
  return names;
}

std::string joined(const std::vector<RespondentId>& respondents, const CodedCorpus& coded) {
  return fmt::format("{}", fmt::join(names_of(respondents, coded), ", "));
}

std::string quantifier_text(const Conclusion& conclusion) {
  return conclusion.quantifier ? conclusion.quantifier->name : "";
}

std::string sub_question_name(const Conclusion& conclusion, const Study& study) {
  return conclusion.sub_question ? study.sub_question(*conclusion.sub_question).name : "";
}

/// `supported: at least 2 expected, 4 found`. Why there is no evidence is too long to stand here.
std::string verdict_text(const Finding& finding) {
  const std::string_view verdict = name(finding.judgement.verdict);
  const bool has_figures = !finding.conclusion->parts.empty() && !finding.judgement.why.empty();
  return has_figures ? fmt::format("{}: {}", verdict, finding.judgement.why) : std::string(verdict);
}

/// Without evidence there is nobody to count.
Cell support_cell(const Finding& finding) {
  if (finding.conclusion->parts.empty()) return BlankCell{};
  if (finding.sides.base.empty()) return MissingCell{};
  return CountCell{size_of(finding.sides.support), size_of(finding.sides.base)};
}

Cell count_or_blank(const Finding& finding, const std::vector<RespondentId>& respondents) {
  if (finding.conclusion->parts.empty()) return BlankCell{};
  return size_of(respondents);
}

/// Findings in tables of their own: by sub-question in study order, the others last.
template <class Item, class ConclusionOf>
std::vector<std::pair<std::string, std::vector<const Item*>>> by_sub_question(const std::vector<Item>& items,
                                                                              const Study& study,
                                                                              ConclusionOf conclusion_of) {
  std::vector<std::pair<std::string, std::vector<const Item*>>> groups;
  for (const SubQuestion& sub : study.sub_questions)
    groups.emplace_back(sub.question.empty() ? sub.name : sub.name + " " + sub.question, std::vector<const Item*>());
  groups.emplace_back(groups.empty() ? "Conclusions" : "Conclusions on no sub-question", std::vector<const Item*>());
  for (const Item& item : items) {
    const Conclusion& conclusion = conclusion_of(item);
    groups[conclusion.sub_question ? conclusion.sub_question->index() : groups.size() - 1].second.push_back(&item);
  }
  std::erase_if(groups, [](const auto& group) { return group.second.empty(); });
  return groups;
}

std::string summary(const std::vector<Finding>& findings) {
  std::string text = fmt::format("{} conclusion{}: ", findings.size(), findings.size() == 1 ? "" : "s");
  bool first = true;
  for (const Verdict verdict : all_verdicts) {
    const auto count = std::count_if(findings.begin(), findings.end(),
                                     [&](const Finding& finding) { return finding.judgement.verdict == verdict; });
    if (count == 0) continue;
    text += fmt::format("{}{} {}", first ? "" : ", ", count, name(verdict));
    first = false;
  }
  return text + ".";
}

std::string terms_text(const std::vector<WhereTerm>& terms) {
  std::string text;
  for (const WhereTerm& term : terms) text += (text.empty() ? "" : " ") + term.text;
  return text;
}

std::string codes_text(const std::vector<CodeId>& codes, std::string_view word, const Codebooks& books) {
  std::string text;
  for (const CodeId code : codes) text += (text.empty() ? "" : fmt::format(" {} ", word)) + books.code(code).name;
  return text;
}

/// `known` is where the reader knows it to look.
std::string query_text(const Query& query, const CodedCorpus& coded, const std::vector<WhereTerm>& known = {}) {
  const std::string any = codes_text(query.any, "or", *coded.books);
  const std::string all = codes_text(query.all, "and", *coded.books);
  std::string text = any;
  if (!all.empty())
    text = any.empty() ? all
                       : fmt::format("{}{}{} and {}", query.any.size() > 1 ? "(" : "", any,
                                     query.any.size() > 1 ? ")" : "", all);
  if (query.within == Within::respondent) text += " anywhere";
  if (!query.who.empty()) text += fmt::format("{}who: {}", text.empty() ? "" : "; ", terms_text(query.who));
  const std::string where = terms_text(query.where);
  if (!where.empty() && where != terms_text(known)) text += ", where " + where;
  return text;
}

/// The codings of these codes to the words of these responses' respondents.
std::vector<Coding> codings_behind(const std::vector<std::uint32_t>& responses, const std::vector<CodeId>& codes,
                                   const CodedCorpus& coded) {
  std::set<std::pair<AnswerId, RespondentId>> wanted;
  std::set<AnswerId> answers;
  for (const std::uint32_t index : responses) {
    const Response& response = coded.corpus->responses[index];
    wanted.emplace(response.answer, response.respondent);
    answers.insert(response.answer);
  }
  std::vector<Coding> codings;
  for (const AnswerId answer : answers) {
    for (const Coding& coding : coded.of(answer)) {
      if (!std::binary_search(codes.begin(), codes.end(), coding.code())) continue;
      const Few<RespondentId> who = respondents_of(coded.corpus->answer(answer), coding.voice);
      if (std::any_of(who.begin(), who.end(), [&](RespondentId id) { return wanted.contains({answer, id}); }))
        codings.push_back(coding);
    }
  }
  return codings;
}

void write_side(std::ostream& out, std::string_view side, const std::vector<RespondentId>& respondents,
                const std::vector<std::uint32_t>& responses, const std::vector<CodeId>& codes, const CodedCorpus& coded,
                const Page& page) {
  if (respondents.empty()) return;
  out << '\n';
  write_wrapped(out, fmt::format("{} ({}): {}", side, respondents.size(), joined(respondents, coded)), page.width, 2);
  const std::vector<Quotation> quotations = collect_quotations(coded, codings_behind(responses, codes, coded));
  if (quotations.empty()) return;
  out << '\n';
  write_quotations(out, coded, quotations, page);
}

const Conclusion& conclusion_of_finding(const Finding& finding) { return *finding.conclusion; }

}  // namespace

std::vector<std::string> conclusion_notes(const std::vector<Finding>& findings, const CodedCorpus& coded) {
  std::set<AnswerId> joint;
  for (const Finding& finding : findings) {
    for (const std::uint32_t response : finding.base_in) {
      const AnswerId answer = coded.corpus->responses[response].answer;
      if (coded.corpus->answer(answer).is_joint()) joint.insert(answer);
    }
  }
  std::vector<std::string> notes{summary(findings), fmt::format("Counted in respondents, {}.", coded_by(coded))};
  for (std::string& note : joint_footnote(joint.size(), Unit::respondents)) notes.push_back(std::move(note));
  notes.emplace_back(what_a_verdict_is);
  return notes;
}

std::vector<FindingGroup> findings_by_sub_question(const std::vector<Finding>& findings, const Study& study) {
  std::vector<FindingGroup> groups;
  for (auto& [caption, group] : by_sub_question(findings, study, conclusion_of_finding))
    groups.push_back({std::move(caption), std::move(group)});
  return groups;
}

std::string evidence_text(const Conclusion& conclusion, const CodedCorpus& coded) {
  std::string text;
  for (std::size_t i = 0; i < conclusion.parts.size(); ++i) {
    const Evidence& part = conclusion.parts[i];
    if (conclusion.parts.size() > 1) text += fmt::format("{}({}) ", i == 0 ? "" : "; ", i + 1);
    text += query_text(part.query, coded);
    if (part.among) text += "; among those with " + query_text(*part.among, coded, part.query.where);
  }
  if (conclusion.each) text += "; in each " + name_of(*conclusion.each, *coded.study);
  return text;
}

std::string against_text(const Conclusion& conclusion, const CodedCorpus& coded) {
  return conclusion.against ? query_text(*conclusion.against, coded) : "";
}

std::vector<Table> conclusion_tables(const std::vector<Finding>& findings, const CodedCorpus& coded) {
  std::vector<Table> tables;
  for (const auto& [caption, group] : by_sub_question(findings, *coded.study, conclusion_of_finding)) {
    Table table;
    table.caption = caption;
    table.columns = {{"id", Align::left, false, false},
                     {"statement", Align::left, true, false},
                     {"says", Align::left, false, false},
                     {"for", Align::right, false, false},
                     {"against", Align::right, false, false},
                     {"silent", Align::right, false, false},
                     {"verdict", Align::left, true, false, least_verdict_width}};
    for (const Finding* finding : group) {
      const Conclusion& conclusion = *finding->conclusion;
      Row row;
      row.cells = {conclusion.id,
                   conclusion.statement,
                   quantifier_text(conclusion),
                   support_cell(*finding),
                   count_or_blank(*finding, finding->sides.against),
                   count_or_blank(*finding, finding->sides.silent()),
                   verdict_text(*finding)};
      table.rows.push_back(std::move(row));
    }
    tables.push_back(std::move(table));
  }
  if (!tables.empty()) tables.back().footnotes = conclusion_notes(findings, coded);
  return tables;
}

Table conclusion_records(const std::vector<Finding>& findings, const CodedCorpus& coded) {
  Table table;
  table.columns = named_columns({"id", "section", "sub_question", "statement", "quantifier", "n", "base", "verdict",
                                 "why", "reason", "expect", "support", "against", "silent"});
  for (const Finding& finding : findings) {
    const Conclusion& conclusion = *finding.conclusion;
    Row row;
    row.cells = {conclusion.id,
                 conclusion.section,
                 sub_question_name(conclusion, *coded.study),
                 conclusion.statement,
                 quantifier_text(conclusion),
                 size_of(finding.sides.support),
                 size_of(finding.sides.base),
                 std::string(name(finding.judgement.verdict)),
                 finding.judgement.why,
                 conclusion.reason,
                 conclusion.expect ? std::string(name(conclusion.expect->verdict)) : std::string(),
                 names_of(finding.sides.support, coded),
                 names_of(finding.sides.against, coded),
                 names_of(finding.sides.silent(), coded)};
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::vector<Table> split_tables(const std::vector<SplitFinding>& splits, const std::string& by,
                                const std::vector<std::string>& all_values, const CodedCorpus& coded) {
  std::vector<Table> tables;
  const auto conclusion_of = [](const SplitFinding& split) -> const Conclusion& { return *split.finding.conclusion; };
  for (const auto& [caption, group] : by_sub_question(splits, *coded.study, conclusion_of)) {
    std::vector<std::string> values = all_values;
    std::erase_if(values, [&members = group](const std::string& value) {
      return std::none_of(members.begin(), members.end(), [&](const SplitFinding* split) {
        return std::any_of(split->values.begin(), split->values.end(),
                           [&](const SidesOfValue& each) { return each.value == value; });
      });
    });
    Table table;
    table.caption = fmt::format("{} Support by {}", caption, by);
    table.columns = {{"id", Align::left, false, false},
                     {"statement", Align::left, true, false},
                     {"verdict", Align::left, false, false}};
    for (const std::string& value : values) table.columns.push_back({value, Align::right, false, false});
    for (const SplitFinding* split : group) {
      Row row;
      row.cells = {split->finding.conclusion->id, split->finding.conclusion->statement,
                   std::string(name(split->finding.judgement.verdict))};
      for (const std::string& value : values) {
        const auto found = std::find_if(split->values.begin(), split->values.end(),
                                        [&](const SidesOfValue& each) { return each.value == value; });
        if (found == split->values.end()) {
          row.cells.emplace_back(BlankCell{});
        } else {
          row.cells.emplace_back(CountCell{size_of(found->sides.support), size_of(found->sides.base)});
        }
      }
      table.rows.push_back(std::move(row));
    }
    tables.push_back(std::move(table));
  }
  std::vector<Finding> findings;
  for (const SplitFinding& split : splits) findings.push_back(split.finding);
  if (!tables.empty()) tables.back().footnotes = conclusion_notes(findings, coded);
  return tables;
}

Table split_records(const std::vector<SplitFinding>& splits, const std::string& by, const CodedCorpus& coded) {
  Table table;
  table.columns = named_columns({"id", "by", "value", "n", "base", "support", "against", "silent"});
  for (const SplitFinding& split : splits) {
    for (const SidesOfValue& value : split.values) {
      Row row;
      row.cells = {split.finding.conclusion->id,
                   by,
                   value.value,
                   size_of(value.sides.support),
                   size_of(value.sides.base),
                   names_of(value.sides.support, coded),
                   names_of(value.sides.against, coded),
                   names_of(value.sides.silent(), coded)};
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

Table change_table(const std::vector<Change>& changes) {
  std::set<const Finding*> changed;
  for (const Change& change : changes) changed.insert(change.finding);
  Table table;
  table.caption =
      fmt::format("{} {} not as signed off", changed.size(), changed.size() == 1 ? "conclusion is" : "conclusions are");
  table.columns = {{"id", Align::left, false, false},         {"what", Align::left, false, false},
                   {"signed off", Align::left, false, false}, {"now", Align::left, false, false},
                   {"why", Align::left, true, false},         {"statement", Align::left, true, false}};
  const Finding* before = nullptr;
  for (const Change& change : changes) {
    const Conclusion& conclusion = *change.finding->conclusion;
    const bool first = change.finding != before;
    Row row;
    row.cells = {first ? conclusion.id : "",
                 change.what,
                 change.signed_off,
                 change.now,
                 change.what == "verdict" ? change.finding->judgement.why : "",
                 first ? conclusion.statement : ""};
    table.rows.push_back(std::move(row));
    before = change.finding;
  }
  return table;
}

Table change_records(const std::vector<Change>& changes) {
  Table table;
  table.columns = named_columns({"id", "what", "signed_off", "now", "why", "statement"});
  for (const Change& change : changes) {
    const Conclusion& conclusion = *change.finding->conclusion;
    Row row;
    row.cells = {conclusion.id,       change.what, change.signed_off, change.now, change.finding->judgement.why,
                 conclusion.statement};
    table.rows.push_back(std::move(row));
  }
  return table;
}

void write_findings(std::ostream& out, const std::vector<Finding>& findings, const CodedCorpus& coded,
                    const Page& page) {
  const std::string_view strong = page.colour ? "\x1b[1m" : "";
  const std::string_view plain = page.colour ? "\x1b[0m" : "";
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& finding = findings[i];
    const Conclusion& conclusion = *finding.conclusion;
    if (i > 0) out << "\n\n";
    out << strong << conclusion.id << plain << '\n';
    write_wrapped(out, conclusion.statement, page.width, 2);
    out << '\n';
    write_wrapped(out, "verdict: " + verdict_text(finding), page.width, 2);
    if (conclusion.quantifier) write_wrapped(out, "says: " + conclusion.quantifier->name, page.width, 2);
    if (!conclusion.parts.empty()) write_wrapped(out, "evidence: " + evidence_text(conclusion, coded), page.width, 2);
    if (conclusion.against) write_wrapped(out, "against: " + against_text(conclusion, coded), page.width, 2);
    if (!conclusion.reason.empty()) write_wrapped(out, "reason: " + conclusion.reason, page.width, 2);
    write_side(out, "For", finding.sides.support, finding.support_in, codes_for(conclusion, *coded.books), coded, page);
    write_side(out, "Against", finding.sides.against, finding.against_in, codes_against(conclusion, *coded.books),
               coded, page);
    if (const std::vector<RespondentId> silent = finding.sides.silent(); !silent.empty()) {
      out << '\n';
      write_wrapped(out, fmt::format("Silent ({}): {}", silent.size(), joined(silent, coded)), page.width, 2);
    }
  }
  out << '\n';
  for (const std::string& note : conclusion_notes(findings, coded)) write_wrapped(out, note, page.width, 0);
}

}  // namespace etic
