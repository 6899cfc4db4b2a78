#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/kind.hpp"
#include "text/words.hpp"

namespace etic {

/// Something wrong with a row, to be reported when the file it stands in is made.
struct RowTrouble {
  Kind kind;
  Span place;
  std::string message;
  std::string hint;
};

/// What is wrong with bytes that are no UTF-8, at the first that is none; `begin` is where they stand in the chunk.
[[nodiscard]] std::optional<RowTrouble> trouble_with_bytes(std::string_view bytes, std::uint32_t begin);

/// A cell that a row does not have.
inline constexpr Span no_cell{std::numeric_limits<std::uint32_t>::max(), std::numeric_limits<std::uint32_t>::max()};

/// The bytes of a chunk of rows and, behind them, cells as they read without doubled quotes and escapes. Cells are
/// stretches of both together.
struct RowText {
  std::string bytes;
  std::size_t raw_size = 0;  // of the chunk

  [[nodiscard]] std::string_view raw() const { return std::string_view(bytes).substr(0, raw_size); }
  [[nodiscard]] std::string_view slice(Span span) const {
    return std::string_view(bytes).substr(span.begin, span.size());
  }
};

/// One row: the cells of the columns wanted, in their order.
struct AnswerRow {
  Span whole;                // as it stands in the chunk, without its line break
  std::uint32_t line = 1;    // of the file, of its begin
  std::vector<Span> places;  // of the cells in the chunk, with quotes; `no_cell` where there is none
  std::vector<Span> cells;   // what they hold
};

}  // namespace etic
