#include "text/source_file.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace etic;

namespace {

std::string line(const SourceFile& file, std::uint32_t number) { return std::string(file.slice(file.line(number))); }

}  // namespace

namespace Catch {
template <>
struct StringMaker<etic::Place> {
  static std::string convert(const etic::Place& place) {
    return std::to_string(place.line) + ":" + std::to_string(place.column);
  }
};
}  // namespace Catch

TEST_CASE("a file keeps its path and bytes") {
  const SourceFile file("a/b.md", "one\ntwo");
  CHECK(file.path() == "a/b.md");
  CHECK(file.bytes() == "one\ntwo");
  CHECK(file.slice({4, 7}) == "two");
  CHECK(file.bom_size() == 0);
}

TEST_CASE("lines end with LF or CRLF; a lone CR ends none") {
  const SourceFile file("x", "one\ntwo\r\n\nfo\rur\r\r\n");
  CHECK(file.line_count() == 5);
  CHECK(line(file, 1) == "one");
  CHECK(line(file, 2) == "two");
  CHECK(line(file, 3).empty());
  CHECK(line(file, 4) == "fo\rur\r");
  CHECK(file.line(5) == Span{18, 18});
  CHECK(file.line(6) == Span{18, 18});
}

TEST_CASE("an empty file has one empty line") {
  const SourceFile file("x", "");
  CHECK(file.line_count() == 1);
  CHECK(file.line(1) == Span{0, 0});
  CHECK(file.place(0) == Place{1, 1});
  CHECK(file.offset({1, 1}) == 0);
}

TEST_CASE("places count lines and characters from 1") {
  const SourceFile file("x", "aé我👍b\r\n\nz");  // bytes: a0 é1 我3 👍6 b10 CR11 LF12 LF13 z14
  CHECK(file.place(0) == Place{1, 1});
  CHECK(file.place(1) == Place{1, 2});
  CHECK(file.place(3) == Place{1, 3});
  CHECK(file.place(6) == Place{1, 4});
  CHECK(file.place(10) == Place{1, 5});
  CHECK(file.place(11) == Place{1, 6});
  CHECK(file.place(13) == Place{2, 1});
  CHECK(file.place(14) == Place{3, 1});
  CHECK(file.place(15) == Place{3, 2});
}

TEST_CASE("an offset inside a character is at it, one beyond the file at its end") {
  const SourceFile file("x", "aé我");
  CHECK(file.place(2) == Place{1, 2});
  CHECK(file.place(5) == Place{1, 3});
  CHECK(file.place(1000) == Place{1, 4});
}

TEST_CASE("bytes that are not UTF-8 count one column each") {
  const SourceFile file("x", "don\x92t \xE6\x88 \xC3");  // Windows-1252, and characters broken off
  CHECK(file.place(3) == Place{1, 4});
  CHECK(file.place(4) == Place{1, 5});
  CHECK(file.place(6) == Place{1, 7});
  CHECK(file.place(9) == Place{1, 9});
  CHECK(file.place(10) == Place{1, 10});
}

TEST_CASE("a byte order mark takes no column") {
  const SourceFile file("x",
                        "\xEF\xBB\xBF"
                        "ab\ncd");
  CHECK(file.bom_size() == 3);
  CHECK(file.bytes().size() == 8);
  CHECK(line(file, 1) == "ab");
  CHECK(file.place(0) == Place{1, 1});
  CHECK(file.place(3) == Place{1, 1});
  CHECK(file.place(4) == Place{1, 2});
  CHECK(file.place(6) == Place{2, 1});
  CHECK(file.offset({1, 1}) == 3);
  CHECK(file.offset({1, 2}) == 4);
  CHECK(SourceFile("x", "\xEF\xBB\xBF").line_count() == 1);
}

TEST_CASE("places lead back to offsets") {
  const SourceFile file("x", "aé我\n\n👍b");
  for (const std::uint32_t offset : {0U, 1U, 3U, 6U, 7U, 8U, 12U, 13U})
    CHECK(file.offset(file.place(offset)) == offset);
}

TEST_CASE("a place beyond the line or the file is its end") {
  const SourceFile file("x", "one\r\ntwo");
  CHECK(file.offset({1, 4}) == 3);
  CHECK(file.offset({1, 99}) == 3);
  CHECK(file.offset({2, 99}) == 8);
  CHECK(file.offset({9, 1}) == 8);
}
