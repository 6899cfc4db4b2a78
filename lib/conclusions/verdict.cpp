#include "conclusions/verdict.hpp"

namespace etic {

std::string_view name(Verdict verdict) {
  switch (verdict) {
    case Verdict::supported:
      return "supported";
    case Verdict::understated:
      return "understated";
    case Verdict::contested:
      return "contested";
    case Verdict::no_evidence:
      return "no-evidence";
    case Verdict::overstated:
      return "overstated";
    case Verdict::unsupported:
      return "unsupported";
    case Verdict::interpretive:
      return "interpretive";
  }
  return "";
}

std::optional<Verdict> parse_verdict(std::string_view wanted) {
  for (const Verdict verdict : all_verdicts) {
    if (name(verdict) == wanted) return verdict;
  }
  return std::nullopt;
}

}  // namespace etic
