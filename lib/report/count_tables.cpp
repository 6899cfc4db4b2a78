#include "report/count_tables.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "report/count_cells.hpp"

namespace etic {
namespace {

constexpr std::string_view rough_footnote = "~ percentage of fewer than 20: read n, not the percentage.";

/// n and base as cells of a long table: nothing for what by design cannot be, no n where nothing is on record.
std::vector<Cell> record_cells(const Count& count, bool has_base) {
  if (count.state == Count::State::blank) return {BlankCell{}, BlankCell{}};
  std::vector<Cell> cells(2);
  if (count.state == Count::State::counted) cells[0] = count.n;
  if (has_base) cells[1] = count.base;
  return cells;
}

Cell bar(const Count& count, Unit unit, std::int64_t most) {
  if (count.state != Count::State::counted) return BlankCell{};
  return Bar{count.n, unit == Unit::segments ? most : count.base};
}

/// Codes stand set in below their themes, by their whole ids: that is what one types.
Row code_row(const AxisItem& item) {
  Row row;
  row.cells.emplace_back(item.key);
  row.indent = item.indent;
  row.strong = item.strong;
  row.starts_block = item.strong && item.indent == 0;
  return row;
}

std::int64_t percent_base(Percent percent, const Count& count, const Count& row_total, std::int64_t column_n) {
  switch (percent) {
    case Percent::none:
      return 0;
    case Percent::base:
      return count.base;
    case Percent::row:
      return row_total.n;
    case Percent::column:
      return column_n;
  }
  return 0;
}

std::string_view percent_note(Percent percent) {
  switch (percent) {
    case Percent::none:
      return "";
    case Percent::base:
      return "; % of the base";
    case Percent::row:
      return "; % of the row's total";
    case Percent::column:
      return "; % of the column's total";
  }
  return "";
}

std::vector<std::string> footnotes(const Matrix& matrix, const CountingText& counting, bool rough) {
  std::vector<std::string> notes = joint_footnote(matrix.joint_answers, counting.unit);
  if (rough) notes.emplace_back(rough_footnote);
  return notes;
}

Table one_tally(const Matrix& tally, const std::vector<Count>& counts, std::string caption,
                const CountingText& counting, Percent percent) {
  Table table;
  table.caption = std::move(caption);
  table.columns = {{"code", Align::left, false, false},
                   {"", Align::left, true, false},
                   {counting.unit == Unit::segments ? "n" : "n/base", Align::right, false, false},
                   {"", Align::left, false, false}};
  std::int64_t most = 0;
  bool rough = false;
  for (const Count& count : counts) most = std::max(most, count.n);
  for (std::size_t i = 0; i < tally.rows.size(); ++i) {
    if (counts[i].state == Count::State::blank) continue;
    const std::int64_t of = percent == Percent::none || counting.unit == Unit::segments ? 0 : counts[i].base;
    rough = rough || (of > 0 && of < 20);
    Row row = code_row(tally.rows[i]);
    row.cells.emplace_back(label_beside(tally.rows[i].key, tally.rows[i].label));
    row.cells.push_back(count_cell(counts[i], counting.unit, of));
    row.cells.push_back(bar(counts[i], counting.unit, most));
    table.rows.push_back(std::move(row));
  }
  table.footnotes = footnotes(tally, counting, rough);
  return table;
}

}  // namespace

std::vector<Table> tally_tables(const Matrix& tally, const std::string& by, const CountingText& counting,
                                Percent percent) {
  const std::string what = fmt::format("{}{}", describe(counting), percent_note(percent));
  if (by.empty()) return {one_tally(tally, tally.row_totals, what, counting, percent)};
  std::vector<Table> tables;
  for (std::size_t column = 0; column < tally.columns.size(); ++column) {
    const AxisItem& item = tally.columns[column];
    std::vector<Count> counts;
    for (const auto& cells : tally.cells) counts.push_back(cells[column]);
    const std::string head =
        item.label == item.key ? fmt::format("{} {}", by, item.key) : fmt::format("{}  {}", item.key, item.label);
    tables.push_back(one_tally(tally, counts, head, counting, percent));
    // What holds for all of them is said once, at the end.
    if (column + 1 < tally.columns.size()) tables.back().footnotes.clear();
  }
  if (!tables.empty())
    tables.back().footnotes.insert(tables.back().footnotes.begin(), fmt::format("n/base: {}.", what));
  return tables;
}

Table tally_records(const Matrix& tally, const std::string& by, const CountingText& counting) {
  Table table;
  table.columns = named_columns({"by", "value", "code", "n", "base", "count"});
  const auto add = [&](const std::string& value, const AxisItem& row, const Count& count) {
    if (count.state == Count::State::blank) return;
    const std::vector<Cell> figures = record_cells(count, counting.unit != Unit::segments);
    Row record;
    record.cells = {by, value, row.key, figures[0], figures[1], std::string(name(counting.unit))};
    table.rows.push_back(std::move(record));
  };
  if (by.empty()) {
    for (std::size_t i = 0; i < tally.rows.size(); ++i) add("", tally.rows[i], tally.row_totals[i]);
  }
  for (std::size_t column = 0; column < tally.columns.size() && !by.empty(); ++column) {
    for (std::size_t i = 0; i < tally.rows.size(); ++i)
      add(tally.columns[column].key, tally.rows[i], tally.cells[i][column]);
  }
  table.footnotes = joint_footnote(tally.joint_answers, counting.unit);
  return table;
}

Table matrix_table(const Matrix& matrix, const std::string& title, const CountingText& counting, Percent percent) {
  Table table;
  table.caption = fmt::format("{}: {}{}", title, describe(counting), percent_note(percent));
  table.columns.push_back({"", Align::left, false, false});
  for (const AxisItem& column : matrix.columns) table.columns.push_back({column.key, Align::right, false, true});
  const bool totals = !matrix.row_totals.empty();
  if (totals) table.columns.push_back({"total", Align::right, false, false});

  bool rough = false;
  const auto add = [&](Row& row, const Count& count, const Count& row_total, std::int64_t column_n) {
    std::int64_t of = counting.unit == Unit::segments || count.state != Count::State::counted
                          ? 0
                          : percent_base(percent, count, row_total, column_n);
    rough = rough || (of > 0 && of < 20);
    row.cells.push_back(count_cell(count, counting.unit, of));
  };
  const auto column_n = [&](std::size_t column) {
    return matrix.column_totals.empty() ? 0 : matrix.column_totals[column].n;
  };
  const Count none;
  for (std::size_t i = 0; i < matrix.rows.size(); ++i) {
    Row row = code_row(matrix.rows[i]);
    const Count& total = totals ? matrix.row_totals[i] : none;
    for (std::size_t column = 0; column < matrix.columns.size(); ++column)
      add(row, matrix.cells[i][column], total, column_n(column));
    if (totals) add(row, total, total, matrix.grand_total ? matrix.grand_total->n : 0);
    table.rows.push_back(std::move(row));
  }
  if (!matrix.column_totals.empty()) {
    Row row;
    row.cells.emplace_back(std::string("total"));
    row.strong = true;
    row.starts_block = true;
    const Count grand = matrix.grand_total.value_or(none);
    for (std::size_t column = 0; column < matrix.columns.size(); ++column)
      add(row, matrix.column_totals[column], grand, column_n(column));
    if (totals) add(row, grand, grand, grand.n);
    table.rows.push_back(std::move(row));
  }
  table.footnotes = footnotes(matrix, counting, rough);
  return table;
}

Table matrix_records(const Matrix& matrix, Unit unit) {
  Table table;
  table.columns = named_columns({"row", "col", "n", "base"});
  const auto add = [&](const std::string& row, const std::string& column, const Count& count) {
    const std::vector<Cell> figures = record_cells(count, unit != Unit::segments);
    Row record;
    record.cells = {row, column, figures[0], figures[1]};
    table.rows.push_back(std::move(record));
  };
  for (std::size_t i = 0; i < matrix.rows.size(); ++i) {
    for (std::size_t column = 0; column < matrix.columns.size(); ++column)
      add(matrix.rows[i].key, matrix.columns[column].key, matrix.cells[i][column]);
    if (!matrix.row_totals.empty()) add(matrix.rows[i].key, std::string(total_key), matrix.row_totals[i]);
  }
  for (std::size_t column = 0; column < matrix.column_totals.size(); ++column)
    add(std::string(total_key), matrix.columns[column].key, matrix.column_totals[column]);
  if (matrix.grand_total) add(std::string(total_key), std::string(total_key), *matrix.grand_total);
  table.footnotes = joint_footnote(matrix.joint_answers, unit);
  return table;
}

}  // namespace etic
