#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <string>

#include "support/catch.hpp"
#include "table/writers.hpp"

using namespace etic;

namespace {

std::string json_of(const Metadata& metadata, const Table& table) {
  std::ostringstream out;
  write_json(out, metadata, table);
  return out.str();
}

Column column(const std::string& name) { return {name, Align::left, false, false}; }

}  // namespace

TEST_CASE("json: one row a line, keys in column order, numbers as numbers, blank and missing null") {
  const Table table{
      "A caption",
      {column("row"), column("col"), column("n"), column("base")},
      {
          Row{{"speed", "G1", PlainCount{3}, 11}},
          Row{{"cost", "G2", BlankCell{}, BlankCell{}}, 1, true, true},
          Row{{"risk", "", MissingCell{}, 0}},
      },
      {"Rests on 4 joint answers.", "Second"},
  };
  CHECK(json_of({{"command", "matrix"}, {"count", "respondents"}}, table) ==
        R"({"schema":"etic/1","command":"matrix","count":"respondents","rows":[
{"row":"speed","col":"G1","n":3,"base":11},
{"row":"cost","col":"G2","n":null,"base":null},
{"row":"risk","col":"","n":null,"base":0}
],"footnotes":["Rests on 4 joint answers.","Second"]}
)");
}

TEST_CASE("json: a table without rows or footnotes") {
  CHECK(json_of({}, Table{"", {column("code")}, {}, {}}) == "{\"schema\":\"etic/1\",\"rows\":[]}\n");
}

TEST_CASE("json: any text can be read back, and no row takes two lines") {
  const std::string text = "\"quoted\" back\\slash\ttab\nline\r\x01 \x7f 园区 \u2028 \U0001F600 </script>";
  const Table table{"", {column("a \"key\"\n")}, {Row{{text}}, Row{{std::string("\0", 1)}}}, {text}};
  const std::string written = json_of({{"title", text}}, table);
  CHECK(std::count(written.begin(), written.end(), '\n') == 4);

  const auto read = nlohmann::json::parse(written);
  CHECK(read.at("schema") == "etic/1");
  CHECK(read.at("title") == text);
  CHECK(read.at("rows").size() == 2);
  CHECK(read.at("rows").at(0).at("a \"key\"\n") == text);
  CHECK(read.at("rows").at(1).at("a \"key\"\n") == std::string("\0", 1));
  CHECK(read.at("footnotes").at(0) == text);
}

TEST_CASE("json: numbers keep every digit") {
  const std::int64_t most = std::numeric_limits<std::int64_t>::max();
  const Table table{"", {column("n"), column("m")}, {Row{{most, PlainCount{-most}}}}, {}};
  const auto row = nlohmann::json::parse(json_of({}, table)).at("rows").at(0);
  CHECK(row.at("n").get<std::int64_t>() == most);
  CHECK(row.at("m").get<std::int64_t>() == -most);
}

TEST_CASE("json: bytes that are not UTF-8 are replaced, not refused") {
  const auto read = nlohmann::json::parse(json_of({{"file", "caf\xE9.md"}}, Table{}));
  CHECK(read.at("file") == "caf\uFFFD.md");
}

TEST_CASE("json: n and base do not share a cell") {
  CHECK_THROWS_AS(json_of({}, Table{"", {column("n")}, {Row{{CountCell{3, 11}}}}, {}}), std::logic_error);
}
