#include "agreement/rating_sums.hpp"

namespace etic {
namespace {

template <class Number>
void add_all(std::vector<Number>& sums, const std::vector<Number>& more) {
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += more[i];
}

}  // namespace

RatingSums::RatingSums(std::size_t number_of_coders, std::size_t number_of_categories)
    : coders(number_of_coders),
      categories(number_of_categories),
      shares(categories),
      coincidences(categories * categories),
      first_two(categories * categories) {}

void RatingSums::add(std::span<const Rating> unit) {
  std::vector<std::int64_t> chosen(categories);
  std::int64_t ratings = 0;
  for (const Rating rating : unit) {
    if (rating == unrated) continue;
    ++chosen[static_cast<std::size_t>(rating)];
    ++ratings;
  }
  if (unit.size() >= 2 && unit[0] != unrated && unit[1] != unrated)
    ++first_two[static_cast<std::size_t>(unit[0]) * categories + static_cast<std::size_t>(unit[1])];
  if (ratings == 0) return;
  ++units;
  for (std::size_t k = 0; k < categories; ++k)
    shares[k] += static_cast<double>(chosen[k]) / static_cast<double>(ratings);
  if (ratings < 2) return;
  ++pairable;
  paired_ratings += ratings;
  std::int64_t same = 0;  // ordered pairs
  for (std::size_t a = 0; a < categories; ++a) {
    same += chosen[a] * (chosen[a] - 1);
    for (std::size_t b = 0; b < categories; ++b) {
      const std::int64_t pairs = chosen[a] * (chosen[b] - (a == b ? 1 : 0));
      coincidences[a * categories + b] += static_cast<double>(pairs) / static_cast<double>(ratings - 1);
    }
  }
  agreement += static_cast<double>(same) / static_cast<double>(ratings * (ratings - 1));
}

RatingSums& RatingSums::operator+=(const RatingSums& other) {
  units += other.units;
  pairable += other.pairable;
  paired_ratings += other.paired_ratings;
  agreement += other.agreement;
  add_all(shares, other.shares);
  add_all(coincidences, other.coincidences);
  add_all(first_two, other.first_two);
  return *this;
}

}  // namespace etic
