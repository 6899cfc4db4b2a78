#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/block_reader.hpp"

namespace etic {

/// How often a byte stands in a text.
[[nodiscard]] std::size_t count_byte(std::string_view text, char byte);

/// Appends where one of the bytes stands in the text from `begin` on, ascending. The text is of less than 4 GiB.
void find_bytes(std::string_view text, std::size_t begin, const BlockReader::Wanted& wanted,
                std::vector<std::uint32_t>& places);

/// Offset of the first control character (U+0000 to U+001F, U+007F to U+009F) that has no place in a text, or npos.
/// Tabs, line feeds, and carriage returns before them have one. The text must be valid UTF-8.
[[nodiscard]] std::size_t first_control_character(std::string_view text);

}  // namespace etic
