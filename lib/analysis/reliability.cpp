#include "analysis/reliability.hpp"

#include <utility>

namespace etic {
namespace {

/// Whether somebody gives the code, and two can be compared on it.
bool says_something(const RatingSums& sums) { return sums.pairable > 0 && sums.shares[1] > 0; }

}  // namespace

Reliability reliability(const Comparison& comparison, const Codebooks& books, const std::vector<CodeId>& codes,
                        AgreementLevel level, bool only_themes, std::size_t respondents) {
  Reliability result;
  result.rows.push_back({{}, Agreement(comparison.coders())});
  for (const CodeId id : codes) {
    const Code& code = books.code(id);
    const bool pooled = !code.is_theme();
    const bool row = !only_themes || !code.parent;
    if (!pooled && !row) continue;
    const std::vector<ComparedUnit> units = comparison.units(id, level);
    if (pooled) {
      if (!units.empty()) ++result.codes;
      result.rows.front().agreement.add(units, respondents);
    }
    if (!row) continue;
    Agreement agreement(comparison.coders());
    agreement.add(units, respondents);
    if (says_something(agreement.sums)) result.rows.push_back({id, std::move(agreement)});
  }
  return result;
}

}  // namespace etic
