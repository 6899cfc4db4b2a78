#include "yaml/scalar_place.hpp"

#include <algorithm>

namespace etic {
namespace {

/// Offset behind the quote that closes the one at `at`, or npos.
std::size_t closing_quote(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '"' || text.substr(i + 1, 1) != "'") return i + 1;
      ++i;
    }
  }
  return std::string_view::npos;
}

}  // namespace

bool place_scalar(std::string_view text, std::size_t at, std::size_t origin, YamlNode& scalar) {
  const std::string_view rest = text.substr(at);
  const auto place = [&](std::size_t end) {
    scalar.span = {static_cast<std::uint32_t>(origin + at),
                   static_cast<std::uint32_t>(origin + std::min(end, text.size()))};
  };
  std::size_t end = at + scalar.text.size();
  if (rest.starts_with('\'') || rest.starts_with('"')) {
    scalar.quote = 1;
    end = closing_quote(text, at);
    if (end == std::string_view::npos) {
      place(at + 1);
      return false;
    }
  }
  scalar.verbatim =
      rest.substr(scalar.quote).starts_with(scalar.text) && end == at + scalar.text.size() + 2 * scalar.quote;
  if (!scalar.verbatim && scalar.quote == 0) {
    constexpr std::size_t longest = 400;
    end =
        at + std::clamp<std::size_t>(rest.substr(0, longest).find_first_of("\r\n"), 1, std::min(rest.size(), longest));
  }
  place(end);
  return true;
}

}  // namespace etic
