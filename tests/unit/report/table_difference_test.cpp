#include "report/table_difference.hpp"

#include <string>

#include "support/catch.hpp"

using namespace etic;

TEST_CASE("the first cell that differs is named by line, column and row") {
  CHECK(first_difference("a,b\nx,1\ny,2\n", "a,b\nx,1\ny,3\n", Format::csv) ==
        "line 3, `b` of `y`: `2` on file, `3` now");
  CHECK(first_difference("a\tb\nx\t1\n", "a\tb\nx\t\n", Format::tsv) == "line 2, `b` of `x`: `1` on file, `` now");
  CHECK(first_difference("T\n\n| a | b |\n| --- | ---: |\n| x | 1 |\n", "T\n\n| a | b |\n| --- | ---: |\n| x | 2 |\n",
                         Format::markdown) == "line 5, `b` of `x`: `1` on file, `2` now");
  CHECK(first_difference("one\ntwo\n", "one\nthree\n", Format::table) == "line 2: `two` on file, `three` now");
}

TEST_CASE("a row is named by as many cells as tell it from the others") {
  CHECK(first_difference("by,value,code,n\nsite,a,x,1\nsite,b,x,2\nsite,b,y,3\n",
                         "by,value,code,n\nsite,a,x,1\nsite,b,x,2\nsite,b,y,4\n",
                         Format::csv) == "line 4, `n` of `site, b, y`: `3` on file, `4` now");
}

TEST_CASE("long lines are shown around what differs, rules not at all") {
  const std::string before(70, 'x');
  const std::string behind(30, 'y');
  CHECK(first_difference("─────\n" + before + "1" + behind, "──────\n" + before + "2" + behind, Format::table) ==
        "line 2: `…" + std::string(29, 'x') + "1" + behind + "` on file, `…" + std::string(29, 'x') + "2" + behind +
            "` now");
}

TEST_CASE("cells may hold separators, quotes and line breaks") {
  CHECK(first_difference("a,b\n\"x\ny\",\"1,2\"\nz,3\n", "a,b\n\"x\ny\",\"1,2\"\nz,4\n", Format::csv) ==
        "line 4, `b` of `z`: `3` on file, `4` now");
  CHECK(first_difference("| a | b |\n| --- | --- |\n| x \\| y | 1 |\n", "| a | b |\n| --- | --- |\n| x \\| y | 2 |\n",
                         Format::markdown) == "line 3, `b` of `x \\| y`: `1` on file, `2` now");
}

TEST_CASE("a row's name may differ, and rows may be missing") {
  CHECK(first_difference("a,b\nx,1\n", "a,b\ny,1\n", Format::csv) == "line 2: `x` on file, `y` now");
  CHECK(first_difference("a,b\nx,1\n", "a,b\n", Format::csv) == "line 2: `x` on file, nothing now");
  CHECK(first_difference("a,b\n", "a,b\nx,1\n", Format::csv) == "line 2: nothing on file, `x` now");
  CHECK(first_difference("a,b\nx,1\n", "a,b,c\nx,1,2\n", Format::csv) == "line 1: nothing on file, `c` now");
  CHECK(first_difference("", "a\n", Format::csv) == "line 1: nothing on file, `a` now");
}

TEST_CASE("the same bytes do not differ, the same cells may") {
  CHECK_FALSE(first_difference("a,b\n", "a,b\n", Format::csv));
  CHECK(first_difference("\"a\",b\n", "a,b\n", Format::csv) == "quotes, rules or line breaks only");
  CHECK(first_difference("a,b\r\n", "a,b\n", Format::table) == "line 1: `a,b\r` on file, `a,b` now");
}
