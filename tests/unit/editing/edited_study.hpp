#pragma once

#include <map>
#include <string>
#include <utility>

#include "coding/ledger.hpp"
#include "coding/memo.hpp"
#include "diagnostics/open_source.hpp"
#include "editing/edited_files.hpp"
#include "editing/study_edit.hpp"
#include "support/whole_study.hpp"

namespace etic {

inline constexpr const char* book_path = "codebooks/b.yaml";

/// A study in memory to be edited: a book, what people coded, and conclusions, with what is as usual filled in.
class EditedStudy {
 public:
  Sink sink;  // where edits say why they are refused

  using Files = std::map<std::string, std::string>;

  explicit EditedStudy(const std::string& book, Files others = {})
      : files_(with_usual(book, std::move(others))),
        tree_(files_),
        whole_(tree_),
        ledger_(read_ledger(tree_, ".", whole_.study, whole_.corpus, whole_.books, whole_.sink)),
        memos_(read_memos(tree_, ".", whole_.study, whole_.corpus, whole_.books, ledger_, whole_.sink)),
        edit_(tree_, ".", whole_.study, whole_.books, ledger_, memos_, sink) {}

  [[nodiscard]] StudyEdit& edit() { return edit_; }
  [[nodiscard]] const Study& study() const { return whole_.study; }
  [[nodiscard]] CodeId code(const std::string& name) const { return whole_.books.find_code(name).value(); }
  [[nodiscard]] CodeParent below(const std::string& name) const {
    return {whole_.books.code(code(name)).book, code(name)};
  }
  [[nodiscard]] CodeParent top(const std::string& book) const { return {whole_.books.find_book(book).value(), {}}; }

  /// What was wrong with the study before.
  [[nodiscard]] std::string reports() const { return whole_.reports(); }

  /// Why an edit was refused.
  [[nodiscard]] std::string refusal() const {
    std::string text;
    for (const Diagnostic& diagnostic : sink.sorted()) {
      const std::string line = diagnostic.length > 0 ? ":" + std::to_string(diagnostic.place.line) : "";
      text += (diagnostic.path.empty() ? "" : diagnostic.path + line + ": ") + diagnostic.message;
    }
    return text;
  }

  /// A file as it would be afterwards.
  [[nodiscard]] std::string after(const std::string& path) const {
    return EditedFiles(tree_, edit_.changes()).read(path, table_limit.bytes).bytes.value_or("");
  }

  /// What is wrong with the study as it would be afterwards.
  [[nodiscard]] std::string reports_after() const {
    const EditedFiles files(tree_, edit_.changes());
    WholeStudy whole(files);
    const Ledger ledger = read_ledger(files, ".", whole.study, whole.corpus, whole.books, whole.sink);
    static_cast<void>(read_memos(files, ".", whole.study, whole.corpus, whole.books, ledger, whole.sink));
    return whole.reports();
  }

  [[nodiscard]] std::size_t changed_files() const { return edit_.changes().size(); }

 private:
  static Files with_usual(const std::string& book, Files files) {
    files.emplace(book_path, book);
    files.try_emplace("study.yaml",
                      "title: T\ngroups: {G1: {label: L}}\nquestions: {G1Q1: a, G1Q2: b, G1Q3: c}\nsub_questions: "
                      "{SQ1: {question: q, questions: [G1Q1-3]}}\n");
    files.try_emplace("transcripts/G1-01.md",
                      "---\nrespondent: G1-01\n---\n\n## G1Q1\nA quiet place, and warm.\n\n## G1Q2\nNoise.\n");
    return files;
  }

  Files files_;
  MemoryFiles tree_;
  WholeStudy whole_;
  Ledger ledger_;
  Memos memos_;
  StudyEdit edit_;
};

}  // namespace etic
