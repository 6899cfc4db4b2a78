#pragma once

#include <vector>

#include "analysis/selection.hpp"
#include "coding/coded_corpus.hpp"

namespace etic {

/// The codings of `codes` to words of respondents whose response is in the selection.
[[nodiscard]] std::vector<Coding> codings_in(const CodedCorpus& coded, const Selection& selection,
                                             const std::vector<CodeId>& codes);

/// The same of what later coders took away.
[[nodiscard]] std::vector<LostCoding> lost_in(const CodedCorpus& coded, const Selection& selection,
                                              const std::vector<CodeId>& codes);

}  // namespace etic
