#include "analysis/coding_selection.hpp"

#include <algorithm>
#include <iterator>

namespace etic {

namespace {

/// Asks whether a coding is of some codes, and of words of somebody in the selection.
class CodingFilter {
 public:
  CodingFilter(const CodedCorpus& coded, const Selection& selection, const std::vector<CodeId>& codes)
      : coded_(coded), wanted_(coded.books->codes.size()), selected_(coded.corpus->answers.size()) {
    for (const CodeId code : codes) wanted_[code.index()] = true;
    for (const Slot& slot : selection.slots) {
      if (slot.is_recorded())
        selected_[coded.corpus->responses[slot.response].answer.index()].push_back(slot.respondent);
    }
  }

  [[nodiscard]] bool operator()(const Coding& coding) const {
    const Few<RespondentId>& selected = selected_[coding.answer.index()];
    if (!wanted_[coding.code().index()] || selected.empty()) return false;
    const std::optional<RespondentId> alone = coded_.corpus->answer(coding.answer).voices[coding.voice].alone;
    return !alone || std::find(selected.begin(), selected.end(), *alone) != selected.end();
  }

 private:
  const CodedCorpus& coded_;
  std::vector<bool> wanted_;                 // by code
  std::vector<Few<RespondentId>> selected_;  // by answer: who of its respondents
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
