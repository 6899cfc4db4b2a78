#include "text/utf16.hpp"

#include "support/catch.hpp"

using namespace etic;

TEST_CASE("offsets in UTF-16: one unit a character, two beyond the basic plane") {
  const Utf16Offsets offsets("aß園😀b");  // 1, 2, 3, 4 and 1 bytes
  CHECK(offsets.of(0) == 0);
  CHECK(offsets.of(1) == 1);
  CHECK(offsets.of(3) == 2);
  CHECK(offsets.of(6) == 3);
  CHECK(offsets.of(10) == 5);
  CHECK(offsets.of(11) == 6);
  CHECK(Utf16Offsets("").of(0) == 0);
}
