#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace etic {

/// An error is unreadable, ambiguous or unknown, and blocks every command. A warning is unfinished work: `etic check`
/// prints it, and fails on it under `--strict`.
enum class Severity : std::uint8_t { error, warning };

/// Every kind of diagnostic. The order here is the order of `etic help errors`; `kind.def` has name, severity and
/// what it means. A test fails when a kind stands in no golden case.
enum class Kind : std::uint8_t {
#define ETIC_KIND(identifier, name, severity, meaning) identifier,
#include "diagnostics/kind.def"
#undef ETIC_KIND
};

struct KindInfo {
  Kind kind;
  std::string_view name;
  Severity severity;
  std::string_view meaning;
};

[[nodiscard]] const KindInfo& info(Kind kind);
[[nodiscard]] std::span<const KindInfo> all_kinds();

}  // namespace etic
