#include "cli/command_help.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <vector>

#include "cli/grammar.hpp"
#include "diagnostics/hint.hpp"
#include "diagnostics/kind.hpp"
#include "table/writers.hpp"

namespace etic::cli {
namespace {

void write_errors(Env& env) {
  Table table;
  table.caption = "Kinds of errors (which block every command) and warnings (printed by `etic check`)";
  table.columns = {{"kind", Align::left, false, false}, {"severity", Align::left, false, false}, {"means", Align::left, true, false}};
  for (const KindInfo& kind : all_kinds()) {
    Row row;
    row.cells = {std::string(kind.name), std::string(kind.severity == Severity::error ? "error" : "warning"), std::string(kind.meaning)};
    table.rows.push_back(std::move(row));
  }
  write_text(env.out, table, {env.width, env.colour});
}

constexpr std::string_view rules_text = R"(Rules, as they stand under `rules:` of a code. docs/codebooks.md has the whole.

  - accelerat* construct*          a phrase: words in a row, in one sentence
  - phrase: [opened early, @soon]  one of several; `@soon` is a list under `lists:`
  - near: [fast*, build*]          any order, at most `within: 8` words between
  - sequence: [firm*, support*]    the same, in this order
  - all: [time*, shorten*]         anywhere in one sentence
  - regex: 'open(ed|s)? early'     linear-time regular expression (RE2)
  - answer: any                    the whole answer; narrow it

  Words match whole and whatever their case; `*` is any letters, `?` one.

  none: [loan*]          not with one of these in the sentence
  negated: keep          skip (as usual), keep, or only when negated
  questions: G4Q2        narrower than the code
  first: sentence        only in an answer's first sentence
  answer_words: "<= 25"  only in answers of that length
  has: CODE              only where the answer bears it too
  without: CODE          only where it does not
)";

constexpr std::string_view counting_text = R"(How tables count. docs/counting.md has the whole, counted by hand.

  n     the units that bear the code, once each; a theme's n is the union over
        its codes, not their sum
  base  the units with an answer on record to a question in the selection, the
        column, and the code's `questions`: it differs by row
        (`--base eligible`: whose group is asked one; `substantive`: without
        units that gave only non-answers)

  blank  by design no such question      –  none on record
  0      on record, none bears it

  Units: respondents, responses (respondent × question), answers (a joint
  answer is one), segments (disjoint stretches; no base).
  n means voiced, not believed; silence is not disagreement.
)";

constexpr std::string_view exit_codes_text = R"(Exit codes

  0   done
  1   done, with a negative finding (`check` found something)
  2   usage or input error
  3   could not read or write
  70  a bug
)";

}  // namespace

void HelpCommand::set_up(CLI::App& app) { app.add_option("TOPIC", topic_, "A command, or: errors, rules, counting, exit-codes"); }

int HelpCommand::run(Env& env) {
  const Grammar grammar;
  const std::map<std::string, std::function<void()>> topics{{"errors", [&] { write_errors(env); }},
                                                            {"rules", [&] { env.out << rules_text; }},
                                                            {"counting", [&] { env.out << counting_text; }},
                                                            {"exit-codes", [&] { env.out << exit_codes_text; }}};
  if (topic_.empty()) {
    env.out << help_of(grammar);
    return exit_done;
  }
  if (const auto topic = topics.find(topic_); topic != topics.end()) {
    topic->second();
    return exit_done;
  }
  std::vector<std::string> known;
  for (const Grammar::Verb& verb : grammar.verbs) {
    known.emplace_back(verb.entry->name);
    if (verb.entry->name != topic_) continue;
    env.out << help_of(verb);
    return exit_done;
  }
  for (const auto& [name, write] : topics) known.push_back(name);
  env.err << fmt::format("etic: error: there is no help on `{}`\n", topic_);
  const std::string near = did_you_mean(topic_, known);
  env.err << fmt::format("    hint: {}\n", near.empty() ? fmt::format("topics are {}", fmt::join(known, ", ")) : near);
  return exit_usage;
}

}  // namespace etic::cli
