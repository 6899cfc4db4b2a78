#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "table/cell.hpp"

namespace etic {

/// Where text stands in its column; numbers always stand flush right.
enum class Align { left, right };

/// Prose that is wrapped narrower than this is hard to read.
inline constexpr std::size_t least_prose_width = 20;

struct Column {
  std::string name;
  Align align = Align::left;
  /// Long prose: may be wrapped to make the table fit; other columns never are.
  bool prose = false;
  /// Shaded by n/base on a colour terminal (heat) when true.
  bool heat = false;
  /// Prose is wrapped to no fewer columns than this.
  std::size_t least_width = least_prose_width;
  friend bool operator==(const Column&, const Column&) = default;
};

/// The columns of a long table: their names are all there is to them.
[[nodiscard]] inline std::vector<Column> named_columns(std::initializer_list<const char*> names) {
  std::vector<Column> columns;
  for (const char* name : names) columns.push_back({name});
  return columns;
}

struct Row {
  std::vector<Cell> cells;
  /// Steps by which the first cell is set in (codes below their theme).
  int indent = 0;
  /// Set apart from the others: a theme, a total.
  bool strong = false;
  /// Starts a new block: an empty line stands before it in text.
  bool starts_block = false;
};

/// One table, wide or long, with what a reader must know beside it. Every row has as many cells as there are columns.
struct Table {
  std::string caption;
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<std::string> footnotes;
};

/// Key and value pairs that stand before the rows of a JSON document: `command`, `count`, `base` …
using Metadata = std::vector<std::pair<std::string, Cell>>;

}  // namespace etic
