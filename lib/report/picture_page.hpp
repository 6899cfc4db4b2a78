#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "picture/svg.hpp"
#include "table/table.hpp"

namespace etic {

/// What pictures have in common: margins, a title, notes below.
namespace picture {

inline constexpr double margin = 24;
inline constexpr double title_size = 16;
inline constexpr double letter_size = 13;
inline constexpr double note_size = 11;
inline constexpr std::string_view ink = "#1a1a1a";
inline constexpr std::string_view faint_ink = "#595959";
inline constexpr std::string_view rule = "#b8b8b8";
inline constexpr std::string_view fill = "#2a6395";

inline constexpr Lettering title_letters{.size = title_size, .bold = true};
inline constexpr Lettering plain_letters{.size = letter_size};
inline constexpr Lettering strong_letters{.size = letter_size, .bold = true};
inline constexpr Lettering note_letters{.size = note_size, .colour = faint_ink};

/// Lines of a paragraph that is so wide.
[[nodiscard]] std::vector<std::string> lines(std::string_view text, const Lettering& lettering, double width);

/// How much room a paragraph takes.
[[nodiscard]] double height(std::string_view text, const Lettering& lettering, double width);

/// Sets a paragraph below `y`; returns where it ends.
double paragraph(Svg& svg, double x, double y, std::string_view text, double width, const Lettering& lettering);

/// A wide table in words, row by row, for those who cannot see the picture of it.
[[nodiscard]] std::string in_words(const std::vector<Table>& tables);

}  // namespace picture

}  // namespace etic
