#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "coding/coded_corpus.hpp"
#include "coding/memo.hpp"
#include "conclusions/finding.hpp"
#include "report/text_sample.hpp"
#include "table/table.hpp"

namespace etic {

/// What the report shows.
struct HtmlReport {
  const CodedCorpus& coded;
  const Ledger& ledger;
  const Memos& memos;
  const Conclusions& conclusions;
  std::vector<Finding> findings;  // of all conclusions
  std::vector<Table> agreement;   // of the coders, two and two
  TextRoom room;                // for the words of answers
};

/// The whole study as one page that needs nothing beside it: docs/report.md says what is on it. Whatever the study
/// holds is data in it, never markup. The page counts for itself when it is filtered, by the rules of docs/counting.md.
void write_html_report(std::ostream& out, const HtmlReport& report);

/// The data of the page, as JSON in which no `<` stands: docs/report-data.md describes it.
[[nodiscard]] std::string report_data(const HtmlReport& report);

}  // namespace etic
