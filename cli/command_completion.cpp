#include "cli/command_completion.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/choice.hpp"
#include "cli/grammar.hpp"

namespace etic::cli {
namespace {

struct OptionNames {
  std::vector<std::string> spellings;  // `-o`, `--output`
  std::string description;
  bool takes_value = false;
  std::string words;  // that it takes, separated by spaces; empty: anything
};

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, " ")); }

std::vector<OptionNames> options_of(const Grammar::Verb& verb) {
  std::vector<const CLI::App*> apps = actions_of(*verb.app);
  apps.push_back(verb.app);
  std::vector<const CLI::Option*> options;
  std::set<std::string> seen;  // actions may share an option
  for (const CLI::App* app : apps) {
    for (const CLI::Option* option : app->get_options([](const CLI::Option* o) { return !o->get_positional(); })) {
      if (seen.insert(option->get_name()).second) options.push_back(option);
    }
  }
  std::vector<OptionNames> all;
  for (const CLI::Option* option : options) {
    OptionNames names;
    for (const std::string& name : option->get_snames()) names.spellings.push_back("-" + name);
    for (const std::string& name : option->get_lnames()) names.spellings.push_back("--" + name);
    names.description = option->get_description();
    names.takes_value = option->get_items_expected_max() > 0;
    names.words = joined(words_of(*option));
    all.push_back(std::move(names));
  }
  return all;
}

/// The words that a command takes as its argument, or its actions; empty: anything, or none.
std::string argument_words(const Grammar::Verb& verb) {
  std::vector<std::string> actions;
  for (const CLI::App* action : actions_of(*verb.app)) actions.push_back(action->get_name());
  if (!actions.empty()) return joined(actions);
  for (const CLI::Option* option : verb.app->get_options([](const CLI::Option* o) { return o->get_positional(); })) {
    if (const std::vector<std::string> words = words_of(*option); !words.empty()) return joined(words);
  }
  return {};
}

/// What options take, by spelling. An option takes the same whatever the command.
std::map<std::string, std::string> words_by_spelling(const Grammar& grammar) {
  std::map<std::string, std::string> words;
  for (const Grammar::Verb& verb : grammar.verbs) {
    for (const OptionNames& option : options_of(verb)) {
      for (const std::string& spelling : option.spellings) {
        if (!option.words.empty()) words.emplace(spelling, option.words);
      }
    }
  }
  return words;
}

std::string verb_names(const Grammar& grammar) {
  std::string names;
  for (const Grammar::Verb& verb : grammar.verbs) names += (names.empty() ? "" : " ") + std::string(verb.entry->name);
  return names;
}

/// Single quotes inside single quotes, as each shell wants them.
std::string quoted(std::string text, std::string_view escape) {
  for (std::size_t at = text.find('\''); at != std::string::npos; at = text.find('\'', at + escape.size()))
    text.replace(at, 1, escape);
  return text;
}

void write_bash(std::ostream& out, const Grammar& grammar) {
  out << "_etic() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options=\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      << "    COMPREPLY=($(compgen -W '" << verb_names(grammar) << " --help --version' -- \"$word\"))\n"
      << "    return\n"
         "  fi\n"
         "  case $before in\n"
         "    -C) COMPREPLY=($(compgen -d -- \"$word\")); return ;;\n"
         "    -o|--output) COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n";
  for (const auto& [spelling, words] : words_by_spelling(grammar)) {
    out << fmt::format("    {}) COMPREPLY=($(compgen -W '{}' -- \"$word\")); return ;;\n", spelling, words);
  }
  out << "  esac\n"
         "  case ${COMP_WORDS[1]} in\n";
  for (const Grammar::Verb& verb : grammar.verbs) {
    std::string names = argument_words(verb);
    for (const OptionNames& option : options_of(verb)) {
      for (const std::string& spelling : option.spellings) names += (names.empty() ? "" : " ") + spelling;
    }
    out << "    " << verb.entry->name << ") options='" << names << "' ;;\n";
  }
  out << "  esac\n"
         "  COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
         "}\n"
         "complete -o default -F _etic etic\n";
}

std::string value_in_zsh(const OptionNames& option) {
  if (!option.takes_value) return "";
  return option.words.empty() ? ":value:_files" : fmt::format(":value:({})", option.words);
}

void write_zsh(std::ostream& out, const Grammar& grammar) {
  out << "#compdef etic\n\n_etic() {\n  local -a commands\n  commands=(\n";
  for (const Grammar::Verb& verb : grammar.verbs)
    out << "    '" << verb.entry->name << ':' << quoted(verb.entry->summary, "'\\''") << "'\n";
  out << "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n  case $words[2] in\n";
  for (const Grammar::Verb& verb : grammar.verbs) {
    out << "    " << verb.entry->name << ")\n      _arguments";
    for (const OptionNames& option : options_of(verb)) {
      std::string description = quoted(option.description, "'\\''");
      std::replace(description.begin(), description.end(), '[', '(');
      std::replace(description.begin(), description.end(), ']', ')');
      std::replace(description.begin(), description.end(), ':', ';');
      for (const std::string& spelling : option.spellings) {
        out << " \\\n        '" << spelling << '[' << description << ']' << value_in_zsh(option) << "'";
      }
    }
    const std::string words = argument_words(verb);
    out << " \\\n        '*:" << (words.empty() ? "file:_files" : fmt::format("word:({})", words)) << "'\n      ;;\n";
  }
  out << "  esac\n}\n\n_etic \"$@\"\n";
}

void write_fish(std::ostream& out, const Grammar& grammar) {
  out << "complete -c etic -f\n";
  for (const Grammar::Verb& verb : grammar.verbs) {
    out << "complete -c etic -n __fish_use_subcommand -a " << verb.entry->name << " -d '"
        << quoted(verb.entry->summary, "\\'") << "'\n";
  }
  for (const Grammar::Verb& verb : grammar.verbs) {
    if (const std::string words = argument_words(verb); !words.empty()) {
      out << fmt::format("complete -c etic -n '__fish_seen_subcommand_from {}' -a '{}'\n", verb.entry->name, words);
    }
    for (const OptionNames& option : options_of(verb)) {
      out << "complete -c etic -n '__fish_seen_subcommand_from " << verb.entry->name << "'";
      for (const std::string& spelling : option.spellings)
        out << (spelling.starts_with("--") ? " -l " + spelling.substr(2) : " -s " + spelling.substr(1));
      if (option.takes_value) out << (option.words.empty() ? " -r -F" : fmt::format(" -x -a '{}'", option.words));
      out << " -d '" << quoted(option.description, "\\'") << "'\n";
    }
  }
}

}  // namespace

void CompletionCommand::set_up(CLI::App& app) {
  app.add_option("SHELL", shell_, "bash, zsh or fish")->required()->check(one_of("SHELL", {"bash", "zsh", "fish"}));
}

int CompletionCommand::run(Env& env) {
  const Grammar grammar;
  if (shell_ == "bash") write_bash(env.out, grammar);
  if (shell_ == "zsh") write_zsh(env.out, grammar);
  if (shell_ == "fish") write_fish(env.out, grammar);
  return exit_done;
}

}  // namespace etic::cli
