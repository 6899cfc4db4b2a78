#include "cli/command_check.hpp"

#include <fmt/format.h>
#include <string_view>

#include "analysis/bearing.hpp"
#include "audit/audit.hpp"
#include "audit/inventory.hpp"
#include "coding/layers.hpp"
#include "report/inventory_tables.hpp"

namespace etic::cli {
namespace {

template <class Number>
std::string counted(Number number, std::string_view thing) {
  return fmt::format("{} {}{}", number, thing, number == 1 ? "" : "s");
}

}  // namespace

void CheckCommand::set_up(CLI::App& app) {
  study_.set_up_with_answers(app, false);
  app.add_flag("--strict", strict_, "Fail on warnings too");
  app.add_flag("-q,--quiet", quiet_, "No summary of what is there");
  rows_.set_up(app);
  output_.set_up(app);
}

void CheckCommand::summarize(const OpenedStudy& opened, const Inventory& inventory, bool whole, const Env& env) {
  if (!output_.is_long()) {
    Table groups = group_inventory(opened.study, inventory);
    groups.caption = opened.study.title;
    output_.write(groups, {}, env);
  }
  Table questions = question_inventory(opened.study, inventory);
  if (!whole) questions.rows.clear();
  const Metadata metadata{{"command", "check"},
                          {"errors", static_cast<std::int64_t>(opened.sink.error_count())},
                          {"warnings", static_cast<std::int64_t>(opened.sink.warning_count())}};
  output_.write(questions, metadata, env);
  if (output_.is_long() || opened.ledger.coders.size() == 1) return;
  output_.write(coder_inventory(take_inventory(opened.ledger)), {}, env);
}

int CheckCommand::run(Env& env) {
  const bool json = output_.is_json();
  const auto opened = study_.read(env, json, Rows::leave_where_nothing_is_concluded);
  Sink& sink = opened->sink;
  const CodedCorpus coded = code_by_rules(opened->study, opened->corpus, opened->books);
  const CodedCorpus settled = code_by_layers(opened->study, opened->corpus, opened->books, opened->ledger,
                                             opened->ledger.settle, coded.codings);
  StockTaking stock(opened->study);
  stock.add_respondents(opened->corpus);
  stock.add_answers(opened->corpus, Bearing(opened->ledger.settle.empty() ? coded : settled));
  ExampleCheck examples(opened->study, opened->books, opened->ledger);
  examples.note(examples.look_up(coded));
  rows_.take_stock(*opened, study_, stock, examples, env, sink);
  const Inventory inventory = stock.finish();

  // What is unfinished is looked for in what could be read whole: half of a study would look full of gaps.
  const bool whole = sink.error_count() == 0 || study_.keeps_going();
  if (whole) {
    check_respondents(opened->study, inventory, sink);
    check_questions(opened->study, sink);
    check_definitions(opened->books, sink);
    check_rules(opened->study, opened->books, sink);
    examples.report(sink);
    if (!opened->ledger.settle.empty()) check_rejections(settled, sink);
  }

  print_diagnostics(env, sink, json, true);
  if (sink.error_count() > 0 && study_.keeps_going()) say_what_is_left_out(env, sink);
  // A program that reads JSON is told how many errors there are, even where there is nothing to count.
  if ((whole || json) && !quiet_) summarize(*opened, inventory, whole, env);
  output_.commit(env);
  const bool failed = sink.error_count() > 0 || (strict_ && sink.warning_count() > 0);
  if (!json) {
    const std::size_t books = opened->books.books.size();
    const std::string_view verdict = failed ? "failed" : sink.warning_count() > 0 ? "unfinished" : "clean";
    env.err << fmt::format(
        "{}: {}{}, {} ({}, {}, {})\n", verdict, sink.counts_all() ? "" : "at least ",
        counted(sink.error_count(), "error"), counted(sink.warning_count(), "warning"),
        counted(inventory.respondents(), "respondent"), counted(inventory.answers(), "answer"),
        fmt::format("{} in {}", counted(opened->books.codes.size(), "code"), counted(books, "codebook")));
  }
  return failed ? exit_negative : exit_done;
}

}  // namespace etic::cli
