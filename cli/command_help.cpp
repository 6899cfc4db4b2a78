#include "cli/command_help.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "cli/choice.hpp"
#include "cli/commands.hpp"
#include "cli/grammar.hpp"
#include "diagnostics/kind.hpp"
#include "table/writers.hpp"

namespace etic::cli {
namespace {

void write_errors(Env& env) {
  Table table;
  table.caption = "Errors block every command, warnings are printed by `etic check`";
  table.columns = {{"kind", Align::left, false, false},
                   {"severity", Align::left, false, false},
                   {"means", Align::left, true, false}};
  for (const KindInfo& kind : all_kinds()) {
    Row row;
    row.cells = {std::string(kind.name), std::string(kind.severity == Severity::error ? "error" : "warning"),
                 std::string(kind.meaning)};
    table.rows.push_back(std::move(row));
  }
  constexpr std::size_t usual_width = 80;  // the meanings are sentences: unwrapped lines are hard to read in a pipe too
  write_text(env.out, table, {env.width == 0 ? usual_width : env.width, env.colour});
}

constexpr std::string_view rules_text =
    R"(Rules, as they stand under `rules:` of a code; all of it in docs/codebooks.md.

  - accelerat* construct*            # a phrase: words in a row, in one sentence
  - phrase: [opened early, '@soon']  # one of several; @soon is a list
  - near: [fast*, build*]            # any order, up to `within: 8` words apart
  - sequence: [firm*, support*]      # the same, in this order
  - all: [time*, shorten*]           # anywhere in one sentence
  - regex: 'open(ed|s)? early'       # linear-time regular expression (RE2)
  - answer: any                      # the whole answer; narrow it

Words match whole and whatever their case; `*` is any letters, `?` one. Lists
stand under `lists:` of the codebook.

What narrows a rule, behind its pattern:

    none: [loan*]                    # not with one of these in the sentence
    negated: keep                    # one of skip (default), keep, only
    questions: G4Q2                  # narrower than the code
    first: sentence                  # only in an answer's first sentence
    answer_words: "<= 25"            # only in answers of that length
    has: CODE                        # only where the answer bears it too
    without: CODE                    # only where it does not
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
  1   done, with a negative finding (`check` found errors, or warnings under
      `--strict`)
  2   usage or input error
  3   could not read or write
  70  a bug
)";

struct Topic {
  std::string_view name;
  void (*write)(Env& env);
};

constexpr Topic topics[] = {{"errors", write_errors},
                            {"rules", [](Env& env) { env.out << rules_text; }},
                            {"counting", [](Env& env) { env.out << counting_text; }},
                            {"exit-codes", [](Env& env) { env.out << exit_codes_text; }}};

}  // namespace

void HelpCommand::set_up(CLI::App& app) {
  std::vector<std::string> words;
  for (const CommandEntry& command : all_commands()) words.emplace_back(command.name);
  for (const Topic& topic : topics) words.emplace_back(topic.name);
  app.add_option("TOPIC", topic_, "A command, or: errors, rules, counting, exit-codes")->check(one_of("TOPIC", words));
}

int HelpCommand::run(Env& env) {
  const Grammar grammar;
  if (topic_.empty()) env.out << help_of(grammar);
  for (const Topic& topic : topics) {
    if (topic.name == topic_) topic.write(env);
  }
  for (const Grammar::Verb& verb : grammar.verbs) {
    if (verb.entry->name == topic_) env.out << help_of(verb);
  }
  return exit_done;
}

}  // namespace etic::cli
