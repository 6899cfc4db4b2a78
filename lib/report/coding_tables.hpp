#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "coding/coded_corpus.hpp"
#include "table/long_text.hpp"
#include "table/table.hpp"

namespace etic {

/// `G3-01 G3-02 G3-03`: whose words a coding is in.
[[nodiscard]] std::string respondents_text(const CodedCorpus& coded, const Coding& coding);

/// Who assigned it.
[[nodiscard]] std::string coder_text(const CodedCorpus& coded, const Coding& coding);

/// What a person noted on it.
[[nodiscard]] std::string memo_text(const CodedCorpus& coded, const Coding& coding);

/// `speed#2`: the rule that assigned it, if one did.
[[nodiscard]] std::string rule_text(const CodedCorpus& coded, const Coding& coding);

/// The words themselves, as they stand in the file.
[[nodiscard]] std::string quote_text(const CodedCorpus& coded, const Coding& coding);

/// Of one row a coding, long: respondents, question, code, coder, start, end, quote, rule.
[[nodiscard]] std::vector<Column> coding_columns();
void write_codings(LongText& rows, const CodedCorpus& coded, const std::vector<Coding>& codings);

/// `12 codings, coded by rules`: above them.
[[nodiscard]] std::string coding_caption(const CodedCorpus& coded, std::size_t codings);

/// The same for people: who, question, code, quote, rule.
[[nodiscard]] Table coding_table(const CodedCorpus& coded, const std::vector<Coding>& codings);

}  // namespace etic
