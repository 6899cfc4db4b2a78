#include "corpus/short_cells.hpp"

#include <map>
#include <random>
#include <string>

#include "support/catch.hpp"

using namespace etic;

TEST_CASE("what a short cell means is remembered or forgotten, never mistaken") {
  std::mt19937 random(11);
  ShortCells cells;
  std::map<std::string, std::uint32_t> meanings;
  std::size_t known = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string cell;
    for (std::size_t size = random() % 20; size > 0; --size) cell += std::string("ab\0", 3)[random() % 3];
    const std::uint32_t found = cells.find(cell);
    if (found != ShortCells::unknown) {
      ++known;
      REQUIRE(found == meanings.at(cell));
      continue;
    }
    const auto fresh = static_cast<std::uint32_t>(meanings.size());
    cells.remember(cell, meanings.emplace(cell, fresh).first->second);
    REQUIRE((cells.find(cell) == ShortCells::unknown) == (cell.size() > 16));
  }
  CHECK(known > 1000);
}
