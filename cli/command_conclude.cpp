#include "cli/command_conclude.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "analysis/axis.hpp"
#include "analysis/bearing.hpp"
#include "cli/choice.hpp"
#include "cli/conclusion_choice.hpp"
#include "cli/failure.hpp"
#include "coding/layers.hpp"
#include "conclusions/sign_off.hpp"
#include "diagnostics/render.hpp"
#include "editing/edited_files.hpp"
#include "editing/whole_file.hpp"
#include "report/caption.hpp"
#include "report/conclusion_tables.hpp"
#include "report/quotation.hpp"
#include "table/line_fitting.hpp"

namespace etic::cli {

void ConcludeCommand::set_up(CLI::App& app) {
  app_ = &app;
  app.add_option("ABOUT", names_, "Only these: an id, a section with those below it, a sub-question")->delimiter(',');
  app.add_flag("-v,--verbose", verbose_, "Who is for it and against it, in which words, and who is silent");
  app.add_option("--by", by_, "Support split by subquestion, question, group, respondent or an attribute")
      ->check(not_empty("--by"))
      ->type_name("AXIS");
  app.add_flag("--check", check_, "Fail where a verdict or a figure is not as `expect` has it");
  app.add_option("--accept", accepted_, "Sign off what is found: write it into `expect`; ABOUT, or `all`")
      ->check(not_empty("--accept"))
      ->type_name("ABOUT")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_option("--reason", reason_, "With --accept: why a sentence may stand that is not supported")
      ->check(not_empty("--reason"))
      ->type_name("TEXT");
  coder_.set_up(app);
  study_.set_up_with_answers(app, false);
  output_.set_up(app);
}

void ConcludeCommand::check_options(Sink& sink) const {
  const auto exclude = [&](const char* option, const std::vector<const char*>& others) {
    if (app_->count(option) == 0) return;
    for (const char* other : others) {
      if (app_->count(other) > 0)
        sink.report(Kind::invalid_option, "", fmt::format("`{}` does not go with `{}`", other, option),
                    other == std::string_view("ABOUT") ? "name them behind `--accept`, joined by commas" : "");
    }
  };
  exclude("--accept", {"--check", "--by", "--verbose", "--coder", "--format", "--output", "ABOUT"});
  exclude("--check", {"--by", "--verbose", "--coder"});
  exclude("--verbose", {"--by"});
  if (app_->count("--reason") > 0 && app_->count("--accept") == 0)
    sink.report(Kind::invalid_option, "", "`--reason` goes with `--accept`");
  if (verbose_ && !output_.is_text())
    sink.report(Kind::invalid_option, "", "`--verbose` is for reading only",
                "csv, tsv and json name the respondents; `etic quotes` has the words");
}

int ConcludeCommand::run(Env& env) {
  const bool json = output_.is_json();
  Sink sink;
  check_options(sink);
  require_no_errors(env, sink, json);
  const auto opened = study_.open(env, json);
  require_conclusions(*opened, study_.folder(), sink);
  require_no_errors(env, sink, json);
  const std::vector<const Conclusion*> chosen = find_conclusions(accepted_.empty() ? names_ : accepted_, *opened, sink);
  const std::vector<CoderId> layers = coder_.layers(*opened, sink);
  std::optional<Axis> by;
  if (!by_.empty()) by = parse_axis(by_, opened->study, about_command_line(sink), false);
  if (by && by->is_codes()) sink.report(Kind::invalid_option, "", "`--by` cannot be codes");
  require_no_errors(env, sink, json);

  const CodedCorpus coded =
      code_by_layers(opened->study, opened->corpus, opened->books, opened->ledger, layers, opened->conclusions.codes());
  const Bearing bearing(coded);
  const Concluder concluder(coded, bearing);
  const std::vector<Finding> findings = concluder.judge(chosen);
  if (!accepted_.empty()) return accept(*opened, findings, env);
  const Metadata metadata{{"command", "conclude"},
                          {"count", "respondents"},
                          {"base", "recorded"},
                          {"coder", coder_name(coded)},
                          {"wording", std::string(name(opened->study.wording))}};
  if (check_) return check(findings, metadata, env);
  print(opened->study, concluder, findings, coded, metadata, by, env);
  return exit_done;
}

void ConcludeCommand::print(const Study& study, const Concluder& concluder, const std::vector<Finding>& findings,
                            const CodedCorpus& coded, const Metadata& metadata, const std::optional<Axis>& by,
                            Env& env) {
  std::vector<SplitFinding> splits;
  if (by) {
    for (const Finding& finding : findings) splits.push_back({finding, concluder.split(*finding.conclusion, *by)});
  }
  if (output_.is_long()) {
    output_.write(by ? split_records(splits, by_, coded) : conclusion_records(findings, coded), metadata, env);
  } else if (findings.empty()) {
    output_.say("No conclusions.");
  } else if (verbose_) {
    write_findings(output_.stream(), findings, coded, output_.page(env));
    write_wording_note(output_.stream(), study, output_.page(env));
  } else {
    for (const Table& table :
         by ? split_tables(splits, by_, concluder.values_of(*by), coded) : conclusion_tables(findings, coded))
      output_.write(table, {}, env);
  }
  output_.commit(env);
}

int ConcludeCommand::check(const std::vector<Finding>& findings, const Metadata& metadata, Env& env) {
  const std::vector<Change> changes = find_changes(findings);
  if (changes.empty() && !output_.is_long()) {
    const auto unsigned_ones = std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
      const Conclusion& conclusion = *finding.conclusion;
      return is_judged(conclusion) && !conclusion.expect;
    });
    output_.say(fmt::format("{} conclusion{} as signed off{}", findings.size(), findings.size() == 1 ? " is" : "s are",
                            unsigned_ones == 0 ? "" : fmt::format(" ({} without `expect`)", unsigned_ones)));
  } else {
    output_.write(output_.is_long() ? change_records(changes) : change_table(changes), metadata, env);
  }
  output_.commit(env);
  return changes.empty() ? exit_done : exit_negative;
}

int ConcludeCommand::accept(const OpenedStudy& opened, const std::vector<Finding>& findings, Env& env) const {
  std::vector<const Finding*> signed_off;
  for (const Finding& finding : findings) signed_off.push_back(&finding);
  Sink sink;
  const FileEdit edit = sign_off(opened.conclusions, signed_off, one_line(reason_), sink);
  require_no_errors(env, sink, false);
  const std::string& path = opened.conclusions.file->path();
  if (edit.changed_lines().empty()) {
    env.out << fmt::format("{}: nothing changes\n", path);
    return exit_done;
  }
  const EditedFiles files(env.files, {&edit});
  const Env afterwards{env.in, env.out, env.err, files, env.width, env.colour, env.err_colour};
  if (study_.read(afterwards, false)->sink.error_count() > opened.sink.error_count())
    throw Failure(exit_bug, fmt::format("{} would no longer be sound; nothing was changed", path));
  const FileReplacement replacement{path, opened.conclusions.file->bytes(), edit.result()};
  if (const auto trouble = write_whole_files({replacement}))
    throw Failure(exit_io, fmt::format("nothing was changed: {}", *trouble));
  for (const ChangedLines& lines : edit.changed_lines()) {
    env.out << fmt::format("{}:{}\n", path, lines.line);
    for (const std::string& line : lines.before) env.out << "- " << line << '\n';
    for (const std::string& line : lines.after) env.out << "+ " << line << '\n';
  }
  return exit_done;
}

}  // namespace etic::cli
