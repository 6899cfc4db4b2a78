#include "report/matrix_picture.hpp"

#include <algorithm>
#include <array>

#include "report/picture_page.hpp"
#include "table/cell_text.hpp"

namespace etic {
namespace {

using namespace picture;

constexpr double row_height = 22;
constexpr double gap = 10;  // before blocks and totals
constexpr double widest_label = 300;
constexpr double widest_head = 80;  // of a column; longer ones are turned
constexpr double indent_width = 12;

/// Of even steps in lightness, from nothing to all; printed in grey they keep their order.
constexpr std::array<std::string_view, heat_steps> shades{"#eff5fb", "#c9dff0", "#93bfe0", "#5e9ccb", "#1f5a8c"};
constexpr std::array<std::string_view, heat_steps> shade_names{"under 20%", "20–39%", "40–59%", "60–79%",
                                                               "80% and more"};

/// What stands where, found from the table that the picture is of.
struct Layout {
  double label_width = 0;
  double cell_width = 40;
  double head_height = row_height;
  bool turned = false;

  explicit Layout(const Table& table) {
    for (const Row& row : table.rows) {
      label_width =
          std::max(label_width, text_width(cell_text(row.cells.front()), row.strong ? strong_letters : plain_letters) +
                                    indent_width * row.indent);
      for (std::size_t i = 1; i < row.cells.size(); ++i)
        cell_width = std::max(cell_width, text_width(cell_text(row.cells[i]), plain_letters) + 8);
    }
    label_width = std::min(label_width, widest_label);
    double head_width = 0;
    for (const Column& column : table.columns)
      head_width = std::max(head_width, text_width(column.name, plain_letters));
    turned = head_width > widest_head;
    if (!turned) cell_width = std::max(cell_width, head_width + 10);
    if (turned) head_height = std::min(head_width, widest_label) + 10;
  }

  [[nodiscard]] double left_of(std::size_t column, std::size_t columns, bool totals) const {
    const bool is_total = totals && column + 1 == columns;
    return margin + label_width + 12 + cell_width * static_cast<double>(column - 1) + (is_total ? gap : 0);
  }
};

void draw_cell(Svg& svg, const Cell& cell, const Column& column, double x, double y, double width) {
  const auto* count = std::get_if<CountCell>(&cell);
  std::string_view ink_on = ink;
  if (count != nullptr && column.heat && count->base > 0) {
    const auto step = static_cast<std::size_t>(heat_step(*count));
    svg.rectangle(x, y, width - 1, row_height - 1, shades[step]);
    if (step == heat_steps - 1) ink_on = "#fff";
  }
  const std::string text = cell_text(cell);
  if (!text.empty()) svg.text(x + (width - 1) / 2, y + 15.5, text, {.anchor = Anchor::middle, .colour = ink_on});
}

double draw_legend(Svg& svg, double x, double y) {
  for (std::size_t i = 0; i < shades.size(); ++i) {
    svg.rectangle(x, y, 16, 12, shades[i]);
    svg.text(x + 21, y + 10, shade_names[i], note_letters);
    x += 21 + text_width(shade_names[i], note_letters) + 14;
  }
  return y + 22;
}

}  // namespace

std::string matrix_picture(const Matrix& matrix, const std::string& title, const CountingText& counting,
                           Percent percent) {
  const Table table = matrix_table(matrix, title, counting, percent);
  const Layout layout(table);
  const std::size_t columns = table.columns.size();
  const bool totals = !matrix.row_totals.empty() && columns > 1;
  const double right = columns > 1 ? layout.left_of(columns - 1, columns, totals) + layout.cell_width : margin + 300;
  const double width = std::max(right + margin, 480.0);
  const double inner = width - 2 * margin;
  const bool shaded = counting.unit != Unit::segments;

  const std::string what = table.caption.substr(std::min(table.caption.find(": ") + 2, table.caption.size()));
  double tall =
      margin + height(title, title_letters, inner) + height(what, note_letters, inner) + 14 + layout.head_height + 6;
  for (std::size_t r = 0; r < table.rows.size(); ++r)
    tall += row_height + (table.rows[r].starts_block && r > 0 ? gap : 0);
  tall += shaded ? 36 : 14;
  for (const std::string& note : table.footnotes) tall += height(note, note_letters, inner);
  tall += margin / 2;

  Svg svg(width, tall, title, in_words({table}));
  double y = paragraph(svg, margin, margin - 6, title, inner, title_letters);
  y = paragraph(svg, margin, y + 2, what, inner, note_letters) + 12 + layout.head_height;
  for (std::size_t i = 1; i < columns; ++i) {
    const double middle = layout.left_of(i, columns, totals) + layout.cell_width / 2;
    const std::string name = cut_to_width(table.columns[i].name, plain_letters, widest_label);
    if (layout.turned) {
      svg.text(middle + 4, y - 6, name, {.turn = -90});
    } else {
      svg.text(middle, y - 6, name, {.anchor = Anchor::middle});
    }
  }
  svg.line(margin, y, right, y, rule, 1);
  y += 4;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const Row& row = table.rows[r];
    if (row.starts_block && r > 0) y += gap;
    const double x = margin + indent_width * row.indent;
    const Lettering& letters = row.strong ? strong_letters : plain_letters;
    svg.text(x, y + 15.5, cut_to_width(cell_text(row.cells.front()), letters, margin + layout.label_width - x + 6),
             letters);
    for (std::size_t i = 1; i < columns; ++i)
      draw_cell(svg, row.cells[i], table.columns[i], layout.left_of(i, columns, totals), y, layout.cell_width);
    y += row_height;
  }
  y += 14;
  if (shaded) y = draw_legend(svg, margin, y);
  for (const std::string& note : table.footnotes) y = paragraph(svg, margin, y, note, inner, note_letters);
  return svg.str();
}

}  // namespace etic
