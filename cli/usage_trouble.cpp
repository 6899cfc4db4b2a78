#include "cli/usage_trouble.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>
#include <vector>

#include "cli/choice.hpp"
#include "diagnostics/hint.hpp"

namespace etic::cli {
namespace {

std::string or_else(std::string hint, std::string otherwise) { return hint.empty() ? std::move(otherwise) : hint; }

UsageTrouble unknown_command(const Grammar& grammar, const std::string& word) {
  std::vector<std::string> known;
  for (const Grammar::Verb& candidate : grammar.verbs) known.emplace_back(candidate.entry->name);
  const std::string_view sort = word.starts_with('-') ? "option" : "command";
  return {fmt::format("there is no {} `{}`", sort, word),
          or_else(did_you_mean(word, known), "`etic --help` lists the commands")};
}

/// An action knows its own options and its command's; a command without one its actions and its options.
UsageTrouble unknown_word(const Grammar::Verb& verb, const std::string& word, std::string help) {
  const std::vector<CLI::App*> action = verb.app->get_subcommands();
  std::string whose = verb.entry->name;
  std::vector<const CLI::App*> speakers{verb.app};
  std::vector<std::string> known;
  if (action.empty()) {
    for (const CLI::App* each : actions_of(*verb.app)) known.push_back(each->get_name());
  } else {
    whose += " " + action.front()->get_name();
    speakers.insert(speakers.begin(), action.front());
  }
  for (const CLI::App* speaker : speakers) {
    for (const CLI::Option* option : speaker->get_options()) {
      for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
    }
  }
  return {fmt::format("`etic {}` does not know `{}`", whose, word),
          or_else(did_you_mean(word, known), std::move(help))};
}

/// CLI11 says `--count: 1 required UNIT missing`, or `--count: At Most 1 required but received 2`.
std::string wrong_number(std::string_view said) {
  const std::string_view option = said.substr(0, said.find(':'));
  return fmt::format("`{}` {}", option, said.ends_with("missing") ? "wants a value" : "is given more than once");
}

/// CLI11 says `SHELL is required`.
UsageTrouble missing_argument(const Grammar::Verb& verb, std::string said, std::string help) {
  for (const CLI::Option* option : verb.app->get_options()) {
    const std::vector<std::string> words = words_of(*option);
    const bool missing = option->get_positional() && said.starts_with(option->get_name() + " ");
    if (missing && !words.empty()) help = fmt::format("one of {}", fmt::join(words, ", "));
  }
  return {std::move(said), std::move(help)};
}

UsageTrouble missing_action(const Grammar::Verb& verb, std::string help) {
  if (const std::vector<std::string> words = verb.app->remaining(); !words.empty() && !words.front().starts_with('-'))
    return unknown_word(verb, words.front(), std::move(help));
  std::vector<std::string> known;
  for (const CLI::App* action : actions_of(*verb.app)) known.push_back(action->get_name());
  return {fmt::format("`etic {}` does not say what", verb.entry->name),
          fmt::format("one of {}", fmt::join(known, ", "))};
}

/// CLI11 says `Could not convert: --strict = maybe`, of flags only: all options take text.
std::string value_of_flag(std::string_view said) {
  const std::string_view flag = said.substr(std::min(said.find("--"), said.size()));
  return fmt::format("`{}` takes no value", flag.substr(0, flag.find(' ')));
}

}  // namespace

UsageTrouble explain(const CLI::ParseError& error, const Grammar& grammar, const std::string& first_word) {
  const Grammar::Verb* verb = nullptr;
  for (const Grammar::Verb& candidate : grammar.verbs) {
    if (candidate.app->parsed()) verb = &candidate;
  }
  if (verb == nullptr) return unknown_command(grammar, first_word);

  const std::string help = fmt::format("`etic {} --help` lists the options", verb->entry->name);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    if (const std::vector<std::string> before = grammar.app.remaining(false); !before.empty()) {
      return {fmt::format("`{}` stands before the command", before.front()),
              fmt::format("options stand behind it: `etic {} {}`", verb->entry->name, fmt::join(before, " "))};
    }
    return unknown_word(*verb, verb->app->remaining(true).front(), help);
  }
  if (const auto* choice = dynamic_cast<const UnknownChoice*>(&error)) return {choice->what(), choice->hint()};
  if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr) return {value_of_flag(error.what()), help};
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) return {wrong_number(error.what()), help};
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    const bool wants_action = !actions_of(*verb->app).empty() && verb->app->get_subcommands().empty();
    return wants_action ? missing_action(*verb, help) : missing_argument(*verb, error.what(), help);
  }
  return {error.what(), help};
}

}  // namespace etic::cli
