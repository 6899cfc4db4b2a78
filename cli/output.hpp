#pragma once

#include <CLI/CLI.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "cli/env.hpp"
#include "table/format.hpp"
#include "table/table.hpp"
#include "table/writers.hpp"

namespace etic::cli {

/// Sends bytes to a file, whole or not at all, or to standard output where there is no path; throws Failure(exit_io)
/// where that fails.
void deliver(const std::string& bytes, const std::string& path, Env& env);

/// `--format` and `-o`: where results go and in which form. Everything is gathered first, so that nothing partial is
/// printed and a file is written whole or not at all.
class Output {
 public:
  void set_up(CLI::App& app);

  /// The format asked for; without `--format` the file's ending tells, else a table.
  [[nodiscard]] Format format() const;
  [[nodiscard]] bool is_long() const { return etic::is_long(format()); }
  [[nodiscard]] bool is_json() const { return format() == Format::json; }
  /// The file asked for; empty: standard output.
  [[nodiscard]] const std::string& path() const { return path_; }
  /// Whether the result is text for reading, in which not everything must be a table.
  [[nodiscard]] bool is_text() const { return format() == Format::table; }

  /// What the text writer may do: nothing of a terminal in a file.
  [[nodiscard]] Page page(const Env& env) const;
  [[nodiscard]] bool colour(const Env& env) const { return page(env).colour; }

  /// For text only.
  [[nodiscard]] std::ostream& stream() { return text_; }

  /// A paragraph instead of a table, in the format asked for.
  void say(const std::string& sentence);

  /// Adds a table in the format asked for. `metadata` stands before the rows of JSON.
  void write(const Table& table, const Metadata& metadata, const Env& env);

  /// Sends everything to its place; throws Failure(exit_io) where that fails, Failure(exit_usage) where the format does
  /// not go there.
  void commit(Env& env);

 private:
  [[nodiscard]] std::string label() const;

  std::string command_;
  std::string format_name_;
  std::string path_;
  std::string label_;
  std::ostringstream text_;
  std::vector<Table> tables_;  // of formats that are made of all of them at once
  bool written_ = false;
};

}  // namespace etic::cli
