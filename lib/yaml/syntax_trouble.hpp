#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
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

/// `open_bracket`: offset of the innermost bracket that is open where the parser stopped, or npos.
[[nodiscard]] SyntaxTrouble explain(const YAML::ParserException& error, std::string_view text,
                                    std::size_t open_bracket);

}  // namespace etic
