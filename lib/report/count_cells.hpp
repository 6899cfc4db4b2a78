#pragma once

#include <string>
#include <string_view>

#include "analysis/matrix.hpp"
#include "table/cell.hpp"

namespace etic {

/// A count as a cell of a wide table: blank, missing, n of base, or of segments n alone.
[[nodiscard]] Cell count_cell(const Count& count, Unit unit, std::int64_t percent_of = 0);

/// A code's label, unless it only repeats the id.
[[nodiscard]] std::string label_beside(std::string_view id, std::string_view label);

}  // namespace etic
