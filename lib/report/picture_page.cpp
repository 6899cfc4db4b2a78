#include "report/picture_page.hpp"

#include <algorithm>
#include <cstddef>

#include "table/cell_text.hpp"
#include "table/line_fitting.hpp"

namespace etic::picture {

std::vector<std::string> lines(std::string_view text, const Lettering& lettering, double width) {
  std::vector<std::string> lines{""};
  const std::string flat = one_line(text);
  for (std::size_t begin = 0; begin < flat.size();) {
    const std::size_t end = std::min(flat.find(' ', begin), flat.size());
    const std::string word = flat.substr(begin, end - begin);
    begin = end + 1;
    const std::string longer = lines.back().empty() ? word : lines.back() + " " + word;
    if (lines.back().empty() || text_width(longer, lettering) <= width) {
      lines.back() = longer;
    } else {
      lines.push_back(word);
    }
  }
  for (std::string& line : lines) line = cut_to_width(line, lettering, width);
  return lines;
}

double height(std::string_view text, const Lettering& lettering, double width) {
  return text.empty() ? 0 : 1.35 * lettering.size * static_cast<double>(lines(text, lettering, width).size());
}

double paragraph(Svg& svg, double x, double y, std::string_view text, double width, const Lettering& lettering) {
  if (text.empty()) return y;
  for (const std::string& line : lines(text, lettering, width)) {
    svg.text(x, y + lettering.size, line, lettering);
    y += 1.35 * lettering.size;
  }
  return y;
}

std::string in_words(const std::vector<Table>& tables) {
  std::string text;
  for (const Table& table : tables) {
    const std::string caption = one_line(table.caption);
    const bool ends = !caption.empty() && std::string_view(".?!").find(caption.back()) != std::string_view::npos;
    text += caption + (ends ? "" : ".");
    for (const Row& row : table.rows) {
      text += " " + one_line(cell_text(row.cells.front())) + ":";
      bool first = true;
      for (std::size_t i = 1; i < row.cells.size(); ++i) {
        const std::string cell = std::holds_alternative<Bar>(row.cells[i]) ? "" : one_line(cell_text(row.cells[i]));
        if (cell.empty()) continue;
        text += first ? " " : ", ";
        first = false;
        const bool figure = count_text(row.cells[i]).has_value() || std::holds_alternative<MissingCell>(row.cells[i]);
        const bool named = !table.columns[i].name.empty() && figure;
        text += (named ? table.columns[i].name + " " : "") + cell;
      }
      text += first ? " nothing." : ".";
    }
    text += " ";
  }
  if (!text.empty()) text.pop_back();
  return text;
}

}  // namespace etic::picture
