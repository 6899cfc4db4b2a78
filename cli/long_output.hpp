#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/env.hpp"
#include "editing/whole_file.hpp"
#include "table/format.hpp"
#include "table/long_text.hpp"
#include "table/table.hpp"

namespace etic::cli {

/// A long table that goes out while it grows: to standard output, or to a file, whole or not at all.
class LongOutput {
 public:
  /// An empty path is standard output. Throws Failure(exit_io), as the others do, where it cannot be written.
  LongOutput(Format format, const std::string& path, std::vector<Column> columns, const Metadata& metadata, Env& env);

  /// To be filled by whichever thread, and then added.
  [[nodiscard]] LongText rows() const { return {format_, columns_}; }
  void add(const std::string& rows);

  void commit();

 private:
  void write(const std::string& text);

  Format format_;
  std::string path_;
  std::vector<Column> columns_;
  Env& env_;
  std::optional<GrowingFile> file_;
  std::string head_;  // until something stands below it
  bool has_rows_ = false;
};

}  // namespace etic::cli
