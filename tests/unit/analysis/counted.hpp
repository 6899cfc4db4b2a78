#pragma once

#include <string>
#include <vector>

#include "analysis/cooccurrence.hpp"
#include "analysis/matrix.hpp"
#include "coding/coded_corpus.hpp"
#include "support/catch.hpp"
#include "support/whole_study.hpp"

namespace etic {

/// A cell as a reader sees it: `3/4`, `–` for missing, a dot for blank; of segments n alone.
inline std::string text_of(const Count& count, Unit unit) {
  if (count.state == Count::State::blank) return ".";
  if (count.state == Count::State::missing) return "\u2013";
  return std::to_string(count.n) + (unit == Unit::segments ? "" : "/" + std::to_string(count.base));
}

/// A study coded and ready to be counted. Tables come as lines of cells parted by spaces, the key of the row first.
struct CountedStudy {
  explicit CountedStudy(const FileTree& files, const std::string& folder = ".")
      : whole(files, folder), coded(code_by_rules(whole.study, whole.corpus, whole.books)), bearing(coded) {}

  [[nodiscard]] Selection where(const std::vector<std::string>& terms, bool only_asked = false) const {
    Sink sink;
    std::vector<WhereTerm> read;
    for (const std::string& term : terms) {
      const std::optional<WhereTerm> found =
          parse_where(term, whole.study, whole.corpus, only_asked, about_command_line(sink));
      REQUIRE(found);
      read.push_back(*found);
    }
    return select(whole.study, whole.corpus, read);
  }

  [[nodiscard]] Axis axis(const std::string& name) const {
    Sink sink;
    const std::optional<Axis> found = parse_axis(name, whole.study, about_command_line(sink));
    REQUIRE(found);
    return *found;
  }

  [[nodiscard]] std::vector<CodeId> codes(const std::vector<std::string>& names) const {
    std::vector<CodeId> ids;
    for (const std::string& name : names) ids.push_back(whole.books.find_code(name).value());
    return ids;
  }

  [[nodiscard]] std::vector<CodeId> all_codes() const {
    std::vector<CodeId> ids;
    for (std::size_t i = 0; i < whole.books.codes.size(); ++i) ids.push_back(CodeId(i));
    return ids;
  }

  [[nodiscard]] Matrix matrix(const Selection& selection, const std::vector<CodeId>& ids,
                              const std::optional<Axis>& columns, const Counting& counting) const {
    return count_codes(coded, bearing, selection, Axis{Axis::Kind::code, {}}, ids, columns, counting);
  }

  /// All codes by the named axis, or with their totals only.
  [[nodiscard]] std::string table(const std::string& columns, const Counting& counting = {}) const {
    const Matrix found =
        matrix(where({}), all_codes(), columns.empty() ? std::nullopt : std::optional(axis(columns)), counting);
    return text_of(found, counting.unit);
  }

  /// The totals of some codes in a selection: `3/4 –`.
  [[nodiscard]] std::string totals(const std::vector<std::string>& names, const Selection& selection,
                                   const Counting& counting = {}) const {
    std::string text;
    for (const Count& count : matrix(selection, codes(names), std::nullopt, counting).row_totals)
      text += (text.empty() ? "" : " ") + etic::text_of(count, counting.unit);
    return text;
  }

  /// Where there are columns: a head line, the cells, and the totals behind a bar.
  static std::string text_of(const Matrix& matrix, Unit unit) {
    std::string text;
    for (const AxisItem& column : matrix.columns) text += (text.empty() ? "" : " ") + column.key;
    if (!text.empty()) text += "\n";
    for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
      text += matrix.rows[row].key;
      for (const Count& count : matrix.cells[row]) text += " " + etic::text_of(count, unit);
      if (!matrix.row_totals.empty())
        text += (matrix.columns.empty() ? " " : " | ") + etic::text_of(matrix.row_totals[row], unit);
      text += "\n";
    }
    if (matrix.grand_total) {
      text += "total";
      for (const Count& count : matrix.column_totals) text += " " + etic::text_of(count, unit);
      text += " | " + etic::text_of(*matrix.grand_total, unit) + "\n";
    }
    return text;
  }

  WholeStudy whole;
  CodedCorpus coded;
  Bearing bearing;
};

}  // namespace etic
