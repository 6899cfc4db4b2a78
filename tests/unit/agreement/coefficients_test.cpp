#include "agreement/coefficients.hpp"

#include <array>
#include <vector>

#include "support/catch.hpp"

using namespace etic;

namespace {

/// Binary decisions of two coders: both, the first only, the second only, neither.
RatingSums two_coders(int both, int first, int second, int neither) {
  RatingSums sums(2, 2);
  const auto add = [&](int times, Rating a, Rating b) {
    for (int i = 0; i < times; ++i) sums.add(std::array{a, b});
  };
  add(both, 1, 1);
  add(first, 1, 0);
  add(second, 0, 1);
  add(neither, 0, 0);
  return sums;
}

}  // namespace

TEST_CASE("two coders, counted by hand") {
  // 20 both, 5 and 10 alone, 15 neither: p_o = 35/50, Cohen's p_e = .5 * .6 + .5 * .4 = .5.
  const RatingSums sums = two_coders(20, 5, 10, 15);
  CHECK(percent_agreement(sums).value == Approx(0.7));
  CHECK(cohen_kappa(sums).value == Approx(0.4));
  // π = 55/100: p_e = .55² + .45² = .505; AC1: 2 * .55 * .45 = .495.
  CHECK(fleiss_kappa(sums).value == Approx((0.7 - 0.505) / 0.495));
  CHECK(gwet_ac1(sums).value == Approx((0.7 - 0.495) / 0.505));
  // D_o = 30/100, D_e = 2 * 55 * 45 / (100 * 99).
  CHECK(krippendorff_alpha(sums).value == Approx(1 - 0.3 / (2 * 55.0 * 45 / 9900)));
}

TEST_CASE("one chooses always, the other never: kappa is 0") {
  const RatingSums sums = two_coders(0, 30, 0, 0);
  CHECK(percent_agreement(sums).value == 0);
  CHECK(cohen_kappa(sums).value == Approx(0));
}

TEST_CASE("where chance alone would always agree there is no coefficient that corrects for it") {
  const RatingSums sums = two_coders(0, 0, 0, 12);
  CHECK(percent_agreement(sums).value == 1);
  CHECK(cohen_kappa(sums).undefined == no_variation);
  CHECK(fleiss_kappa(sums).undefined == no_variation);
  CHECK(krippendorff_alpha(sums).undefined == no_variation);
  CHECK(gwet_ac1(sums).value == 1);  // both categories could have been chosen
}

TEST_CASE("nothing to compare") {
  RatingSums nothing(2, 2);
  nothing.add(std::array{unrated, unrated});
  CHECK(nothing.units == 0);
  RatingSums apart(2, 2);
  apart.add(std::array{Rating{1}, unrated});
  apart.add(std::array{unrated, Rating{1}});
  for (const RatingSums* sums : {&nothing, &apart}) {
    CHECK(percent_agreement(*sums).undefined == no_units);
    CHECK(cohen_kappa(*sums).undefined == no_units);
    CHECK(fleiss_kappa(*sums).undefined == no_units);
    CHECK(krippendorff_alpha(*sums).undefined == no_units);
    CHECK(gwet_ac1(*sums).undefined == no_units);
  }
  CHECK(cohen_kappa(RatingSums(3, 2)).undefined == not_two);
  RatingSums one(2, 1);
  one.add(std::array{Rating{0}, Rating{0}});
  CHECK(gwet_ac1(one).undefined == one_category);
}

TEST_CASE("one unit") {
  CHECK(krippendorff_alpha(two_coders(0, 1, 0, 0)).value == Approx(0));
  CHECK(krippendorff_alpha(two_coders(1, 0, 0, 0)).undefined == no_variation);
}

TEST_CASE("sums of parts are the sums of the whole") {
  RatingSums sums = two_coders(3, 1, 0, 0);
  sums += two_coders(17, 4, 10, 15);
  CHECK(sums.units == 50);
  CHECK(krippendorff_alpha(sums).value == Approx(krippendorff_alpha(two_coders(20, 5, 10, 15)).value));
  CHECK(cohen_kappa(sums).value == Approx(0.4));
}

TEST_CASE("an interval holds the figure, is the same every time, and narrow where respondents are alike") {
  const std::vector<RatingSums> alike(20, two_coders(2, 1, 0, 2));
  const auto narrow = bootstrap(alike, krippendorff_alpha);
  REQUIRE(narrow);
  CHECK(narrow->low == narrow->high);

  std::vector<RatingSums> mixed(10, two_coders(3, 0, 0, 2));
  mixed.insert(mixed.end(), 10, two_coders(1, 2, 1, 1));
  RatingSums all(2, 2);
  for (const RatingSums& one : mixed) all += one;
  const auto wide = bootstrap(mixed, krippendorff_alpha);
  REQUIRE(wide);
  CHECK(wide->low < krippendorff_alpha(all).value);
  CHECK(krippendorff_alpha(all).value < wide->high);
  const auto again = bootstrap(mixed, krippendorff_alpha);
  CHECK(wide->low == again->low);
  CHECK(wide->high == again->high);
}

TEST_CASE("no interval without enough to resample") {
  CHECK_FALSE(bootstrap({}, krippendorff_alpha));
  const std::vector<RatingSums> one{two_coders(2, 1, 0, 2)};
  CHECK_FALSE(bootstrap(one, krippendorff_alpha));
  const std::vector<RatingSums> flat(5, two_coders(0, 0, 0, 3));
  CHECK_FALSE(bootstrap(flat, krippendorff_alpha));
}
