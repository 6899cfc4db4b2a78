#include "cli/matrix_request.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "analysis/bearing.hpp"
#include "analysis/cooccurrence.hpp"
#include "cli/choice.hpp"
#include "coding/layers.hpp"

namespace etic::cli {

void MatrixRequest::set_up(CLI::App& app) {
  app.add_option("--rows", rows_, "code, theme (default), group, question, subquestion, respondent or an attribute")
      ->type_name("AXIS");
  app.add_option("--cols", columns_, "The same (default: group)")->type_name("AXIS");
  set_up_counting(app);
}

void MatrixRequest::set_up_for_codes(CLI::App& app) {
  rows_ = columns_ = "code";
  app.add_flag_callback(
      "--themes", [this] { rows_ = columns_ = "theme"; }, "Themes only");
  set_up_counting(app);
}

void MatrixRequest::set_up_counting(CLI::App& app) {
  app.add_option("--within", within_, "Codes with codes: both in one respondent, answer (default) or sentence")
      ->check(one_of("--within", {"respondent", "answer", "sentence"}))
      ->type_name("UNIT");
  codes_.set_up(app);
  where_.set_up(app);
  counting_.set_up(app);
  coder_.set_up(app);
  rows_in_parts_.set_up(app);
  study_.set_up_with_answers(app);
}

Within MatrixRequest::within() const {
  static const std::map<std::string, Within> known{
      {"respondent", Within::respondent}, {"answer", Within::answer}, {"sentence", Within::sentence}};
  return known.at(within_);
}

void MatrixRequest::check(const std::optional<Axis>& rows, const std::optional<Axis>& columns, const Counting& counting,
                          Sink& sink) const {
  const auto refuse = [&](std::string message, std::string hint) {
    sink.report(Kind::invalid_option, "", std::move(message), std::move(hint));
  };
  if (!rows || !columns) return;
  // Codes overlap: what all of them have together is no whole that one could be a share of.
  const Percent percent = counting_.percent();
  if ((percent == Percent::column && rows->is_codes()) || (percent == Percent::row && columns->is_codes())) {
    refuse("codes have no total to take a percentage of", "use `--percent base`");
  }
  if (!rows->is_codes() || !columns->is_codes()) return;
  if (counting.unit == Unit::segments)
    refuse("codes with codes are not counted in segments", "count respondents, responses or answers");
  if (counting.base == BaseRule::eligible)
    refuse("`--base eligible` does not go with codes crossed with codes", "use recorded or substantive");
  if (within() == Within::respondent && counting.unit != Unit::respondents)
    refuse("`--within respondent` counts respondents only", "leave `--count` away");
}

Matrix MatrixRequest::cross(const CodedCorpus& coded, const Bearing& bearing, const Selection& selection,
                            const Axis& rows, const Axis& columns, const std::vector<CodeId>& codes,
                            const Counting& counting) const {
  if (rows.is_codes() && columns.is_codes())
    return co_occurrence(coded, bearing, selection, rows, codes, columns, codes, within(), counting);
  if (rows.is_codes()) return count_codes(coded, bearing, selection, rows, codes, columns, counting);
  if (columns.is_codes()) return transposed(count_codes(coded, bearing, selection, columns, codes, rows, counting));
  std::vector<CodeId> counted = codes;
  if (!codes_.given()) {
    // "Any code" means something was said: what says nothing is left out unless it is asked for.
    counted.erase(
        std::remove_if(counted.begin(), counted.end(), [&](CodeId id) { return coded.books->code(id).excludes_all; }),
        counted.end());
  }
  return cross_axes(coded, bearing, selection, rows, columns, counted, counting);
}

std::string MatrixRequest::title(const Axis& rows, const Axis& columns) const {
  const std::string crossed = fmt::format("{} × {}", rows_, columns_);
  if (rows.is_codes() && columns.is_codes()) return fmt::format("{} within one {}", crossed, within_);
  if (rows.is_codes() || columns.is_codes()) return crossed;
  return fmt::format("{} of {}", crossed,
                     codes_.given() ? fmt::format("{}", fmt::join(codes_.names(), ", ")) : "any code but non-answers");
}

CountedMatrix MatrixRequest::count(const Env& env, bool json, bool is_long) const {
  CountedMatrix counted;
  // Stretches of text are counted where all of a respondent's rows are at hand.
  const bool by_stretches = counting_.counts_segments() || within() == Within::sentence;
  counted.opened = study_.open(env, json, by_stretches ? Rows::read : Rows::leave);
  const OpenedStudy& opened = *counted.opened;
  Sink sink;
  const std::vector<CodeId> codes = codes_.select(opened, study_.codes(opened, sink), sink);
  const Counting counting = counting_.counting(opened, where_.only_asked(), sink);
  const std::vector<WhereTerm> terms = where_.parse(opened, sink);
  const std::optional<Axis> rows = parse_axis(rows_, opened.study, about_command_line(sink));
  const std::optional<Axis> columns = parse_axis(columns_, opened.study, about_command_line(sink));
  check(rows, columns, counting, sink);
  counting_.check_format(is_long, sink);
  const bool themes = (rows && rows->kind == Axis::Kind::theme) || (columns && columns->kind == Axis::Kind::theme);
  if (themes) codes_.require_theme(opened, codes, sink);
  const std::vector<CoderId> layers = coder_.layers(opened, sink);
  require_no_errors(env, sink, json);

  const CountPart count = [&](const CodedCorpus& coded, const Bearing& bearing) {
    return cross(coded, bearing, select_for(counting, coded, terms), *rows, *columns, codes, counting);
  };
  const Extent extent = within() == Within::sentence ? Extent::all : counting.extent_needed();
  const CodingScope scope{counting.codes_needed(codes), extent};
  const CodedCorpus coded =
      code_by_layers(opened.study, opened.corpus, opened.books, opened.ledger, layers, scope.codes, scope.extent);
  counted.matrix = rows_in_parts_.count(coded, opened, study_, scope, count, env, json);
  counted.rows = rows_;
  counted.columns = columns_;
  if (rows->is_codes() && columns->is_codes()) counted.within = within_;
  counted.title = title(*rows, *columns);
  counted.text = counting_.text(counting, where_, coded);
  counted.percent = counting_.percent();
  return counted;
}

}  // namespace etic::cli
