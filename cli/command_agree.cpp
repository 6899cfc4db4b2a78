#include "cli/command_agree.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <map>

#include "cli/adjudication.hpp"
#include "cli/choice.hpp"
#include "cli/coder_option.hpp"
#include "coding/layers.hpp"
#include "coding/quote.hpp"
#include "report/coding_tables.hpp"

namespace etic::cli {
namespace {

constexpr const char* reliability_measures[] = {"agree", "kappa", "fleiss", "alpha", "ac1"};
constexpr const char* accuracy_measures[] = {"precision", "recall", "f1"};

Coefficient measured(const std::string& measure, const RatingSums& sums) {
  if (measure == "agree") return percent_agreement(sums);
  if (measure == "kappa") return cohen_kappa(sums);
  if (measure == "fleiss") return fleiss_kappa(sums);
  if (measure == "alpha") return krippendorff_alpha(sums);
  return gwet_ac1(sums);
}

Coefficient measured(const std::string& measure, const Accuracy& accuracy) {
  if (measure == "precision") return accuracy.precision();
  return measure == "recall" ? accuracy.recall() : accuracy.f1();
}

/// Rounding in the last places is no difference.
bool is_met(const std::string& measure, double least, const Coefficient& found, const std::string& whose,
            std::ostream& err) {
  constexpr double rounding = 1e-9;
  if (found.is_defined() && found.value >= least - rounding) return true;
  err << fmt::format(
      "etic: {}{} is {}, not {} or more\n", measure, whose.empty() ? "" : " of " + whose,
      found.is_defined() ? fmt::format("{:.3f}", found.value) : fmt::format("undefined ({})", found.undefined), least);
  return false;
}

/// Undefined last; of equal ones the earlier code.
bool is_worse(const AccuracyRow& a, const AccuracyRow& b) {
  const Coefficient x = a.accuracy.f1();
  const Coefficient y = b.accuracy.f1();
  if (x.is_defined() != y.is_defined()) return x.is_defined();
  return x.is_defined() && x.value < y.value;
}

std::string words_of(const ComparedUnit& unit, const std::vector<Coding>& codings, const CodedCorpus& coded,
                     AgreementLevel level) {
  std::vector<std::string> words;
  for (const Coding& coding : codings) {
    const bool elsewhere = coding.voice != unit.voice || !coding.span.overlaps(unit.span);
    if (level == AgreementLevel::sentence && elsewhere) continue;
    Coding part = coding;
    if (level == AgreementLevel::sentence) {
      part.span.begin = std::max(part.span.begin, unit.span.begin);
      part.span.end = std::min(part.span.end, unit.span.end);
    }
    std::string quote = folded_space(quote_text(coded, part));
    if (std::find(words.begin(), words.end(), quote) == words.end()) words.push_back(std::move(quote));
  }
  return fmt::format("{}", fmt::join(words, " … "));
}

}  // namespace

void AgreeCommand::set_up(CLI::App& app) {
  app_ = &app;
  app.add_option("CODER", names_, "Two or more: rules, a person's name, settled")->required();
  app.add_option("--level", level_, "Compare on: answer (default), respondent, sentence or segment")
      ->check(one_of("--level", {"answer", "respondent", "sentence", "segment"}))
      ->type_name("LEVEL");
  app.add_option("--reference", reference_, "Take this coder to be right: precision, recall, F1 of the others")
      ->check(not_empty("--reference"))
      ->type_name("CODER");
  app.add_flag("--themes", themes_, "Themes only");
  app.add_flag("--list", list_, "Every difference with its words");
  app.add_flag("--adjudicate", adjudicate_, "Decide them one by one, into codings/adjudicated.csv");
  app.add_option("--fail-under", fail_under_, "Fail where a figure overall is less: alpha=0.8, or f1=0.9 of accuracy")
      ->check(not_empty("--fail-under"))
      ->type_name("FIGURE=LEAST");
  codes_.set_up(app);
  where_.set_up(app);
  study_.set_up(app);
  output_.set_up(app);
}

AgreementLevel AgreeCommand::level() const {
  static const std::map<std::string, AgreementLevel> levels{{"answer", AgreementLevel::answer},
                                                            {"respondent", AgreementLevel::respondent},
                                                            {"sentence", AgreementLevel::sentence},
                                                            {"segment", AgreementLevel::segment}};
  return levels.at(level_);
}

void AgreeCommand::check_options(Sink& sink) const {
  const auto refuse = [&](bool clash, const char* message, const char* hint) {
    if (clash) sink.report(Kind::invalid_option, "", message, hint);
  };
  const bool segments = level() == AgreementLevel::segment;
  refuse(segments && (list_ || adjudicate_ || !reference_.empty() || !fail_under_.empty()),
         "`--level segment` gives coefficients only", "compare on sentences for the rest");
  refuse(adjudicate_ && (list_ || app_->count("--format") > 0 || app_->count("--output") > 0 || !fail_under_.empty()),
         "`--adjudicate` asks and prints nothing else", "");
  refuse(adjudicate_ && (themes_ || !reference_.empty()),
         "`--adjudicate` decides code by code, and takes nobody to be right", "");
  refuse(adjudicate_ && level() != AgreementLevel::answer, "`--adjudicate` decides on answers", "");
  refuse(list_ && (themes_ || !fail_under_.empty()), "`--list` shows differences code by code", "");
}

std::optional<AgreeCommand::Threshold> AgreeCommand::threshold(Sink& sink) const {
  if (fail_under_.empty()) return std::nullopt;
  const std::size_t sign = std::min(fail_under_.find('='), fail_under_.size());
  Threshold threshold{fail_under_.substr(0, sign), 0};
  const bool accuracy = !reference_.empty();
  const bool known = accuracy ? std::find(std::begin(accuracy_measures), std::end(accuracy_measures),
                                          threshold.measure) != std::end(accuracy_measures)
                              : std::find(std::begin(reliability_measures), std::end(reliability_measures),
                                          threshold.measure) != std::end(reliability_measures);
  const char* begin = fail_under_.data() + std::min(sign + 1, fail_under_.size());
  const char* end = fail_under_.data() + fail_under_.size();
  const auto [stop, error] = std::from_chars(begin, end, threshold.least);
  if (known && error == std::errc() && stop == end && threshold.least >= -1 && threshold.least <= 1) return threshold;
  sink.report(Kind::invalid_option, "", fmt::format("`--fail-under` cannot be `{}`", fail_under_),
              accuracy ? "precision, recall or f1, and a number: `f1=0.9`"
                       : "agree, kappa, fleiss, alpha or ac1, and a number: `alpha=0.8`");
  return std::nullopt;
}

int AgreeCommand::run(Env& env) {
  const bool json = output_.is_json();
  Sink sink;
  check_options(sink);
  require_no_errors(env, sink, json);
  const auto opened = study_.open(env, json);
  const std::vector<CodeId> codes = codes_.select(*opened, study_.codes(*opened, sink), sink);
  const Selection selection = where_.select(*opened, sink);
  const std::optional<Threshold> least = threshold(sink);

  ComparisonText text{names_, level(), where_.terms(), reference_, 0};
  const bool named = std::find(names_.begin(), names_.end(), reference_) != names_.end();
  if (!reference_.empty() && !named) text.coders.push_back(reference_);
  if (text.coders.size() < 2)
    sink.report(Kind::invalid_option, "", "one coder agrees with nobody", "name two, as in `etic agree rules settled`");
  std::vector<std::vector<CoderId>> layers;
  for (std::size_t i = 0; i < text.coders.size(); ++i) {
    if (std::count(text.coders.begin(), text.coders.begin() + static_cast<std::ptrdiff_t>(i), text.coders[i]) > 0)
      sink.report(Kind::invalid_option, "", fmt::format("`{}` is named twice", text.coders[i]));
    layers.push_back(layers_named(text.coders[i], *opened, sink));
  }
  if (least && least->measure == "kappa" && text.coders.size() != 2)
    sink.report(Kind::invalid_option, "", "kappa is of two coders", "fleiss or alpha are of any number");
  require_no_errors(env, sink, json);

  std::vector<CodedCorpus> coders;
  for (const std::vector<CoderId>& each : layers)
    coders.push_back(code_by_layers(opened->study, opened->corpus, opened->books, opened->ledger, each, codes));
  const Comparison comparison(coders, selection);

  if (list_ || adjudicate_) {
    const std::vector<Difference> found = differences(comparison, opened->books, codes, coders);
    if (adjudicate_) {
      adjudicate(*opened, study_.folder(), comparison, coders, found, text, env);
      return exit_done;
    }
    output_.write(output_.is_long() ? difference_records(found, coders.front(), text)
                                    : difference_table(found, coders.front(), text),
                  comparison_metadata(text), env);
    output_.commit(env);
    return exit_done;
  }
  if (level() == AgreementLevel::segment) {
    print_segments(comparison, opened->books, codes, text, env);
    output_.commit(env);
    return exit_done;
  }
  bool met = true;
  if (!reference_.empty()) {
    const auto reference =
        static_cast<std::size_t>(std::find(text.coders.begin(), text.coders.end(), reference_) - text.coders.begin());
    Table all;
    for (std::size_t i = 0; i < text.coders.size(); ++i) {
      if (i == reference) continue;
      const std::string& coder = text.coders[i];
      const std::vector<AccuracyRow> rows = accuracy(comparison, opened->books, codes, i, reference);
      if (least)
        met = is_met(least->measure, least->least, measured(least->measure, rows.front().accuracy), coder, env.err) &&
              met;
      if (!output_.is_long()) {
        output_.write(accuracy_table(rows, opened->books, coder, text), {}, env);
        continue;
      }
      Table records = accuracy_records(rows, opened->books, coder);
      all.columns = records.columns;
      all.rows.insert(all.rows.end(), records.rows.begin(), records.rows.end());
    }
    if (output_.is_long()) output_.write(all, comparison_metadata(text), env);
  } else {
    const Reliability found =
        reliability(comparison, opened->books, codes, level(), themes_, opened->corpus.respondents.size());
    const std::vector<AgreementRow>& rows = found.rows;
    text.codes = found.codes;
    if (least)
      met = is_met(least->measure, least->least, measured(least->measure, rows.front().agreement.sums), "", env.err);
    if (!output_.is_long() && rows.front().agreement.sums.pairable == 0) {
      output_.say("No two of them have read the same.");
    } else {
      output_.write(
          output_.is_long() ? agreement_records(rows, opened->books) : agreement_table(rows, opened->books, text),
          comparison_metadata(text), env);
    }
  }
  output_.commit(env);
  return met ? exit_done : exit_negative;
}

void AgreeCommand::print_segments(const Comparison& comparison, const Codebooks& books,
                                  const std::vector<CodeId>& codes, ComparisonText& text, const Env& env) {
  std::vector<UnitizingRow> rows;
  rows.push_back({{}, 0, std::vector<std::int64_t>(comparison.coders(), 0), {}, {}});
  for (const CodeId code : codes) {
    const bool pooled = !books.code(code).is_theme();
    if (!pooled && !is_row(books.code(code))) continue;
    const Continuum continuum = comparison.continuum(code);
    UnitizingRow row{
        code, continuum.length, {}, alpha_u_disagreement(continuum), binary_u_alpha_disagreement(continuum)};
    for (const auto& stretches : continuum.observers)
      row.segments.push_back(static_cast<std::int64_t>(stretches.size()));
    if (pooled) {
      if (row.characters > 0) ++text.codes;
      rows.front().characters += row.characters;
      for (std::size_t i = 0; i < row.segments.size(); ++i) rows.front().segments[i] += row.segments[i];
      rows.front().alpha_u += row.alpha_u;
      rows.front().u_alpha += row.u_alpha;
    }
    const bool marked =
        std::any_of(row.segments.begin(), row.segments.end(), [](std::int64_t count) { return count > 0; });
    if (marked && is_row(books.code(code))) rows.push_back(std::move(row));
  }
  output_.write(output_.is_long() ? unitizing_records(rows, books) : unitizing_table(rows, books, text),
                comparison_metadata(text), env);
}

/// Themes have rows only where nothing else has.
std::vector<AccuracyRow> AgreeCommand::accuracy(const Comparison& comparison, const Codebooks& books,
                                                const std::vector<CodeId>& codes, std::size_t coder,
                                                std::size_t reference) const {
  std::vector<AccuracyRow> rows;
  Accuracy overall;
  for (const CodeId code : codes) {
    const bool pooled = !books.code(code).is_theme();
    const bool row = themes_ ? is_row(books.code(code)) : pooled;
    if (!pooled && !row) continue;
    const Accuracy accuracy = accuracy_of(comparison.units(code, level()), coder, reference);
    if (pooled) overall += accuracy;
    if (row && accuracy.hits + accuracy.wrong + accuracy.missed > 0) rows.push_back({code, accuracy});
  }
  std::stable_sort(rows.begin(), rows.end(), is_worse);
  rows.insert(rows.begin(), {{}, overall});
  return rows;
}

std::vector<Difference> AgreeCommand::differences(const Comparison& comparison, const Codebooks& books,
                                                  const std::vector<CodeId>& codes,
                                                  const std::vector<CodedCorpus>& coders) const {
  std::vector<Difference> found;
  for (const CodeId code : codes) {
    if (books.code(code).is_theme()) continue;
    for (ComparedUnit& unit : comparison.units(code, level())) {
      const auto says = [&](Rating decision) {
        return std::find(unit.decisions.begin(), unit.decisions.end(), decision) - unit.decisions.begin();
      };
      const auto yes = static_cast<std::size_t>(says(1));
      if (yes == coders.size() || static_cast<std::size_t>(says(0)) == coders.size()) continue;
      std::string words;
      if (level() != AgreementLevel::respondent)
        words = words_of(unit, comparison.codings(yes, unit.answer, code), coders[yes], level());
      found.push_back({code, std::move(unit), std::move(words)});
    }
  }
  return found;
}

}  // namespace etic::cli
