#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/sink.hpp"
#include "text/source_file.hpp"

namespace etic {

/// One cell with its place; quotes taken off.
struct CsvCell {
  std::string text;
  Span place;
};

using CsvRow = std::vector<CsvCell>;

/// A CSV file with a header row, as RFC 4180 has it: LF or CRLF, quoted cells may hold commas, doubled quotes and line
/// breaks. Empty lines are passed over.
struct CsvFile {
  CsvRow header;
  std::vector<CsvRow> rows;  // each with as many cells as the header

  /// The column of that name.
  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
};

/// Reads the whole file. Reports rows with too few or too many cells, quotes that are never closed or stand inside a
/// cell, duplicate columns, semicolons or tabs where commas are meant; such rows are left out.
[[nodiscard]] CsvFile read_csv(const SourceFile& file, Sink& sink);

}  // namespace etic
