#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/env.hpp"
#include "editing/whole_file.hpp"
#include "table/format.hpp"
#include "table/table.hpp"

namespace etic::cli {

/// A long table that goes out while it grows: to standard output, or to a file, whole or not at all.
class LongOutput {
 public:
  /// An empty path is standard output. Throws Failure(exit_io), as the others do, where it cannot be written.
  LongOutput(Format format, const std::string& path, std::vector<Column> columns, const Metadata& metadata, Env& env);

  /// The rows as text, to be made by whichever thread; nothing but the first ones' is known of their order.
  [[nodiscard]] std::string text_of(const std::vector<Row>& rows) const;
  void add(const std::string& text);

  void commit();

 private:
  void write(const std::string& text);

  Format format_;
  std::string path_;
  std::vector<Column> columns_;
  Env& env_;
  std::optional<GrowingFile> file_;
  bool has_rows_ = false;
};

}  // namespace etic::cli
