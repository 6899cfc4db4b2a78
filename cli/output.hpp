#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <sstream>
#include <string>

#include "cli/env.hpp"
#include "table/table.hpp"
#include "table/writers.hpp"

namespace etic::cli {

enum class Format : std::uint8_t { table, csv, tsv, json, markdown };

/// `--format` and `-o`: where results go and in which form. Everything is gathered first, so that nothing partial is
/// printed and a file is written whole or not at all.
class Output {
 public:
  void set_up(CLI::App& app);

  /// The format asked for; without `--format` the file's ending tells, else a table.
  [[nodiscard]] Format format() const;
  [[nodiscard]] bool is_long() const {
    return format() == Format::csv || format() == Format::tsv || format() == Format::json;
  }
  [[nodiscard]] bool is_json() const { return format() == Format::json; }

  /// What the text writer may do: nothing of a terminal in a file.
  [[nodiscard]] Page page(const Env& env) const;
  [[nodiscard]] bool colour(const Env& env) const { return page(env).colour; }

  [[nodiscard]] std::ostream& stream() { return text_; }

  /// Adds a table in the format asked for. `metadata` stands before the rows of JSON.
  void write(const Table& table, const Metadata& metadata, const Env& env);

  /// Sends everything to its place; throws Failure(exit_io) where that fails.
  void commit(Env& env);

 private:
  std::string format_name_;
  std::string path_;
  std::ostringstream text_;
  bool written_ = false;
};

}  // namespace etic::cli
