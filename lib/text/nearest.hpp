#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace etic {

/// The candidates closest to `word` by edit distance (insert, delete, replace, swap of neighbours), for hints such as
/// "did you mean `G1Q4`?"; case does not count. Nothing when even the closest differs in more than a third as many
/// characters as `word` has (one may always differ), nor for an empty word or one of more than 100 characters.
/// Several are equally close; they come in the order given.
[[nodiscard]] std::vector<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace etic
