#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "codebook/codebook.hpp"
#include "coding/coded_corpus.hpp"
#include "coding/extent.hpp"
#include "coding/ledger.hpp"
#include "coding/matcher.hpp"
#include "corpus/answer_pipeline.hpp"

namespace etic {

/// What answers in rows are coded by.
struct RowCoding {
  const Study& study;
  const Codebooks& books;
  const Ledger& ledger;  // of nobody but the rules
  const CompiledRules& rules;
  Extent extent = Extent::all;
};

/// Makes something of a part of the answers that has been coded; what it returns is called in the order of the rows.
/// Called by several threads at once. `numbers` are the part's respondents' in the register, where its rows name any.
using UseCodedPart = std::function<PartHandler::Delivery(AnswerPart& part, const CodedCorpus& coded,
                                                         const std::vector<std::uint32_t>& numbers)>;

/// Codes all rows by the rules, part by part, as `run_through` goes through them.
void code_rows(const RowCoding& coding, AnswerChunks& chunks, RespondentRegister& people, std::size_t threads,
               bool keep_going, const UseCodedPart& use, Sink& sink);

}  // namespace etic
