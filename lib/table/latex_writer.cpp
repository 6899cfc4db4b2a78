#include <algorithm>
#include <string>
#include <string_view>
#include <variant>

#include "table/cell_text.hpp"
#include "table/line_fitting.hpp"
#include "table/writers.hpp"
#include "text/unicode.hpp"

namespace etic {

namespace {

/// What stands for a character that LaTeX would obey, or set as another.
std::string_view replacement(char c) {
  switch (c) {
    case '\\':
      return "\\textbackslash{}";
    case '{':
      return "\\{";
    case '}':
      return "\\}";
    case '$':
      return "\\$";
    case '&':
      return "\\&";
    case '#':
      return "\\#";
    case '_':
      return "\\_";
    case '%':
      return "\\%";
    case '^':
      return "\\textasciicircum{}";
    case '~':
      return "\\textasciitilde{}";
    case '<':
      return "\\textless{}";
    case '>':
      return "\\textgreater{}";
    case '|':
      return "\\textbar{}";
    case '"':
      return "\\textquotedbl{}";
    case '`':
      return "\\textasciigrave{}";
    // Two of these would be set as one dash or quote; behind the end of a row, brackets and a star would be obeyed.
    case '-':
      return "{-}";
    case ',':
      return "{,}";
    case '*':
      return "{*}";
    case '\'':
      return "{'}";
    case '[':
      return "{[}";
    case ']':
      return "{]}";
    default:
      return {};
  }
}

/// Text that reads in LaTeX as it stands.
std::string latex_text(std::string_view raw) {
  const std::string text = one_line(raw);
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool alone = (i == 0 || text[i - 1] != c) && (i + 1 == text.size() || text[i + 1] != c);
    const bool harmless = alone && std::string_view("-',").find(c) != std::string_view::npos;
    const std::string_view other = harmless ? std::string_view() : replacement(c);
    if (other.empty()) {
      escaped += c;
    } else {
      escaped += other;
    }
  }
  return escaped;
}

/// Ten times the height of a letter for all.
std::string bar(const Bar& bar) {
  if (bar.of == 0 || bar.n == 0) return "";
  const std::int64_t hundredths = std::max<std::int64_t>(10, (600 * bar.n + bar.of / 2) / bar.of);
  const std::string fraction = std::to_string(hundredths % 100);
  return "\\rule{" + std::to_string(hundredths / 100) + "." + (fraction.size() < 2 ? "0" : "") + fraction +
         "em}{1.2ex}";
}

std::string content(const Cell& cell) {
  if (const auto* drawn = std::get_if<Bar>(&cell)) return bar(*drawn);
  return latex_text(cell_text(cell));
}

/// What a column takes of a line of ordinary length, in hundredths: its longest text and the gap beside it.
std::size_t hundredths_of_line(const Table& table, std::size_t index) {
  std::size_t letters = display_width(table.columns[index].name);
  for (const Row& row : table.rows) letters = std::max(letters, display_width(cell_text(row.cells[index])));
  return letters * 13 / 10 + 3;
}

/// `@{}lrrp{…}@{}`: prose shares what the other columns leave of the line.
std::string column_letters(const Table& table) {
  std::size_t prose = 0;
  std::size_t taken = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].prose) ++prose;
    taken += table.columns[i].prose ? 3 : hundredths_of_line(table, i);
  }
  const std::size_t left = 100 - std::min<std::size_t>(taken, 100);
  const std::size_t percent = prose == 0 ? 0 : std::max<std::size_t>(15, left / prose);
  std::string letters = "@{}";
  for (const Column& column : table.columns) {
    if (column.prose) {
      letters +=
          ">{\\raggedright\\arraybackslash}p{0." + std::to_string(std::min<std::size_t>(percent, 99)) + "\\linewidth}";
    } else {
      letters += column.align == Align::right ? 'r' : 'l';
    }
  }
  return letters + "@{}";
}

void write_row(std::ostream& out, const Row& row) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (i > 0) out << " & ";
    if (i == 0 && row.indent > 0) out << "\\hspace*{" << row.indent << "em}";
    const std::string text = content(row.cells[i]);
    const bool bold = row.strong && !text.empty() && !std::holds_alternative<Bar>(row.cells[i]);
    out << (bold ? "\\textbf{" : "") << text << (bold ? "}" : "");
  }
  out << " \\\\\n";
}

void write_header(std::ostream& out, const Table& table) {
  out << "\\toprule\n";
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    out << (i > 0 ? " & " : "") << latex_text(table.columns[i].name);
  out << " \\\\\n\\midrule\n";
}

void write_grid(std::ostream& out, const Table& table, const std::string& label) {
  out << "\\begin{longtable}{" << column_letters(table) << "}\n";
  // Without a caption a table has no number that a label could stand for.
  if (!table.caption.empty()) out << "\\caption{" << latex_text(table.caption) << "}\\label{" << label << "}\\\\\n";
  write_header(out, table);
  out << "\\endfirsthead\n";
  write_header(out, table);
  out << "\\endhead\n\\bottomrule\n\\endfoot\n";
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (table.rows[i].starts_block && i > 0) out << "\\addlinespace\n";
    write_row(out, table.rows[i]);
  }
  if (table.rows.empty()) out << "\\multicolumn{" << table.columns.size() << "}{@{}l@{}}{(none)} \\\\\n";
  out << "\\end{longtable}\n";
}

/// A name that LaTeX takes as it is.
std::string plain_label(std::string label) {
  for (char& c : label) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view(":.-").find(c) != std::string_view::npos;
    if (!plain) c = '-';
  }
  return label;
}

}  // namespace

void write_latex(std::ostream& out, const std::vector<Table>& tables, const std::string& wanted_label) {
  const std::string label = plain_label(wanted_label);
  out << "% \\usepackage[T1]{fontenc}\n% \\usepackage{array,booktabs,longtable,textcomp}\n";
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const Table& table = tables[i];
    out << '\n';
    if (!table.columns.empty()) {
      write_grid(out, table, tables.size() == 1 ? label : label + "-" + std::to_string(i + 1));
    } else if (!table.caption.empty()) {
      out << "\\noindent " << latex_text(table.caption) << "\n";
    }
    for (const std::string& note : table.footnotes)
      out << "\n\\noindent{\\footnotesize " << latex_text(note) << "\\par}\n";
  }
}

}  // namespace etic
