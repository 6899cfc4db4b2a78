#pragma once

#include <cstdint>
#include <vector>

#include "analysis/where.hpp"
#include "corpus/corpus.hpp"
#include "study/study.hpp"

namespace etic {

/// Respondent × question of the respondent's group: where a response is, or could be.
struct Slot {
  RespondentId respondent;
  QuestionId question;
  std::uint32_t response = none;  // index into the corpus's responses
  std::uint32_t lost = none;      // or into its lost answers

  static constexpr std::uint32_t none = UINT32_MAX;
  [[nodiscard]] bool is_recorded() const { return response != none; }
};

/// The part of a study that a table speaks of: every slot that fits all terms, recorded or not, by respondent and then
/// question. A term about interviews asks of an answer, recorded or lost, for the interview in which it was given; of a
/// slot without either whether any interview of the respondent fits.
struct Selection {
  std::vector<Slot> slots;
  QuestionSet questions;               // that the terms allow, whoever is asked
  std::vector<bool> holds_respondent;  // by respondent: fits all terms that are not about questions
};

/// The questions that the terms leave, by design: whoever could be asked, and answered.
[[nodiscard]] QuestionSet questions_allowed(const Study& study, const Corpus& corpus,
                                            const std::vector<WhereTerm>& terms);

[[nodiscard]] Selection select(const Study& study, const Corpus& corpus, const std::vector<WhereTerm>& terms);

/// The same with as few slots that are not recorded as tell who is in the selection: one of everybody without any that
/// is. Enough where interviews have no attributes, and nothing is counted that is not recorded.
[[nodiscard]] Selection select_recorded(const Study& study, const Corpus& corpus, const std::vector<WhereTerm>& terms);

}  // namespace etic
