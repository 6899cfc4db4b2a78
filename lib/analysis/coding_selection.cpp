#include "analysis/coding_selection.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace etic {

std::vector<Coding> codings_in(const CodedCorpus& coded, const Selection& selection, const std::vector<CodeId>& codes) {
  std::set<std::pair<AnswerId, RespondentId>> selected;
  for (const Slot& slot : selection.slots) {
    if (slot.is_recorded()) selected.emplace(coded.corpus->responses[slot.response].answer, slot.respondent);
  }
  std::vector<Coding> codings;
  for (const Coding& coding : coded.codings) {
    if (!std::binary_search(codes.begin(), codes.end(), coding.code())) continue;
    const std::vector<RespondentId> who = respondents_of(coded.corpus->answer(coding.answer), coding.voice);
    if (std::any_of(who.begin(), who.end(), [&](RespondentId id) { return selected.contains({coding.answer, id}); })) codings.push_back(coding);
  }
  return codings;
}

}  // namespace etic
