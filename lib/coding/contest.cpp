#include "coding/contest.hpp"

#include <algorithm>

namespace etic {

Contest::Contest(const Codebooks& books)
    : books_(books), exclusive_(books), may_oust_(books.codes.size()), winners_(books.codes.size()) {
  for (std::size_t c = 0; c < books.codes.size(); ++c)
    may_oust_[c] = books.codes[c].excludes_all || !exclusive_.places_of(CodeId(c)).empty();
}

void Contest::hold(const std::vector<CodeId>& codes) {
  for (const CodeId code : codes) {
    for (const ExclusiveThemes::Place& place : exclusive_.places_of(code)) winners_[place.theme.index()] = {};
  }
  for (const CodeId code : codes) {
    for (const ExclusiveThemes::Place& place : exclusive_.places_of(code)) {
      Winner& winner = winners_[place.theme.index()];
      winner.precedence = std::min(winner.precedence, place.precedence);
    }
  }
  non_answer_.reset();
  const auto note = [](std::optional<CodeId>& least, CodeId code) { least = std::min(least.value_or(code), code); };
  for (const CodeId code : codes) {
    if (winner_over(code) != nullptr) continue;
    if (books_.code(code).excludes_all) note(non_answer_, code);
    for (const ExclusiveThemes::Place& place : exclusive_.places_of(code))
      note(winners_[place.theme.index()].code, code);
  }
}

std::optional<Contest::Loss> Contest::loss(CodeId code) const {
  if (non_answer_ && !books_.code(code).excludes_all) return Loss{Block::non_answer, non_answer_};
  if (const Winner* winner = winner_over(code)) return Loss{Block::exclusive, winner->code};
  return std::nullopt;
}

const Contest::Winner* Contest::winner_over(CodeId code) const {
  for (const ExclusiveThemes::Place& place : exclusive_.places_of(code)) {
    const Winner& winner = winners_[place.theme.index()];
    if (winner.precedence < place.precedence) return &winner;
  }
  return nullptr;
}

}  // namespace etic
