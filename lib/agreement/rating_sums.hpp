#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace etic {

/// What a coder says of a unit: a category, from 0, or nothing.
using Rating = std::int32_t;
inline constexpr Rating unrated = -1;

/// All that coefficients of agreement need to know of a table of units × coders. Sums of parts of a table add up to
/// those of the whole, so that a resample of units is a sum too.
struct RatingSums {
  RatingSums(std::size_t coders, std::size_t categories);

  /// One unit: a rating by each coder, in their order, each below `categories` or `unrated`.
  void add(std::span<const Rating> unit);
  RatingSums& operator+=(const RatingSums& other);

  std::size_t coders = 0;
  std::size_t categories = 0;

  std::int64_t units = 0;               // rated by somebody
  std::int64_t pairable = 0;            // rated by two or more: only these can agree
  std::int64_t paired_ratings = 0;      // in pairable units
  double agreement = 0;                 // over pairable units: the share of pairs of ratings that are the same
  std::vector<double> shares;           // by category, over units: the share of ratings that choose it
  std::vector<double> coincidences;     // category × category, over pairable units, as Krippendorff counts them
  std::vector<std::int64_t> first_two;  // category × category, of the first two coders: units that both rated

  [[nodiscard]] double coincidence(std::size_t a, std::size_t b) const { return coincidences[a * categories + b]; }
  [[nodiscard]] std::int64_t both(std::size_t a, std::size_t b) const { return first_two[a * categories + b]; }
};

}  // namespace etic
