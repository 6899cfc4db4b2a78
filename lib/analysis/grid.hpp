#pragma once

#include <cstdint>
#include <vector>

#include "analysis/bearing.hpp"
#include "analysis/matrix.hpp"
#include "analysis/selection.hpp"

namespace etic {

/// The counting itself, for tables of every shape: rows are sets of codes, columns are sets of slots, which may
/// overlap.
struct Grid {
  struct RowOfCodes {
    std::vector<CodeId> codes;    // a theme stands for all below it
    QuestionSet scope;            // questions under which one of them can occur
    bool counts_silence = false;  // one of them excludes all others: its base holds non-answers whatever the rule
  };

  std::vector<std::vector<std::int64_t>> n;     // [row][column]
  std::vector<std::vector<std::int64_t>> base;  // [row][column]
  std::size_t joint_answers = 0;                // in any row's base

  /// `columns_of[slot]` lists the columns that a slot of the selection falls in.
  [[nodiscard]] static Grid count(const CodedCorpus& coded, const Bearing& bearing, const Selection& selection,
                                  const Counting& counting, const std::vector<RowOfCodes>& rows,
                                  const std::vector<Few<std::uint32_t, 2>>& columns_of, std::size_t columns);
};

}  // namespace etic
