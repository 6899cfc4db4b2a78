#include "cli/open_study.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "cli/failure.hpp"
#include "codebook/codebook_reader.hpp"
#include "conclusions/conclusion_reader.hpp"
#include "corpus/corpus_reader.hpp"
#include "corpus/respondent_register.hpp"
#include "diagnostics/hint.hpp"
#include "diagnostics/render.hpp"
#include "study/study_reader.hpp"
#include "table/writers.hpp"

namespace etic::cli {

void StudyOptions::set_up(CLI::App& app, bool with_books) {
  app.add_option("-C", folder_, "The study's folder (default: here)")->type_name("DIR");
  if (with_books)
    app.add_option("--codebook", books_, "Only codes of these codebooks, and the common ones")
        ->type_name("NAME")
        ->delimiter(',')
        ->allow_extra_args(false);
  app.add_flag("--keep-going", keep_going_, "Leave out what cannot be read instead of stopping");
}

void StudyOptions::set_up_with_answers(CLI::App& app, bool with_books) {
  answers_.set_up(app);
  set_up(app, with_books);
}

namespace {

/// Whether people have written codings or memos, which point at answers one by one.
bool is_annotated(const Study& study, const FileTree& files, const std::string& folder) {
  const auto has_files = [&](const std::string& name) {
    return !files.files_below(join_path(folder, name)).value_or(std::vector<std::string>{}).empty();
  };
  return !study.settle.empty() || has_files(study.codings_folder) || has_files(study.memos_folder);
}

bool may_be_left(Rows rows, const Study& study, const FileTree& files, const std::string& folder) {
  if (rows == Rows::read || study.answer_files.empty() || is_annotated(study, files, folder)) return false;
  return rows == Rows::leave || !has_conclusions(files, folder, study);
}

}  // namespace

std::unique_ptr<OpenedStudy> StudyOptions::read(const Env& env, bool json, Rows rows) const {
  auto opened = std::make_unique<OpenedStudy>();
  std::optional<Study> study = read_study(env.files, folder_, opened->sink);
  if (!study) {
    print_diagnostics(env, opened->sink, json, false);
    throw Failure(exit_usage);
  }
  opened->study = std::move(*study);
  answers_.apply(opened->study, opened->sink);
  opened->corpus = read_corpus(env.files, folder_, opened->study, opened->sink);
  opened->rows_are_left = may_be_left(rows, opened->study, env.files, folder_);
  opened->corpus.is_part = opened->rows_are_left;
  if (!opened->rows_are_left) read_answers_in_rows(env.files, folder_, opened->study, opened->corpus, opened->sink);
  opened->books = read_codebooks(env.files, folder_, opened->study, opened->sink);
  opened->ledger = read_ledger(env.files, folder_, opened->study, opened->corpus, opened->books, opened->sink);
  opened->memos =
      read_memos(env.files, folder_, opened->study, opened->corpus, opened->books, opened->ledger, opened->sink);
  opened->conclusions =
      read_conclusions(env.files, folder_, opened->study, opened->corpus, opened->books, opened->sink);
  return opened;
}

std::unique_ptr<OpenedStudy> StudyOptions::open(const Env& env, bool json, Rows rows) const {
  std::unique_ptr<OpenedStudy> opened = read(env, json, rows);
  report(env, opened->sink, json);
  return opened;
}

void StudyOptions::report(const Env& env, const Sink& sink, bool json) const {
  if (sink.error_count() == 0) return;
  print_diagnostics(env, sink, json, false);
  if (!keep_going_) throw Failure(exit_usage);
  say_what_is_left_out(env, sink);
}

void say_what_is_left_out(const Env& env, const Sink& sink) {
  std::vector<std::string> places;  // in order, each once
  for (const Diagnostic& diagnostic : sink.sorted()) {
    if (info(diagnostic.kind).severity == Severity::error && (places.empty() || places.back() != diagnostic.path))
      places.push_back(diagnostic.path);
  }
  env.err << fmt::format("etic: went on without what is wrong in {}\n", fmt::join(places, ", "));
}

std::vector<CodeId> StudyOptions::codes(const OpenedStudy& opened, Sink& sink) const {
  std::vector<bool> wanted(opened.books.books.size(), books_.empty());
  for (const std::string& name : books_) {
    if (const std::optional<BookId> book = opened.books.find_book(name)) {
      wanted[book->index()] = true;
    } else {
      sink.report(Kind::unknown_codebook, "", fmt::format("there is no codebook `{}`", name),
                  did_you_mean(name, opened.books.book_names()));
    }
  }
  std::vector<CodeId> codes;
  for (std::size_t i = 0; i < opened.books.codes.size(); ++i) {
    const BookId book = opened.books.codes[i].book;
    if (wanted[book.index()] || opened.books.book(book).name == common_book) codes.push_back(CodeId(i));
  }
  return codes;
}

std::optional<CodeId> find_code(const std::string& name, const Codebooks& books, Sink& sink) {
  const std::optional<CodeId> code = books.find_code(name);
  if (!code) {
    const std::string near = did_you_mean(name, books.code_names());
    sink.report(Kind::unknown_code, "", fmt::format("no codebook has a code `{}`", name),
                near.empty() ? "`etic codebook` lists the codes" : near);
  }
  return code;
}

void print_diagnostics(const Env& env, const Sink& sink, bool json, bool warnings) {
  for (const Diagnostic& diagnostic : sink.sorted()) {
    if (!warnings && info(diagnostic.kind).severity == Severity::warning) continue;
    if (json) {
      render_json(env.err, diagnostic);
    } else {
      render(env.err, diagnostic, env.err_colour);
    }
  }
}

void require_no_errors(const Env& env, const Sink& sink, bool json) {
  if (sink.error_count() == 0) return;
  print_diagnostics(env, sink, json, false);
  throw Failure(exit_usage);
}

}  // namespace etic::cli
