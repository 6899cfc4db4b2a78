#include "cli/adjudication.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "cli/failure.hpp"
#include "coding/quote.hpp"
#include "editing/codings_file.hpp"
#include "editing/whole_file.hpp"
#include "report/coding_tables.hpp"
#include "table/line_fitting.hpp"

namespace etic::cli {
namespace {

void write_indented(std::ostream& out, std::string_view text, std::size_t width) {
  const std::size_t room = width == 0 ? 0 : std::max<std::size_t>(24, width) - 4;
  for (const std::string& line : wrapped(one_line(text), room)) out << "    " << line << '\n';
}

/// Coders who say yes, or no.
std::string sayers(const Difference& difference, Rating decision, const ComparisonText& text) {
  std::string names;
  for (std::size_t i = 0; i < text.coders.size(); ++i) {
    if (difference.unit.decisions[i] == decision) names += (names.empty() ? "" : ", ") + text.coders[i];
  }
  return names;
}

std::vector<CodingRow> rows_for(bool bears, const Difference& difference, const Comparison& comparison,
                                const std::vector<CodedCorpus>& coders, const OpenedStudy& opened) {
  const std::string& code = opened.books.code(difference.code).name;
  const AnswerId answer = difference.unit.answer;
  if (!bears) return {{answer, code, "", "", "reject", ""}};
  std::vector<CodingRow> rows;
  for (std::size_t coder = 0; coder < coders.size() && rows.empty(); ++coder) {
    for (const Coding& coding : comparison.codings(coder, answer, difference.code)) {
      std::string quote = folded_space(quote_text(coders[coder], coding));
      if (find_quote(opened.corpus, opened.corpus.answer(answer), quote).size() != 1) quote.clear();
      const bool there =
          std::any_of(rows.begin(), rows.end(), [&](const CodingRow& row) { return row.quote == quote; });
      if (!there) rows.push_back({answer, code, quote, "", "add", ""});
    }
  }
  return rows;
}

}  // namespace

void adjudicate(const OpenedStudy& opened, const std::string& folder, const Comparison& comparison,
                const std::vector<CodedCorpus>& coders, const std::vector<Difference>& differences,
                const ComparisonText& text, Env& env) {
  const std::optional<CoderId> known = opened.ledger.find_coder(adjudicator);
  CodingsFile file(opened.study, opened.corpus, known ? opened.ledger.coder(*known).file.get() : nullptr);
  const std::string path = join_path(join_path(folder, opened.study.codings_folder), std::string(adjudicator) + ".csv");
  std::vector<const Difference*> open;
  for (const Difference& difference : differences) {
    const std::vector<CodingRow> rows = file.rows_of(difference.unit.answer);
    const bool decided = std::any_of(rows.begin(), rows.end(), [&](const CodingRow& row) {
      return row.code == opened.books.code(difference.code).name;
    });
    if (!decided) open.push_back(&difference);
  }
  std::size_t decisions = 0;
  for (std::size_t i = 0; i < open.size(); ++i) {
    const Difference& difference = *open[i];
    const Code& code = opened.books.code(difference.code);
    const Answer& answer = opened.corpus.answer(difference.unit.answer);
    std::string who;
    for (const RespondentId id : answer.respondents) who += opened.corpus.respondent(id).name + " ";
    env.out << fmt::format("{} of {}: {}{}\n  {}{}\n", i + 1, open.size(), code.name,
                           code.label == code.name ? "" : "  " + code.label, who,
                           opened.study.question(answer.question).code.text());
    if (!code.definition.empty()) write_indented(env.out, "definition: " + code.definition, env.width);
    write_indented(env.out, opened.corpus.file_of(answer).slice(answer.body), env.width);
    env.out << fmt::format("  yes: {}; no: {}\n", sayers(difference, 1, text), sayers(difference, 0, text));
    if (!difference.words.empty()) write_indented(env.out, "words: " + difference.words, env.width);
    std::string reply;
    do {
      env.out << std::flush;
      env.err << "  Does the answer bear it? [y]es, [n]o, [s]kip, [q]uit: " << std::flush;
      if (!std::getline(env.in, reply)) reply = "q";
    } while (reply != "y" && reply != "n" && reply != "s" && reply != "q");
    env.out << '\n';
    if (reply == "q") break;
    if (reply == "s") continue;
    for (CodingRow& row : rows_for(reply == "y", difference, comparison, coders, opened)) file.add(std::move(row));
    if (const auto trouble = write_whole_file(path, file.result()))
      throw Failure(exit_io, fmt::format("{} could not be written: {}", path, *trouble));
    ++decisions;
  }
  env.out << fmt::format("{} decided, {} left\n", decisions, open.size() - decisions);
  const auto& settle = opened.study.settle;
  const bool settles =
      std::any_of(settle.begin(), settle.end(), [](const SettleLayer& layer) { return layer.coder == adjudicator; });
  if (decisions > 0 && !settles)
    env.out << fmt::format("To let {} count, put `{}` last into `settle:` of study.yaml.\n", path, adjudicator);
}

}  // namespace etic::cli
