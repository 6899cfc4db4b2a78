#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/axis.hpp"
#include "analysis/bearing.hpp"
#include "analysis/counting.hpp"
#include "analysis/selection.hpp"
#include "analysis/unit.hpp"
#include "coding/coded_corpus.hpp"

namespace etic {

/// What a cell holds. `n` counts, once each, the units that bear the code; `base` the units that could.
struct Count {
  enum class State : std::uint8_t {
    blank,    // by design there is no question here that the code can occur under
    missing,  // there is, but nothing is on record
    counted,
  };
  State state = State::blank;
  std::int64_t n = 0;
  std::int64_t base = 0;  // 0 and without meaning where segments are counted
  friend bool operator==(const Count&, const Count&) = default;
};

/// One axis crossed with another. `cells[row][column]`; the totals are unions over all columns or rows, so that
/// overlapping ones count nobody twice. A total of rows exists only where the rows are not codes.
struct Matrix {
  std::vector<AxisItem> rows;
  std::vector<AxisItem> columns;
  std::vector<std::vector<Count>> cells;
  std::vector<Count> row_totals;
  std::vector<Count> column_totals;
  std::optional<Count> grand_total;
  std::size_t joint_answers = 0;  // in the base of any row
};

/// Counts codes: rows are `codes` (on the axis of codes or themes), columns the items of another axis. Without a column
/// axis the totals are all there is.
[[nodiscard]] Matrix count_codes(const CodedCorpus& coded, const Bearing& bearing, const Selection& selection,
                                 const Axis& rows, const std::vector<CodeId>& codes, const std::optional<Axis>& columns,
                                 const Counting& counting);

/// Crosses two axes that are not of codes; a unit counts when it bears any of `codes`.
[[nodiscard]] Matrix cross_axes(const CodedCorpus& coded, const Bearing& bearing, const Selection& selection,
                                const Axis& rows, const Axis& columns, const std::vector<CodeId>& codes,
                                const Counting& counting);

/// Rows for columns.
[[nodiscard]] Matrix transposed(Matrix matrix);

}  // namespace etic
