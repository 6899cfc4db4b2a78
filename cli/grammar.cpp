#include "cli/grammar.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>

#include "cli/commands.hpp"
#include "table/line_fitting.hpp"

namespace etic::cli {
namespace {

constexpr std::size_t help_width = 79;

/// `-C DIR`, `--where TERM ...`: an option as one writes it.
std::string usage_of(const CLI::Option& option) {
  std::string text;
  for (const std::string& name : option.get_snames()) text += (text.empty() ? "-" : ", -") + name;
  for (const std::string& name : option.get_lnames()) text += (text.empty() ? "--" : ", --") + name;
  if (option.get_positional()) text = option.get_name();
  // The choices that CLI11 appends to a type's name stand in the description.
  const std::string type = option.get_type_name();
  if (option.get_items_expected_max() > 0 && !option.get_positional()) text += " " + type.substr(0, type.find(':'));
  return text;
}

using HelpLines = std::vector<std::pair<std::string, std::string>>;

std::string aligned(const HelpLines& lines) {
  std::size_t widest = 0;
  for (const auto& [usage, description] : lines) widest = std::max(widest, usage.size());
  std::string text;
  for (const auto& [usage, description] : lines) {
    const std::vector<std::string> wrapped_lines = wrapped(description, help_width - widest - 4);
    for (std::size_t i = 0; i < wrapped_lines.size(); ++i)
      text += fmt::format("  {:<{}}  {}\n", i == 0 ? usage : "", widest, wrapped_lines[i]);
  }
  return text;
}

/// What a command does, one of it a line: `rename CODE NEW`; nothing for most.
std::string actions_text(const CLI::App& app) {
  HelpLines lines;
  for (const CLI::App* action : actions_of(app)) {
    std::string usage = action->get_name();
    for (const CLI::Option* option : action->get_options([](const CLI::Option* o) { return o->get_positional(); }))
      usage += " " + option->get_name();
    lines.emplace_back(std::move(usage), action->get_description());
  }
  return lines.empty() ? "" : aligned(lines) + "\n";
}

/// The command's options, and those of its actions, each once.
std::string options_text(const CLI::App& app) {
  HelpLines lines;
  const auto add = [&](const CLI::Option& option) {
    std::pair<std::string, std::string> line(usage_of(option), option.get_description());
    if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
  };
  for (const CLI::App* action : actions_of(app)) {
    for (const CLI::Option* option : action->get_options([](const CLI::Option* o) { return !o->get_positional(); }))
      add(*option);
  }
  for (const CLI::Option* option : app.get_options([](const CLI::Option* o) { return o->get_group() != ""; }))
    add(*option);
  return aligned(lines);
}

std::string usage_line(const Grammar::Verb& verb) {
  std::string text =
      fmt::format("usage: etic {} [options]{}", verb.entry->name, actions_of(*verb.app).empty() ? "" : " [ACTION]");
  if (verb.app->get_require_subcommand_min() > 0)
    text = fmt::format("usage: etic {} ACTION [options]", verb.entry->name);
  for (const CLI::Option* option : verb.app->get_options([](const CLI::Option* o) { return o->get_positional(); })) {
    const std::string name = option->get_name() + (option->get_items_expected_max() > 1 ? " ..." : "");
    text += option->get_required() ? fmt::format(" {}", name) : fmt::format(" [{}]", name);
  }
  return text;
}

}  // namespace

std::vector<const CLI::App*> actions_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

Grammar::Grammar() : app("Codes qualitative interviews from the shell", "etic") {
  app.set_help_flag();
  app.require_subcommand(0, 1);
  for (const CommandEntry& entry : all_commands()) {
    CLI::App* sub = app.add_subcommand(entry.name, entry.summary);
    sub->set_help_flag();
    std::unique_ptr<Command> command = entry.make();
    command->set_up(*sub);
    sub->add_flag("-h,--help")->description("Print this");
    verbs.push_back({&entry, sub, std::move(command)});
  }
  app.add_flag("-h,--help")->description("Print this");
  app.add_flag("--version")->description("Print the version");
}

std::string help_of(const Grammar::Verb& verb) {
  std::string text = fmt::format("{}\n\n{}\n\n{}{}\nexamples:\n", verb.entry->summary, usage_line(verb),
                                 actions_text(*verb.app), options_text(*verb.app));
  for (std::string_view rest = verb.entry->examples; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    text += fmt::format("  {}\n", rest.substr(0, end));
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  return text;
}

std::string help_of(const Grammar& grammar) {
  std::string text = "Codes qualitative interviews from the shell.\n\nusage: etic COMMAND [options]\n\n";
  for (const Grammar::Verb& verb : grammar.verbs)
    text += fmt::format("  {:<10}  {}\n", verb.entry->name, verb.entry->summary);
  text +=
      "\n`etic COMMAND --help` tells a command's options, `etic help TOPIC` more:\nerrors, rules, counting, "
      "exit-codes. `etic --version` prints the version.\n";
  return text;
}

}  // namespace etic::cli
