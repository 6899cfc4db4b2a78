#pragma once

#include <vector>

#include "coding/coded_corpus.hpp"
#include "coding/ledger.hpp"

namespace etic {

/// A coder's own codings, or those of the layers of the settled coding, one on the other: a later layer's rejections
/// take away what earlier ones assigned, its code wins in an exclusive theme, and it wins over or under a non-answer.
/// The rules are asked only where they are a layer, and then for some codes only (themes stand for what is below them).
/// All arguments must outlive the result. Where codes are all that is wanted and no person has a say, there are codes
/// borne in place of codings.
[[nodiscard]] CodedCorpus code_by_layers(const Study& study, const Corpus& corpus, const Codebooks& books,
                                         const Ledger& ledger, const std::vector<CoderId>& layers,
                                         const std::vector<CodeId>& codes, Extent extent = Extent::all);

/// The same with what the rules assign to the answers of interest, in the answers' order.
[[nodiscard]] CodedCorpus code_by_layers(const Study& study, const Corpus& corpus, const Codebooks& books,
                                         const Ledger& ledger, const std::vector<CoderId>& layers,
                                         const std::vector<Coding>& by_rules);

}  // namespace etic
