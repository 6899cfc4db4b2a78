#include "study/name.hpp"

#include <cstddef>

#include "text/unicode.hpp"

namespace etic {

bool is_name(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const bool first = at == 0;
    const char32_t character = next_character(text, at);
    const bool fits =
        is_letter_or_digit(character) || character == '-' || character == '_' || (is_mark(character) && !first);
    if (!fits) return false;
  }
  return !text.empty();
}

}  // namespace etic
