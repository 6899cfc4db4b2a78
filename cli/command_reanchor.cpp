#include "cli/command_reanchor.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>

#include "cli/failure.hpp"
#include "editing/whole_file.hpp"
#include "report/quotation.hpp"
#include "table/line_fitting.hpp"

namespace etic::cli {
namespace {

/// Everything but quotes that do not stand, which is what this command is for.
void require_nothing_else(const Env& env, const OpenedStudy& opened) {
  const std::vector<Diagnostic> all = opened.sink.sorted();
  const bool other = std::any_of(all.begin(), all.end(), [](const Diagnostic& one) {
    return info(one.kind).severity == Severity::error && one.kind != Kind::lost_quote;
  });
  if (!other) return;
  print_diagnostics(env, opened.sink, false, false);
  throw Failure(exit_usage);
}

void write_words(std::ostream& out, std::string_view label, const std::string& words, std::size_t width) {
  bool first = true;
  for (const std::string& line : wrapped(words, width == 0 ? 0 : std::max<std::size_t>(24, width) - 10)) {
    out << (first ? fmt::format("  {:<8}", label) : std::string(10, ' ')) << line << '\n';
    first = false;
  }
}

std::string counted(std::size_t number, std::string_view thing) {
  return fmt::format("{} {}{}", number, thing, number == 1 ? "" : "s");
}

bool agrees(Env& env, std::size_t quotes) {
  env.err << fmt::format("Put in {}? [y/N] ", quotes == 1 ? "this passage" : fmt::format("these {} passages", quotes))
          << std::flush;
  std::string answer;
  std::getline(env.in, answer);
  return answer == "y" || answer == "Y" || answer == "yes" || answer == "Yes";
}

}  // namespace

void ReanchorCommand::set_up(CLI::App& app) {
  app.add_flag("-y,--yes", yes_, "Put the passages in without asking");
  study_.set_up(app, false);
}

void ReanchorCommand::show(const OpenedStudy& opened, const std::vector<Reanchoring>& reanchorings, Env& env) {
  for (const Reanchoring& reanchoring : reanchorings) {
    const LedgerEntry& entry = opened.ledger.entries[reanchoring.entry];
    const Answer& answer = opened.corpus.answer(entry.answer);
    const SourceFile& file = *opened.ledger.coder(entry.coder).file;
    const std::string code =
        entry.code ? opened.books.code(*entry.code).name : std::string(proposal_mark) + entry.proposal;
    env.out << fmt::format("{}:{}  {} {} {}\n", file.path(), file.place(entry.row.begin).line,
                           opened.corpus.respondent(answer.respondents.front()).name,
                           opened.study.question(answer.question).code.text(), code);
    write_words(env.out, "before", entry.quote, env.width);
    if (reanchoring.words) {
      write_words(env.out, "after", *reanchoring.words, env.width);
    } else {
      write_words(env.out, "after", "(no one passage is like it: change the row by hand, or delete it)", env.width);
    }
    env.out << '\n';
  }
}

void ReanchorCommand::write(const OpenedStudy& opened, const std::vector<Reanchoring>& reanchorings) {
  for (std::size_t coder = 0; coder < opened.ledger.coders.size(); ++coder) {
    const bool concerned = std::any_of(reanchorings.begin(), reanchorings.end(), [&](const Reanchoring& one) {
      return one.words && opened.ledger.entries[one.entry].coder == CoderId(coder);
    });
    if (!concerned) continue;
    const std::string& path = opened.ledger.coders[coder].file->path();
    if (const auto trouble = write_whole_file(path, reanchored_file(opened.ledger, CoderId(coder), reanchorings))) {
      throw Failure(exit_io, fmt::format("{} could not be written: {}", path, *trouble));
    }
  }
}

int ReanchorCommand::run(Env& env) {
  const auto opened = study_.read(env, false);
  require_nothing_else(env, *opened);
  const std::vector<Reanchoring> reanchorings = find_reanchorings(opened->ledger, opened->corpus);
  const auto found = static_cast<std::size_t>(std::count_if(
      reanchorings.begin(), reanchorings.end(), [](const Reanchoring& one) { return one.words.has_value(); }));
  if (reanchorings.empty()) {
    env.err << "every quote stands in its answer\n";
    return exit_done;
  }
  show(*opened, reanchorings, env);
  env.out << std::flush;
  const bool apply = found > 0 && (yes_ || agrees(env, found));
  if (apply) write(*opened, reanchorings);
  const std::size_t left = reanchorings.size() - (apply ? found : 0);
  env.err << fmt::format("{} put in, {} left as {}\n", counted(apply ? found : 0, "passage"), counted(left, "quote"),
                         left == 1 ? "it is" : "they are");
  return left == 0 ? exit_done : exit_negative;
}

}  // namespace etic::cli
