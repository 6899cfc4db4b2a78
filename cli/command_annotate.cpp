#include "cli/command_annotate.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <set>

#include "cli/choice.hpp"
#include "cli/failure.hpp"
#include "cli/text_editor.hpp"
#include "coding/layers.hpp"
#include "coding/quote.hpp"
#include "diagnostics/hint.hpp"
#include "editing/edited_files.hpp"
#include "editing/whole_file.hpp"
#include "report/coding_tables.hpp"
#include "study/name.hpp"

namespace etic::cli {
namespace {

std::vector<AnswerId> answers_of(const Corpus& corpus, RespondentId respondent) {
  std::vector<AnswerId> answers;
  for (const Response& response : corpus.responses) {
    if (response.respondent == respondent) answers.push_back(response.answer);
  }
  return answers;
}

std::set<AnswerId> answers_read(const OpenedStudy& opened, const std::string& coder) {
  std::set<AnswerId> read;
  const std::optional<CoderId> known = opened.ledger.find_coder(coder);
  for (const LedgerEntry& entry : opened.ledger.entries) {
    if (known && entry.coder == *known && entry.status == LedgerEntry::Status::read) read.insert(entry.answer);
  }
  return read;
}

std::string read_file(const Env& env, const std::string& path) {
  const FileTree::Content content = env.files.read(path, std::size_t{64} << 20);
  if (!content.bytes) throw Failure(exit_io, fmt::format("{} could not be read: {}", path, content.trouble));
  return *content.bytes;
}

void write_file(const std::string& path, const std::string& bytes) {
  if (const auto trouble = write_whole_file(path, bytes))
    throw Failure(exit_io, fmt::format("{} could not be written: {}", path, *trouble));
}

}  // namespace

void AnnotateCommand::set_up(CLI::App& app) {
  app.add_option("RESPONDENT", respondent_, "Whose answers: G2-07");
  app.add_option("--coder", coder_, "Who codes; the file is codings/NAME.csv")->required()->type_name("NAME");
  app.add_flag("--next", next_, "The first respondent of whom the coder has not read every answer");
  app.add_flag("--blind", blind_, "Without what the rules and other coders assign");
  study_.set_up(app, false);
}

std::string AnnotateCommand::path() const { return join_path(codings_folder_, coder_ + ".csv"); }

const SourceFile* AnnotateCommand::coder_file(const OpenedStudy& opened) const {
  const std::optional<CoderId> known = opened.ledger.find_coder(coder_);
  return known ? opened.ledger.coder(*known).file.get() : nullptr;
}

std::optional<RespondentId> AnnotateCommand::find_respondent(const OpenedStudy& opened, Sink& sink) const {
  if (next_ == !respondent_.empty()) {
    sink.report(Kind::invalid_option, "", next_ ? "`--next` chooses the respondent" : "whose answers is not said",
                "a respondent, or `--next`");
    return std::nullopt;
  }
  if (next_) {
    const std::set<AnswerId> read = answers_read(opened, coder_);
    for (const Response& response : opened.corpus.responses) {
      if (!read.contains(response.answer)) return response.respondent;
    }
    return std::nullopt;
  }
  const std::optional<RespondentId> found = opened.corpus.find_respondent(respondent_);
  if (!found) {
    std::vector<std::string> names;
    for (const Respondent& respondent : opened.corpus.respondents) names.push_back(respondent.name);
    sink.report(Kind::unknown_respondent, "", fmt::format("there is no respondent `{}`", respondent_),
                did_you_mean(respondent_, names));
  }
  return found;
}

std::vector<Suggestion> AnnotateCommand::suggestions(const OpenedStudy& opened,
                                                     const std::vector<AnswerId>& answers) const {
  std::vector<Suggestion> found;
  if (blind_) return found;
  const CodedCorpus by_rules = code_by_rules(opened.study, opened.corpus, opened.books);
  for (const AnswerId answer : answers) {
    for (const Coding& coding : by_rules.of(answer))
      found.push_back({answer, std::string(rules_coder), opened.books.code(coding.code()).name,
                       folded_space(quote_text(by_rules, coding))});
    for (const LedgerEntry& entry : opened.ledger.entries) {
      const std::string& coder = opened.ledger.coder(entry.coder).name;
      if (entry.answer == answer && entry.status == LedgerEntry::Status::add && entry.code && coder != coder_)
        found.push_back({answer, coder, opened.books.code(*entry.code).name, entry.quote});
    }
  }
  return found;
}

/// Puts the sheet's rows in the place of those on its answers, and says what is wrong with them.
std::vector<WorksheetTrouble> AnnotateCommand::put_in(const ReadWorksheet& sheet, const OpenedStudy& opened,
                                                      const std::vector<AnswerId>& answers, const Env& env,
                                                      CodingsFile& file) const {
  for (const AnswerId answer : answers) file.remove_rows_of(answer);
  for (const WorksheetRow& row : sheet.rows) file.add(row.row);
  std::vector<WorksheetTrouble> troubles = sheet.troubles;
  Sink sink;
  const EditedFiles files(env.files, path(), file.result());
  const Ledger ledger = read_ledger(files, study_.folder(), opened.study, opened.corpus, opened.books, sink);
  const std::vector<std::uint32_t> lines = file.lines_of_added();
  for (const Diagnostic& diagnostic : sink.sorted()) {
    if (diagnostic.path != path() || info(diagnostic.kind).severity != Severity::error) continue;
    const auto at = std::find(lines.begin(), lines.end(), diagnostic.place.line) - lines.begin();
    const bool known = static_cast<std::size_t>(at) < lines.size();
    // What contradicts another line names a line of the coder's file, which nobody has seen.
    const std::string message = diagnostic.message.substr(0, diagnostic.message.find("; the other row"));
    troubles.push_back({known ? sheet.rows[static_cast<std::size_t>(at)].line : 1,
                        diagnostic.hint.empty() ? message : fmt::format("{} ({})", message, diagnostic.hint)});
  }
  std::stable_sort(troubles.begin(), troubles.end(),
                   [](const WorksheetTrouble& a, const WorksheetTrouble& b) { return a.line < b.line; });
  return troubles;
}

int AnnotateCommand::run(Env& env) {
  Sink sink;
  if (!is_name(coder_) || coder_ == rules_coder || coder_ == settled_coder)
    sink.report(Kind::invalid_id, "", fmt::format("`{}` cannot be a coder's name", coder_),
                "letters, digits, `-` and `_`; not `rules` or `settled`");
  require_no_errors(env, sink, false);
  const auto opened = study_.open(env, false);
  const std::optional<RespondentId> respondent = find_respondent(*opened, sink);
  require_no_errors(env, sink, false);
  if (!respondent) {
    env.out << fmt::format("{} has read every answer\n", coder_);
    return exit_done;
  }
  codings_folder_ = join_path(study_.folder(), opened->study.codings_folder);
  std::error_code ignored;  // what follows says what is wrong
  std::filesystem::create_directories(codings_folder_, ignored);
  const WorkLock lock(join_path(codings_folder_, "." + coder_ + ".lock"), path());

  const std::vector<AnswerId> answers = answers_of(opened->corpus, *respondent);
  const std::string& name = opened->corpus.respondent(*respondent).name;
  const std::string sheet_path = join_path(codings_folder_, fmt::format(".{}-{}.md", coder_, name));
  const CodingsFile before(opened->study, opened->corpus, coder_file(*opened));
  std::string shown = make_worksheet(opened->study, opened->corpus, opened->books,
                                     fmt::format("{} codes {}{}", coder_, name, blind_ ? ", blind" : ""), answers,
                                     before, suggestions(*opened, answers));
  if (env.files.read(sheet_path, 0).trouble == trouble_missing) {
    write_file(sheet_path, shown);
  } else {
    env.err << fmt::format("etic: going on with the worksheet that was kept in {}\n", sheet_path);
  }
  for (bool first = true;; first = false) {
    edit_in_editor(sheet_path);
    const std::string saved = read_file(env, sheet_path);
    if (saved == shown && first) {
      std::filesystem::remove(sheet_path, ignored);
      env.out << "nothing was changed\n";
      return exit_done;
    }
    CodingsFile file(opened->study, opened->corpus, coder_file(*opened));
    const ReadWorksheet sheet = read_worksheet(saved, opened->study, opened->corpus, answers);
    const std::vector<WorksheetTrouble> troubles = put_in(sheet, *opened, answers, env, file);
    if (troubles.empty()) {
      write_file(path(), file.result());
      std::filesystem::remove(sheet_path, ignored);
      std::set<AnswerId> read = answers_read(*opened, coder_);
      for (const AnswerId answer : answers) read.erase(answer);
      for (const WorksheetRow& row : sheet.rows) {
        if (row.row.status == "read") read.insert(row.row.answer);
      }
      const auto codings = std::count_if(sheet.rows.begin(), sheet.rows.end(),
                                         [](const WorksheetRow& row) { return row.row.status != "read"; });
      env.out << fmt::format("{}: {} row{} on {}; {} has read {} of {} answers\n", path(), codings,
                             codings == 1 ? "" : "s", name, coder_, read.size(), opened->corpus.answers.size());
      return exit_done;
    }
    for (const WorksheetTrouble& trouble : troubles)
      env.err << fmt::format("{}:{}: {}\n", sheet_path, trouble.line, trouble.message);
    if (saved == shown) {
      throw Failure(exit_usage,
                    fmt::format("the worksheet is still wrong; nothing was written, it is kept in {}", sheet_path));
    }
    shown = annotated(saved, troubles);
    write_file(sheet_path, shown);
  }
}

}  // namespace etic::cli
