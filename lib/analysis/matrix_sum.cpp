#include "analysis/matrix_sum.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "text/natural_order.hpp"

namespace etic {
namespace {

void add_count(Count& sum, const Count& part) {
  sum.state = std::max(sum.state, part.state);
  sum.n += part.n;
  sum.base += part.base;
}

void add_counts(std::vector<Count>& sum, const std::vector<Count>& part, const std::vector<std::size_t>& places,
                std::size_t size) {
  if (part.empty() && sum.empty()) return;
  sum.resize(size);
  for (std::size_t i = 0; i < part.size(); ++i) add_count(sum[places[i]], part[i]);
}

template <class Item>
void put_in_order(std::vector<Item>& items, const std::vector<std::size_t>& order) {
  std::vector<Item> ordered;
  if (items.empty()) return;
  for (const std::size_t place : order) ordered.push_back(std::move(items[place]));
  items = std::move(ordered);
}

/// Items without a value stand last.
auto standing(const AxisItem& item) { return std::tuple(item.key == no_value, item.rank); }

}  // namespace

std::vector<std::size_t> MatrixSum::Items::place(const std::vector<AxisItem>& part) {
  std::vector<std::size_t> found;
  for (const AxisItem& item : part) {
    const auto [entry, fresh] = places.emplace(item.key, items.size());
    if (fresh) items.push_back(item);
    items[entry->second].is_used = items[entry->second].is_used || item.is_used;
    found.push_back(entry->second);
  }
  return found;
}

std::vector<std::size_t> MatrixSum::Items::order() const {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].is_used) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const AxisItem& x = items[a];
    const AxisItem& y = items[b];
    if (standing(x) != standing(y)) return standing(x) < standing(y);
    return x.rank == AxisItem::unranked && natural_compare(x.key, y.key) < 0;
  });
  return order;
}

void MatrixSum::add(const Matrix& part) {
  const std::vector<std::size_t> rows = rows_.place(part.rows);
  const std::vector<std::size_t> columns = columns_.place(part.columns);
  sum_.cells.resize(rows_.items.size());
  for (std::vector<Count>& row : sum_.cells) row.resize(columns_.items.size());
  for (std::size_t row = 0; row < part.cells.size(); ++row) {
    for (std::size_t column = 0; column < part.cells[row].size(); ++column)
      add_count(sum_.cells[rows[row]][columns[column]], part.cells[row][column]);
  }
  add_counts(sum_.row_totals, part.row_totals, rows, rows_.items.size());
  add_counts(sum_.column_totals, part.column_totals, columns, columns_.items.size());
  if (part.grand_total) {
    if (!sum_.grand_total) sum_.grand_total.emplace();
    add_count(*sum_.grand_total, *part.grand_total);
  }
  sum_.joint_answers += part.joint_answers;
}

Matrix MatrixSum::take() {
  const std::vector<std::size_t> rows = rows_.order();
  const std::vector<std::size_t> columns = columns_.order();
  sum_.rows = std::move(rows_.items);
  sum_.columns = std::move(columns_.items);
  put_in_order(sum_.rows, rows);
  put_in_order(sum_.cells, rows);
  put_in_order(sum_.row_totals, rows);
  put_in_order(sum_.columns, columns);
  put_in_order(sum_.column_totals, columns);
  for (std::vector<Count>& row : sum_.cells) put_in_order(row, columns);
  return std::move(sum_);
}

}  // namespace etic
