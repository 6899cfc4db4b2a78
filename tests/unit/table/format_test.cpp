#include "table/format.hpp"

#include "support/catch.hpp"

using namespace etic;

TEST_CASE("formats go by the names of options and by the endings of files") {
  CHECK(format_names() == std::vector<std::string>{"table", "csv", "tsv", "json", "md", "latex", "html", "xlsx"});
  for (const std::string& each : format_names()) CHECK(name(*parse_format(each)) == each);
  CHECK_FALSE(parse_format("tex"));
  CHECK(format_of_file("results/theme.by.group.tex") == Format::latex);
  CHECK(format_of_file("a.txt") == Format::table);
  CHECK(format_of_file("a.xlsx") == Format::xlsx);
  CHECK_FALSE(format_of_file("csv"));
  CHECK_FALSE(format_of_file("a.CSV"));
  CHECK_FALSE(format_of_file("a."));
}

TEST_CASE("what programs read is long") {
  CHECK(is_long(Format::csv));
  CHECK(is_long(Format::json));
  CHECK_FALSE(is_long(Format::xlsx));
  CHECK_FALSE(is_long(Format::markdown));
}
