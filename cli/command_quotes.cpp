#include "cli/command_quotes.hpp"

#include "analysis/coding_selection.hpp"
#include "report/quotation.hpp"

namespace etic::cli {

void QuotesCommand::set_up(CLI::App& app) {
  codes_.set_up_positional(app);
  where_.set_up(app);
  study_.set_up(app);
  output_.set_up(app);
}

int QuotesCommand::run(Env& env) {
  const bool json = output_.is_json();
  const auto opened = study_.open(env, json);
  Sink sink;
  const std::vector<CodeId> codes = codes_.select(*opened, study_.codes(*opened, sink), sink);
  const Selection selection = where_.select(*opened, sink);
  require_no_errors(env, sink, json);

  const CodedCorpus coded = code_by_rules(opened->study, opened->corpus, opened->books, codes);
  const std::vector<Quotation> quotations = collect_quotations(coded, codings_in(coded, selection, codes));
  if (output_.is_long()) {
    const Metadata metadata{{"command", "quotes"}, {"wording", std::string(name(opened->study.wording))}};
    output_.write(quotation_records(coded, quotations), metadata, env);
  } else if (output_.format() == Format::markdown) {
    Table table = quotation_table(coded, quotations);
    table.footnotes.push_back(wording_note(opened->study));
    output_.write(table, {}, env);
  } else if (quotations.empty()) {
    output_.stream() << "No answer bears it.\n";
  } else {
    write_quotations(output_.stream(), coded, quotations, output_.page(env));
    write_wording_note(output_.stream(), opened->study, output_.page(env));
  }
  output_.commit(env);
  return exit_done;
}

}  // namespace etic::cli
