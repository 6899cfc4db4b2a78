#include "cli/command_code.hpp"

#include "analysis/coding_selection.hpp"
#include "coding/layers.hpp"
#include "report/caption.hpp"
#include "report/coding_tables.hpp"

namespace etic::cli {

void CodeCommand::set_up(CLI::App& app) {
  codes_.set_up(app);
  where_.set_up(app);
  coder_.set_up(app);
  study_.set_up(app);
  output_.set_up(app);
}

int CodeCommand::run(Env& env) {
  const bool json = output_.is_json();
  const auto opened = study_.open(env, json);
  Sink sink;
  const std::vector<CodeId> codes = codes_.select(*opened, study_.codes(*opened, sink), sink);
  const Selection selection = where_.select(*opened, sink);
  const std::vector<CoderId> layers = coder_.layers(*opened, sink);
  require_no_errors(env, sink, json);

  const CodedCorpus coded = code_by_layers(opened->study, opened->corpus, opened->books, opened->ledger, layers, codes);
  const std::vector<Coding> codings = codings_in(coded, selection, codes);
  if (output_.is_long()) {
    output_.write(
        coding_records(coded, codings),
        {{"command", "code"}, {"coder", coder_name(coded)}, {"wording", std::string(name(opened->study.wording))}},
        env);
  } else {
    output_.write(coding_table(coded, codings), {}, env);
  }
  output_.commit(env);
  return exit_done;
}

}  // namespace etic::cli
