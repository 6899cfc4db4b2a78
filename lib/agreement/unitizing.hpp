#pragma once

#include <cstdint>
#include <vector>

#include "agreement/coefficients.hpp"

namespace etic {

/// One stretch of a continuum, marked with a value.
struct MarkedStretch {
  std::int64_t begin = 0;
  std::int64_t length = 0;
  std::uint32_t value = 0;
};

/// What several observers mark on the same continuum, from 0 to `length`. One observer's stretches stand in order and
/// do not overlap; where nothing is marked there is a gap.
struct Continuum {
  std::int64_t length = 0;
  std::vector<std::vector<MarkedStretch>> observers;
};

/// Disagreement that is observed and expected by chance. Those of several categories add up.
struct Disagreement {
  double observed = 0;
  double expected = 0;

  Disagreement& operator+=(const Disagreement& other) {
    observed += other.observed;
    expected += other.expected;
    return *this;
  }
};

/// 1 − observed / expected; undefined where nothing is expected, as when nobody marks anything.
[[nodiscard]] Coefficient alpha_of(const Disagreement& disagreement);

/// Krippendorff's alpha_U of one category, whatever the values: disagreement grows with the square of how far the ends
/// of marked stretches lie apart (Krippendorff 1995, Sociological Methodology 25; 2004, Content Analysis, 2nd ed.,
/// pp. 251-255). Over several categories, each with its own continuum, the disagreements are summed.
[[nodiscard]] Disagreement alpha_u_disagreement(const Continuum& continuum);

/// |uα, of marked against unmarked, whatever the values: disagreement is how long the intersections are on which one
/// observer marks and another does not (Krippendorff, Mathet, Bouvry and Widlöcher 2016, Quality & Quantity 50;
/// Krippendorff 2019, Content Analysis, 4th ed., ch. 12, eq. 35).
[[nodiscard]] Disagreement binary_u_alpha_disagreement(const Continuum& continuum);

/// uα of values and gaps, nominal (the same, eq. 34).
[[nodiscard]] Disagreement nominal_u_alpha_disagreement(const Continuum& continuum);

}  // namespace etic
