#include "analysis/matrix.hpp"

#include <algorithm>
#include <utility>

#include "analysis/grid.hpp"

namespace etic {
namespace {

Count count_at(const Grid& grid, std::size_t row, std::size_t column, const QuestionSet& scope,
               const QuestionSet& design, Unit unit) {
  if (!scope.intersects(design)) return {};
  Count count{Count::State::missing, grid.n[row][column], grid.base[row][column]};
  if (count.base > 0) count.state = Count::State::counted;
  if (unit == Unit::segments) count.base = 0;
  return count;
}

Grid::RowOfCodes row_of_codes(const CodedCorpus& coded, const std::vector<CodeId>& codes) {
  Grid::RowOfCodes row{codes, coded.study->no_questions(), false};
  for (const CodeId code : codes) {
    row.scope.insert(coded.books->code(code).scope);
    for (const CodeId below : coded.books->subtree(code))
      row.counts_silence = row.counts_silence || coded.books->code(below).excludes_all;
  }
  return row;
}

}  // namespace

Matrix count_codes(const CodedCorpus& coded, const Bearing& bearing, const Selection& selection, const Axis& rows,
                   const std::vector<CodeId>& codes, const std::optional<Axis>& columns, const Counting& counting) {
  Matrix matrix;
  matrix.rows = code_items(rows, *coded.books, codes);
  std::vector<Grid::RowOfCodes> row_codes;
  for (const AxisItem& item : matrix.rows) row_codes.push_back(row_of_codes(coded, {*item.code}));

  AxisPlaces places;
  places.items_of.resize(selection.slots.size());
  if (columns) places = place_on_axis(*columns, *coded.study, *coded.corpus, selection, counting);
  const auto total = static_cast<std::uint32_t>(places.items.size());
  for (auto& items : places.items_of) items.push_back(total);

  const Grid grid = Grid::count(coded, bearing, selection, counting, row_codes, places.items_of, total + 1);
  for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
    matrix.cells.emplace_back();
    for (std::size_t column = 0; column < total; ++column)
      matrix.cells.back().push_back(
          count_at(grid, row, column, row_codes[row].scope, places.design[column], counting.unit));
    matrix.row_totals.push_back(count_at(grid, row, total, row_codes[row].scope, selection.questions, counting.unit));
  }
  matrix.columns = std::move(places.items);
  matrix.joint_answers = grid.joint_answers;
  return matrix;
}

Matrix cross_axes(const CodedCorpus& coded, const Bearing& bearing, const Selection& selection, const Axis& rows,
                  const Axis& columns, const std::vector<CodeId>& codes, const Counting& counting) {
  const std::vector<Grid::RowOfCodes> any{row_of_codes(coded, codes)};
  const QuestionSet& scope = any.front().scope;
  const AxisPlaces down = place_on_axis(rows, *coded.study, *coded.corpus, selection, counting);
  const AxisPlaces across = place_on_axis(columns, *coded.study, *coded.corpus, selection, counting);

  // Every pair of items is a column of a grid with one row; one more item on either side stands for the total.
  const std::size_t width = across.items.size() + 1;
  std::vector<Few<std::uint32_t, 2>> pairs(selection.slots.size());
  for (std::size_t slot = 0; slot < pairs.size(); ++slot) {
    Few<std::uint32_t, 2> row_items = down.items_of[slot];
    Few<std::uint32_t, 2> column_items = across.items_of[slot];
    row_items.push_back(static_cast<std::uint32_t>(down.items.size()));
    column_items.push_back(static_cast<std::uint32_t>(across.items.size()));
    for (const std::uint32_t row : row_items) {
      for (const std::uint32_t column : column_items)
        pairs[slot].push_back(static_cast<std::uint32_t>(row * width + column));
    }
  }
  const Grid grid = Grid::count(coded, bearing, selection, counting, any, pairs, (down.items.size() + 1) * width);

  Matrix matrix;
  const QuestionSet& all = selection.questions;
  // Where both are known from who falls on them, a cell on which nobody does is none by design.
  std::vector<bool> met((down.items.size() + 1) * width, !down.by_who_falls_on_it || !across.by_who_falls_on_it);
  for (const Few<std::uint32_t, 2>& of_slot : pairs) {
    for (const std::uint32_t pair : of_slot) met[pair] = true;
  }
  const auto cell = [&](std::size_t row, std::size_t column) -> Count {
    if (!met[row * width + column]) return {};
    const QuestionSet& row_design = row < down.items.size() ? down.design[row] : all;
    const QuestionSet& column_design = column < across.items.size() ? across.design[column] : all;
    return count_at(grid, 0, row * width + column, scope, row_design.intersection(column_design), counting.unit);
  };
  for (std::size_t row = 0; row < down.items.size(); ++row) {
    matrix.cells.emplace_back();
    for (std::size_t column = 0; column < across.items.size(); ++column)
      matrix.cells.back().push_back(cell(row, column));
    matrix.row_totals.push_back(cell(row, across.items.size()));
  }
  for (std::size_t column = 0; column < across.items.size(); ++column)
    matrix.column_totals.push_back(cell(down.items.size(), column));
  matrix.grand_total = cell(down.items.size(), across.items.size());
  matrix.rows = down.items;
  matrix.columns = across.items;
  matrix.joint_answers = grid.joint_answers;
  return matrix;
}

Matrix transposed(Matrix matrix) {
  Matrix turned;
  turned.cells.resize(matrix.columns.size(), std::vector<Count>(matrix.rows.size()));
  for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
    for (std::size_t column = 0; column < matrix.columns.size(); ++column)
      turned.cells[column][row] = matrix.cells[row][column];
  }
  turned.rows = std::move(matrix.columns);
  turned.columns = std::move(matrix.rows);
  turned.row_totals = std::move(matrix.column_totals);
  turned.column_totals = std::move(matrix.row_totals);
  turned.grand_total = matrix.grand_total;
  turned.joint_answers = matrix.joint_answers;
  return turned;
}

}  // namespace etic
