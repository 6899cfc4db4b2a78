#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

#include "table/cell_text.hpp"
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

/// The header and the rows, their fields encoded and joined.
void write_lines(std::ostream& out, const Table& table, char separator, std::string (*encoded)(const std::string&),
                 std::string_view lone_empty_field) {
  const auto end_line = [&](std::string& line) {
    if (!line.empty()) line.pop_back();
    out << (line.empty() ? lone_empty_field : line) << '\n';
    line.clear();
  };
  std::string line;
  for (const Column& column : table.columns) line += encoded(neutral(column.name)) + separator;
  end_line(line);
  for (const Row& row : table.rows) {
    for (const Cell& cell : row.cells) line += encoded(std::visit(FieldText{}, cell)) + separator;
    end_line(line);
  }
}

}  // namespace

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

void write_csv(std::ostream& out, const Table& table) {
  // A line with nothing on it would be skipped by most readers: the one empty field is quoted.
  write_lines(out, table, ',', csv_field, "\"\"");
}

void write_tsv(std::ostream& out, const Table& table) { write_lines(out, table, '\t', escaped_for_tsv, ""); }

}  // namespace etic
