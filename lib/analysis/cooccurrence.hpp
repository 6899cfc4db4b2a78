#pragma once

#include <vector>

#include "analysis/matrix.hpp"

namespace etic {

/// Codes against codes: the units that bear both within one answer, one sentence of an answer, or one respondent.
/// The diagonal is a code's own n. The base of a cell holds the units that could bear both: with an answer on record to
/// a question of both codes' (within a respondent: to one question of each). Blank where no question can bear both.
/// `counting.unit` is respondents, responses or answers.
[[nodiscard]] Matrix co_occurrence(const CodedCorpus& coded, const Bearing& bearing, const Selection& selection,
                                   const Axis& rows, const std::vector<CodeId>& row_codes, const Axis& columns,
                                   const std::vector<CodeId>& column_codes, Within within, const Counting& counting);

}  // namespace etic
