#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/comparison.hpp"

namespace etic {

/// A code, a theme, or everything together.
struct AgreementRow {
  std::optional<CodeId> code;  // none: overall
  Agreement agreement;
};

/// Agreement on everything, then code by code.
struct Reliability {
  std::vector<AgreementRow> rows;  // the first is overall
  std::size_t codes = 0;           // pooled in what is overall: those that are no themes and have units
};

/// Rows of codes that nobody gives, or on which no two can be compared, are left out; `only_themes` those of codes
/// below a theme too. Not of segments. `respondents`: of the whole study.
[[nodiscard]] Reliability reliability(const Comparison& comparison, const Codebooks& books,
                                      const std::vector<CodeId>& codes, AgreementLevel level, bool only_themes,
                                      std::size_t respondents);

}  // namespace etic
