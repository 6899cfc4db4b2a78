#include "corpus/respondent_name.hpp"

#include "study/question_code.hpp"
#include "text/unicode.hpp"

namespace etic {

std::optional<std::uint32_t> parse_respondent_name(std::string_view text) {
  const std::size_t hyphen = text.find('-');
  if (hyphen == std::string_view::npos || hyphen + 1 == text.size()) return std::nullopt;
  for (std::size_t at = hyphen + 1; at < text.size();) {
    const char32_t character = next_character(text, at);
    if (!is_letter_or_digit(character) && character != '-' && character != '_') return std::nullopt;
  }
  return parse_group(text.substr(0, hyphen));
}

}  // namespace etic
