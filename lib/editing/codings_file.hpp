#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coding/quote.hpp"
#include "corpus/corpus.hpp"
#include "diagnostics/sink.hpp"
#include "study/study.hpp"

namespace etic {

/// One line of a coder's file, as text with folded white space.
struct CodingRow {
  AnswerId answer;
  std::string code;
  std::string quote;
  std::string memo;
  std::string status = "add";
  std::string nth;
};

/// A row that gives the code to a passage: by its words, and by which of them is meant where they stand more than once.
/// Words that cannot be quoted, as those of several turns, stand for the whole answer.
[[nodiscard]] CodingRow row_on(const Corpus& corpus, AnswerId answer, std::string code, const Passage& passage);

/// A coder's file with rows put in and taken away. Rows that stay keep their bytes; all stand in study order, as they
/// came within an answer. Nothing is written here.
class CodingsFile {
 public:
  /// What it is made of must outlive it. Without `file` the coder has none yet.
  CodingsFile(const Study& study, const Corpus& corpus, const SourceFile* file);

  /// A row on an answer, and by what it is taken away.
  struct KnownRow {
    std::size_t id;
    CodingRow row;
  };
  [[nodiscard]] std::vector<KnownRow> rows_of(AnswerId answer) const;
  void remove(std::size_t id);

  /// Behind the answer's other rows, under its first respondent.
  void add(CodingRow row);

  /// The whole file, and in which of its lines the n-th added row stands (from 1).
  [[nodiscard]] std::string result() const;
  [[nodiscard]] std::vector<std::uint32_t> lines_of_added() const;

 private:
  struct Line {
    std::size_t id = 0;
    std::optional<AnswerId> answer;  // none: a row that says of no answer on record what it is about
    CodingRow row;
    std::string bytes;                    // of a row that was there
    std::optional<std::size_t> addition;  // which of the added rows it is
  };

  void read(const SourceFile& file);
  [[nodiscard]] std::vector<const Line*> sorted() const;
  [[nodiscard]] std::vector<std::string> columns() const;
  [[nodiscard]] std::string text_of(const Line& line, const std::vector<std::string>& columns) const;

  const Study* study_;
  const Corpus* corpus_;
  std::vector<std::string> header_;
  std::vector<Line> lines_;
  std::size_t additions_ = 0;
  std::size_t next_id_ = 0;
};

}  // namespace etic
