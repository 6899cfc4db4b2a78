#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

/// Making text fit so many columns of a terminal. Widths are display widths; marks stay with their letters.
namespace etic {

/// The text on one line: every stretch of white space and line breaks a single space, none at the ends; other control
/// characters, which a terminal would obey, and U+FFFE and U+FFFF as U+FFFD. No-break spaces stay.
[[nodiscard]] std::string one_line(std::string_view text);

/// Breaks text made by `one_line` into lines of at most `width` columns (0: no limit): at spaces, next to wide
/// characters where their punctuation allows it, and inside a word only if it is wider than a line. At least one line;
/// none ends in a space. A line is wider than `width` only if a single character is.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// Prints text of whatever lines as `wrapped` breaks it, set in by `indent` columns, on a page of `width` columns (0:
/// no limit), which are taken as 24 at least.
void write_wrapped(std::ostream& out, std::string_view text, std::size_t width, std::size_t indent);

/// The text itself if it fits `width` columns, else its beginning and `…`. Never wider than `width`, but for a width of
/// 0.
[[nodiscard]] std::string cut_short(std::string_view text, std::size_t width);

}  // namespace etic
