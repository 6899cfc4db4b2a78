#include "report/agreement_tables.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

#include "table/cell_text.hpp"

namespace etic {
namespace {

constexpr std::string_view overall = "(overall)";

Column text_column(std::string name) { return {std::move(name), Align::left, false, false}; }
Column number_column(std::string name) { return {std::move(name), Align::right, false, false}; }

std::string list_of(const std::vector<std::string>& names) {
  if (names.size() == 1) return names.front();
  return fmt::format("{} and {}", fmt::join(names.begin(), names.end() - 1, ", "), names.back());
}

std::string code_name(std::optional<CodeId> code, const Codebooks& books) {
  return code ? books.code(*code).name : std::string(overall);
}

Row row_of(std::optional<CodeId> code, const Codebooks& books) {
  Row row;
  row.cells.emplace_back(code_name(code, books));
  row.strong = !code || books.code(*code).is_theme();
  row.indent = code ? books.code(*code).depth : 0;
  return row;
}

Cell coefficient_cell(const Coefficient& coefficient) {
  if (!coefficient.is_defined()) return std::string(coefficient.undefined);
  return Decimal{coefficient.value};
}

Cell coefficient_record(const Coefficient& coefficient) {
  if (!coefficient.is_defined()) return BlankCell{};
  return Decimal{coefficient.value, 6};
}

std::string decimal_range(double low, double high) {
  return fmt::format("{} to {}", decimal_text({low, 2}), decimal_text({high, 2}));
}

/// A theme at the top begins a block where its codes stand below it.
void part_blocks(Table& table) {
  for (std::size_t i = 0; i + 1 < table.rows.size(); ++i)
    table.rows[i].starts_block = table.rows[i].indent == 0 && table.rows[i + 1].indent > 0;
}

std::string interval_text(const std::optional<Interval>& interval) {
  if (!interval) return "";
  return decimal_range(interval->low, interval->high);
}

std::string where_text(const ComparisonText& text) {
  return text.where.empty() ? "" : fmt::format("; where {}", fmt::join(text.where, " and "));
}

std::string codes_text(const ComparisonText& text) {
  return fmt::format("{} code{}", text.codes, text.codes == 1 ? "" : "s");
}

std::string units_text(const ComparisonText& text) {
  const std::string_view who = text.coders.size() == 2 ? "both have" : "two or more have";
  switch (text.level) {
    case AgreementLevel::answer:
      return fmt::format("answers in the code's scope that {} read, a joint answer once", who);
    case AgreementLevel::respondent:
      return fmt::format("respondents whose answers in the code's scope {} read", who);
    case AgreementLevel::sentence:
      return fmt::format("sentences of answers in the code's scope that {} read", who);
    case AgreementLevel::segment:
      return "characters that respondents speak in answers of the code's scope that all have read";
  }
  return "";
}

std::int64_t yes_of_first_two(const RatingSums& sums, std::size_t first, std::size_t second) {
  return sums.both(first, second);
}

struct Figure {
  const char* name;
  Coefficient (*of)(const RatingSums&);
};

constexpr std::array<Figure, 5> figures{{{"agree", percent_agreement},
                                         {"kappa", cohen_kappa},
                                         {"fleiss", fleiss_kappa},
                                         {"alpha", krippendorff_alpha},
                                         {"AC1", gwet_ac1}}};

/// `kappa, fleiss: no variation`.
std::string undefined_text(const RatingSums& sums) {
  std::string text;
  for (const Figure& figure : figures) {
    if (figure.of == cohen_kappa && sums.coders != 2) continue;
    const Coefficient found = figure.of(sums);
    if (!found.is_defined()) text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", figure.name, found.undefined);
  }
  return text;
}

std::vector<std::string> respondents_of_unit(const Difference& difference, const CodedCorpus& coded,
                                             const ComparisonText& text) {
  if (text.level == AgreementLevel::respondent) return {coded.corpus->respondent(difference.unit.respondent).name};
  const Answer& answer = coded.corpus->answer(difference.unit.answer);
  const bool is_sentence = text.level == AgreementLevel::sentence;
  std::vector<std::string> names;
  for (const RespondentId respondent : is_sentence ? respondents_of(answer, difference.unit.voice) : answer.respondents)
    names.push_back(coded.corpus->respondent(respondent).name);
  return names;
}

std::string question_of_unit(const Difference& difference, const CodedCorpus& coded, const ComparisonText& text) {
  if (text.level == AgreementLevel::respondent) return "";
  return coded.study->question(coded.corpus->answer(difference.unit.answer).question).code.text();
}

}  // namespace

std::vector<std::string> who_says(const Difference& difference, Rating decision, const ComparisonText& text) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < text.coders.size(); ++i) {
    if (difference.unit.decisions[i] == decision) names.push_back(text.coders[i]);
  }
  return names;
}

Table agreement_table(const std::vector<AgreementRow>& rows, const Codebooks& books, const ComparisonText& text) {
  const bool two = text.coders.size() == 2;
  Table table;
  table.caption = fmt::format("reliability: {}; {}; overall: decisions on {}{}", list_of(text.coders), units_text(text),
                              codes_text(text), where_text(text));
  table.columns = {text_column("code"), number_column("units")};
  if (two) {
    table.columns.push_back(number_column("both"));
    for (const std::string& coder : text.coders) table.columns.push_back(number_column(coder));
  }
  for (const Figure& figure : figures) {
    if (!two && figure.of == cohen_kappa) continue;
    table.columns.push_back(number_column(figure.name));
    if (figure.of == krippendorff_alpha) table.columns.push_back(number_column("95 %"));
  }
  for (const AgreementRow& each : rows) {
    const RatingSums& sums = each.agreement.sums;
    Row row = row_of(each.code, books);
    row.cells.emplace_back(sums.pairable);
    if (two) {
      row.cells.emplace_back(yes_of_first_two(sums, 1, 1));
      row.cells.emplace_back(yes_of_first_two(sums, 1, 0));
      row.cells.emplace_back(yes_of_first_two(sums, 0, 1));
    }
    for (const Figure& figure : figures) {
      if (!two && figure.of == cohen_kappa) continue;
      row.cells.push_back(coefficient_cell(figure.of(sums)));
      if (figure.of == krippendorff_alpha)
        row.cells.emplace_back(interval_text(bootstrap(each.agreement.clusters, krippendorff_alpha)));
    }
    table.rows.push_back(std::move(row));
  }
  part_blocks(table);
  if (two)
    table.footnotes.push_back(fmt::format("both: units to which both give the code; {}, {}: to which one alone does.",
                                          text.coders[0], text.coders[1]));
  table.footnotes.push_back(fmt::format(
      "95 %: of alpha, percentiles of {} resamples of respondents. docs/agreement.md says which figure to report.",
      bootstrap_resamples));
  return table;
}

Table agreement_records(const std::vector<AgreementRow>& rows, const Codebooks& books) {
  Table table;
  table.columns = named_columns({"code", "units", "both", "first", "second", "agree", "kappa", "fleiss", "alpha",
                                 "alpha_low", "alpha_high", "ac1", "undefined"});
  for (const AgreementRow& each : rows) {
    const RatingSums& sums = each.agreement.sums;
    Row row;
    row.cells = {code_name(each.code, books), sums.pairable};
    for (const auto& [first, second] : {std::pair(1, 1), std::pair(1, 0), std::pair(0, 1)}) {
      if (sums.coders == 2) {
        row.cells.emplace_back(
            yes_of_first_two(sums, static_cast<std::size_t>(first), static_cast<std::size_t>(second)));
      } else {
        row.cells.emplace_back(BlankCell{});
      }
    }
    for (const Figure& figure : figures) {
      row.cells.push_back(coefficient_record(figure.of(sums)));
      if (figure.of != krippendorff_alpha) continue;
      const std::optional<Interval> interval = bootstrap(each.agreement.clusters, krippendorff_alpha);
      row.cells.resize(row.cells.size() + 2);  // blank
      if (interval) row.cells[row.cells.size() - 2] = Decimal{interval->low, 6};
      if (interval) row.cells[row.cells.size() - 1] = Decimal{interval->high, 6};
    }
    row.cells.emplace_back(undefined_text(sums));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table unitizing_table(const std::vector<UnitizingRow>& rows, const Codebooks& books, const ComparisonText& text) {
  Table table;
  table.caption = fmt::format("reliability of segments: {}; {}; overall: disagreements of {} summed{}",
                              list_of(text.coders), units_text(text), codes_text(text), where_text(text));
  table.columns = {text_column("code"), number_column("characters")};
  for (const std::string& coder : text.coders) table.columns.push_back(number_column(coder));
  table.columns.push_back(number_column("alpha_U"));
  table.columns.push_back(number_column("|u alpha"));
  for (const UnitizingRow& each : rows) {
    Row row = row_of(each.code, books);
    row.cells.emplace_back(each.characters);
    for (const std::int64_t segments : each.segments) row.cells.emplace_back(segments);
    row.cells.push_back(coefficient_cell(alpha_of(each.alpha_u)));
    row.cells.push_back(coefficient_cell(alpha_of(each.u_alpha)));
    table.rows.push_back(std::move(row));
  }
  part_blocks(table);
  table.footnotes = {fmt::format("{}: segments of each.", fmt::join(text.coders, ", ")),
                     "alpha_U: by how far the ends lie apart (Krippendorff 1995); |u alpha: by how long one marks and "
                     "another does not (Krippendorff et al. 2016)."};
  return table;
}

Table unitizing_records(const std::vector<UnitizingRow>& rows, const Codebooks& books) {
  Table table;
  table.columns = named_columns({"code", "characters", "segments", "alpha_u", "u_alpha", "undefined"});
  for (const UnitizingRow& each : rows) {
    const Coefficient alpha = alpha_of(each.alpha_u);
    NameList segments;
    for (const std::int64_t count : each.segments) segments.push_back(std::to_string(count));
    Row row;
    row.cells = {code_name(each.code, books),
                 each.characters,
                 std::move(segments),
                 coefficient_record(alpha),
                 coefficient_record(alpha_of(each.u_alpha)),
                 std::string(alpha.undefined)};
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table accuracy_table(const std::vector<AccuracyRow>& rows, const Codebooks& books, const std::string& coder,
                     const ComparisonText& text) {
  Table table;
  table.caption = fmt::format("accuracy (not reliability): {}, where {} is taken to be right; {}{}", coder,
                              text.reference, units_text(text), where_text(text));
  table.columns = {text_column("code"),     number_column("units"),     number_column("hits"),   number_column("wrong"),
                   number_column("missed"), number_column("precision"), number_column("recall"), number_column("F1")};
  for (const AccuracyRow& each : rows) {
    Row row;
    row.cells = {code_name(each.code, books),
                 each.accuracy.units,
                 each.accuracy.hits,
                 each.accuracy.wrong,
                 each.accuracy.missed,
                 coefficient_cell(each.accuracy.precision()),
                 coefficient_cell(each.accuracy.recall()),
                 coefficient_cell(each.accuracy.f1())};
    row.strong = !each.code;
    table.rows.push_back(std::move(row));
  }
  table.footnotes = {fmt::format(
      "wrong: only {} gives the code; missed: only {} does. --list shows them with the words.", coder, text.reference)};
  return table;
}

Table accuracy_records(const std::vector<AccuracyRow>& rows, const Codebooks& books, const std::string& coder) {
  Table table;
  table.columns = named_columns({"coder", "code", "units", "hits", "wrong", "missed", "precision", "recall", "f1"});
  for (const AccuracyRow& each : rows) {
    Row row;
    row.cells = {coder,
                 code_name(each.code, books),
                 each.accuracy.units,
                 each.accuracy.hits,
                 each.accuracy.wrong,
                 each.accuracy.missed,
                 coefficient_record(each.accuracy.precision()),
                 coefficient_record(each.accuracy.recall()),
                 coefficient_record(each.accuracy.f1())};
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table difference_table(const std::vector<Difference>& differences, const CodedCorpus& coded,
                       const ComparisonText& text) {
  Table table;
  table.caption = fmt::format("{} difference{}: {}; {}{}", differences.size(), differences.size() == 1 ? "" : "s",
                              list_of(text.coders), units_text(text), where_text(text));
  table.columns = {text_column("code"),
                   {"where", Align::left, true, false},
                   {"yes", Align::left, true, false},
                   {"no", Align::left, true, false},
                   {"words", Align::left, true, false}};
  std::optional<CodeId> before;
  for (const Difference& difference : differences) {
    Row row;
    row.starts_block = before && *before != difference.code;
    row.cells = {coded.books->code(difference.code).name,
                 fmt::format("{} {}", fmt::join(respondents_of_unit(difference, coded, text), " "),
                             question_of_unit(difference, coded, text)),
                 who_says(difference, 1, text), who_says(difference, 0, text), difference.words};
    before = difference.code;
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table difference_records(const std::vector<Difference>& differences, const CodedCorpus& coded,
                         const ComparisonText& text) {
  Table table;
  table.columns = named_columns({"code", "respondents", "question", "yes", "no", "words"});
  for (const Difference& difference : differences) {
    Row row;
    row.cells = {coded.books->code(difference.code).name,
                 respondents_of_unit(difference, coded, text),
                 question_of_unit(difference, coded, text),
                 who_says(difference, 1, text),
                 who_says(difference, 0, text),
                 difference.words};
    table.rows.push_back(std::move(row));
  }
  return table;
}

Metadata comparison_metadata(const ComparisonText& text) {
  Metadata metadata{{"command", "agree"}, {"coders", text.coders}, {"level", std::string(name(text.level))}};
  if (!text.reference.empty()) metadata.emplace_back("reference", text.reference);
  metadata.emplace_back("where", text.where);
  return metadata;
}

}  // namespace etic
