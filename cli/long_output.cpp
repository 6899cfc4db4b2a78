#include "cli/long_output.hpp"

#include <fmt/format.h>
#include <utility>

#include "cli/failure.hpp"
#include "table/writers.hpp"

namespace etic::cli {

LongOutput::LongOutput(Format format, const std::string& path, std::vector<Column> columns, const Metadata& metadata,
                       Env& env)
    : format_(format), path_(path), columns_(std::move(columns)), env_(env) {
  if (!path_.empty()) file_.emplace(path_);
  head_ = long_head(format_, metadata, columns_);
}

void LongOutput::add(const std::string& rows) {
  if (rows.empty()) return;
  const bool parts_rows = format_ == Format::json;  // by commas, of which the first row has none before it
  write(!has_rows_ && parts_rows ? rows.substr(1) : rows);
  has_rows_ = true;
}

void LongOutput::write(const std::string& rows) {
  const std::string text = std::exchange(head_, {}) + rows;
  if (file_) {
    file_->append(text);
  } else if (!(env_.out << text)) {
    throw Failure(exit_io, "the results could not be written to standard output");
  }
}

void LongOutput::commit() {
  write(long_tail(format_, has_rows_));
  if (!file_) {
    env_.out << std::flush;
    if (!env_.out) throw Failure(exit_io, "the results could not be written to standard output");
  } else if (const std::optional<std::string> trouble = file_->take_place()) {
    throw Failure(exit_io, fmt::format("{} could not be written: {}", path_, *trouble));
  }
}

}  // namespace etic::cli
