#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace etic {

/// Whether the answers on record carry a sentence's wording. It judges words against answers, not against the world.
enum class Verdict : std::uint8_t {
  supported,     // as many as the wording says, and fewer against
  understated,   // more than the wording says
  contested,     // as many as the wording says, but at least as many against
  no_evidence,   // nothing declared that could carry it, or no answer on record where it could
  overstated,    // fewer than the wording says; for "none": somebody
  unsupported,   // nobody
  interpretive,  // a sentence that no count can settle: no verdict is given
};

/// `no-evidence`.
[[nodiscard]] std::string_view name(Verdict verdict);
[[nodiscard]] std::optional<Verdict> parse_verdict(std::string_view name);

/// Whether the first is worse for the sentence: in the order above, from `supported` to `unsupported`.
[[nodiscard]] inline bool is_worse(Verdict a, Verdict b) { return a > b; }

/// Whether a sentence can stand with it unless a reason is given: supported, or left to interpretation.
[[nodiscard]] inline bool is_comfortable(Verdict verdict) {
  return verdict == Verdict::supported || verdict == Verdict::interpretive;
}

inline constexpr Verdict all_verdicts[] = {Verdict::supported,   Verdict::understated, Verdict::contested,
                                           Verdict::no_evidence, Verdict::overstated,  Verdict::unsupported,
                                           Verdict::interpretive};

}  // namespace etic
