#pragma once

#include <cstdint>

namespace etic {

/// Counts units that come in runs: a unit met again at once is not counted again.
struct UnitCounter {
  std::int64_t count = 0;
  std::uint32_t last = UINT32_MAX;

  void add(std::uint32_t unit) {
    if (unit == last) return;
    last = unit;
    ++count;
  }
};

}  // namespace etic
