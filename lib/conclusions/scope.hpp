#pragma once

#include <vector>

#include "conclusions/conclusion.hpp"
#include "corpus/corpus.hpp"
#include "study/study.hpp"

namespace etic {

/// The questions whose answers tell whether a query fits: where one of its codes can occur; where all can that must
/// stand in one answer; every question where it names no codes.
[[nodiscard]] QuestionSet scope_of(const Query& query, const Study& study, const Codebooks& books);

/// Codes that cannot occur in the answers that a query looks at, whoever is asked.
struct IdleCodes {
  std::vector<CodeId> codes;
  bool never_fits = false;  // no answer could have what is asked
};

[[nodiscard]] IdleCodes find_idle_codes(const Query& query, const Study& study, const Corpus& corpus,
                                        const Codebooks& books);

}  // namespace etic
