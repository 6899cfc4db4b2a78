#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "coding/coded_corpus.hpp"
#include "table/table.hpp"
#include "table/writers.hpp"

namespace etic {

/// A coded stretch in the sentence (or sentences) that it stands in. Codings of one code that overlap are one.
struct Quotation {
  CodeId code;
  AnswerId answer;
  std::uint16_t voice = 0;
  Span marked;
  Span context;
  std::vector<CoderId> coders;  // who assigned it, each once, in the order of their layers
  std::string note;             // of a coding that was taken away: by whom, and why
};

/// The evidence for each of the codings' codes, by code and then in study order.
[[nodiscard]] std::vector<Quotation> collect_quotations(const CodedCorpus& coded, const std::vector<Coding>& codings);

/// What later coders took away of some codes, as quotations with a note each.
[[nodiscard]] std::vector<Quotation> collect_lost(const CodedCorpus& coded, const std::vector<LostCoding>& lost);

/// `rejected by study: praise of the site, not of the model`: what became of a coding.
[[nodiscard]] std::string loss_text(const CodedCorpus& coded, const LostCoding& lost);

/// `G1-05, G1Q5, KITIC`: respondents, question, and the study's first attribute.
[[nodiscard]] std::string citation(const CodedCorpus& coded, const Quotation& quotation);

/// Quotations for reading: grouped by code, each cited, with the coded words in brackets.
void write_quotations(std::ostream& out, const CodedCorpus& coded, const std::vector<Quotation>& quotations,
                      const Page& page);

/// The pieces of that: a code above its evidence, and one quotation.
void write_code_name(std::ostream& out, const Code& code, const Page& page);
void write_quotation(std::ostream& out, const CodedCorpus& coded, const Quotation& quotation, const Page& page);

/// Long: respondents, question, code, coder, start, end, quote, context, the study's first attribute under its name,
/// and lost: nothing, or who took it away and why.
[[nodiscard]] Table quotation_records(const CodedCorpus& coded, const std::vector<Quotation>& quotations);

/// For people, one row a quotation: code, where it stands, the sentence with the coded words in brackets.
[[nodiscard]] Table quotation_table(const CodedCorpus& coded, const std::vector<Quotation>& quotations);

/// Said wherever words are shown: how close they are to what was said.
[[nodiscard]] std::string wording_note(const Study& study);

/// The same below what has been written, apart by an empty line.
void write_wording_note(std::ostream& out, const Study& study, const Page& page);

}  // namespace etic
