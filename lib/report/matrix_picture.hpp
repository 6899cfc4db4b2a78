#pragma once

#include <string>

#include "report/count_tables.hpp"

namespace etic {

/// A matrix as a heat map, SVG: shades by fifths of n/base, the figures in their cells. Blank and missing cells stay
/// white.
[[nodiscard]] std::string matrix_picture(const Matrix& matrix, const std::string& title, const CountingText& counting,
                                         Percent percent);

}  // namespace etic
