#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "conclusions/finding.hpp"
#include "conclusions/sign_off.hpp"
#include "table/table.hpp"
#include "table/writers.hpp"

namespace etic {

/// Findings on one sub-question, or on none.
struct FindingGroup {
  std::string caption;  // `SQ1 Does …?`
  std::vector<const Finding*> findings;
};

/// In study order, those on no sub-question last; groups without a finding are left out.
[[nodiscard]] std::vector<FindingGroup> findings_by_sub_question(const std::vector<Finding>& findings,
                                                                 const Study& study);

/// Conclusions as people read them: a table for each sub-question, in study order, then one for those that serve none.
/// Support stands as n of base. The last one says how many there are of each verdict, and what a verdict is.
[[nodiscard]] std::vector<Table> conclusion_tables(const std::vector<Finding>& findings, const CodedCorpus& coded);

/// The same, long: id, section, sub_question, statement, quantifier, n, base, verdict, why, reason, expect, and the
/// respondents in support, against, silent.
[[nodiscard]] Table conclusion_records(const std::vector<Finding>& findings, const CodedCorpus& coded);

/// Support by the values of an axis: of every finding its sides on each.
struct SplitFinding {
  Finding finding;
  std::vector<SidesOfValue> values;
};

/// `values` is the order of the columns; those on which nothing falls are left out.
[[nodiscard]] std::vector<Table> split_tables(const std::vector<SplitFinding>& splits, const std::string& by,
                                              const std::vector<std::string>& values, const CodedCorpus& coded);

/// The same, long: id, by, value, n, base, and the respondents in support, against, silent.
[[nodiscard]] Table split_records(const std::vector<SplitFinding>& splits, const std::string& by,
                                  const CodedCorpus& coded);

/// What is not as signed off, a row each.
[[nodiscard]] Table change_table(const std::vector<Change>& changes);

/// The same, long: id, what, signed_off, now, why, statement.
[[nodiscard]] Table change_records(const std::vector<Change>& changes);

/// Each sentence with its evidence read aloud, who is for it and against it in which words, and who is silent.
void write_findings(std::ostream& out, const std::vector<Finding>& findings, const CodedCorpus& coded,
                    const Page& page);

/// What stands below conclusions: how many there are of each verdict, how they were counted, and what a verdict is.
[[nodiscard]] std::vector<std::string> conclusion_notes(const std::vector<Finding>& findings, const CodedCorpus& coded);

/// `model-stance.endorse or model-stance.qualified, where group=G4 question=G4Q2`.
[[nodiscard]] std::string evidence_text(const Conclusion& conclusion, const CodedCorpus& coded);

/// `model-stance.irrelevant`, likewise; nothing where nothing speaks against it.
[[nodiscard]] std::string against_text(const Conclusion& conclusion, const CodedCorpus& coded);

}  // namespace etic
