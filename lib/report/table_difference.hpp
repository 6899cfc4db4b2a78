#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace etic {

/// How cells stand apart in a written table; of other forms whole lines are compared.
enum class CellForm : std::uint8_t { csv, tsv, markdown, lines };

/// The first cell in which two written tables differ: `line 7, `n` of `model-benefit.speed`: `4` on file, `5` now`.
/// Nothing where the bytes are the same.
[[nodiscard]] std::optional<std::string> first_difference(std::string_view on_file, std::string_view now,
                                                          CellForm form);

}  // namespace etic
