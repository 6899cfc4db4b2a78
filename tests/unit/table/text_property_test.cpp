#include <algorithm>
#include <random>
#include <sstream>
#include <string>

#include "support/catch.hpp"
#include "table/writers.hpp"
#include "text/unicode.hpp"

using namespace etic;

namespace {

/// Tables of every make. No text holds a slash: every slash is a count's.
class TableMaker {
 public:
  explicit TableMaker(std::mt19937::result_type seed) : random_(seed) {}

  Table table() {
    Table table{text(), {}, {}, {}};
    const std::size_t columns = 1 + below(9);
    for (std::size_t c = 0; c < columns; ++c) {
      // No head of a column flush right is wider than the widest count, so that every table fits 42 columns.
      const bool right = c > 0 && below(2) == 0;
      table.columns.push_back({right ? "G" + std::to_string(below(30)) : text(), right ? Align::right : Align::left,
                               !right && below(2) == 0, below(2) == 0});
    }
    for (std::size_t rows = below(8); rows > 0; --rows) table.rows.push_back(row(table.columns));
    for (std::size_t notes = below(3); notes > 0; --notes) table.footnotes.push_back(text());
    return table;
  }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }

  std::string text() {
    static const std::vector<std::string> parts = {"a",  "words", " ",       "  ", "\n", "\t",
                                                   "园", "区。",  "e\u0301", "「", "-"};
    std::string text;
    while (below(20) != 0) text += parts[below(parts.size())];
    return text;
  }

  Row row(const std::vector<Column>& columns) {
    Row row{{}, static_cast<int>(below(5)), below(3) == 0, below(3) == 0};
    for (const Column& column : columns) row.cells.push_back(cell(column.align == Align::left));
    return row;
  }

  Cell cell(bool text_allowed) {
    const auto base = static_cast<std::int64_t>(below(1200));
    const auto n = static_cast<std::int64_t>(below(static_cast<std::size_t>(base) + 1));
    switch (below(text_allowed ? 8 : 5)) {
      case 0:
        return BlankCell{};
      case 1:
        return MissingCell{};
      case 2:
        return PlainCount{n};
      case 3:
        return CountCell{n, base};
      case 4:
        return CountCell{n, base, base};
      default:
        return text();
    }
  }

  std::mt19937 random_;
};

std::vector<std::string> lines_of(const Table& table, const Page& page) {
  std::stringstream text;
  write_text(text, table, page);
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

bool is_count(const Cell& cell) { return std::holds_alternative<CountCell>(cell); }

}  // namespace

TEST_CASE("whatever the table and the page, no line ends in white space, overruns the page or loses a count") {
  TableMaker make(42);
  for (int round = 0; round < 2000; ++round) {
    const Table table = make.table();
    for (const std::size_t width : {0U, 42U, 60U, 80U, 200U}) {
      long slashes = 0;
      for (const std::string& line : lines_of(table, Page{width, false})) {
        INFO("`" << line << "` on " << width << " columns");
        REQUIRE((line.empty() || std::string(" \t\r\n").find(line.back()) == std::string::npos));
        if (width > 0) REQUIRE(display_width(line) <= width);
        slashes += std::count(line.begin(), line.end(), '/');
      }
      // The first column is repeated, so its counts may be there more than once.
      long expected = 0;
      long repeated = 0;
      for (const Row& row : table.rows) {
        expected += std::count_if(row.cells.begin(), row.cells.end(), is_count);
        repeated += is_count(row.cells.front()) ? 1 : 0;
      }
      REQUIRE(slashes >= expected);
      if (repeated == 0 || width == 0) REQUIRE(slashes == expected);
    }
  }
}
