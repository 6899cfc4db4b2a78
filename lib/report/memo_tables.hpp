#pragma once

#include <vector>

#include "coding/memo.hpp"
#include "table/table.hpp"

namespace etic {

/// For people: what about, who noted it on a coding, the text, where it stands.
[[nodiscard]] Table memo_table(const std::vector<Memo>& memos, const Study& study, const Corpus& corpus,
                               const Codebooks& books, const Ledger& ledger);

/// Long: about, coder, memo, file, line.
[[nodiscard]] Table memo_records(const std::vector<Memo>& memos, const Study& study, const Corpus& corpus,
                                 const Codebooks& books, const Ledger& ledger);

}  // namespace etic
