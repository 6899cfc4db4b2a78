#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/answer_rows.hpp"

namespace etic {

/// The cells of a header row that begins the text, and where the next row begins.
struct SeparatedHeader {
  std::vector<std::string> columns;
  std::vector<Span> places;
  std::size_t end = 0;
  std::vector<RowTrouble> troubles;
};
[[nodiscard]] SeparatedHeader read_separated_header(std::string_view text, char separator);

/// Reads rows whose cells are parted by commas or tabs (RFC 4180: quoted ones may hold separators, line breaks and
/// doubled quotes). Empty lines are passed over; a row with too few or too many cells, or with stray quotes, is
/// trouble and left out.
class SeparatedRows {
 public:
  /// `wanted` tells, by column of the file, which of the row's cells its own are; `none` of those that are not wanted.
  static constexpr std::uint32_t none = UINT32_MAX;
  SeparatedRows(RowText& text, std::size_t begin, std::uint32_t line, char separator,
                const std::vector<std::uint32_t>& wanted, std::vector<RowTrouble>& troubles);

  /// The next sound row; whether there is one.
  [[nodiscard]] bool next(AnswerRow& row);

 private:
  [[nodiscard]] bool stands_at(std::size_t at, char byte) const {
    return at < text_.raw_size && text_.bytes[at] == byte;
  }
  bool take_line_break();
  bool read_cells(AnswerRow& row);
  bool read_quoted(std::size_t begin, Span& cell);
  bool read_bare(std::size_t begin, Span& cell);
  bool complain(std::size_t begin, std::size_t end, std::string message, std::string hint);
  void skip_line();

  /// Where the first mark at or behind `at_` stands.
  [[nodiscard]] std::size_t mark() const { return marks_[mark_]; }

  RowText& text_;
  std::size_t at_;
  std::uint32_t line_;
  char separator_;
  std::vector<std::uint32_t> marks_;  // where quotes, separators and line breaks stand; at last, the end
  std::size_t mark_ = 0;              // index of the first one at or behind `at_`
  const std::vector<std::uint32_t>& wanted_;
  std::vector<RowTrouble>& troubles_;
};

}  // namespace etic
