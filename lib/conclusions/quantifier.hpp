#pragma once

#include <cstdint>
#include <string>

#include "conclusions/verdict.hpp"

namespace etic {

/// How many a sentence speaks of: a word of the study (`most`) or a number, and what it binds the sentence to.
struct Quantifier {
  enum class Bound : std::uint8_t {
    exactly,         // `count`
    at_least,        // `count`
    share_at_least,  // `numerator`/`denominator` of the base
    share_above,     // more than that
  };

  std::string name;
  Bound bound = Bound::exactly;
  std::int64_t count = 0;
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;

  /// "none": who bears the evidence speaks against the sentence.
  [[nodiscard]] bool is_none() const { return bound == Bound::exactly && count == 0; }

  /// The fewest of `base` that meet the bound; shares are exact fractions, nothing is rounded before.
  [[nodiscard]] std::int64_t least_of(std::int64_t base) const;
};

/// What a sentence's wording comes to, and the figures that say why: `at least 6 of 11 expected, 4 found`.
struct Judgement {
  Verdict verdict = Verdict::supported;
  std::string why;
};

/// Judges n of base, with `against` of the base on the other side. The first that applies: no answer in scope
/// (base 0): no-evidence; n above an exact number: understated (above none: overstated); n = 0 below the bound:
/// unsupported; n below it: overstated; at least as many against, and somebody is, but for none: contested; else
/// supported.
[[nodiscard]] Judgement judge(const Quantifier& quantifier, std::int64_t n, std::int64_t base, std::int64_t against);

}  // namespace etic
