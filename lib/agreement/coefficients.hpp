#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "agreement/rating_sums.hpp"

namespace etic {

/// A coefficient of agreement, or why there is none.
struct Coefficient {
  double value = 0;
  std::string_view undefined;  // empty: the value holds

  [[nodiscard]] bool is_defined() const { return undefined.empty(); }
};

/// Why a coefficient is not defined.
inline constexpr std::string_view no_units = "no unit rated twice";
inline constexpr std::string_view no_variation = "no variation";  // chance alone would agree always
inline constexpr std::string_view not_two = "not two coders";
inline constexpr std::string_view one_category = "one category";

/// The share of pairs of coders that agree on a unit, over the units rated by two or more: p_o. Between 0 and 1.
[[nodiscard]] Coefficient percent_agreement(const RatingSums& sums);

/// Cohen's kappa of exactly two coders, over the units that both rated: (p_o − p_e) / (1 − p_e), where p_e is the
/// agreement of two who choose at random, each as often as that coder does (Cohen 1960, Educational and Psychological
/// Measurement 20). From −1 to 1. Undefined where p_e is 1: both use one and the same category.
[[nodiscard]] Coefficient cohen_kappa(const RatingSums& sums);

/// Fleiss' kappa: p_e = Σ π_k², π_k the mean share of ratings that choose category k (Fleiss 1971, Psychological
/// Bulletin 76). With missing ratings as Gwet generalizes it: p_o over units rated twice or more, π_k over all units
/// rated (Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed., ch. 2). For two coders it is Scott's pi.
[[nodiscard]] Coefficient fleiss_kappa(const RatingSums& sums);

/// Krippendorff's alpha for nominal data, any number of coders, ratings missing: 1 − D_o / D_e from the coincidences of
/// pairable ratings (Krippendorff 2004, Content Analysis, 2nd ed., ch. 11; 2011, Computing Krippendorff's
/// Alpha-Reliability). Undefined where all pairable ratings are the same.
[[nodiscard]] Coefficient krippendorff_alpha(const RatingSums& sums);

/// Gwet's AC1: p_e = Σ π_k (1 − π_k) / (q − 1) over all q categories of the scale, used or not (Gwet 2008, British
/// Journal of Mathematical and Statistical Psychology 61). Does not break down where nearly all choose one category.
[[nodiscard]] Coefficient gwet_ac1(const RatingSums& sums);

/// Ends of an interval.
struct Interval {
  double low = 0;
  double high = 0;
};

inline constexpr std::size_t bootstrap_resamples = 1'000;

/// The 95 % percentile interval of a coefficient, by resampling whole clusters (respondents) with replacement (Efron
/// and Tibshirani 1993, An Introduction to the Bootstrap, ch. 13). The same clusters give the same interval on every
/// machine: the seed is fixed. None with fewer than two clusters that hold a unit rated twice, or where the coefficient
/// is undefined in more than one of twenty resamples.
[[nodiscard]] std::optional<Interval> bootstrap(std::span<const RatingSums> clusters,
                                                Coefficient (*coefficient)(const RatingSums&));

}  // namespace etic
