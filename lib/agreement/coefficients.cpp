#include "agreement/coefficients.hpp"

#include <algorithm>
#include <numeric>
#include <random>

namespace etic {
namespace {

/// Chance-corrected agreement. `by_chance` may miss 1 by what rounding takes.
Coefficient corrected(double observed, double by_chance) {
  constexpr double rounding = 1e-12;
  if (1 - by_chance < rounding) return {0, no_variation};
  return {(observed - by_chance) / (1 - by_chance), {}};
}

/// Of all units rated, the mean share of ratings that choose a category.
std::vector<double> mean_shares(const RatingSums& sums) {
  std::vector<double> shares = sums.shares;
  for (double& share : shares) share /= static_cast<double>(sums.units);
  return shares;
}

double observed_agreement(const RatingSums& sums) { return sums.agreement / static_cast<double>(sums.pairable); }

/// A number below `bound`, the same on every machine, as the standard's distributions are not.
std::size_t draw(std::mt19937_64& random, std::size_t bound) {
  return static_cast<std::size_t>(((random() >> 32U) * static_cast<std::uint64_t>(bound)) >> 32U);
}

}  // namespace

Coefficient percent_agreement(const RatingSums& sums) {
  if (sums.pairable == 0) return {0, no_units};
  return {observed_agreement(sums), {}};
}

Coefficient cohen_kappa(const RatingSums& sums) {
  if (sums.coders != 2) return {0, not_two};
  const double units =
      static_cast<double>(std::accumulate(sums.first_two.begin(), sums.first_two.end(), std::int64_t{0}));
  if (units == 0) return {0, no_units};
  double same = 0;
  double by_chance = 0;
  for (std::size_t a = 0; a < sums.categories; ++a) {
    std::int64_t first = 0;
    std::int64_t second = 0;
    for (std::size_t b = 0; b < sums.categories; ++b) {
      first += sums.both(a, b);
      second += sums.both(b, a);
    }
    same += static_cast<double>(sums.both(a, a));
    by_chance += static_cast<double>(first) * static_cast<double>(second);
  }
  return corrected(same / units, by_chance / (units * units));
}

Coefficient fleiss_kappa(const RatingSums& sums) {
  if (sums.pairable == 0) return {0, no_units};
  double by_chance = 0;
  for (const double share : mean_shares(sums)) by_chance += share * share;
  return corrected(observed_agreement(sums), by_chance);
}

Coefficient krippendorff_alpha(const RatingSums& sums) {
  if (sums.pairable == 0) return {0, no_units};
  double same = 0;
  double same_by_chance = 0;
  const auto ratings = static_cast<double>(sums.paired_ratings);
  for (std::size_t a = 0; a < sums.categories; ++a) {
    double chosen = 0;
    for (std::size_t b = 0; b < sums.categories; ++b) chosen += sums.coincidence(a, b);
    same += sums.coincidence(a, a);
    same_by_chance += chosen * (chosen - 1);
  }
  return corrected(same / ratings, same_by_chance / (ratings * (ratings - 1)));
}

Coefficient gwet_ac1(const RatingSums& sums) {
  if (sums.pairable == 0) return {0, no_units};
  if (sums.categories < 2) return {0, one_category};
  double by_chance = 0;
  for (const double share : mean_shares(sums)) by_chance += share * (1 - share);
  return corrected(observed_agreement(sums), by_chance / static_cast<double>(sums.categories - 1));
}

std::optional<Interval> bootstrap(std::span<const RatingSums> clusters, Coefficient (*coefficient)(const RatingSums&)) {
  std::vector<const RatingSums*> holding;
  for (const RatingSums& cluster : clusters) {
    if (cluster.units > 0) holding.push_back(&cluster);
  }
  const auto pairable =
      std::count_if(holding.begin(), holding.end(), [](const RatingSums* one) { return one->pairable > 0; });
  if (pairable < 2) return std::nullopt;
  std::mt19937_64 random(20'250'101);
  std::vector<double> values;
  for (std::size_t i = 0; i < bootstrap_resamples; ++i) {
    RatingSums resample(holding.front()->coders, holding.front()->categories);
    for (std::size_t k = 0; k < holding.size(); ++k) resample += *holding[draw(random, holding.size())];
    if (const Coefficient found = coefficient(resample); found.is_defined()) values.push_back(found.value);
  }
  if (values.size() < bootstrap_resamples - bootstrap_resamples / 20) return std::nullopt;
  std::sort(values.begin(), values.end());
  const std::size_t tail = values.size() / 40;  // 2.5 %
  return Interval{values[tail], values[values.size() - 1 - tail]};
}

}  // namespace etic
