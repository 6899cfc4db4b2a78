#pragma once

#include <vector>

#include "analysis/matrix.hpp"
#include "coding/coded_corpus.hpp"
#include "coding/ledger.hpp"
#include "report/caption.hpp"
#include "table/table.hpp"

namespace etic {

/// The codes of a tally for reading: id, n of base, label, definition.
[[nodiscard]] Table code_list(const Matrix& tally, const Codebooks& books, const CountingText& counting);

/// What coders propose and no book has: how many respondents' words and codings, whose, and the first words so coded.
[[nodiscard]] Table proposal_list(const Study& study, const Corpus& corpus, const Ledger& ledger);

/// Both, long: code, book, label, definition, n, base. A proposal has an n only.
[[nodiscard]] Table code_records(const Matrix& tally, const Codebooks& books, const Corpus& corpus,
                                 const Ledger& ledger);

}  // namespace etic
