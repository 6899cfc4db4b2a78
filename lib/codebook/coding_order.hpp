#pragma once

#include "codebook/codebook.hpp"
#include "diagnostics/sink.hpp"

namespace etic {

/// Fills `coding_order`: codes in the books' order, but each behind the codes (and their subtrees) that its rules'
/// `has` and `without` name. Circles are reported, and broken where they were entered.
void order_codes(Codebooks& books, Sink& sink);

}  // namespace etic
