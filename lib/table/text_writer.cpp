#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "table/cell_text.hpp"
#include "table/line_fitting.hpp"
#include "table/text_layout.hpp"
#include "table/writers.hpp"
#include "text/unicode.hpp"

namespace etic {

namespace {

/// One line of output. Spaces are held back until something follows them, so no line ends in white space.
class Line {
 public:
  void skip(std::size_t columns) { spaces_ += columns; }

  /// Prints the text in a style (SGR parameters, may be empty); spaces around it stay unstyled.
  void print(std::string_view text, std::string_view style) {
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return skip(text.size());
    const std::size_t end = text.find_last_not_of(' ') + 1;
    skip(begin);
    paint(text.substr(begin, end - begin), style);
    skip(text.size() - end);
  }

  /// Prints the text in a style, spaces included.
  void paint(std::string_view text, std::string_view style) {
    text_.append(std::exchange(spaces_, 0), ' ');
    if (!style.empty()) text_.append("\x1b[").append(style).append("m");
    text_ += text;
    if (!style.empty()) text_ += "\x1b[0m";
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
  std::size_t spaces_ = 0;
};

struct Style {
  bool bold = false;
  /// SGR parameters of the background, with a foreground to be read on it; empty: none.
  std::string_view shade;

  [[nodiscard]] std::string parameters() const {
    return std::string(bold ? "1" : "") + (bold && !shade.empty() ? ";" : "") + std::string(shade);
  }
};

/// Blues of even steps in lightness, by fifths of n/base; black or white, whichever reads at 5:1 or better, on top.
std::string_view shade_of(const CountCell& count) {
  static constexpr std::array<std::string_view, heat_steps> shades = {
      "38;5;16;48;5;195", "38;5;16;48;5;153", "38;5;16;48;5;110", "38;5;16;48;5;67", "38;5;231;48;5;24",
  };
  return shades[static_cast<std::size_t>(heat_step(count))];
}

Style style_of(const Row& row, const Column& column, const Cell& cell, const Page& page) {
  if (!page.colour) return {};
  Style style{row.strong, {}};
  if (const auto* count = std::get_if<CountCell>(&cell); count != nullptr && column.heat && count->base > 0) {
    style.shade = shade_of(*count);
  }
  return style;
}

/// A cell's lines of text, none padded.
std::vector<std::string> lines_of(const TextCell& cell, bool prose, std::size_t width) {
  if (cell.number) return {cell.text};
  // However deep a code lies in a narrow column, half of it is left for its name.
  const bool fits = cell.indent + display_width(cell.text) <= width;
  const std::size_t indent = fits ? cell.indent : std::min(cell.indent, width / 2);
  std::vector<std::string> lines =
      prose ? wrapped(cell.text, width - indent) : std::vector{cut_short(cell.text, width - indent)};
  for (std::string& line : lines) line.insert(0, indent, ' ');
  return lines;
}

void print_padded(Line& line, const std::string& text, Align align, std::size_t width, const Style& style) {
  const std::size_t used = display_width(text);
  const std::size_t padding = width > used ? width - used : 0;
  const std::size_t before = align == Align::right ? padding : 0;
  if (!style.shade.empty()) {
    line.paint(std::string(before, ' ') + text + std::string(padding - before, ' '), style.parameters());
    return;
  }
  line.skip(before);
  line.print(text, style.parameters());
  line.skip(padding - before);
}

/// Prints the cells of one row; `styles` may be empty, else it has one entry a cell.
void write_cells(std::ostream& out, const Table& table, const Part& part, const std::vector<TextCell>& cells,
                 const std::vector<Style>& styles) {
  std::vector<std::vector<std::string>> columns;
  std::size_t height = 1;
  for (const PlacedColumn& place : part) {
    columns.push_back(lines_of(cells[place.index], table.columns[place.index].prose, place.width));
    height = std::max(height, columns.back().size());
  }
  for (std::size_t h = 0; h < height; ++h) {
    Line line;
    for (std::size_t p = 0; p < part.size(); ++p) {
      if (p > 0) line.skip(column_gap);
      const bool blank = h >= columns[p].size() || columns[p][h].empty();
      if (blank) {
        line.skip(part[p].width);
        continue;
      }
      const std::size_t index = part[p].index;
      print_padded(line, columns[p][h], cells[index].align, part[p].width, styles.empty() ? Style{} : styles[index]);
    }
    out << line.text() << '\n';
  }
}

void write_rule(std::ostream& out, std::size_t width) {
  for (std::size_t i = 0; i < width; ++i) out << "─";
  out << '\n';
}

void write_part(std::ostream& out, const Table& table, const TextGrid& grid, const Part& part, const Page& page) {
  write_cells(out, table, part, grid.header, {});
  write_rule(out, width_of(part));
  if (table.rows.empty()) out << "(none)\n";
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const Row& row = table.rows[r];
    if (row.starts_block && r > 0) out << '\n';
    std::vector<Style> styles;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      styles.push_back(style_of(row, table.columns[c], row.cells[c], page));
    }
    write_cells(out, table, part, grid.rows[r], styles);
  }
}

/// Says which columns a part shows, the repeated first one not counted.
void write_note(std::ostream& out, const Part& part, std::size_t columns) {
  const std::size_t first = part[1].index;
  const std::size_t last = part.back().index;
  out << (first == last ? "(column " : "(columns ") << first;
  if (first != last) out << '-' << last;
  out << " of " << columns - 1 << ")\n";
}

void write_paragraph(std::ostream& out, const std::string& text, std::size_t width) {
  for (const std::string& line : wrapped(one_line(text), width)) out << line << '\n';
}

}  // namespace

void write_text(std::ostream& out, const Table& table, const Page& page) {
  if (!table.caption.empty()) write_paragraph(out, table.caption, page.width);
  if (table.columns.empty()) {
    out << "(none)\n";
  } else {
    const TextGrid grid = text_grid(table);
    const std::vector<Part> parts = lay_out(table, grid, page.width);
    for (std::size_t p = 0; p < parts.size(); ++p) {
      if (p > 0) out << '\n';
      if (parts.size() > 1) write_note(out, parts[p], table.columns.size());
      write_part(out, table, grid, parts[p], page);
    }
  }
  if (!table.footnotes.empty()) out << '\n';
  for (const std::string& footnote : table.footnotes) write_paragraph(out, footnote, page.width);
}

}  // namespace etic
