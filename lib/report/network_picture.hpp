#pragma once

#include <cstdint>
#include <string>

#include "report/count_tables.hpp"

namespace etic {

/// Codes that occur together, SVG: codes on a circle in their books' order, the larger the more units voice them,
/// linked where units bear both, the wider the more. `together` is a matrix of codes, or of themes, with the same;
/// themes among codes are left out, and codes without a link, which a note counts.
/// `wanted_least`: links of so many units or more; 0: of two or more, and about a hundred of the strongest at most.
[[nodiscard]] std::string network_picture(const Matrix& together, const Codebooks& books, const std::string& title,
                                          const CountingText& counting, std::int64_t wanted_least);

}  // namespace etic
