#include "cli/tally_request.hpp"

#include "analysis/bearing.hpp"
#include "cli/choice.hpp"
#include "coding/layers.hpp"

namespace etic::cli {

void write_tally(const Matrix& tally, const std::string& by, const CountingText& text, Percent percent, Output& output,
                 const Env& env) {
  if (output.is_long()) {
    output.write(tally_records(tally, by, text), count_metadata("tally", text), env);
  } else {
    for (const Table& table : tally_tables(tally, by, text, percent)) output.write(table, {}, env);
  }
}

void TallyRequest::set_up(CLI::App& app) {
  app.add_option("--by", by_, "A tally each: subquestion, question, group, respondent or an attribute")
      ->check(not_empty("--by"))
      ->type_name("AXIS");
  app.add_flag("--themes", themes_, "Themes only");
  codes_.set_up(app);
  where_.set_up(app);
  counting_.set_up(app);
  coder_.set_up(app);
  rows_.set_up(app);
  study_.set_up_with_answers(app);
}

CountedTally TallyRequest::count(const Env& env, bool json, bool is_long, bool is_partial) const {
  // Stretches of text are counted where all of a respondent's rows are at hand.
  const auto opened = study_.open(env, json, counting_.counts_segments() ? Rows::read : Rows::leave);
  Sink sink;
  const std::vector<CodeId> codes = codes_.select(*opened, study_.codes(*opened, sink), sink);
  const Counting counting = counting_.counting(*opened, where_.only_asked(), sink);
  const std::vector<WhereTerm> terms = where_.parse(*opened, sink);
  std::optional<Axis> by;
  if (!by_.empty()) by = parse_axis(by_, opened->study, about_command_line(sink), false);
  if (by && by->is_codes())
    sink.report(Kind::invalid_option, "", "`--by` cannot be codes",
                "`etic matrix --rows code --cols code` crosses codes");
  if (counting_.percent() == Percent::row || counting_.percent() == Percent::column) {
    sink.report(Kind::invalid_option, "", "a tally has percentages of the base only",
                "use `--percent base`, or `etic matrix`");
  }
  counting_.check_format(is_long, sink);
  if (themes_) codes_.require_theme(*opened, codes, sink);
  const std::vector<CoderId> layers = coder_.layers(*opened, sink);
  require_no_errors(env, sink, json);

  const Axis rows{themes_ ? Axis::Kind::theme : Axis::Kind::code, {}};
  const CountPart count = [&](const CodedCorpus& coded, const Bearing& bearing) {
    return count_codes(coded, bearing, select_for(counting, coded, terms), rows, codes, by, counting);
  };
  const CodingScope scope{counting.codes_needed(codes), counting.extent_needed()};
  const CodedCorpus coded =
      code_by_layers(opened->study, opened->corpus, opened->books, opened->ledger, layers, scope.codes, scope.extent);
  CountedTally counted;
  counted.tally =
      rows_.count(coded, *opened, study_, scope, count, env, json, is_partial ? &counted.respondents : nullptr);
  counted.by = by_;
  counted.text = counting_.text(counting, where_, coded);
  counted.percent = counting_.percent();
  for (const AnswerFile& file : opened->study.answer_files) counted.answer_files.push_back(file.path);
  return counted;
}

}  // namespace etic::cli
