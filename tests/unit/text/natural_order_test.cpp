#include "text/natural_order.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace etic;

namespace {

constexpr NaturalLess comes_before{};

bool is_same(std::string_view a, std::string_view b) { return natural_compare(a, b) == std::strong_ordering::equal; }

}  // namespace

TEST_CASE("numbers in names sort by value") {
  const std::vector<std::string> sorted{
      "",       "2",  "10",  "2019-09", "2019-10", "2020",  "G1",    "G1-03", "G1-3", "G1Q2", "G1Q10",
      "G1Q10a", "G2", "G10", "a",       "a1b1",    "a1b02", "a01b3", "b",     "é",    "我",
  };
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    for (std::size_t j = 0; j < sorted.size(); ++j) {
      INFO(sorted[i] << " and " << sorted[j]);
      CHECK(natural_compare(sorted[i], sorted[j]) == (i <=> j));
    }
  }
}

TEST_CASE("numbers of any length compare") {
  const std::string nines(100'000, '9');
  const std::string more = "1" + std::string(100'000, '0');
  CHECK(comes_before("Q" + nines, "Q" + more));
  CHECK(is_same("Q" + more, "Q" + more));
  CHECK(comes_before("18446744073709551616", "18446744073709551617"));
}

TEST_CASE("leading zeros count last, and only if nothing else differs") {
  CHECK(comes_before("Q01", "Q1"));
  CHECK(comes_before("Q01", "Q1"));
  CHECK(comes_before("Q1a", "Q01b"));
  CHECK(comes_before("0", "00"));
  CHECK(comes_before("000", "1"));
}

TEST_CASE("the order is total") {
  std::mt19937 random(5);
  std::vector<std::string> texts;
  for (int i = 0; i < 120; ++i) {
    std::string text;
    for (std::size_t size = random() % 6; size > 0; --size) text += "0019a-\xC3~"[random() % 8];
    texts.push_back(text);
  }
  for (const std::string& a : texts) {
    for (const std::string& b : texts) {
      REQUIRE(is_same(a, b) == (a == b));
      REQUIRE(comes_before(a, b) + comes_before(b, a) + is_same(a, b) == 1);

      for (const std::string& c : texts) {
        if (comes_before(a, b) && comes_before(b, c)) REQUIRE(comes_before(a, c));
      }
    }
  }
}

TEST_CASE("sets in natural order are searched without a copy") {
  const std::set<std::string, NaturalLess> codes{"Q10", "Q9"};
  CHECK(*codes.begin() == "Q9");
  CHECK(codes.contains(std::string_view("Q10")));
}
