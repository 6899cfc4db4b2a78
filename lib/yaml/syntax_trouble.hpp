#pragma once

#include <yaml-cpp/exceptions.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace etic {

/// What keeps YAML from parsing, in our own words.
struct SyntaxTrouble {
  std::size_t at = 0;  // offset in the text
  std::string message;
  std::string hint;
  bool can_step_over = false;  // with another byte at the place the parser can go on
  bool is_tab = false;
};

/// `open_bracket`: offset of the innermost bracket that is open where the parser stopped, or npos.
[[nodiscard]] SyntaxTrouble explain(const YAML::ParserException& error, std::string_view text, std::size_t open_bracket);

}  // namespace etic
