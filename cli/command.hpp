#pragma once

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/env.hpp"

namespace etic::cli {

/// One verb. `set_up` declares options and touches nothing; `run` works.
class Command {
 public:
  virtual ~Command() = default;
  virtual void set_up(CLI::App& app) = 0;
  [[nodiscard]] virtual int run(Env& env) = 0;
};

/// A line of the table of commands.
struct CommandEntry {
  const char* name;
  const char* summary;
  const char* examples;  // shown below the options
  std::unique_ptr<Command> (*make)();
};

template <class Verb>
std::unique_ptr<Command> make_command() {
  return std::make_unique<Verb>();
}

}  // namespace etic::cli
