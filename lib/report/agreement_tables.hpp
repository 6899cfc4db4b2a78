#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/reliability.hpp"
#include "table/table.hpp"

namespace etic {

/// What was compared, for captions and JSON heads.
struct ComparisonText {
  std::vector<std::string> coders;
  AgreementLevel level = AgreementLevel::answer;
  std::vector<std::string> where;  // terms as written
  std::string reference;           // the coder who is taken to be right, or nothing
  std::size_t codes = 0;           // pooled in what is overall
};

/// Units, who said yes, and every coefficient, a row a code below one for all; an undefined one says why.
[[nodiscard]] Table agreement_table(const std::vector<AgreementRow>& rows, const Codebooks& books,
                                    const ComparisonText& text);

/// The same, long: code, units, both, first, second, agree, kappa, fleiss, alpha, alpha_low, alpha_high, ac1,
/// undefined.
[[nodiscard]] Table agreement_records(const std::vector<AgreementRow>& rows, const Codebooks& books);

/// Agreement on segments.
struct UnitizingRow {
  std::optional<CodeId> code;
  std::int64_t characters = 0;
  std::vector<std::int64_t> segments;  // by coder
  Disagreement alpha_u;
  Disagreement u_alpha;
};

[[nodiscard]] Table unitizing_table(const std::vector<UnitizingRow>& rows, const Codebooks& books,
                                    const ComparisonText& text);

/// The same, long: code, characters, segments (by coder, in their order), alpha_u, u_alpha, undefined.
[[nodiscard]] Table unitizing_records(const std::vector<UnitizingRow>& rows, const Codebooks& books);

/// One coder held against the reference.
struct AccuracyRow {
  std::optional<CodeId> code;
  Accuracy accuracy;
};

/// Overall, then code by code, the worst F1 first.
[[nodiscard]] Table accuracy_table(const std::vector<AccuracyRow>& rows, const Codebooks& books,
                                   const std::string& coder, const ComparisonText& text);

/// The same, long: coder, code, units, hits, wrong, missed, precision, recall, f1.
[[nodiscard]] Table accuracy_records(const std::vector<AccuracyRow>& rows, const Codebooks& books,
                                     const std::string& coder);

/// A unit on which coders differ.
struct Difference {
  CodeId code;
  ComparedUnit unit;
  std::string words;  // that those who say yes rely on
};

/// The coders who decided so.
[[nodiscard]] std::vector<std::string> who_says(const Difference& difference, Rating decision,
                                                const ComparisonText& text);

/// Every difference with its words: for people where, who says yes, who no.
[[nodiscard]] Table difference_table(const std::vector<Difference>& differences, const CodedCorpus& coded,
                                     const ComparisonText& text);

/// The same, long: code, respondents, question, yes, no, words.
[[nodiscard]] Table difference_records(const std::vector<Difference>& differences, const CodedCorpus& coded,
                                       const ComparisonText& text);

/// The head of a JSON document.
[[nodiscard]] Metadata comparison_metadata(const ComparisonText& text);

}  // namespace etic
