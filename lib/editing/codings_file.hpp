#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/corpus.hpp"
#include "diagnostics/sink.hpp"
#include "study/study.hpp"

namespace etic {

/// One line of a coder's file, as text.
struct CodingRow {
  AnswerId answer;
  std::string code;
  std::string quote;
  std::string memo;
  std::string status = "add";
  std::string nth;
};

/// A coder's file with rows put in and taken away. Rows that stay keep their bytes; all stand in study order, as they
/// came within an answer. Nothing is written here.
class CodingsFile {
 public:
  /// `file` must outlive this; none: the coder has no file yet.
  CodingsFile(const Study& study, const Corpus& corpus, const SourceFile* file);

  [[nodiscard]] std::vector<CodingRow> rows_of(AnswerId answer) const;
  void remove_rows_of(AnswerId answer);

  /// Behind the answer's other rows, under its first respondent.
  void add(CodingRow row);

  /// The whole file, and in which of its lines the n-th added row stands (from 1).
  [[nodiscard]] std::string result() const;
  [[nodiscard]] std::vector<std::uint32_t> lines_of_added() const;

 private:
  struct Line {
    std::optional<AnswerId> answer;  // none: a row that says of no answer on record what it is about
    CodingRow row;
    std::string bytes;                    // of a row that was there
    std::optional<std::size_t> addition;  // which of the added rows it is
  };

  void read(const SourceFile& file);
  [[nodiscard]] std::vector<const Line*> sorted() const;
  [[nodiscard]] std::vector<std::string> columns() const;
  [[nodiscard]] std::string text_of(const Line& line, const std::vector<std::string>& columns) const;

  const Study& study_;
  const Corpus& corpus_;
  std::vector<std::string> header_;
  std::vector<Line> lines_;
  std::size_t additions_ = 0;
};

}  // namespace etic
