#include "cli/command_report.hpp"

#include <sstream>

#include "analysis/bearing.hpp"
#include "analysis/reliability.hpp"
#include "cli/choice.hpp"
#include "cli/conclusion_choice.hpp"
#include "cli/failure.hpp"
#include "cli/output.hpp"
#include "coding/layers.hpp"
#include "report/agreement_tables.hpp"
#include "report/html_report.hpp"

namespace etic::cli {

void ReportCommand::set_up(CLI::App& app) {
  app.add_option("-o,--output", path_, "Write the page to FILE, whole or not at all")
      ->check(not_empty("--output"))
      ->type_name("FILE");
  app.add_option("--words", megabytes_,
                 "Megabytes of transcripts to hold: of more a sample of that size (default: 1, where all are over 3)")
      ->check(whole_number("--words", 1, 1000))
      ->type_name("MB");
  coder_.set_up(app);
  study_.set_up(app, false);
}

TextRoom ReportCommand::room() const {
  constexpr std::size_t megabyte = 1'000'000;
  if (megabytes_ > 0) return {megabytes_ * megabyte, megabytes_ * megabyte};
  return {3 * megabyte, megabyte};
}

/// Every two coders who can be compared, theme by theme.
std::vector<Table> ReportCommand::agreement(const OpenedStudy& opened, const std::vector<CodeId>& codes) {
  const Ledger& ledger = opened.ledger;
  const Selection everything = select(opened.study, opened.corpus, {});
  std::vector<CodedCorpus> all;
  for (std::size_t coder = 0; coder < ledger.coders.size(); ++coder)
    all.push_back(code_by_layers(opened.study, opened.corpus, opened.books, ledger, {CoderId(coder)}, codes));
  std::vector<Table> tables;
  for (std::size_t first = 0; first < ledger.coders.size(); ++first) {
    for (std::size_t second = first + 1; second < ledger.coders.size(); ++second) {
      const std::vector<CodedCorpus> coders{all[first], all[second]};
      const Comparison comparison(coders, everything);
      const Reliability found =
          reliability(comparison, opened.books, codes, AgreementLevel::answer, true, opened.corpus.respondents.size());
      if (found.rows.front().agreement.sums.pairable == 0) continue;
      const ComparisonText text{
          {ledger.coders[first].name, ledger.coders[second].name}, AgreementLevel::answer, {}, {}, found.codes};
      tables.push_back(agreement_table(found.rows, opened.books, text));
    }
  }
  return tables;
}

int ReportCommand::run(Env& env) {
  if (path_.empty() && env.width > 0)
    throw Failure(exit_usage, "a page is nothing to read on a terminal; write `-o report.html`");
  const auto opened = study_.open(env, false);
  Sink sink;
  const std::vector<CoderId> layers = coder_.layers(*opened, sink);
  require_no_errors(env, sink, false);

  std::vector<CodeId> codes;
  for (std::size_t i = 0; i < opened->books.codes.size(); ++i) codes.emplace_back(i);
  const CodedCorpus coded = code_by_layers(opened->study, opened->corpus, opened->books, opened->ledger, layers, codes);
  const Bearing bearing(coded);
  const std::vector<const Conclusion*> conclusions = find_conclusions({}, *opened, sink);
  std::ostringstream page;
  write_html_report(page, {coded, opened->ledger, opened->memos, opened->conclusions,
                           Concluder(coded, bearing).judge(conclusions), agreement(*opened, codes), room()});
  deliver(page.str(), path_, env);
  return exit_done;
}

}  // namespace etic::cli
