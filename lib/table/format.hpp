#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace etic {

/// The forms in which tables are written.
enum class Format : std::uint8_t { table, csv, tsv, json, markdown, latex, html, xlsx };

/// As options name them, in this order: table, csv, tsv, json, md, latex, html, xlsx.
[[nodiscard]] std::vector<std::string> format_names();
[[nodiscard]] std::optional<Format> parse_format(std::string_view name);
[[nodiscard]] std::string_view name(Format format);

/// By a file's ending, after its last dot: txt is a table, tex LaTeX. Nothing for other endings.
[[nodiscard]] std::optional<Format> format_of_file(std::string_view path);

/// For programs to read: one observation a row. The others are for people.
[[nodiscard]] bool is_long(Format format);

}  // namespace etic
