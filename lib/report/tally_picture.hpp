#pragma once

#include <string>

#include "report/count_tables.hpp"

namespace etic {

/// A tally as bars, SVG: for each item of `by` (or once for the whole) the codes, each with a bar that is full where
/// everybody in the base voices it, n and base beside it.
[[nodiscard]] std::string tally_picture(const Matrix& tally, const std::string& by, const CountingText& counting,
                                        Percent percent);

}  // namespace etic
