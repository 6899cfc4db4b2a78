#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

#include "table/cell_text.hpp"
#include "table/json_pieces.hpp"
#include "table/writers.hpp"

namespace etic {

namespace {

/// Text that a spreadsheet would run as a formula, made harmless.
std::string neutral(std::string_view text) {
  const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  return (formula ? "'" : "") + std::string(text);
}

struct FieldText {
  std::string operator()(BlankCell) const { return {}; }
  std::string operator()(MissingCell) const { return {}; }
  std::string operator()(const std::string& text) const { return neutral(text); }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(const Decimal& decimal) const { return decimal_text(decimal); }
  std::string operator()(PlainCount count) const { return std::to_string(count.n); }
  std::string operator()(const NameList& names) const {
    std::string joined;
    for (const std::string& name : names) joined += (joined.empty() ? "" : " ") + name;
    return neutral(joined);
  }
  std::string operator()(CountCell) const {
    throw std::logic_error("a count with its base in one cell of a long table");
  }
  std::string operator()(Bar) const { throw std::logic_error("a bar in a long table"); }
};

std::string escaped_for_tsv(const std::string& field) {
  std::string escaped;
  for (const char c : field) {
    switch (c) {
      case '\t':
        escaped += "\\t";
        break;
      case '\n':
        escaped += "\\n";
        break;
      case '\r':
        escaped += "\\r";
        break;
      case '\\':
        escaped += "\\\\";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

/// How fields are encoded and parted. A line with nothing on it would be skipped by most readers of CSV: there the one
/// empty field is quoted.
struct Dialect {
  char separator;
  std::string (*encoded)(const std::string&);
  std::string_view lone_empty_field;
};
constexpr Dialect csv{',', csv_field, "\"\""};
constexpr Dialect tsv{'\t', escaped_for_tsv, ""};

void end_line(std::string& lines, std::size_t begin, const Dialect& dialect) {
  if (lines.size() > begin) lines.pop_back();
  if (lines.size() == begin) lines += dialect.lone_empty_field;
  lines += '\n';
}

void add_header(std::string& lines, const std::vector<Column>& columns, const Dialect& dialect) {
  const std::size_t begin = lines.size();
  for (const Column& column : columns) (lines += dialect.encoded(neutral(column.name))) += dialect.separator;
  end_line(lines, begin, dialect);
}

void add_row(std::string& lines, const Row& row, const Dialect& dialect) {
  const std::size_t begin = lines.size();
  for (const Cell& cell : row.cells) (lines += dialect.encoded(std::visit(FieldText{}, cell))) += dialect.separator;
  end_line(lines, begin, dialect);
}

void write_lines(std::ostream& out, const Table& table, const Dialect& dialect) {
  std::string lines;
  add_header(lines, table.columns, dialect);
  for (const Row& row : table.rows) add_row(lines, row, dialect);
  out << lines;
}

}  // namespace

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

void write_csv(std::ostream& out, const Table& table) { write_lines(out, table, csv); }

void write_tsv(std::ostream& out, const Table& table) { write_lines(out, table, tsv); }

std::string long_head(Format format, const Metadata& metadata, const std::vector<Column>& columns) {
  if (format == Format::json) return json_head(metadata);
  std::string lines;
  add_header(lines, columns, format == Format::tsv ? tsv : csv);
  return lines;
}

std::string long_rows(Format format, const std::vector<Column>& columns, const std::vector<Row>& rows, bool are_first) {
  if (format == Format::json) return json_rows(columns, rows, are_first);
  std::string lines;
  for (const Row& row : rows) add_row(lines, row, format == Format::tsv ? tsv : csv);
  return lines;
}

std::string long_tail(Format format, bool has_rows) { return format == Format::json ? json_tail(has_rows, {}) : ""; }

}  // namespace etic
