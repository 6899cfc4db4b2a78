#include "corpus/separated_rows.hpp"

#include <random>

#include "csv/csv_reader.hpp"
#include "support/catch.hpp"

using namespace etic;

namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Read {
  Rows rows;
  std::vector<std::string> troubles;
};

/// Header and rows, all columns.
Read read(const std::string& text, char separator = ',') {
  Read result;
  const SeparatedHeader header = read_separated_header(text, separator);
  result.rows.push_back(header.columns);
  for (const RowTrouble& trouble : header.troubles) result.troubles.push_back(trouble.message);
  std::vector<std::uint32_t> wanted;
  for (std::uint32_t i = 0; i < header.columns.size(); ++i) wanted.push_back(i);
  RowText row_text{text, text.size()};
  std::vector<RowTrouble> troubles;
  SeparatedRows rows(row_text, header.end, 2, separator, wanted, troubles);
  AnswerRow row;
  while (rows.next(row)) {
    result.rows.emplace_back();
    for (const Span cell : row.cells) result.rows.back().emplace_back(row_text.slice(cell));
  }
  for (const RowTrouble& trouble : troubles) result.troubles.push_back(trouble.message);
  return result;
}

/// The same by the reader of whole files.
Read read_whole(const std::string& text) {
  const SourceFile file("rows.csv", text);
  Sink sink;
  const CsvFile csv = read_csv(file, sink);
  Read result;
  const auto add = [&](const CsvRow& row) {
    result.rows.emplace_back();
    for (const CsvCell& cell : row) result.rows.back().push_back(cell.text);
  };
  add(csv.header);
  for (const CsvRow& row : csv.rows) add(row);
  for (const Diagnostic& diagnostic : sink.sorted()) result.troubles.push_back(diagnostic.message);
  return result;
}

}  // namespace

TEST_CASE("Quoted cells hold separators, line breaks and doubled quotes") {
  CHECK(read("a,b\n\"1,\n2\",\"say \"\"so\"\"\"\r\n3,\n").rows == Rows{{"a", "b"}, {"1,\n2", "say \"so\""}, {"3", ""}});
  CHECK(read("a\tb\n\"1\t2\"\t3, 4\n", '\t').rows == Rows{{"a", "b"}, {"1\t2", "3, 4"}});
}

TEST_CASE("A byte order mark and empty lines are passed over, and a last row needs no line break") {
  CHECK(read("\xEF\xBB\xBF"
             "a,b\n\n1,2\n\r\n3,4")
            .rows == Rows{{"a", "b"}, {"1", "2"}, {"3", "4"}});
}

TEST_CASE("What does not add up is left out, and the next row read") {
  const Read found = read("a,b\n1\n1,2,3\n4,5\nx\"y,6\n\"7\"8,9\n\"\",\n");
  CHECK(found.rows == Rows{{"a", "b"}, {"4", "5"}, {"", ""}});
  CHECK(found.troubles ==
        std::vector<std::string>{"1 cell in this row, 2 in the header", "3 cells in this row, 2 in the header",
                                 "a quote inside a cell that does not start with one", "text behind a closing quote"});
}

TEST_CASE("Only the columns wanted are read, in our order, and rows know their lines") {
  const std::vector<std::uint32_t> wanted{1, SeparatedRows::none, 0};
  RowText text{"1,2,3\n\"4\n5\",6,7\n8,9,0\n", 0};
  text.raw_size = text.bytes.size();
  std::vector<RowTrouble> troubles;
  SeparatedRows rows(text, 0, 10, ',', wanted, troubles);
  AnswerRow row;
  REQUIRE(rows.next(row));
  CHECK(text.slice(row.cells[0]) == "3");
  CHECK(text.slice(row.cells[1]) == "1");
  REQUIRE(rows.next(row));
  CHECK(row.line == 11);
  CHECK(text.slice(row.places[1]) == "\"4\n5\"");
  REQUIRE(rows.next(row));
  CHECK(row.line == 13);
}

TEST_CASE("Sound files read as by the reader of whole files, and unsound ones fail in both") {
  std::mt19937 random(3);
  for (int round = 0; round < 4000; ++round) {
    std::string text = "a,b\n";
    for (std::size_t i = 0; i < 24; ++i) text += "xy,,\"\n\r \n"[random() % 9];
    const Read ours = read(text);
    const Read whole = read_whole(text);
    INFO(text);
    CHECK(ours.troubles.empty() == whole.troubles.empty());
    if (ours.troubles.empty()) CHECK(ours.rows == whole.rows);
  }
}
