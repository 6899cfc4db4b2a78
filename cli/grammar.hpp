#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <vector>

#include "cli/command.hpp"

namespace etic::cli {

/// The whole command line: every command with its options, declared and ready to parse, to print help from, or to make
/// completions of.
struct Grammar {
  struct Verb {
    const CommandEntry* entry = nullptr;
    CLI::App* app = nullptr;
    std::unique_ptr<Command> command;
  };

  Grammar();

  CLI::App app;
  std::vector<Verb> verbs;
};

/// The words that may follow a command and say what it does, as in `etic codebook rename`, in the order of declaration.
[[nodiscard]] std::vector<const CLI::App*> actions_of(const CLI::App& app);

/// The help of one command: its purpose, usage, options and examples.
[[nodiscard]] std::string help_of(const Grammar::Verb& verb);

/// The help of the program: the commands with their purposes.
[[nodiscard]] std::string help_of(const Grammar& grammar);

}  // namespace etic::cli
