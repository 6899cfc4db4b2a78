#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/matrix.hpp"
#include "report/caption.hpp"
#include "table/table.hpp"

namespace etic {

/// What percentages are of.
enum class Percent : std::uint8_t {
  none,
  base,    // of the cell's base
  row,     // of the row's total n
  column,  // of the column's total n
};

/// Stands for the total in keys and column heads.
inline constexpr std::string_view total_key = "(total)";

/// A tally as people read it: for each item of `by` (or once for the whole) the codes with n, base and a bar. Codes
/// that by design cannot occur there are left out.
[[nodiscard]] std::vector<Table> tally_tables(const Matrix& tally, const std::string& by, const CountingText& counting,
                                              Percent percent);

/// The same, long: by, value, code, n, base, count.
[[nodiscard]] Table tally_records(const Matrix& tally, const std::string& by, const CountingText& counting);

/// A matrix as people read it. Percentages of rows and columns want totals: without them none are shown.
[[nodiscard]] Table matrix_table(const Matrix& matrix, const std::string& title, const CountingText& counting,
                                 Percent percent);

/// The same, long: row, col, n, base; totals under `(total)`.
[[nodiscard]] Table matrix_records(const Matrix& matrix, Unit unit);

}  // namespace etic
