#include <cmath>
#include <string>

#include "agreement/coefficients.hpp"
#include "agreement/unitizing.hpp"
#include "unit/agreement/tables.hpp"

using namespace etic;

// Where the figures come from is told in tests/fixtures/agreement/README.md.

namespace {

Coefficient coefficient(const std::string& name, const RatingSums& sums) {
  if (name == "percent_agreement") return percent_agreement(sums);
  if (name == "cohen_kappa") return cohen_kappa(sums);
  if (name == "fleiss_kappa") return fleiss_kappa(sums);
  if (name == "krippendorff_alpha_nominal") return krippendorff_alpha(sums);
  REQUIRE(name == "gwet_ac1");
  return gwet_ac1(sums);
}

/// The stretches of one table, of one value or of all.
Continuum read_continuum(const std::string& path, std::int64_t begin, std::int64_t length, const std::string& value) {
  Continuum continuum{length, {}};
  std::map<std::string, std::size_t> observers;
  std::map<std::string, std::uint32_t> values;
  for (const auto& row : read_table(path)) {
    const auto [observer, fresh] = observers.emplace(row.at("observer"), observers.size());
    if (fresh) continuum.observers.emplace_back();
    const auto [number, seen] = values.emplace(row.at("value"), static_cast<std::uint32_t>(values.size()));
    if (!value.empty() && row.at("value") != value) continue;
    continuum.observers[observer->second].push_back(
        {std::stoll(row.at("start")) - begin, std::stoll(row.at("length")), number->second});
  }
  return continuum;
}

Coefficient unitizing(const std::string& name, const std::string& path, std::int64_t begin, std::int64_t length) {
  const auto of = [&](const std::string& value) {
    return alpha_u_disagreement(read_continuum(path, begin, length, value));
  };
  if (name == "alpha_u_2004") {
    Disagreement both = of("c");
    both += of("k");
    return alpha_of(both);
  }
  if (name.starts_with("alpha_u_2004:")) return alpha_of(of(name.substr(name.find(':') + 1)));
  const Continuum all = read_continuum(path, begin, length, "");
  if (name == "u_alpha_nominal") return alpha_of(nominal_u_alpha_disagreement(all));
  REQUIRE(name == "u_alpha_binary");
  return alpha_of(binary_u_alpha_disagreement(all));
}

void check(const std::string& folder) {
  std::size_t checked = 0;
  for (const auto& row : read_table(folder + "/expected.csv")) {
    const std::string& name = row.at("statistic");
    CAPTURE(row.at("file"), name, row.at("value"));
    const std::string path = folder + "/" + row.at("file");
    const auto begin = row.find("begin");
    const bool segments = begin != row.end() && !begin->second.empty();
    const Coefficient found = segments ? unitizing(name, path, std::stoll(begin->second), std::stoll(row.at("length")))
                                       : coefficient(name, read_ratings(path));
    ++checked;
    if (row.at("value") == "undefined") {
      CHECK_FALSE(found.is_defined());
      continue;
    }
    REQUIRE(found.is_defined());
    CHECK(std::abs(found.value - std::stod(row.at("value"))) <= std::stod(row.at("tolerance")));
  }
  CHECK(checked > 30);
}

}  // namespace

TEST_CASE("published tables give their published figures") { check("published"); }

TEST_CASE("random tables with missing ratings give the figures of other programs") { check("random"); }
