#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "table/cell_text.hpp"
#include "table/writers.hpp"

namespace etic {

namespace {

/// A JSON string; bytes that are not UTF-8 (in a file name, say) become U+FFFD.
std::string quoted(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

struct ValueText {
  std::string operator()(BlankCell) const { return "null"; }
  std::string operator()(MissingCell) const { return "null"; }
  std::string operator()(const std::string& text) const { return quoted(text); }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(const Decimal& decimal) const { return decimal_text(decimal); }
  std::string operator()(PlainCount count) const { return std::to_string(count.n); }
  std::string operator()(const NameList& names) const {
    std::string array = "[";
    for (const std::string& name : names) array += (array.size() > 1 ? "," : "") + quoted(name);
    return array + "]";
  }
  std::string operator()(CountCell) const {
    throw std::logic_error("a count with its base in one cell of a long table");
  }
  std::string operator()(Bar) const { throw std::logic_error("a bar in a long table"); }
};

std::vector<std::string> quoted_names(const std::vector<Column>& columns) {
  std::vector<std::string> names;
  for (const Column& column : columns) names.push_back(quoted(column.name));
  return names;
}

void write_row(std::ostream& out, const std::vector<std::string>& keys, const Row& row) {
  out << '{';
  for (std::size_t c = 0; c < keys.size(); ++c) {
    if (c > 0) out << ',';
    out << keys[c] << ':' << std::visit(ValueText{}, row.cells.at(c));
  }
  out << '}';
}

}  // namespace

void write_json_line(std::ostream& out, const std::vector<Column>& columns, const Row& row) {
  write_row(out, quoted_names(columns), row);
  out << '\n';
}

void write_json(std::ostream& out, const Metadata& metadata, const Table& table) {
  const std::vector<std::string> keys = quoted_names(table.columns);

  out << R"({"schema":"etic/1")";
  for (const auto& [key, value] : metadata) out << ',' << quoted(key) << ':' << std::visit(ValueText{}, value);
  out << R"(,"rows":[)";
  std::string_view separator = "\n";
  for (const Row& row : table.rows) {
    out << separator;
    write_row(out, keys, row);
    separator = ",\n";
  }
  out << (table.rows.empty() ? "]" : "\n]");
  if (!table.footnotes.empty()) {
    separator = R"(,"footnotes":[)";
    for (const std::string& footnote : table.footnotes) {
      out << separator << quoted(footnote);
      separator = ",";
    }
    out << ']';
  }
  out << "}\n";
}

}  // namespace etic
