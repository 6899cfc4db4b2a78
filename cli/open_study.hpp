#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/answer_options.hpp"
#include "cli/env.hpp"
#include "codebook/codebook.hpp"
#include "coding/coded_corpus.hpp"
#include "coding/ledger.hpp"
#include "coding/memo.hpp"
#include "conclusions/conclusion.hpp"
#include "corpus/corpus.hpp"
#include "diagnostics/sink.hpp"
#include "study/study.hpp"

namespace etic::cli {

/// A study read from disk, with all that was reported on the way.
struct OpenedStudy {
  Study study;
  Corpus corpus;
  Codebooks books;
  Ledger ledger;
  Memos memos;
  Conclusions conclusions;
  Sink sink;
  bool rows_are_left = false;  // answers in rows are not in the corpus, but yet to be gone through
};

/// What becomes of answers in rows: they are read into the corpus; or they are left to be gone through part by part,
/// where nobody has coded or annotated them by hand, and, if so wanted, no conclusions name who is in them.
enum class Rows { read, leave, leave_where_nothing_is_concluded };

/// `-C DIR`, `--codebook` and `--keep-going`, and the opening of the study they name.
class StudyOptions {
 public:
  void set_up(CLI::App& app, bool with_books = true);

  /// With `--answers` and `--columns` too.
  void set_up_with_answers(CLI::App& app, bool with_books = true);

  /// Reads everything. Without a readable study.yaml: prints why and throws Failure(exit_usage).
  [[nodiscard]] std::unique_ptr<OpenedStudy> read(const Env& env, bool json, Rows rows = Rows::read) const;

  /// Reads everything; where anything is wrong, prints all of it and throws Failure(exit_usage), or under
  /// `--keep-going` says that it goes on without.
  [[nodiscard]] std::unique_ptr<OpenedStudy> open(const Env& env, bool json, Rows rows = Rows::read) const;

  /// What is wrong, wherever it came up: prints it; throws or goes on as above.
  void report(const Env& env, const Sink& sink, bool json) const;

  [[nodiscard]] bool keeps_going() const { return keep_going_; }
  [[nodiscard]] const std::string& folder() const { return folder_; }

  /// The codes of the books that `--codebook` names and of the common one, in order; all without the option.
  [[nodiscard]] std::vector<CodeId> codes(const OpenedStudy& opened, Sink& sink) const;

 private:
  std::string folder_ = ".";
  std::vector<std::string> books_;
  bool keep_going_ = false;
  AnswerOptions answers_;
};

/// The code of this id; reported where there is none.
[[nodiscard]] std::optional<CodeId> find_code(const std::string& name, const Codebooks& books, Sink& sink);

/// Prints diagnostics, as text or one JSON object a line. Warnings only when asked for.
void print_diagnostics(const Env& env, const Sink& sink, bool json, bool warnings);

/// Names the files with errors that `--keep-going` leaves out.
void say_what_is_left_out(const Env& env, const Sink& sink);

/// Prints what the command line got wrong and throws Failure(exit_usage), if it got anything wrong.
void require_no_errors(const Env& env, const Sink& sink, bool json);

}  // namespace etic::cli
