#include "cli/command_quotes.hpp"

#include <functional>
#include <iterator>
#include <memory>
#include <sstream>
#include <utility>

#include "analysis/coding_selection.hpp"
#include "coding/layers.hpp"
#include "report/caption.hpp"

namespace etic::cli {

void QuotesCommand::set_up(CLI::App& app) {
  codes_.set_up_positional(app);
  where_.set_up(app);
  coder_.set_up(app);
  rows_.set_up(app);
  study_.set_up_with_answers(app);
  output_.set_up(app);
}

int QuotesCommand::run(Env& env) {
  const bool json = output_.is_json();
  auto opened = study_.open(env, json, Rows::leave);
  // Quotes are cited with an attribute, which any row of a respondent may tell.
  if (opened->rows_are_left && !opened->study.attributes.empty()) opened = study_.open(env, json);
  Sink sink;
  const std::vector<CodeId> codes = codes_.select(*opened, study_.codes(*opened, sink), sink);
  const std::vector<WhereTerm> terms = where_.parse(*opened, sink);
  const std::vector<CoderId> layers = coder_.layers(*opened, sink);
  require_no_errors(env, sink, json);

  const auto quotations_in = [&](const CodedCorpus& coded) {
    return collect_quotations(coded, codings_in(coded, select(opened->study, *coded.corpus, terms), codes));
  };
  const CodedCorpus coded = code_by_layers(opened->study, opened->corpus, opened->books, opened->ledger, layers, codes);
  ByCode found = evidence(coded, quotations_in(coded), env);
  const UsePart use = [&](const CodedCorpus& part) -> std::function<void()> {
    auto more = std::make_shared<ByCode>(evidence(part, quotations_in(part), env));
    return [&found, more] {
      for (auto& [code, of_code] : *more) {
        found[code].text += of_code.text;
        std::move(of_code.rows.begin(), of_code.rows.end(), std::back_inserter(found[code].rows));
      }
    };
  };
  rows_.go_through(*opened, study_, {codes, Extent::all}, use, env, json);
  const std::vector<Quotation> lost =
      collect_lost(coded, lost_in(coded, select(opened->study, opened->corpus, terms), codes));

  if (output_.is_text()) {
    write_text(coded, found, lost, env);
  } else {
    Table table = output_.is_long() ? quotation_records(coded, lost) : quotation_table(coded, lost);
    std::vector<Row> rows;
    for (auto& [code, of_code] : found) std::move(of_code.rows.begin(), of_code.rows.end(), std::back_inserter(rows));
    if (!output_.is_long() && !rows.empty() && !table.rows.empty()) table.rows.front().starts_block = true;
    std::move(table.rows.begin(), table.rows.end(), std::back_inserter(rows));
    table.rows = std::move(rows);
    if (!output_.is_long()) table.footnotes.push_back(wording_note(opened->study));
    const Metadata metadata{
        {"command", "quotes"}, {"coder", coder_name(coded)}, {"wording", std::string(name(opened->study.wording))}};
    output_.write(table, output_.is_long() ? metadata : Metadata{}, env);
  }
  output_.commit(env);
  return exit_done;
}

QuotesCommand::ByCode QuotesCommand::evidence(const CodedCorpus& coded, const std::vector<Quotation>& quotations,
                                              const Env& env) const {
  ByCode found;
  if (output_.is_text()) {
    for (const Quotation& quotation : quotations) {
      std::ostringstream text;
      write_quotation(text, coded, quotation, output_.page(env));
      found[quotation.code].text += text.str();
    }
    return found;
  }
  Table table = output_.is_long() ? quotation_records(coded, quotations) : quotation_table(coded, quotations);
  for (std::size_t i = 0; i < quotations.size(); ++i)
    found[quotations[i].code].rows.push_back(std::move(table.rows[i]));
  return found;
}

void QuotesCommand::write_text(const CodedCorpus& coded, const ByCode& quotations, const std::vector<Quotation>& lost,
                               const Env& env) {
  const Page page = output_.page(env);
  std::ostream& out = output_.stream();
  if (quotations.empty()) out << "No answer bears it.\n";
  for (const auto& [code, of_code] : quotations) {
    if (code != quotations.begin()->first) out << '\n';
    write_code_name(out, coded.books->code(code), page);
    out << of_code.text;
  }
  if (!lost.empty()) out << "\nTaken away by a later coder:\n\n";
  write_quotations(out, coded, lost, page);
  if (!quotations.empty() || !lost.empty()) write_wording_note(out, *coded.study, page);
}

}  // namespace etic::cli
