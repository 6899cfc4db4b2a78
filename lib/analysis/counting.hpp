#pragma once

#include <optional>
#include <vector>

#include "analysis/unit.hpp"
#include "codebook/rule.hpp"
#include "coding/extent.hpp"

namespace etic {

/// How a table counts.
struct Counting {
  Unit unit = Unit::respondents;
  BaseRule base = BaseRule::recorded;
  std::optional<CodeId> among;  // only units that bear this code anywhere in the selection
  bool only_asked = false;      // sub-questions without the questions their findings draw on besides their own

  /// Whether it matters where in an answer codings stand; else only which codes it bears.
  [[nodiscard]] Extent extent_needed() const { return unit == Unit::segments ? Extent::all : Extent::codes; }

  /// The codes that must have been applied to count these.
  [[nodiscard]] std::vector<CodeId> codes_needed(std::vector<CodeId> codes) const {
    if (among) codes.push_back(*among);
    return codes;
  }
};

}  // namespace etic
