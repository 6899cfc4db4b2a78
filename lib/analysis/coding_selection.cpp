#include "analysis/coding_selection.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace etic {

namespace {

/// Asks whether a coding is of some codes, and of words of somebody in the selection.
class CodingFilter {
 public:
  CodingFilter(const CodedCorpus& coded, const Selection& selection, const std::vector<CodeId>& codes)
      : coded_(coded), codes_(codes) {
    for (const Slot& slot : selection.slots) {
      if (slot.is_recorded()) selected_.emplace(coded.corpus->responses[slot.response].answer, slot.respondent);
    }
  }

  [[nodiscard]] bool operator()(const Coding& coding) const {
    if (!std::binary_search(codes_.begin(), codes_.end(), coding.code())) return false;
    const std::vector<RespondentId> who = respondents_of(coded_.corpus->answer(coding.answer), coding.voice);
    return std::any_of(who.begin(), who.end(), [&](RespondentId id) {
      return selected_.contains({coding.answer, id});
    });
  }

 private:
  const CodedCorpus& coded_;
  const std::vector<CodeId>& codes_;
  std::set<std::pair<AnswerId, RespondentId>> selected_;
};

}  // namespace

std::vector<Coding> codings_in(const CodedCorpus& coded, const Selection& selection, const std::vector<CodeId>& codes) {
  std::vector<Coding> codings;
  std::copy_if(coded.codings.begin(), coded.codings.end(), std::back_inserter(codings),
               CodingFilter(coded, selection, codes));
  return codings;
}

std::vector<LostCoding> lost_in(const CodedCorpus& coded, const Selection& selection,
                                const std::vector<CodeId>& codes) {
  const CodingFilter filter(coded, selection, codes);
  std::vector<LostCoding> lost;
  std::copy_if(coded.lost.begin(), coded.lost.end(), std::back_inserter(lost),
               [&](const LostCoding& gone) { return filter(gone.coding); });
  return lost;
}

}  // namespace etic
