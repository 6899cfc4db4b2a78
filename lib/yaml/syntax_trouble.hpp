#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>
#include <yaml-cpp/exceptions.h>

namespace etic {

/// What keeps YAML from parsing, in our own words.
struct SyntaxTrouble {
  /// What lets the parser go on: another byte at the place, spaces for the tabs that indent, or for what stands from
  /// the place to the end of its line.
  enum class Remedy : std::uint8_t { none, other_byte, spaces_for_tabs, spaces_for_rest };

  std::size_t at = 0;  // offset in the text
  std::string message;
  std::string hint;
  Remedy remedy = Remedy::none;
};

/// `open_brackets`: offsets of the brackets that are open where the parser stopped, the innermost last.
[[nodiscard]] SyntaxTrouble explain(const YAML::ParserException& error, std::string_view text,
                                    const std::vector<std::size_t>& open_brackets);

}  // namespace etic
