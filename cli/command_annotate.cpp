#include "cli/command_annotate.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <set>

#include "cli/choice.hpp"
#include "cli/failure.hpp"
#include "cli/text_editor.hpp"
#include "coding/layers.hpp"
#include "diagnostics/hint.hpp"
#include "editing/edited_files.hpp"
#include "editing/whole_file.hpp"
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

/// Answers that the coder has read with every book.
std::set<AnswerId> answers_read(const Ledger& ledger, const Codebooks& books, const std::string& coder) {
  std::map<AnswerId, std::set<BookId>> with;
  const std::optional<CoderId> known = ledger.find_coder(coder);
  for (const LedgerEntry& entry : ledger.entries) {
    if (!known || entry.coder != *known || entry.status != LedgerEntry::Status::read) continue;
    for (std::size_t book = 0; book < books.books.size(); ++book) {
      if (!entry.book || entry.book->index() == book) with[entry.answer].insert(BookId(book));
    }
  }
  std::set<AnswerId> read;
  for (const auto& [answer, of] : with) {
    if (of.size() == books.books.size()) read.insert(answer);
  }
  return read;
}

/// What the reader of rows says, in words that fit a sheet.
std::string message_of(const Diagnostic& diagnostic) {
  // What contradicts another line names a line of the coder's file, which nobody has seen.
  const std::string message = diagnostic.message.substr(0, diagnostic.message.find("; the other row"));
  if (diagnostic.kind == Kind::ambiguous_quote) return message + ": say which, as in `code | words | note | 2`";
  const bool near = diagnostic.hint.starts_with("did you mean") && diagnostic.kind != Kind::lost_quote;
  return near ? fmt::format("{}; {}", message, diagnostic.hint) : message;
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
    const std::set<AnswerId> read = answers_read(opened.ledger, opened.books, coder_);
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
      found.push_back({std::string(rules_coder), row_on(opened.corpus, answer, opened.books.code(coding.code()).name,
                                                        {coding.span, coding.voice})});
    for (const LedgerEntry& entry : opened.ledger.entries) {
      const std::string& coder = opened.ledger.coder(entry.coder).name;
      if (entry.answer != answer || entry.status != LedgerEntry::Status::add || !entry.code || coder == coder_)
        continue;
      CodingRow row{answer, opened.books.code(*entry.code).name, "", "", "add", ""};
      if (!entry.quote.empty() && !entry.passages.empty())
        row = row_on(opened.corpus, answer, row.code, entry.passages.front());
      found.push_back({coder, std::move(row)});
    }
  }
  return found;
}

/// Puts the sheet's lines in the place of the rows on its answers, and says what is wrong with them.
AnnotateCommand::Taken AnnotateCommand::take(const std::string& sheet, const OpenedStudy& opened,
                                             const std::vector<AnswerId>& answers, const Env& env,
                                             CodingsFile& file) const {
  const SheetReading reading = put_in(sheet, opened.study, opened.corpus, answers, file);
  std::vector<WorksheetTrouble> troubles = reading.troubles;
  Sink sink;
  const EditedFiles files(env.files, path(), file.result());
  const Ledger ledger = read_ledger(files, study_.folder(), opened.study, opened.corpus, opened.books, sink);
  const std::vector<std::uint32_t> lines = file.lines_of_added();
  for (const Diagnostic& diagnostic : sink.sorted()) {
    const bool counts = info(diagnostic.kind).severity == Severity::error || diagnostic.kind == Kind::repeated_coding;
    if (diagnostic.path != path() || !counts) continue;
    const auto at =
        static_cast<std::size_t>(std::find(lines.begin(), lines.end(), diagnostic.place.line) - lines.begin());
    if (at < lines.size() || info(diagnostic.kind).severity == Severity::error)
      troubles.push_back({at < lines.size() ? reading.lines_of_added[at] : 1, message_of(diagnostic)});
  }
  std::stable_sort(troubles.begin(), troubles.end(),
                   [](const WorksheetTrouble& a, const WorksheetTrouble& b) { return a.line < b.line; });
  return {std::move(troubles), answers_read(ledger, opened.books, coder_).size()};
}

/// Not over what somebody has written there since.
void AnnotateCommand::write(const OpenedStudy& opened, const std::string& bytes, const std::string& sheet_path) const {
  const SourceFile* before = coder_file(opened);
  const auto known = before != nullptr ? std::optional(before->bytes()) : std::nullopt;
  if (const auto trouble = write_over(path(), known, bytes))
    throw Failure(exit_io, fmt::format("{}; the worksheet is kept in {}", *trouble, sheet_path));
}

int AnnotateCommand::run(Env& env) {
  Sink sink;
  if (!is_name(coder_) || coder_ == rules_coder || coder_ == settled_coder)
    sink.report(Kind::invalid_id, "", fmt::format("`{}` cannot be a coder's name", coder_),
                "letters, digits, `-` and `_`; not `rules` or `settled`");
  if (study_.keeps_going())
    sink.report(Kind::invalid_option, "", "`--keep-going` has no place where a file is written",
                "`etic check` says what is wrong in the study");
  require_no_errors(env, sink, false);
  const std::string editor = find_editor();
  codings_folder_ = join_path(study_.folder(), study_.open(env, false)->study.codings_folder);
  std::error_code ignored;  // what follows says what is wrong
  std::filesystem::create_directories(codings_folder_, ignored);
  const WorkLock lock(join_path(codings_folder_, "." + coder_ + ".lock"), path());

  const auto opened = study_.open(env, false);  // as it is now that nobody else is at work
  const std::optional<RespondentId> respondent = find_respondent(*opened, sink);
  require_no_errors(env, sink, false);
  const std::size_t all = opened->corpus.answers.size();
  if (!respondent) {
    env.out << fmt::format("{} has read every answer\n", coder_);
    return exit_done;
  }
  const std::vector<AnswerId> answers = answers_of(opened->corpus, *respondent);
  const std::string& name = opened->corpus.respondent(*respondent).name;
  if (answers.empty()) {
    env.out << fmt::format("no answer of {} is on record\n", name);
    return exit_done;
  }
  const std::string sheet_path = join_path(codings_folder_, fmt::format(".{}-{}.md", coder_, name));
  const CodingsFile before(opened->study, opened->corpus, coder_file(*opened));
  const std::string title =
      fmt::format("{} codes {}{}; read so far: {} of {} answers", coder_, name, blind_ ? ", blind" : "",
                  answers_read(opened->ledger, opened->books, coder_).size(), all);
  const std::string fresh = make_worksheet(opened->study, opened->corpus, opened->books, title, answers, before,
                                           suggestions(*opened, answers));
  std::string shown = fresh;
  if (env.files.read(sheet_path, 0).trouble == trouble_missing) {
    write_file(sheet_path, fresh);
  } else {
    shown = read_file(env, sheet_path);
    if (fingerprint(shown) != fingerprint(fresh))
      throw Failure(exit_usage,
                    fmt::format("a worksheet is kept in {}, but {} are no longer as when it was made; take "
                                "what you need from it, then delete it",
                                sheet_path, blind_ ? "rows or words, or what is hidden," : "rows or words"));
    env.err << fmt::format("etic: going on with the worksheet that was kept in {}\n", sheet_path);
  }
  constexpr int most_rounds = 20;
  for (int round = 1;; ++round) {
    edit(editor, sheet_path);
    const std::string saved = read_file(env, sheet_path);
    CodingsFile file(opened->study, opened->corpus, coder_file(*opened));
    const auto [troubles, read] = take(saved, *opened, answers, env, file);
    if (troubles.empty()) {
      const std::string bytes = file.result();
      const bool changed = bytes != before.result();
      if (changed) write(*opened, bytes, sheet_path);
      std::filesystem::remove(sheet_path, ignored);
      if (!changed) {
        env.out << "nothing was changed\n";
        return exit_done;
      }
      std::size_t rows = 0;
      for (const AnswerId answer : answers) {
        const auto of_answer = file.rows_of(answer);
        rows += static_cast<std::size_t>(std::count_if(of_answer.begin(), of_answer.end(),
                                                       [](const auto& known) { return known.row.status != "read"; }));
      }
      env.out << fmt::format("{}: {} row{} on {}; {} has read {} of {} answers\n", path(), rows, rows == 1 ? "" : "s",
                             name, coder_, read, all);
      return exit_done;
    }
    const auto [sheet, lines] = with_troubles(saved, troubles);
    constexpr std::size_t most_told = 20;
    for (std::size_t i = 0; i < std::min(troubles.size(), most_told); ++i)
      env.err << fmt::format("{}:{}: {}\n", sheet_path, lines[i], troubles[i].message);
    if (troubles.size() > most_told) env.err << fmt::format("and {} more\n", troubles.size() - most_told);
    if (saved == shown || round == most_rounds)
      throw Failure(exit_usage,
                    fmt::format("the worksheet is still wrong; nothing was written, it is kept in {}", sheet_path));
    shown = sheet;
    write_file(sheet_path, shown);
  }
}

}  // namespace etic::cli
