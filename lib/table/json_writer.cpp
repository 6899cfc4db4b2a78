#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "table/cell_text.hpp"
#include "table/json_pieces.hpp"
#include "table/writers.hpp"

namespace etic {

namespace {

std::string quoted(const std::string& text) { return json_text(text); }

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

void add_row(std::string& text, const std::vector<std::string>& keys, const Row& row) {
  text += '{';
  for (std::size_t c = 0; c < keys.size(); ++c) {
    if (c > 0) text += ',';
    text += keys[c];
    text += ':';
    text += std::visit(ValueText{}, row.cells.at(c));
  }
  text += '}';
}

}  // namespace

void write_json_line(std::ostream& out, const std::vector<Column>& columns, const Row& row) {
  std::string line;
  add_row(line, quoted_names(columns), row);
  out << line << '\n';
}

std::string json_text(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string json_head(const Metadata& metadata) {
  std::string text = R"({"schema":"etic/1")";
  for (const auto& [key, value] : metadata) text += ',' + quoted(key) + ':' + std::visit(ValueText{}, value);
  return text + R"(,"rows":[)";
}

std::string json_tail(bool has_rows, const std::vector<std::string>& footnotes) {
  std::string text = has_rows ? "\n]" : "]";
  for (const std::string& footnote : footnotes)
    text += (&footnote == &footnotes.front() ? R"(,"footnotes":[)" : ",") + quoted(footnote);
  if (!footnotes.empty()) text += ']';
  return text + "}\n";
}

void write_json(std::ostream& out, const Metadata& metadata, const Table& table) {
  const std::vector<std::string> keys = quoted_names(table.columns);
  std::string rows;
  for (const Row& row : table.rows) {
    rows += rows.empty() ? "\n" : ",\n";
    add_row(rows, keys, row);
  }
  out << json_head(metadata) << rows << json_tail(!table.rows.empty(), table.footnotes);
}

}  // namespace etic
