#include "cli/command_codebook.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <utility>

#include "analysis/bearing.hpp"
#include "cli/failure.hpp"
#include "coding/layers.hpp"
#include "diagnostics/hint.hpp"
#include "diagnostics/render.hpp"
#include "editing/code_merge.hpp"
#include "editing/code_move.hpp"
#include "editing/code_rename.hpp"
#include "editing/edited_files.hpp"
#include "editing/scope_difference.hpp"
#include "editing/whole_file.hpp"
#include "report/code_list.hpp"
#include "study/name.hpp"
#include "study/question_selection.hpp"

namespace etic::cli {
namespace {

std::optional<BookId> find_book(const std::string& name, const Codebooks& books, Sink& sink) {
  const std::optional<BookId> book = books.find_book(name);
  if (!book)
    sink.report(Kind::unknown_codebook, "", fmt::format("there is no codebook `{}`", name),
                did_you_mean(name, books.book_names()));
  return book;
}

/// `THEME`, or `BOOK:` for the top of a book.
std::optional<CodeParent> find_parent(const std::string& name, const Codebooks& books, Sink& sink) {
  if (name.ends_with(':')) {
    const std::optional<BookId> book = find_book(name.substr(0, name.size() - 1), books, sink);
    return book ? std::optional(CodeParent{*book, {}}) : std::nullopt;
  }
  const std::optional<CodeId> theme = find_code(name, books, sink);
  return theme ? std::optional(CodeParent{books.code(*theme).book, theme}) : std::nullopt;
}

/// The last part of an id, when it can be one.
std::optional<std::string> valid_part(std::string_view part, Sink& sink) {
  if (is_name(part)) return std::string(part);
  sink.report(Kind::invalid_id, "", fmt::format("`{}` cannot name a code", part),
              "use letters of any script, digits, `-` and `_`");
  return std::nullopt;
}

/// Errors that were not there before: more of their kind in their file.
std::vector<Diagnostic> new_errors(const Sink& before, const Sink& after) {
  std::map<std::pair<Kind, std::string>, int> surplus;
  for (const Diagnostic& diagnostic : after.sorted()) ++surplus[{diagnostic.kind, diagnostic.path}];
  for (const Diagnostic& diagnostic : before.sorted()) --surplus[{diagnostic.kind, diagnostic.path}];
  std::vector<Diagnostic> fresh;
  for (const Diagnostic& diagnostic : after.sorted()) {
    const bool error = info(diagnostic.kind).severity == Severity::error;
    if (error && surplus[{diagnostic.kind, diagnostic.path}] > 0) fresh.push_back(diagnostic);
  }
  return fresh;
}

void require_sound(const Env& env, const std::vector<Diagnostic>& errors) {
  if (errors.empty()) return;
  env.err << "etic: would break:\n";
  for (const Diagnostic& error : errors) render(env.err, error, env.err_colour);
  throw Failure(exit_usage, "nothing was changed");
}

void print_changes(std::ostream& out, const std::vector<const FileEdit*>& changes) {
  for (const FileEdit* change : changes) {
    for (const ChangedLines& lines : change->changed_lines()) {
      out << fmt::format("{}:{}\n", change->file().path(), lines.line);
      for (const std::string& line : lines.before) out << "- " << line << '\n';
      for (const std::string& line : lines.after) out << "+ " << line << '\n';
      out << '\n';
    }
  }
  out << fmt::format("{} {} would change; nothing was written.\n", changes.size(),
                     changes.size() == 1 ? "file" : "files");
}

void write_changes(const Env& env, const std::vector<const FileEdit*>& changes) {
  std::vector<FileReplacement> files;
  for (const FileEdit* change : changes)
    files.push_back({change->file().path(), change->file().bytes(), change->result()});
  if (const auto trouble = write_whole_files(files))
    throw Failure(exit_io, fmt::format("nothing was changed: {}", *trouble));
  for (const FileEdit* change : changes) {
    const std::size_t count = change->changed_lines().size();
    env.out << fmt::format("{}: {} {}\n", change->file().path(), count, count == 1 ? "change" : "changes");
  }
}

/// Codes whose questions are others by the edit: they were a theme's, or a theme's are those of its codes.
void note_scopes(const Env& env, const OpenedStudy& before, const StudyEdit& edit, const Codebooks& after) {
  for (const Code& code : before.books.codes) {
    const std::string id = edit.id_after(code.name);
    const std::optional<CodeId> found = after.find_code(id);
    if (!found) continue;
    const std::string more = questions_beyond(before.study, after.code(*found).scope, code.scope);
    const std::string less = questions_beyond(before.study, code.scope, after.code(*found).scope);
    if (more.empty() && less.empty()) continue;
    const std::string gained = more.empty() ? "" : fmt::format(" under {} too", more);
    const std::string lost = less.empty() ? "" : fmt::format(" under {} no longer", less);
    env.err << fmt::format("etic: `{}` can now occur{}{}{}: its base changes\n", id, gained,
                           gained.empty() || lost.empty() ? "" : ",", lost);
  }
}

}  // namespace

void CodebookCommand::set_up(CLI::App& app) {
  app_ = &app;
  app.require_subcommand(0, 1);  // a code may be called like an action
  app.add_subcommand("list", "Codes with n, base, definition, and what coders propose (as usual)")->fallthrough();
  add_action(app, "rename", "A new last part of the id, everywhere", "CODE", "NEW", &CodebookCommand::rename);
  add_action(app, "move", "Below another theme; `BOOK:` is the top of a book", "CODE", "THEME", &CodebookCommand::move);
  add_action(app, "merge", "Its rules and codings, or a proposal's codings, become INTO's", "CODE", "INTO",
             &CodebookCommand::merge);
  CLI::App& promoted =
      *add_action(app, "promote", "Write a proposed code into its book", "PROPOSAL", "CODE", &CodebookCommand::promote);
  promoted.add_option("--definition", new_code_.definition, "Of a promoted code: what it means")
      ->type_name("TEXT")
      ->required();
  promoted.add_option("--label", new_code_.label, "Its name for people")->type_name("TEXT");
  promoted.add_option("--questions", new_code_.questions, "Where it can occur, if not where its theme can")
      ->type_name("QUESTIONS");
  coder_.set_up(app);
  study_.set_up(app);
  output_.set_up(app);
}

CLI::App* CodebookCommand::add_action(CLI::App& app, const char* name, const char* what, const char* code,
                                      const char* target, Edit edit) {
  CLI::App* action = app.add_subcommand(name, what)->fallthrough();  // `-C` and `--help` are the command's
  action->add_option(code, code_)->required();
  action->add_option(target, target_)->required();
  action->add_flag("--dry-run", dry_run_, "Print what would change, line by line, and change nothing");
  actions_.emplace_back(action, edit);
  return action;
}

int CodebookCommand::run(Env& env) {
  for (const auto& [action, edit] : actions_) {
    if (action->parsed()) return change(env, edit);
  }
  return list(env);
}

int CodebookCommand::list(Env& env) {
  const bool json = output_.is_json();
  const auto opened = study_.open(env, json);
  Sink sink;
  const std::vector<CodeId> codes = study_.codes(*opened, sink);
  const std::vector<CoderId> layers = coder_.layers(*opened, sink);
  require_no_errors(env, sink, json);

  const CodedCorpus coded = code_by_layers(opened->study, opened->corpus, opened->books, opened->ledger, layers, codes);
  const Selection everything = select(opened->study, opened->corpus, {});
  const Matrix tally = count_codes(coded, Bearing(coded), everything, {Axis::Kind::code, {}}, codes, {}, {});
  CountingText text;
  text.coder = coder_name(coded);
  text.coded_by = coded_by(coded);
  if (output_.is_long()) {
    output_.write(code_records(tally, opened->books, opened->corpus, opened->ledger), count_metadata("codebook", text),
                  env);
  } else {
    output_.write(code_list(tally, opened->books, text), {}, env);
    const Table proposals = proposal_list(opened->study, opened->corpus, opened->ledger);
    if (!proposals.rows.empty()) output_.write(proposals, {}, env);
  }
  output_.commit(env);
  return exit_done;
}

int CodebookCommand::change(Env& env, Edit edit_code) const {
  Sink sink;
  for (const char* option : {"--codebook", "--coder", "--format", "--output"}) {
    if (app_->count(option) > 0)
      sink.report(Kind::invalid_option, "", fmt::format("`{}` goes with the list of codes only", option));
  }
  require_no_errors(env, sink, false);
  const auto opened = study_.open(env, false);
  StudyEdit edit(env.files, study_.folder(), opened->study, opened->books, opened->ledger, opened->memos, sink);
  require_no_errors(env, sink, false);
  (this->*edit_code)(*opened, edit, sink);
  require_no_errors(env, sink, false);

  const std::vector<const FileEdit*> changes = edit.changes();
  const EditedFiles files(env.files, changes);
  const Env afterwards{env.in, env.out, env.err, files, env.width, env.colour, env.err_colour};
  const auto reread = study_.read(afterwards, false);
  require_sound(env, new_errors(opened->sink, reread->sink));
  if (dry_run_) {
    print_changes(env.out, changes);
  } else {
    write_changes(env, changes);
  }
  note_scopes(env, *opened, edit, reread->books);
  return exit_done;
}

void CodebookCommand::rename(const OpenedStudy& opened, StudyEdit& edit, Sink& sink) const {
  const std::optional<CodeId> code = find_code(code_, opened.books, sink);
  if (!code) return;
  const std::string_view part = last_part(target_);
  const std::string name = edit.name_below(edit.parent_of(*code), part);
  if (target_ != part && target_ != name) {
    sink.report(
        Kind::invalid_option, "", fmt::format("`{}` would stand elsewhere than `{}`", target_, code_),
        fmt::format("a new name only: `etic codebook rename {} {}`; elsewhere: `etic codebook move`", code_, part));
  } else if (opened.books.find_code(name)) {
    sink.report(Kind::duplicate_code, "", fmt::format("there is a code `{}` already", name),
                name == code_ ? "" : fmt::format("`etic codebook merge {} {}` makes one of the two", code_, name));
  } else if (const auto valid = valid_part(part, sink)) {
    rename_code(edit, *code, *valid);
  }
}

void CodebookCommand::move(const OpenedStudy& opened, StudyEdit& edit, Sink& sink) const {
  const std::optional<CodeId> code = find_code(code_, opened.books, sink);
  const std::optional<CodeParent> parent = find_parent(target_, opened.books, sink);
  if (code && parent) static_cast<void>(move_code(edit, *code, *parent, sink));
}

void CodebookCommand::merge(const OpenedStudy& opened, StudyEdit& edit, Sink& sink) const {
  const std::optional<CodeId> into = find_code(target_, opened.books, sink);
  if (code_.starts_with(proposal_mark)) {
    if (into) static_cast<void>(adopt_proposal(edit, code_, *into, sink));
    return;
  }
  const std::optional<CodeId> code = find_code(code_, opened.books, sink);
  if (code && into) static_cast<void>(merge_code(edit, opened.study, *code, *into, sink));
}

/// CODE is `theme.code`, or `BOOK:code` at the top of a book.
void CodebookCommand::promote(const OpenedStudy& opened, StudyEdit& edit, Sink& sink) const {
  const std::size_t end = target_.find_last_of(".:");
  if (end == std::string::npos) {
    sink.report(Kind::invalid_option, "", fmt::format("where `{}` is to stand is not said", target_),
                fmt::format("`THEME.{0}` below a theme, `BOOK:{0}` at the top of a book", target_));
    return;
  }
  static_cast<void>(select_questions(new_code_.questions, opened.study,
                                     [&](Kind kind, std::size_t, std::size_t, std::string message, std::string hint) {
                                       if (!new_code_.questions.empty())
                                         sink.report(kind, "", std::move(message), std::move(hint));
                                     }));
  const bool at_top = target_[end] == ':';
  const std::optional<CodeParent> parent = find_parent(target_.substr(0, end + (at_top ? 1 : 0)), opened.books, sink);
  const std::optional<std::string> part = valid_part(std::string_view(target_).substr(end + 1), sink);
  if (sink.error_count() > 0 || !parent || !part) return;
  NewCode code = new_code_;
  code.part = *part;
  static_cast<void>(promote_proposal(edit, code_, *parent, code, sink));
}

}  // namespace etic::cli
