#pragma once

#include <cstddef>
#include <functional>

#include "analysis/bearing.hpp"
#include "analysis/matrix.hpp"
#include "analysis/matrix_sum.hpp"
#include "coding/row_coding.hpp"

namespace etic {

/// Counts a part of a study, in which all answers of its respondents are.
using CountPart = std::function<Matrix(const CodedCorpus&, const Bearing&)>;

/// Told after each part, in order: bytes of the files done, answers in it.
using Watch = std::function<void(std::uint64_t position, std::size_t answers)>;

/// Counts all rows and adds them to the sum. Parts whose rows name nobody are counted as they come, others when all
/// rows are read: what they say is forgotten by then, so that neither segments nor sentences can be counted. Only what
/// is sound is to be used: see `sink`.
void count_rows(const RowCoding& coding, AnswerChunks& chunks, RespondentRegister& people, std::size_t threads,
                bool keep_going, const CountPart& count, const Watch& watch, MatrixSum& sum, Sink& sink);

}  // namespace etic
