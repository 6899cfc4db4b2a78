#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "table/writers.hpp"

using namespace etic;

namespace {

std::string csv_of(const Table& table) {
  std::ostringstream out;
  write_csv(out, table);
  return out.str();
}

std::string tsv_of(const Table& table) {
  std::ostringstream out;
  write_tsv(out, table);
  return out.str();
}

Table table_of(const std::vector<std::string>& names, std::vector<Row> rows) {
  Table table{"A caption", {}, std::move(rows), {"A footnote"}};
  for (const std::string& name : names) table.columns.push_back({name, Align::left, false, false});
  return table;
}

/// Reads RFC 4180 by its grammar, record by record.
std::vector<std::vector<std::string>> parsed_csv(const std::string& text) {
  std::vector<std::vector<std::string>> records;
  std::size_t at = 0;
  while (at < text.size()) {
    std::vector<std::string> record;
    char separator = ',';
    while (separator == ',') {
      std::string field;
      if (text.at(at) == '"') {
        for (++at; text.at(at) != '"' || text.at(at + 1) == '"'; ++at) {
          if (text.at(at) == '"') ++at;
          field += text.at(at);
        }
        ++at;
      } else {
        while (text.at(at) != ',' && text.at(at) != '\n') field += text.at(at++);
      }
      record.push_back(field);
      separator = text.at(at++);
    }
    REQUIRE(separator == '\n');
    records.push_back(record);
  }
  return records;
}

}  // namespace

TEST_CASE("csv: numbers, text and empty cells; neither caption nor footnotes") {
  const Table table =
      table_of({"row", "col", "n", "base"}, {
                                                Row{{"speed", "G1", PlainCount{3}, 11}},
                                                Row{{"cost", "G1", BlankCell{}, BlankCell{}}, 1, true, true},
                                                Row{{"risk", "", MissingCell{}, 0}},
                                            });
  CHECK(csv_of(table) == R"(row,col,n,base
speed,G1,3,11
cost,G1,,
risk,,,0
)");
}

TEST_CASE("csv: only what must be is quoted") {
  const Table table = table_of({"quote", "by, and when"}, {
                                                              Row{{"a comma, here", "no comma"}},
                                                              Row{{R"(said "yes")", " spaces "}},
                                                              Row{{"two\nlines", "semi;colon\ttab"}},
                                                              Row{{"园区", "don't"}},
                                                          });
  CHECK(csv_of(table) ==
        "quote,\"by, and when\"\n"
        "\"a comma, here\",no comma\n"
        "\"said \"\"yes\"\"\", spaces \n"
        "\"two\nlines\",semi;colon\ttab\n"
        "园区,don't\n");
}

TEST_CASE("csv: text that a spreadsheet would run is made harmless, numbers are left alone") {
  const Table table = table_of({"text", "=n"}, {
                                                   Row{{R"(=HYPERLINK("x"))", -1}},
                                                   Row{{"+1", PlainCount{-2}}},
                                                   Row{{"- a dash", 3}},
                                                   Row{{"@me", 4}},
                                                   Row{{"\ttab", 5}},
                                                   Row{{"\rreturn", 6}},
                                                   Row{{"a=b", 7}},
                                                   Row{{"– a dash", 8}},
                                               });
  CHECK(csv_of(table) ==
        "text,'=n\n"
        "\"'=HYPERLINK(\"\"x\"\")\",-1\n"
        "'+1,-2\n"
        "'- a dash,3\n"
        "'@me,4\n"
        "'\ttab,5\n"
        "\"'\rreturn\",6\n"
        "a=b,7\n"
        "– a dash,8\n");
}

TEST_CASE("csv: a lone empty field is quoted, so that its line is not taken for nothing") {
  CHECK(csv_of(table_of({"code"}, {Row{{"speed"}}, Row{{BlankCell{}}}})) == "code\nspeed\n\"\"\n");
}

TEST_CASE("csv: a table without rows is its header") { CHECK(csv_of(table_of({"code", "n"}, {})) == "code,n\n"); }

TEST_CASE("csv and tsv: n and base do not share a cell") {
  const Table table = table_of({"n"}, {Row{{CountCell{3, 11}}}});
  CHECK_THROWS_AS(csv_of(table), std::logic_error);
  CHECK_THROWS_AS(tsv_of(table), std::logic_error);
}

TEST_CASE("csv: any text can be read back") {
  std::mt19937 random(4180);
  const std::string alphabet = "a ,\"\n\r';\xC3\xA9";
  std::vector<std::vector<std::string>> expected = {{"first", "second", "third"}};
  std::vector<Row> rows;
  for (int r = 0; r < 500; ++r) {
    expected.emplace_back();
    rows.emplace_back();
    for (int c = 0; c < 3; ++c) {
      std::string text;
      while (random() % 6 != 0) text += alphabet[random() % alphabet.size()];
      rows.back().cells.emplace_back(text);
      expected.back().push_back(text.rfind('\r', 0) == 0 ? "'" + text : text);
    }
  }
  CHECK(parsed_csv(csv_of(table_of(expected.front(), rows))) == expected);
}

TEST_CASE("tsv: parted by tabs, nothing quoted, what would break a line is escaped") {
  const Table table = table_of({"quote", "n"}, {
                                                   Row{{R"(said "yes", twice)", PlainCount{3}}},
                                                   Row{{"one\ttwo\nthree\r\nfour", BlankCell{}}},
                                                   Row{{R"(C:\new)", MissingCell{}}},
                                                   Row{{"=1+1", 0}},
                                                   Row{{"\ttab", -1}},
                                               });
  CHECK(tsv_of(table) ==
        "quote\tn\n"
        "said \"yes\", twice\t3\n"
        "one\\ttwo\\nthree\\r\\nfour\t\n"
        "C:\\\\new\t\n"
        "'=1+1\t0\n"
        "'\\ttab\t-1\n");
}
