#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "table/format.hpp"
#include "table/table.hpp"

namespace etic {

/// Rows of a long table as text in csv, tsv or json, written cell by cell: for tables of millions of rows, of which no
/// cell is to be held.
class LongText {
 public:
  LongText(Format format, const std::vector<Column>& columns);

  /// Cells in the order of the columns, then the row's end.
  void add(std::string_view text);
  void add(std::int64_t number);
  void end_row();

  /// All rows so far, each of JSON with a comma before it.
  [[nodiscard]] std::string take();

 private:
  void begin_cell();

  Format format_;
  std::vector<std::string> keys_;  // of JSON, quoted, with what stands around them
  std::string text_;
  std::size_t row_begin_ = 0;
  std::size_t cell_ = 0;
};

}  // namespace etic
