#include "cli/app.hpp"

#include <exception>
#include <string>
#include <string_view>

#include "cli/failure.hpp"
#include "cli/grammar.hpp"
#include "cli/open_study.hpp"
#include "cli/usage_trouble.hpp"
#include "cli/version.hpp"

namespace etic::cli {
namespace {

/// Whether results were asked for as JSON, on a command line that does not parse.
bool asks_for_json(int argc, const char* const* argv) {
  bool json = false;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word.starts_with("--format=")) json = word == "--format=json";
    if (word == "--format" && i + 1 < argc) json = std::string_view(argv[i + 1]) == "json";
  }
  return json;
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
    const UsageTrouble trouble = explain(error, grammar, argc > 1 ? argv[1] : "");
    Sink sink;
    sink.report(Kind::invalid_option, "", trouble.message, trouble.hint);
    require_no_errors(env, sink, asks_for_json(argc, argv));
  }
  if (grammar.app.count("--version") > 0) {
    env.out << "etic " << version << '\n';
    return exit_done;
  }
  const bool help = grammar.app.count("--help") > 0;
  for (const Grammar::Verb& verb : grammar.verbs) {
    if (!verb.app->parsed()) continue;
    if (!help && verb.app->count("--help") == 0) return verb.command->run(env);
    env.out << help_of(verb);
    return exit_done;
  }
  if (help) {
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
