#pragma once

#include <vector>

#include "cli/open_study.hpp"
#include "report/agreement_tables.hpp"

namespace etic::cli {

/// Asks of every difference whether the answer bears the code, and puts each decision at once into the adjudicator's
/// file: an added coding with the words of who gave it, or a rejection. What is decided already is passed over; what
/// contradicts a decision is not taken.
void adjudicate(const OpenedStudy& opened, const std::string& folder, const Comparison& comparison,
                const std::vector<CodedCorpus>& coders, const std::vector<Difference>& differences,
                const ComparisonText& text, Env& env);

}  // namespace etic::cli
