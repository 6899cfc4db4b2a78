#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "corpus/answer_rows.hpp"

namespace etic {

/// Reads rows that are JSON objects, one a line. A cell is a string, or a number or a truth value as it stands; null is
/// no cell. Empty lines are passed over; what is no such object is trouble and left out. Of a key that stands twice the
/// first one counts.
class JsonRows {
 public:
  /// `columns` are the keys wanted.
  JsonRows(RowText& text, std::size_t begin, std::uint32_t line, const std::vector<std::string>& columns,
           std::vector<RowTrouble>& troubles);
  JsonRows(const JsonRows&) = delete;
  JsonRows& operator=(const JsonRows&) = delete;
  ~JsonRows();

  /// The next sound row; whether there is one.
  [[nodiscard]] bool next(AnswerRow& row);

 private:
  struct Parser;

  bool read_line(AnswerRow& row);

  RowText& text_;
  std::size_t at_;
  std::uint32_t line_;
  const std::vector<std::string>& columns_;
  std::vector<RowTrouble>& troubles_;
  std::unique_ptr<Parser> parser_;
};

}  // namespace etic
