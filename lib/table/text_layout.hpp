#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "table/table.hpp"

/// What stands where in a table that is printed as text.
namespace etic {

/// A cell on one line, before anything is wrapped or cut.
struct TextCell {
  std::string text;
  Align align = Align::left;
  /// Spaces before the text.
  std::size_t indent = 0;
  /// Counts and their like: neither wrapped nor cut.
  bool number = false;
};

/// The cells of a table as they read; counts are padded so that they stand slash under slash in their column.
struct TextGrid {
  std::vector<TextCell> header;
  std::vector<std::vector<TextCell>> rows;
};

[[nodiscard]] TextGrid text_grid(const Table& table);

struct PlacedColumn {
  std::size_t index = 0;
  std::size_t width = 0;
};

/// The columns that stand side by side, in order; the first is always the table's first.
using Part = std::vector<PlacedColumn>;

inline constexpr std::size_t column_gap = 2;
inline constexpr std::size_t indent_step = 2;

inline constexpr std::size_t least_label_width = 16;

[[nodiscard]] std::size_t width_of(const Part& part);

/// Splits the table into parts that fit the page (0: no limit, one part) as far as that goes without cutting a number
/// or the head of a column of numbers. Nothing is narrower than it must be in its part. Needs at least one column.
[[nodiscard]] std::vector<Part> lay_out(const Table& table, const TextGrid& grid, std::size_t page_width);

}  // namespace etic
