#include "cli/counting_options.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "cli/choice.hpp"

namespace etic::cli {

Selection select_for(const Counting& counting, const CodedCorpus& coded, const std::vector<WhereTerm>& terms) {
  const auto& attributes = coded.study->attributes;
  const bool sparse = coded.corpus->is_part && counting.base != BaseRule::eligible &&
                      std::none_of(attributes.begin(), attributes.end(),
                                   [](const Attribute& attribute) { return attribute.of == Attribute::Of::interview; });
  return sparse ? select_recorded(*coded.study, *coded.corpus, terms) : select(*coded.study, *coded.corpus, terms);
}

void WhereOptions::set_up(CLI::App& app) {
  app.add_option("--where", terms_,
                 "Only where this holds: site=TCR,KITIC, 'date>=2020', group!=G4; repeat it to join several by `and`")
      ->type_name("TERM")
      ->allow_extra_args(false);
  app.add_flag("--only-asked", only_asked_, "Sub-questions without the questions their findings draw on besides");
}

std::vector<WhereTerm> WhereOptions::parse(const OpenedStudy& opened, Sink& sink) const {
  std::vector<WhereTerm> terms;
  for (const std::string& text : terms_) {
    if (std::optional<WhereTerm> term =
            parse_where(text, opened.study, opened.corpus, only_asked_, about_command_line(sink)))
      terms.push_back(std::move(*term));
  }
  return terms;
}

bool WhereOptions::asks_for_attributes(const OpenedStudy& opened) const {
  Sink reported_later;
  const std::vector<WhereTerm> terms = parse(opened, reported_later);
  return std::any_of(terms.begin(), terms.end(),
                     [](const WhereTerm& term) { return term.key == WhereTerm::Key::attribute; });
}

Selection WhereOptions::select(const OpenedStudy& opened, Sink& sink) const {
  return etic::select(opened.study, opened.corpus, parse(opened, sink));
}

void CodeOptions::set_up(CLI::App& app) {
  app.add_option("--code", names_, "Only these codes, or themes with their codes")
      ->type_name("CODE")
      ->delimiter(',')
      ->allow_extra_args(false);
}

void CodeOptions::set_up_positional(CLI::App& app) {
  app.add_option("CODE", names_, "Codes, or themes with their codes")->required();
}

std::vector<CodeId> CodeOptions::select(const OpenedStudy& opened, const std::vector<CodeId>& codes, Sink& sink) const {
  if (names_.empty()) return codes;
  std::vector<CodeId> wanted;
  for (const std::string& name : names_) {
    const std::optional<CodeId> code = find_code(name, opened.books, sink);
    if (!code) continue;
    if (!std::binary_search(codes.begin(), codes.end(), *code)) {
      sink.report(Kind::invalid_option, "",
                  fmt::format("code `{}` is of codebook `{}`, which `--codebook` leaves out", name,
                              opened.books.book_of(*code).name),
                  fmt::format("add `--codebook {}`, or leave the option away", opened.books.book_of(*code).name));
    }
    const std::vector<CodeId> all = opened.books.subtree(*code);
    wanted.insert(wanted.end(), all.begin(), all.end());
  }
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  return wanted;
}

void CodeOptions::require_theme(const OpenedStudy& opened, const std::vector<CodeId>& codes, Sink& sink) const {
  const bool any =
      std::any_of(codes.begin(), codes.end(), [&](CodeId code) { return !opened.books.code(code).parent; });
  if (!any && given())
    sink.report(Kind::invalid_option, "", "`--code` names no theme, and the table is one of themes",
                "name a theme, or make a table of codes");
}

void CountingOptions::set_up(CLI::App& app) {
  app.add_option("--count", unit_, "respondents (default), responses, answers or segments")
      ->check(one_of("--count", {"respondents", "responses", "answers", "segments"}))
      ->type_name("UNIT");
  app.add_option("--base", base_, "recorded (default), eligible or substantive")
      ->check(one_of("--base", {"recorded", "eligible", "substantive"}))
      ->type_name("BASE");
  app.add_option("--among", among_, "Only units that bear this code")->type_name("CODE");
  app.add_option("--percent", percent_, "Percentages too, of base; in a matrix also of row or col")
      ->check(one_of("--percent", {"base", "row", "col"}))
      ->type_name("OF");
}

Counting CountingOptions::counting(const OpenedStudy& opened, bool only_asked, Sink& sink) const {
  static const std::map<std::string, Unit> units{{"respondents", Unit::respondents},
                                                 {"responses", Unit::responses},
                                                 {"answers", Unit::answers},
                                                 {"segments", Unit::segments}};
  static const std::map<std::string, BaseRule> bases{
      {"recorded", BaseRule::recorded}, {"eligible", BaseRule::eligible}, {"substantive", BaseRule::substantive}};
  Counting counting{units.at(unit_), bases.at(base_), {}, only_asked};
  if (!among_.empty()) counting.among = find_code(among_, opened.books, sink);
  if (counting.base == BaseRule::eligible && (counting.unit == Unit::answers || counting.unit == Unit::segments)) {
    sink.report(Kind::invalid_option, "", fmt::format("`--base eligible` does not go with `--count {}`", unit_),
                "who is eligible is counted in respondents or responses");
  }
  if (counting.unit == Unit::segments && !percent_.empty()) {
    sink.report(Kind::invalid_option, "", "`--percent` does not go with `--count segments`", "segments have no base");
  }
  return counting;
}

CountingText CountingOptions::text(const Counting& counting, const WhereOptions& where,
                                   const CodedCorpus& coded) const {
  return {counting.unit, counting.base, where.terms(), among_, where.only_asked(), coder_name(coded), coded_by(coded)};
}

void CountingOptions::check_format(bool is_long, Sink& sink) const {
  if (!is_long || percent_.empty()) return;
  sink.report(Kind::invalid_option, "", "`--percent` goes with tables only", "csv, tsv and json carry n and base");
}

Percent CountingOptions::percent() const {
  static const std::map<std::string, Percent> percents{
      {"", Percent::none}, {"base", Percent::base}, {"row", Percent::row}, {"col", Percent::column}};
  return percents.at(percent_);
}

}  // namespace etic::cli
