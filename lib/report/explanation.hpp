#pragma once

#include <ostream>
#include <vector>

#include "coding/coded_corpus.hpp"
#include "table/table.hpp"
#include "table/writers.hpp"

namespace etic {

/// One answer with all that rules and people made of it.
struct Explanation {
  AnswerId answer;
  std::vector<Coding> codings;
  std::vector<BlockedCoding> blocked;  // what matched in vain
  std::vector<LostCoding> lost;        // what later layers took away
};

/// The answer as text with its coded stretches marked by number, each with its code, who assigned it and by which rule;
/// then what a later coder took away, and what matched in vain, and why.
void write_explanation(std::ostream& out, const CodedCorpus& coded, const Explanation& explanation, const Page& page);

/// Long: respondents, question, code, coder, rule, start, end, quote, outcome (`coded`, or why not), by (a code, or the
/// coder who took it away), memo.
[[nodiscard]] Table explanation_records(const CodedCorpus& coded, const Explanation& explanation);

}  // namespace etic
