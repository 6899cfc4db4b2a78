#include "coding/exclusive_themes.hpp"

#include <algorithm>

namespace etic {

ExclusiveThemes::ExclusiveThemes(const Codebooks& books) : places_(books.codes.size()) {
  for (std::size_t theme = 0; theme < books.codes.size(); ++theme) {
    const std::vector<CodeId>& exclusive = books.codes[theme].exclusive;
    for (std::uint32_t precedence = 0; precedence < exclusive.size(); ++precedence) {
      for (const CodeId below : books.subtree(exclusive[precedence])) {
        places_[below.index()].push_back({CodeId(theme), precedence});
      }
    }
  }
}

bool ExclusiveThemes::are_rivals(CodeId a, CodeId b) const {
  return std::any_of(places_of(a).begin(), places_of(a).end(), [&](const Place& place) {
    return std::any_of(places_of(b).begin(), places_of(b).end(), [&](const Place& other) {
      return place.theme == other.theme && place.precedence != other.precedence;
    });
  });
}

}  // namespace etic
