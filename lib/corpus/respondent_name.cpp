#include "corpus/respondent_name.hpp"

#include "study/name.hpp"
#include "study/question_code.hpp"

namespace etic {

std::optional<std::uint32_t> parse_respondent_name(std::string_view text) {
  const std::size_t hyphen = text.find('-');
  if (hyphen == std::string_view::npos || !is_name(text.substr(hyphen + 1))) return std::nullopt;
  return parse_group(text.substr(0, hyphen));
}

}  // namespace etic
