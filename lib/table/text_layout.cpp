#include "table/text_layout.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "table/cell_text.hpp"
#include "table/line_fitting.hpp"
#include "text/unicode.hpp"

namespace etic {

namespace {

CountWidths count_widths(const Table& table, std::size_t column) {
  CountWidths widths;
  for (const Row& row : table.rows) {
    if (const auto count = count_text(row.cells.at(column))) widths.make_room_for(*count);
  }
  return widths;
}

TextCell text_cell(const Cell& cell, Align align, const CountWidths& widths) {
  if (const auto count = count_text(cell)) return {aligned(*count, widths), Align::right, 0, true};
  if (std::holds_alternative<MissingCell>(cell)) {
    return {aligned_missing_mark(widths), widths.n > 0 ? Align::right : align, 0, true};
  }
  return {one_line(cell_text(cell)), align, 0, false};
}

/// How wide a column would be, and how narrow it may get.
struct Need {
  std::size_t wanted = 0;
  std::size_t least = 0;
  bool prose = false;
};

Need need_of(const Column& column, const TextGrid& grid, std::size_t index) {
  std::size_t wanted = display_width(grid.header[index].text);
  std::size_t numbers = 0;
  for (const auto& row : grid.rows) {
    const TextCell& cell = row[index];
    const std::size_t width = cell.indent + display_width(cell.text);
    wanted = std::max(wanted, width);
    if (cell.number) numbers = std::max(numbers, width);
  }
  std::size_t least = wanted;
  if (column.prose) {
    least = std::max(column.least_width, numbers);
  } else if (column.align == Align::left) {
    least = std::max(least_label_width, numbers);
  }
  return {wanted, std::min(wanted, least), column.prose};
}

/// Takes `excess` columns away, one by one from whichever is the widest then; returns what could not be taken.
std::size_t shrink(Part& part, const std::vector<Need>& needs, bool prose, std::size_t excess) {
  while (excess > 0) {
    PlacedColumn* widest = nullptr;
    for (PlacedColumn& column : part) {
      const Need& need = needs[column.index];
      if (need.prose != prose || column.width == need.least) continue;
      if (widest == nullptr || column.width > widest->width) widest = &column;
    }
    if (widest == nullptr) break;
    --widest->width;
    --excess;
  }
  return excess;
}

void fit(Part& part, const std::vector<Need>& needs, std::size_t page_width) {
  for (PlacedColumn& column : part) column.width = needs[column.index].wanted;
  const std::size_t width = width_of(part);
  if (page_width == 0 || width <= page_width) return;
  const std::size_t excess = shrink(part, needs, true, width - page_width);
  shrink(part, needs, false, excess);
}

}  // namespace

TextGrid text_grid(const Table& table) {
  TextGrid grid;
  grid.rows.resize(table.rows.size());
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const Column& column = table.columns[c];
    const CountWidths widths = count_widths(table, c);
    grid.header.push_back({one_line(column.name), column.align, 0, false});
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      const Row& row = table.rows[r];
      TextCell cell = text_cell(row.cells.at(c), column.align, widths);
      if (c == 0 && row.indent > 0 && !cell.number) cell.indent = indent_step * static_cast<std::size_t>(row.indent);
      grid.rows[r].push_back(std::move(cell));
    }
  }
  return grid;
}

std::size_t width_of(const Part& part) {
  std::size_t width = column_gap * (part.size() - 1);
  for (const PlacedColumn& column : part) width += column.width;
  return width;
}

std::vector<Part> lay_out(const Table& table, const TextGrid& grid, std::size_t page_width) {
  std::vector<Need> needs;
  for (std::size_t c = 0; c < table.columns.size(); ++c) needs.push_back(need_of(table.columns[c], grid, c));

  const PlacedColumn first{0, needs.front().least};
  std::vector<Part> parts(1, Part{first});
  for (std::size_t c = 1; c < needs.size(); ++c) {
    const std::size_t width = width_of(parts.back()) + column_gap + needs[c].least;
    if (page_width > 0 && width > page_width && parts.back().size() > 1) parts.push_back({first});
    parts.back().push_back({c, needs[c].least});
  }
  for (Part& part : parts) fit(part, needs, page_width);
  return parts;
}

}  // namespace etic
