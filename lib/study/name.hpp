#pragma once

#include <string_view>

namespace etic {

/// Whether a text can name something in an option or a column: letters (of any script, with their marks), digits, `-`
/// and `_`.
[[nodiscard]] bool is_name(std::string_view text);

}  // namespace etic
