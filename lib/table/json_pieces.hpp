#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "table/table.hpp"

namespace etic {

/// A JSON string; bytes that are not UTF-8 (in a file name, say) become U+FFFD.
[[nodiscard]] std::string json_text(std::string_view text);

/// The pieces of a JSON document: up to its rows, and what closes it.
[[nodiscard]] std::string json_head(const Metadata& metadata);
[[nodiscard]] std::string json_tail(bool has_rows, const std::vector<std::string>& footnotes);

}  // namespace etic
