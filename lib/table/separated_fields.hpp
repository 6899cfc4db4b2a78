#pragma once

#include <string>
#include <string_view>

namespace etic {

/// Fields of a line of CSV or TSV, as their writers document them: formulas made harmless, what must be quoted or
/// escaped is.
void append_csv_field(std::string& line, std::string_view text);
void append_tsv_field(std::string& line, std::string_view text);

/// Stands for a CSV line with nothing on it, which most readers would skip.
inline constexpr std::string_view lone_empty_csv_field = "\"\"";

}  // namespace etic
