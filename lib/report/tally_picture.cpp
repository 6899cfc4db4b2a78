#include "report/tally_picture.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "report/picture_page.hpp"
#include "table/cell_text.hpp"

namespace etic {
namespace {

using namespace picture;

constexpr double width = 880;
constexpr double inner = width - 2 * margin;
constexpr double row_height = 20;
constexpr double block_gap = 8;
constexpr double table_gap = 26;
constexpr double label_width = 520;
constexpr double bar_width = 200;
constexpr double indent_width = 12;
constexpr double least_label = 60;  // narrower ones say nothing
constexpr std::string_view track = "#e6e6e6";

/// Where the columns of a tally's table are.
enum : std::size_t { code_column, label_column, count_column, bar_column };

const Lettering& letters_of(const Row& row) { return row.strong ? strong_letters : plain_letters; }

double height_of(const Table& table) {
  double tall = height(table.caption, strong_letters, inner) + 10;
  for (std::size_t r = 0; r < table.rows.size(); ++r)
    tall += row_height + (table.rows[r].starts_block && r > 0 ? block_gap : 0);
  return tall;
}

/// How much the codes of a tally take.
double code_width(const Table& table) {
  double wide = 0;
  for (const Row& row : table.rows)
    wide = std::max(wide, indent_width * row.indent + text_width(cell_text(row.cells[code_column]), letters_of(row)));
  return std::min(wide, label_width - 12);
}

void draw_row(Svg& svg, const Row& row, double labels, double y) {
  const double x = margin + indent_width * row.indent;
  const std::string code = cell_text(row.cells[code_column]);
  const std::string label = cell_text(row.cells[label_column]);
  const double room = margin + label_width - 12 - labels;
  svg.begin_group(label.empty() ? code : fmt::format("{}: {}", code, label));
  svg.text(x, y + 14.5, cut_to_width(code, letters_of(row), labels - x), letters_of(row));
  if (!label.empty() && room > least_label)
    svg.text(labels, y + 14.5, cut_to_width(label, note_letters, room), note_letters);
  const auto* bar = std::get_if<Bar>(&row.cells[bar_column]);
  const double left = margin + label_width;
  if (bar != nullptr && bar->of > 0) {
    svg.rectangle(left, y + 4, bar_width, row_height - 8, track);
    if (bar->n > 0)
      svg.rectangle(left, y + 4, bar_width * static_cast<double>(bar->n) / static_cast<double>(bar->of), row_height - 8,
                    fill);
  }
  svg.text(left + bar_width + 8, y + 14.5, cell_text(row.cells[count_column]), {});
  svg.end_group();
}

}  // namespace

std::string tally_picture(const Matrix& tally, const std::string& by, const CountingText& counting, Percent percent) {
  std::vector<Table> tables = tally_tables(tally, by, counting, percent);
  std::vector<std::string> notes = tables.empty() ? std::vector<std::string>() : tables.back().footnotes;
  const std::string title = by.empty() ? "Codes" : fmt::format("Codes by {}", by);

  double tall = margin + height(title, title_letters, inner) + 6;
  for (const Table& table : tables) tall += height_of(table) + table_gap;
  for (const std::string& note : notes) tall += height(note, note_letters, inner);
  Svg svg(width, tall + margin / 2, title, in_words(tables));
  double y = paragraph(svg, margin, margin - 6, title, inner, title_letters) + 6;
  for (const Table& table : tables) {
    const bool heading = !by.empty();
    y = paragraph(svg, margin, y, table.caption, inner, heading ? strong_letters : note_letters) + 6;
    const double labels = margin + code_width(table) + 8;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      if (table.rows[r].starts_block && r > 0) y += block_gap;
      draw_row(svg, table.rows[r], labels, y);
      y += row_height;
    }
    y += table_gap;
  }
  y -= table_gap / 2;
  for (const std::string& note : notes) y = paragraph(svg, margin, y, note, inner, note_letters);
  return svg.str();
}

}  // namespace etic
