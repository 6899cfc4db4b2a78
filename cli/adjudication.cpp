#include "cli/adjudication.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "cli/failure.hpp"
#include "coding/quote.hpp"
#include "editing/codings_file.hpp"
#include "editing/edited_files.hpp"
#include "editing/whole_file.hpp"
#include "report/coding_tables.hpp"
#include "table/line_fitting.hpp"

namespace etic::cli {
namespace {

std::vector<CodingRow> rows_for(bool bears, const Difference& difference, const Comparison& comparison,
                                const std::vector<CodedCorpus>& coders, const OpenedStudy& opened) {
  const std::string& code = opened.books.code(difference.code).name;
  const AnswerId answer = difference.unit.answer;
  if (!bears) return {{answer, code, "", "", "reject", ""}};
  std::vector<CodingRow> rows;
  for (std::size_t coder = 0; coder < coders.size() && rows.empty(); ++coder) {
    for (const Coding& coding : comparison.codings(coder, answer, difference.code)) {
      CodingRow row = row_on(opened.corpus, answer, code, {coding.span, coding.voice});
      const bool there = std::any_of(rows.begin(), rows.end(), [&](const CodingRow& other) {
        return other.quote == row.quote && other.nth == row.nth;
      });
      if (!there) rows.push_back(std::move(row));
    }
  }
  return rows;
}

/// Why the file cannot be as it would become: the decision goes against an earlier one. Nothing where it can.
std::string trouble_with(const CodingsFile& file, const std::string& path, const OpenedStudy& opened,
                         const std::string& folder, const Env& env) {
  Sink sink;
  const EditedFiles files(env.files, path, file.result());
  static_cast<void>(read_ledger(files, folder, opened.study, opened.corpus, opened.books, sink));
  for (const Diagnostic& diagnostic : sink.sorted()) {
    if (diagnostic.path == path && info(diagnostic.kind).severity == Severity::error) return diagnostic.message;
  }
  return "";
}

/// `y`, `n`, `s` or `q`; at the end of the input `q`.
char ask(Env& env) {
  for (;;) {
    env.out << std::flush;
    env.err << "  Does the answer bear it? [y]es, [n]o, [s]kip, [q]uit: " << std::flush;
    std::string reply;
    if (!std::getline(env.in, reply)) return 'q';
    if (reply.ends_with('\r')) reply.pop_back();
    for (const std::string_view word : {"yes", "no", "skip", "quit"}) {
      if (reply == word || reply == word.substr(0, 1)) return word.front();
    }
  }
}

}  // namespace

void adjudicate(const OpenedStudy& opened, const std::string& folder, const Comparison& comparison,
                const std::vector<CodedCorpus>& coders, const std::vector<Difference>& differences,
                const ComparisonText& text, Env& env) {
  const std::optional<CoderId> known = opened.ledger.find_coder(adjudicator);
  CodingsFile file(opened.study, opened.corpus, known ? opened.ledger.coder(*known).file.get() : nullptr);
  const std::string path = join_path(join_path(folder, opened.study.codings_folder), std::string(adjudicator) + ".csv");
  std::optional<std::string> on_disk;
  if (known) on_disk = opened.ledger.coder(*known).file->bytes();
  std::vector<const Difference*> open;
  for (const Difference& difference : differences) {
    const std::vector<CodingsFile::KnownRow> rows = file.rows_of(difference.unit.answer);
    const bool decided = std::any_of(rows.begin(), rows.end(), [&](const CodingsFile::KnownRow& one) {
      return one.row.code == opened.books.code(difference.code).name;
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
    if (!code.definition.empty()) write_wrapped(env.out, "definition: " + code.definition, env.width, 4);
    write_wrapped(env.out, opened.corpus.file_of(answer).slice(answer.body), env.width, 4);
    env.out << fmt::format("  yes: {}; no: {}\n", fmt::join(who_says(difference, 1, text), ", "),
                           fmt::join(who_says(difference, 0, text), ", "));
    if (!difference.words.empty()) write_wrapped(env.out, "words: " + difference.words, env.width, 4);
    char reply = ask(env);
    CodingsFile decided = file;
    while (reply == 'y' || reply == 'n') {
      decided = file;
      for (CodingRow& row : rows_for(reply == 'y', difference, comparison, coders, opened)) decided.add(std::move(row));
      const std::string trouble = trouble_with(decided, path, opened, folder, env);
      if (trouble.empty()) break;
      env.err << fmt::format("  It cannot be both: {}\n", trouble);
      reply = ask(env);
    }
    env.out << '\n';
    if (reply == 'q') break;
    if (reply == 's') continue;
    file = decided;
    if (const auto trouble = write_over(path, on_disk, file.result())) throw Failure(exit_io, *trouble);
    on_disk = file.result();
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
