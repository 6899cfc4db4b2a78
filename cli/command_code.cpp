#include "cli/command_code.hpp"

#include <memory>
#include <utility>

#include "analysis/coding_selection.hpp"
#include "cli/long_output.hpp"
#include "coding/layers.hpp"
#include "report/caption.hpp"
#include "report/coding_tables.hpp"

namespace etic::cli {

void CodeCommand::set_up(CLI::App& app) {
  codes_.set_up(app);
  where_.set_up(app);
  coder_.set_up(app);
  rows_.set_up(app);
  study_.set_up_with_answers(app);
  output_.set_up(app);
}

int CodeCommand::run(Env& env) {
  const bool json = output_.is_json();
  auto opened = study_.open(env, json, Rows::leave);
  // What a respondent's attributes are, any row may tell.
  if (opened->rows_are_left && where_.asks_for_attributes(*opened)) opened = study_.open(env, json);
  Sink sink;
  const std::vector<CodeId> codes = codes_.select(*opened, study_.codes(*opened, sink), sink);
  const std::vector<WhereTerm> terms = where_.parse(*opened, sink);
  const std::vector<CoderId> layers = coder_.layers(*opened, sink);
  require_no_errors(env, sink, json);

  const auto chosen = [&](const CodedCorpus& coded) {
    return codings_in(coded, select_recorded(opened->study, *coded.corpus, terms), codes);
  };
  const CodedCorpus coded = code_by_layers(opened->study, opened->corpus, opened->books, opened->ledger, layers, codes);
  if (output_.is_long()) {
    write_records(*opened, coded, codes, chosen, env);
  } else {
    write_table(*opened, coded, codes, chosen, env);
  }
  return exit_done;
}

/// As they come.
void CodeCommand::write_records(const OpenedStudy& opened, const CodedCorpus& coded, const std::vector<CodeId>& codes,
                                const Choice& chosen, Env& env) {
  const Metadata metadata{
      {"command", "code"}, {"coder", coder_name(coded)}, {"wording", std::string(name(opened.study.wording))}};
  LongOutput out(output_.format(), output_.path(), coding_columns(), metadata, env);
  const auto text_of = [&](const CodedCorpus& part) {
    LongText rows = out.rows();
    write_codings(rows, part, chosen(part));
    return rows.take();
  };
  out.add(text_of(coded));
  const UsePart use = [&](const CodedCorpus& part) -> std::function<void()> {
    return [&out, text = std::make_shared<const std::string>(text_of(part))] { out.add(*text); };
  };
  rows_.go_through(opened, study_, {codes, Extent::all}, use, env, output_.is_json());
  out.commit();
}

/// Of all at once, since columns are as wide as what stands in them.
void CodeCommand::write_table(const OpenedStudy& opened, const CodedCorpus& coded, const std::vector<CodeId>& codes,
                              const Choice& chosen, Env& env) {
  Table table = coding_table(coded, chosen(coded));
  const UsePart use = [&](const CodedCorpus& part) -> std::function<void()> {
    auto rows = std::make_shared<std::vector<Row>>(coding_table(part, chosen(part)).rows);
    return [&table, rows] {
      if (!rows->empty()) rows->front().starts_block = !table.rows.empty();
      std::move(rows->begin(), rows->end(), std::back_inserter(table.rows));
    };
  };
  rows_.go_through(opened, study_, {codes, Extent::all}, use, env, output_.is_json());
  table.caption = coding_caption(coded, table.rows.size());
  output_.write(table, {}, env);
  output_.commit(env);
}

}  // namespace etic::cli
