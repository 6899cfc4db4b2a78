#pragma once

#include "audit/inventory.hpp"
#include "codebook/codebook.hpp"
#include "coding/coded_corpus.hpp"
#include "diagnostics/sink.hpp"
#include "study/study.hpp"

/// Checks that look at more than one file, or at what is unfinished. Each reports warnings and changes nothing.
namespace etic {

/// Groups with fewer or more respondents than the study expects.
void check_respondents(const Study& study, const Inventory& inventory, Sink& sink);

/// Questions that serve no sub-question, where the study has sub-questions.
void check_questions(const Study& study, Sink& sink);

/// Codes without a definition. A dictionary, which has none, is passed over.
void check_definitions(const Codebooks& books, Sink& sink);

/// Rules that can never match, or match whatever is said.
void check_rules(const Study& study, const Codebooks& books, Sink& sink);

/// Rows that reject what no earlier layer assigned, of the coders that settle.
void check_rejections(const CodedCorpus& settled, Sink& sink);

}  // namespace etic
