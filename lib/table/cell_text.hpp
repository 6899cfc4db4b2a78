#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "table/cell.hpp"

/// How cells read in a wide table, where people are the readers.
namespace etic {

/// Stands where nothing is on record.
inline constexpr std::string_view missing_mark = "–";

/// The figures of a number cell; what the cell does not have is empty.
struct CountText {
  std::string n;
  std::string base;
  /// Rounded half up, with its sign: `27%`; of fewer than 20 units `~27%`.
  std::string percent;
};

/// Nothing for cells that hold no number.
[[nodiscard]] std::optional<CountText> count_text(const Cell& cell);

/// `0.734`; never `-0.000`.
[[nodiscard]] std::string decimal_text(const Decimal& decimal);

/// How strongly a count is shaded: 0 (less than a fifth of the base) to 4 (four fifths or more). The base is not 0.
inline constexpr int heat_steps = 5;
[[nodiscard]] int heat_step(const CountCell& count);

/// Whether a percentage of so many promises more than they can hold; it is marked with `~`.
[[nodiscard]] bool is_rough(std::int64_t of);

/// `███▌`: ten blocks for all, at least half a one for somebody.
[[nodiscard]] std::string bar_text(const Bar& bar);

/// `3`, `3/11`, `3/11 27%`, the text itself, `–`, or nothing.
[[nodiscard]] std::string cell_text(const Cell& cell);

/// The room that the counts of one column need to stand slash under slash.
struct CountWidths {
  std::size_t n = 0;
  /// 0: no count of the column has a base.
  std::size_t base = 0;
  /// 0: no count of the column has a percentage.
  std::size_t percent = 0;

  void make_room_for(const CountText& count);
};

/// The count with its figures in their places: n flush right before the slash, the base flush left behind it.
[[nodiscard]] std::string aligned(const CountText& count, const CountWidths& widths);

/// The missing mark in the place of the slash.
[[nodiscard]] std::string aligned_missing_mark(const CountWidths& widths);

}  // namespace etic
