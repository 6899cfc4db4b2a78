#include "conclusions/quantifier.hpp"

#include <fmt/format.h>

namespace etic {
namespace {

std::string expected(const Quantifier& quantifier, std::int64_t base) {
  switch (quantifier.bound) {
    case Quantifier::Bound::exactly:
      return quantifier.is_none() ? "none expected" : fmt::format("{} expected", quantifier.count);
    case Quantifier::Bound::at_least:
      return fmt::format("at least {} expected", quantifier.count);
    case Quantifier::Bound::share_at_least:
    case Quantifier::Bound::share_above:
      return fmt::format("at least {} of {} expected", quantifier.least_of(base), base);
  }
  return "";
}

}  // namespace

std::int64_t Quantifier::least_of(std::int64_t base) const {
  switch (bound) {
    case Bound::exactly:
    case Bound::at_least:
      return count;
    case Bound::share_at_least:
      return (numerator * base + denominator - 1) / denominator;
    case Bound::share_above:
      return numerator * base / denominator + 1;
  }
  return 0;
}

Judgement judge(const Quantifier& quantifier, std::int64_t n, std::int64_t base, std::int64_t against) {
  if (base == 0) return {Verdict::no_evidence, "no answer on record in scope"};
  const std::string found = fmt::format("{}, {} found", expected(quantifier, base), n);
  const std::int64_t least = quantifier.least_of(base);
  if (quantifier.bound == Quantifier::Bound::exactly && n > quantifier.count)
    return {quantifier.is_none() ? Verdict::overstated : Verdict::understated, found};
  if (n < least) return {n == 0 ? Verdict::unsupported : Verdict::overstated, found};
  if (!quantifier.is_none() && against > 0 && against >= n)
    return {Verdict::contested, fmt::format("{} for, {} against", n, against)};
  return {Verdict::supported, found};
}

}  // namespace etic
