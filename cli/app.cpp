#include "cli/app.hpp"

#include <exception>
#include <fmt/format.h>
#include <string>

#include "cli/failure.hpp"
#include "cli/grammar.hpp"
#include "cli/version.hpp"
#include "diagnostics/hint.hpp"

namespace etic::cli {
namespace {

int complain(Env& env, const std::string& message, const std::string& hint) {
  env.err << "etic: error: " << message << '\n';
  if (!hint.empty()) env.err << "    hint: " << hint << '\n';
  return exit_usage;
}

/// CLI11's complaints in our words, with what was probably meant.
int explain(Env& env, const CLI::ParseError& error, const Grammar& grammar, int argc, const char* const* argv) {
  const Grammar::Verb* verb = nullptr;
  for (const Grammar::Verb& candidate : grammar.verbs) {
    if (candidate.app->parsed()) verb = &candidate;
  }
  const std::string help = verb != nullptr ? fmt::format("`etic {} --help` lists the options", verb->entry->name)
                                           : "`etic --help` lists the commands";
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    std::vector<std::string> known;
    if (verb == nullptr) {
      for (const Grammar::Verb& candidate : grammar.verbs) known.emplace_back(candidate.entry->name);
      const std::string word = argc > 1 ? argv[1] : "";
      const std::string near = did_you_mean(word, known);
      return complain(env, fmt::format("there is no command `{}`", word), near.empty() ? help : near);
    }
    const std::vector<std::string> extras = grammar.app.remaining(true);
    const std::string word = extras.empty() ? "" : extras.front();
    for (const CLI::Option* option : verb->app->get_options()) {
      for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
    }
    const std::string near = did_you_mean(word, known);
    return complain(env, fmt::format("`etic {}` does not know `{}`", verb->entry->name, word),
                    near.empty() ? help : near);
  }
  return complain(env, error.what(), help);
}

int dispatch(int argc, const char* const* argv, Env& env) {
  Grammar grammar;
  try {
    grammar.app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // Help is answered even where the rest of the line is not complete.
    for (const Grammar::Verb& verb : grammar.verbs) {
      if (verb.app->parsed() && verb.app->count("--help") > 0) {
        env.out << help_of(verb);
        return exit_done;
      }
    }
    return explain(env, error, grammar, argc, argv);
  }
  for (const Grammar::Verb& verb : grammar.verbs) {
    if (!verb.app->parsed()) continue;
    if (verb.app->count("--help") == 0) return verb.command->run(env);
    env.out << help_of(verb);
    return exit_done;
  }
  if (grammar.app.count("--version") > 0) {
    env.out << "etic " << version << '\n';
    return exit_done;
  }
  if (grammar.app.count("--help") > 0) {
    env.out << help_of(grammar);
    return exit_done;
  }
  env.err << help_of(grammar);
  return exit_usage;
}

}  // namespace

int run(int argc, const char* const* argv, Env& env) {
  try {
    const int code = dispatch(argc, argv, env);
    env.out << std::flush;
    if (!env.out) throw Failure(exit_io, "the results could not be written to standard output");
    return code;
  } catch (const Failure& failure) {
    if (*failure.what() != '\0') env.err << "etic: error: " << failure.what() << '\n';
    return failure.code();
  } catch (const std::bad_alloc&) {
    env.err << "etic: error: out of memory\n";
    return exit_io;
  } catch (const std::exception& bug) {
    env.err << "etic: a bug, please report it: " << bug.what() << '\n';
    return exit_bug;
  }
}

}  // namespace etic::cli
