#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "table/format.hpp"

namespace etic {

/// The first cell in which two written tables differ: `line 7, `n` of `model-benefit.speed`: `4` on file, `5` now`.
/// Nothing where the bytes are the same. Cells are looked for in CSV, TSV and Markdown; of other formats whole lines
/// are compared.
[[nodiscard]] std::optional<std::string> first_difference(std::string_view on_file, std::string_view now,
                                                          Format format);

}  // namespace etic
