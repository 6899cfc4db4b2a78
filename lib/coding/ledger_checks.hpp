#pragma once

#include "codebook/codebook.hpp"
#include "coding/ledger.hpp"
#include "diagnostics/sink.hpp"

namespace etic {

/// Reports where one coder contradicts himself on an answer: codes that exclude each other, the same words both added
/// and rejected. What he says twice is left out, with a warning.
void check_entries(Ledger& ledger, const Codebooks& books, Sink& sink);

}  // namespace etic
