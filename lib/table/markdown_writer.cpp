#include <string>
#include <string_view>
#include <variant>

#include "table/cell_text.hpp"
#include "table/writers.hpp"

namespace etic {

namespace {

/// Markdown drops ordinary spaces at the start of a cell, but not this one.
constexpr std::string_view em_space = "\u2003";

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view white_space = " \t\n\v\f\r";
  const std::size_t begin = text.find_first_not_of(white_space);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(white_space) + 1 - begin);
}

/// Bytes of letters and digits, ASCII or not.
bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c & '\x80') != 0;
}

/// Whether the character at `at` would be read as markup. An underscore inside a word is none.
bool is_markup(std::string_view text, std::size_t at) {
  if (text[at] == '_') {
    return at == 0 || at + 1 == text.size() || !is_word_byte(text[at - 1]) || !is_word_byte(text[at + 1]);
  }
  return std::string_view("\\|`*[<&~").find(text[at]) != std::string_view::npos;
}

/// Text that reads in Markdown as it stands, on one line.
std::string escaped(std::string_view text, std::string_view line_break) {
  text = trimmed(text);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (text.substr(i, 2) == "\r\n") continue;
    if (c == '\n' || c == '\r') {
      out += line_break;
    } else if (c == '\t') {
      out += ' ';
    } else {
      if (is_markup(text, i)) out += '\\';
      out += c;
    }
  }
  return out;
}

std::string escaped_cell(std::string_view text) { return escaped(text, "<br>"); }

void write_row(std::ostream& out, const Row& row) {
  std::string indent;
  for (int step = 0; step < row.indent; ++step) indent += em_space;
  for (const Cell& cell : row.cells) {
    const std::string text = escaped_cell(cell_text(cell));
    const std::string_view strong = row.strong && !text.empty() ? "**" : "";
    out << "| " << indent << strong << text << strong << ' ';
    indent.clear();
  }
  out << "|\n";
}

void write_grid(std::ostream& out, const Table& table) {
  for (const Column& column : table.columns) out << "| " << escaped_cell(column.name) << ' ';
  out << "|\n";
  for (const Column& column : table.columns) out << (column.align == Align::right ? "| ---: " : "| --- ");
  out << "|\n";
  for (const Row& row : table.rows) write_row(out, row);
}

}  // namespace

void write_markdown(std::ostream& out, const Table& table) {
  std::string_view parting;
  const auto start_paragraph = [&] {
    out << parting;
    parting = "\n";
  };
  if (!table.caption.empty()) {
    start_paragraph();
    out << escaped(table.caption, " ") << '\n';
  }
  if (!table.columns.empty()) {
    start_paragraph();
    write_grid(out, table);
  }
  if (table.columns.empty() || table.rows.empty()) {
    start_paragraph();
    out << "(none)\n";
  }
  for (const std::string& footnote : table.footnotes) {
    start_paragraph();
    out << escaped(footnote, " ") << '\n';
  }
}

}  // namespace etic
