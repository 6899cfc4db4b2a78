#include "study/name.hpp"

#include "support/catch.hpp"

using namespace etic;

TEST_CASE("names are letters of any script with their marks, digits, hyphens and underscores") {
  for (const char* name : {"site", "SQ1", "site_2", "host-park", "园区", "Größe", "Gro\u0308\u00DFe", "ที่ตั้ง", "5"}) {
    CAPTURE(name);
    CHECK(is_name(name));
  }
  for (const char* name : {"", "host park", "a.b", "a=b", "a,b", "a/b", "“site”", "\u0308a", "a\n", "🙂"}) {
    CAPTURE(name);
    CHECK_FALSE(is_name(name));
  }
}
