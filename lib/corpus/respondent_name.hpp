#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace etic {

/// The group in a respondent's name: `G1-03` → 1. A name is the group, a hyphen, and a name of letters (of any script),
/// digits, `-` and `_`.
[[nodiscard]] std::optional<std::uint32_t> parse_respondent_name(std::string_view text);

}  // namespace etic
