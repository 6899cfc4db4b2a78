#include "cli/command_quotes.hpp"

#include "analysis/coding_selection.hpp"
#include "coding/layers.hpp"
#include "report/caption.hpp"
#include "report/quotation.hpp"

namespace etic::cli {

void QuotesCommand::set_up(CLI::App& app) {
  codes_.set_up_positional(app);
  where_.set_up(app);
  coder_.set_up(app);
  study_.set_up(app);
  output_.set_up(app);
}

int QuotesCommand::run(Env& env) {
  const bool json = output_.is_json();
  const auto opened = study_.open(env, json);
  Sink sink;
  const std::vector<CodeId> codes = codes_.select(*opened, study_.codes(*opened, sink), sink);
  const Selection selection = where_.select(*opened, sink);
  const std::vector<CoderId> layers = coder_.layers(*opened, sink);
  require_no_errors(env, sink, json);

  const CodedCorpus coded = code_by_layers(opened->study, opened->corpus, opened->books, opened->ledger, layers, codes);
  const std::vector<Quotation> quotations = collect_quotations(coded, codings_in(coded, selection, codes));
  const std::vector<Quotation> lost = collect_lost(coded, lost_in(coded, selection, codes));
  std::vector<Quotation> all = quotations;
  all.insert(all.end(), lost.begin(), lost.end());
  if (output_.is_long()) {
    const Metadata metadata{
        {"command", "quotes"}, {"coder", coder_name(coded)}, {"wording", std::string(name(opened->study.wording))}};
    output_.write(quotation_records(coded, all), metadata, env);
  } else if (!output_.is_text()) {
    Table table = quotation_table(coded, all);
    table.footnotes.push_back(wording_note(opened->study));
    output_.write(table, {}, env);
  } else if (quotations.empty() && lost.empty()) {
    output_.stream() << "No answer bears it.\n";
  } else {
    if (quotations.empty()) output_.stream() << "No answer bears it.\n";
    write_quotations(output_.stream(), coded, quotations, output_.page(env));
    if (!lost.empty()) output_.stream() << "\nTaken away by a later coder:\n\n";
    write_quotations(output_.stream(), coded, lost, output_.page(env));
    write_wording_note(output_.stream(), opened->study, output_.page(env));
  }
  output_.commit(env);
  return exit_done;
}

}  // namespace etic::cli
