#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

#include "table/cell_text.hpp"
#include "table/json_pieces.hpp"
#include "table/separated_fields.hpp"
#include "table/writers.hpp"

namespace etic {

namespace {

/// A spreadsheet would run it as a formula; an apostrophe before it makes it text.
bool looks_like_formula(std::string_view text) {
  const char first = text.empty() ? ' ' : text.front();
  return first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' || first == '\r';
}

void append_quoted(std::string& line, std::string_view text) {
  line += '"';
  for (const char c : text) line.append(c == '"' ? 2 : 1, c);
  line += '"';
}

/// Some characters, looked up in a table: fields are short, and asked by the million.
class CharacterSet {
 public:
  constexpr explicit CharacterSet(std::string_view characters) {
    for (const char c : characters) holds_[static_cast<unsigned char>(c)] = true;
  }
  [[nodiscard]] bool meets(std::string_view text) const {
    return std::any_of(text.begin(), text.end(), [&](char c) { return holds_[static_cast<unsigned char>(c)]; });
  }

 private:
  std::array<bool, 256> holds_{};
};

constexpr CharacterSet quoted_in_csv(",\"\n\r");
constexpr CharacterSet escaped_in_tsv("\t\n\r\\");

/// How fields are encoded and parted.
struct Dialect {
  char separator;
  void (*append)(std::string& line, std::string_view text);
  std::string_view lone_empty_field;
};
constexpr Dialect csv{',', append_csv_field, lone_empty_csv_field};
constexpr Dialect tsv{'\t', append_tsv_field, ""};

/// Appends a cell to a line.
struct CellAppender {
  std::string& line;
  const Dialect& dialect;

  void operator()(BlankCell) const {}
  void operator()(MissingCell) const {}
  void operator()(const std::string& text) const { dialect.append(line, text); }
  void operator()(std::int64_t number) const { line += std::to_string(number); }
  void operator()(const Decimal& decimal) const { line += decimal_text(decimal); }
  void operator()(PlainCount count) const { line += std::to_string(count.n); }
  void operator()(const NameList& names) const {
    std::string joined;
    for (const std::string& name : names) joined += (joined.empty() ? "" : " ") + name;
    dialect.append(line, joined);
  }
  void operator()(CountCell) const { throw std::logic_error("a count with its base in one cell of a long table"); }
  void operator()(Bar) const { throw std::logic_error("a bar in a long table"); }
};

void end_line(std::string& lines, std::size_t begin, const Dialect& dialect) {
  if (lines.size() > begin) lines.pop_back();
  if (lines.size() == begin) lines += dialect.lone_empty_field;
  lines += '\n';
}

void add_header(std::string& lines, const std::vector<Column>& columns, const Dialect& dialect) {
  const std::size_t begin = lines.size();
  for (const Column& column : columns) {
    dialect.append(lines, column.name);
    lines += dialect.separator;
  }
  end_line(lines, begin, dialect);
}

void add_row(std::string& lines, const Row& row, const Dialect& dialect) {
  const std::size_t begin = lines.size();
  for (const Cell& cell : row.cells) {
    std::visit(CellAppender{lines, dialect}, cell);
    lines += dialect.separator;
  }
  end_line(lines, begin, dialect);
}

void write_lines(std::ostream& out, const Table& table, const Dialect& dialect) {
  std::string lines;
  add_header(lines, table.columns, dialect);
  for (const Row& row : table.rows) add_row(lines, row, dialect);
  out << lines;
}

}  // namespace

void append_csv_field(std::string& line, std::string_view text) {
  if (looks_like_formula(text)) return append_csv_field(line, "'" + std::string(text));
  if (quoted_in_csv.meets(text)) return append_quoted(line, text);
  line += text;
}

void append_tsv_field(std::string& line, std::string_view text) {
  if (looks_like_formula(text)) line += '\'';
  if (!escaped_in_tsv.meets(text)) {
    line += text;
    return;
  }
  for (const char c : text) {
    switch (c) {
      case '\t':
        line += "\\t";
        break;
      case '\n':
        line += "\\n";
        break;
      case '\r':
        line += "\\r";
        break;
      case '\\':
        line += "\\\\";
        break;
      default:
        line += c;
    }
  }
}

std::string csv_field(const std::string& text) {
  if (!quoted_in_csv.meets(text)) return text;
  std::string quoted;
  append_quoted(quoted, text);
  return quoted;
}

void write_csv(std::ostream& out, const Table& table) { write_lines(out, table, csv); }

void write_tsv(std::ostream& out, const Table& table) { write_lines(out, table, tsv); }

std::string long_head(Format format, const Metadata& metadata, const std::vector<Column>& columns) {
  if (format == Format::json) return json_head(metadata);
  std::string lines;
  add_header(lines, columns, format == Format::tsv ? tsv : csv);
  return lines;
}

std::string long_tail(Format format, bool has_rows) { return format == Format::json ? json_tail(has_rows, {}) : ""; }

}  // namespace etic
