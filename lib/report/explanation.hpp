#pragma once

#include <ostream>
#include <vector>

#include "coding/coded_corpus.hpp"
#include "table/table.hpp"
#include "table/writers.hpp"

namespace etic {

/// One answer with all that the rules made of it.
struct Explanation {
  AnswerId answer;
  std::vector<Coding> codings;
  std::vector<BlockedCoding> blocked;
};

/// The answer as text with its coded stretches marked by number, each with its code and rule; then what matched in vain,
/// and why.
void write_explanation(std::ostream& out, const CodedCorpus& coded, const Explanation& explanation, const Page& page);

/// Long: respondents, question, code, rule, start, end, quote, outcome (`coded`, or why not), by.
[[nodiscard]] Table explanation_records(const CodedCorpus& coded, const Explanation& explanation);

}  // namespace etic
