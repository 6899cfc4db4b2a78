#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "table/cell_text.hpp"
#include "table/html_text.hpp"
#include "table/line_fitting.hpp"
#include "table/writers.hpp"

namespace etic {

namespace {

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>)";

/// Shades as on a terminal, by fifths; the figures on them read at 5:1 or better.
constexpr std::string_view style = R"(</title>
<style>
body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1a1a1a; background: #fff;
  font: 1rem/1.45 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: 1.5rem 0 .5rem; border-block: 2px solid; }
caption { text-align: start; padding-bottom: .5rem; font-weight: 600; }
caption span { display: block; position: sticky; inset-inline-start: 0; max-width: calc(100vw - 2rem); }
th, td { padding: .15rem .6rem; text-align: start; vertical-align: top; font-weight: inherit; }
thead :is(th, td) { border-bottom: 1px solid; font-weight: 600; vertical-align: bottom; }
[scope=row]:not(.prose) { white-space: nowrap; }
tbody + tbody tr:first-child > * { padding-top: .7rem; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.strong > * { font-weight: 600; }
.prose { min-width: 14rem; }
.bar { display: inline-block; height: .8em; background: #2a6395; }
.heat0 { background: #eff5fb; } .heat1 { background: #c9dff0; } .heat2 { background: #93bfe0; }
.heat3 { background: #5e9ccb; color: #000; } .heat4 { background: #1f5a8c; color: #fff; }
.note { max-width: 45rem; margin: .25rem 0; font-size: .875rem; }
@media print { body { margin: 0; max-width: none; } thead { display: table-header-group; }
  tr { break-inside: avoid; } * { print-color-adjust: exact; } }
</style>
</head>
<body>
)";

std::string attribute(std::string_view name, std::string_view value) {
  return value.empty() ? "" : " " + std::string(name) + "=\"" + std::string(value) + "\"";
}

bool is_number(const Cell& cell) { return count_text(cell).has_value() || std::holds_alternative<MissingCell>(cell); }

std::string class_of(const Cell& cell, const Column& column) {
  if (const auto* count = std::get_if<CountCell>(&cell); count != nullptr && column.heat && count->base > 0)
    return "number heat" + std::to_string(heat_step(*count));
  if (is_number(cell) || column.align == Align::right) return "number";
  return column.prose ? "prose" : "";
}

/// A bar of ten times the width of a letter for all.
std::string bar(const Bar& bar) {
  if (bar.of == 0 || bar.n == 0) return "";
  const std::int64_t tenths = std::max<std::int64_t>(1, (100 * bar.n + bar.of / 2) / bar.of);
  return "<span class=\"bar\" style=\"width:" + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) +
         "em\"></span>";
}

std::string content(const Cell& cell) {
  if (const auto* drawn = std::get_if<Bar>(&cell)) return bar(*drawn);
  return html_text(one_line(cell_text(cell)));
}

void write_row(std::ostream& out, const Table& table, const Row& row) {
  out << "<tr" << (row.strong ? " class=\"strong\"" : "") << '>';
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string kind = class_of(row.cells[i], table.columns[i]);
    if (i == 0) {
      const int tenths = 6 + 12 * row.indent;
      const std::string indent =
          row.indent == 0 ? ""
                          : "padding-left:" + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "em";
      out << "<th scope=\"row\"" << attribute("class", kind) << attribute("style", indent) << '>'
          << content(row.cells[i]) << "</th>";
    } else {
      out << "<td" << attribute("class", kind) << '>' << content(row.cells[i]) << "</td>";
    }
  }
  out << "</tr>\n";
}

void write_grid(std::ostream& out, const Table& table) {
  out << "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">\n<table>\n";
  if (!table.caption.empty()) out << "<caption><span>" << html_text(one_line(table.caption)) << "</span></caption>\n";
  out << "<thead><tr>";
  for (const Column& column : table.columns) {
    const std::string kind = attribute("class", column.align == Align::right ? "number" : "");
    // A head that says nothing is none.
    if (column.name.empty()) {
      out << "<td" << kind << "></td>";
    } else {
      out << "<th scope=\"col\"" << kind << '>' << html_text(one_line(column.name)) << "</th>";
    }
  }
  out << "</tr></thead>\n<tbody>\n";
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (table.rows[i].starts_block && i > 0) out << "</tbody>\n<tbody>\n";
    write_row(out, table, table.rows[i]);
  }
  if (table.rows.empty()) out << "<tr><td colspan=\"" << table.columns.size() << "\">(none)</td></tr>\n";
  out << "</tbody>\n</table>\n</div>\n";
}

}  // namespace

void write_html(std::ostream& out, const std::vector<Table>& tables) {
  const std::string title = tables.empty() ? "" : html_text(one_line(tables.front().caption));
  out << head << (title.empty() ? "Table" : title) << style << "<main>\n";
  for (const Table& table : tables) {
    if (!table.columns.empty()) {
      write_grid(out, table);
    } else if (!table.caption.empty()) {
      out << "<p>" << html_text(one_line(table.caption)) << "</p>\n";
    }
    for (const std::string& note : table.footnotes)
      out << "<p class=\"note\">" << html_text(one_line(note)) << "</p>\n";
  }
  out << "</main>\n</body>\n</html>\n";
}

}  // namespace etic
