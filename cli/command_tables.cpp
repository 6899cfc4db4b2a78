#include "cli/command_tables.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <sstream>

#include "cli/app.hpp"
#include "cli/failure.hpp"
#include "diagnostics/hint.hpp"
#include "diagnostics/open_source.hpp"
#include "editing/whole_file.hpp"
#include "report/table_difference.hpp"

namespace etic::cli {
namespace {

/// Commands that print results and change nothing.
constexpr std::array<std::string_view, 8> printing{"tally",   "matrix", "conclude", "quotes",
                                                   "explain", "code",   "codebook", "memo"};
constexpr std::string_view drawing = "plot";

/// Options that say where a table is, what it is made of or that it is to be none.
constexpr std::array<std::string_view, 11> reserved{
    "-C", "-o", "--output", "--format", "--label", "--accept", "--check", "--reason", "--keep-going", "-h", "--help"};

/// Of `codebook` these change the study.
constexpr std::array<std::string_view, 4> editing{"rename", "move", "merge", "promote"};

template <std::size_t n>
bool holds(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view stem_of(std::string_view name) { return name.substr(0, name.find('.')); }

/// What makes the command print a declared table in its form, or draw it.
std::vector<std::string> form_options(std::string_view table) {
  const std::optional<Format> format = format_of_file(table);
  if (!format) return {};
  std::vector<std::string> options{"--format", std::string(name(*format))};
  // Several tables in one thesis need labels of their own.
  if (*format == Format::latex) options.insert(options.end(), {"--label", fmt::format("tab:{}", stem_of(table))});
  return options;
}

/// The first message of those that a command printed, without its kind, and its hint.
std::string first_message(const std::string& text) {
  constexpr std::string_view error = "etic: error: ";
  constexpr std::string_view hint = "    hint: ";
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string message = text.substr(0, std::min(end, text.rfind(" [", end)));
  if (message.starts_with(error)) message.erase(0, error.size());
  if (end < text.size() && std::string_view(text).substr(end + 1).starts_with(hint)) {
    const std::size_t begin = end + 1 + hint.size();
    message += "; " + text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
  }
  return message;
}

/// The study's files as they are seen from its folder: what a table holds must not hang on where it is made.
class FilesOfStudy final : public FileTree {
 public:
  FilesOfStudy(const FileTree& files, std::string folder) : files_(files), folder_(std::move(folder)) {}

  [[nodiscard]] Content read(const std::string& path, std::size_t limit) const override {
    return files_.read(join_path(folder_, path), limit);
  }

  [[nodiscard]] Opened open(const std::string& path) const override { return files_.open(join_path(folder_, path)); }

  [[nodiscard]] std::optional<std::vector<std::string>> files_below(const std::string& folder) const override {
    std::optional<std::vector<std::string>> paths = files_.files_below(join_path(folder_, folder));
    if (!paths) return paths;
    const std::size_t prefix = join_path(folder_, folder).size() - folder.size();
    for (std::string& path : *paths) path.erase(0, prefix);
    return paths;
  }

 private:
  const FileTree& files_;
  std::string folder_;
};

/// What is wrong with a table's arguments, before they are tried.
std::string trouble_with(const DeclaredTable& table) {
  const std::vector<std::string>& arguments = table.arguments;
  if (table.name.ends_with(picture_ending)) {
    if (arguments.front() != drawing) return fmt::format("`{}` draws no picture; `plot` does", arguments.front());
  } else if (arguments.front() == drawing) {
    return fmt::format("a picture's file is called `{}{}`", stem_of(table.name), picture_ending);
  } else if (!holds(printing, arguments.front())) {
    return fmt::format("`{}` is no command that prints a table", arguments.front());
  }
  for (const std::string& argument : arguments) {
    const std::string_view option = std::string_view(argument).substr(0, argument.find('='));
    const bool glued = !option.starts_with("--") && option.size() > 2 && holds(reserved, option.substr(0, 2));
    if (holds(reserved, option) || glued)
      return fmt::format("`{}` has no place here: the file's name says where and in which form", argument);
    if (arguments.front() == "codebook" && holds(editing, argument)) return "a table changes nothing";
  }
  return "";
}

}  // namespace

void TablesCommand::set_up(CLI::App& app) {
  app.add_option("NAME", names_, "Only these tables");
  app.add_flag("--check", check_, "Write nothing; fail where a file is not what the study gives");
  study_.set_up(app, false);
}

std::vector<const DeclaredTable*> TablesCommand::find_tables(const Study& study, Sink& sink) const {
  std::vector<std::string> known;
  for (const DeclaredTable& table : study.tables) known.push_back(table.name);
  for (const std::string& name : names_) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const std::string near = did_you_mean(name, known);
    sink.report(Kind::invalid_option, "", fmt::format("the study declares no table `{}`", name),
                near.empty() && !known.empty() ? fmt::format("it declares {}", fmt::join(known, ", ")) : near);
  }
  std::vector<const DeclaredTable*> tables;
  for (const DeclaredTable& table : study.tables) {
    if (names_.empty() || std::find(names_.begin(), names_.end(), table.name) != names_.end()) tables.push_back(&table);
  }
  return tables;
}

/// Runs the command as it would be run by hand, and takes what it prints.
std::string TablesCommand::make(const DeclaredTable& table, const Study& study, const Env& env, Sink& sink) const {
  const auto refuse = [&](const std::string& why) {
    sink.report(Kind::invalid_table, *study.file, table.place,
                fmt::format("table `{}` cannot be made by `etic {}`", table.name, fmt::join(table.arguments, " ")),
                why);
    return std::string();
  };
  if (const std::string trouble = trouble_with(table); !trouble.empty()) return refuse(trouble);
  std::vector<std::string> words{"etic"};
  words.insert(words.end(), table.arguments.begin(), table.arguments.end());
  for (std::string& option : form_options(table.name)) words.push_back(std::move(option));
  if (study_.keeps_going()) words.emplace_back("--keep-going");
  std::vector<const char*> argv;
  for (const std::string& word : words) argv.push_back(word.c_str());
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  const FilesOfStudy files(env.files, study_.folder());
  Env inner{in, out, err, files, 0, false, false};
  const int code = cli::run(static_cast<int>(argv.size()), argv.data(), inner);
  return code == exit_done ? out.str() : refuse(first_message(err.str()));
}

std::vector<std::string> TablesCommand::stray_files(const Study& study, const Env& env) const {
  std::vector<std::string> stray;
  const std::string folder = join_path(study_.folder(), std::string(tables_folder));
  for (const std::string& path : env.files.files_below(folder).value_or(std::vector<std::string>{})) {
    const bool declared = std::any_of(study.tables.begin(), study.tables.end(), [&](const DeclaredTable& table) {
      return join_path(folder, table.name) == path;
    });
    if (!declared) stray.push_back(path);
  }
  return stray;
}

int TablesCommand::run(Env& env) {
  const auto opened = study_.open(env, false);
  Sink sink;
  const std::vector<const DeclaredTable*> tables = find_tables(opened->study, sink);
  require_no_errors(env, sink, false);
  if (opened->study.tables.empty()) {
    env.out << "study.yaml declares no tables\n";
    return exit_done;
  }
  std::vector<std::string> made;
  for (const DeclaredTable* table : tables) made.push_back(make(*table, opened->study, env, sink));
  require_no_errors(env, sink, false);

  const std::string folder = join_path(study_.folder(), std::string(tables_folder));
  std::size_t drifted = 0;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const std::string path = join_path(folder, tables[i]->name);
    const FileTree::Content old = env.files.read(path, table_limit.bytes);
    if (!old.bytes && old.trouble != trouble_missing)
      throw Failure(exit_io, fmt::format("{} could not be read: {}", path, old.trouble));
    const std::optional<std::string> difference =
        old.bytes ? first_difference(*old.bytes, made[i], format_of_file(tables[i]->name).value_or(Format::table))
                  : "no such file";
    if (difference) ++drifted;
    if (check_) {
      if (difference) env.out << fmt::format("{}: {}\n", path, *difference);
      continue;
    }
    if (difference) {
      std::error_code ignored;  // what follows says what is wrong
      std::filesystem::create_directories(folder, ignored);
      if (const auto trouble = write_whole_file(path, made[i]))
        throw Failure(exit_io, fmt::format("{} could not be written: {}", path, *trouble));
    }
    env.out << fmt::format("{}: {}\n", path, difference ? "written" : "unchanged");
  }
  const std::vector<std::string> stray = names_.empty() ? stray_files(opened->study, env) : std::vector<std::string>();
  for (const std::string& path : stray)
    (check_ ? env.out : env.err) << fmt::format("{}: no table of study.yaml\n", path);
  if (!check_) return exit_done;
  const std::size_t found = drifted + stray.size();
  if (found == 0) {
    env.out << fmt::format("{} table{} what the study gives\n", tables.size(), tables.size() == 1 ? " is" : "s are");
  }
  return found == 0 ? exit_done : exit_negative;
}

}  // namespace etic::cli
