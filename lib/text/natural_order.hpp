#pragma once

#include <compare>
#include <string_view>

namespace etic {

/// Order in which people number things: runs of digits 0-9 compare by value (`Q2` before `Q10`, `2019-10` before
/// `2020`), however long, everything else by code point. A total order, equal for the same bytes only: texts that
/// differ in nothing but leading zeros compare by their bytes last.
[[nodiscard]] std::strong_ordering natural_compare(std::string_view a, std::string_view b);

struct NaturalLess {
  using is_transparent = void;
  bool operator()(std::string_view a, std::string_view b) const { return natural_compare(a, b) < 0; }
};

}  // namespace etic
