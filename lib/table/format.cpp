#include "table/format.hpp"

#include <array>

namespace etic {
namespace {

struct Entry {
  Format format;
  std::string_view name;
  std::string_view ending;
};

constexpr std::array<Entry, 8> formats{{{Format::table, "table", "txt"},
                                        {Format::csv, "csv", "csv"},
                                        {Format::tsv, "tsv", "tsv"},
                                        {Format::json, "json", "json"},
                                        {Format::markdown, "md", "md"},
                                        {Format::latex, "latex", "tex"},
                                        {Format::html, "html", "html"},
                                        {Format::xlsx, "xlsx", "xlsx"}}};

}  // namespace

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Entry& entry : formats) names.emplace_back(entry.name);
  return names;
}

std::optional<Format> parse_format(std::string_view name) {
  for (const Entry& entry : formats) {
    if (entry.name == name) return entry.format;
  }
  return std::nullopt;
}

std::string_view name(Format format) {
  for (const Entry& entry : formats) {
    if (entry.format == format) return entry.name;
  }
  return "";
}

std::optional<Format> format_of_file(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  for (const Entry& entry : formats) {
    if (entry.ending == path.substr(dot + 1)) return entry.format;
  }
  return std::nullopt;
}

bool is_long(Format format) { return format == Format::csv || format == Format::tsv || format == Format::json; }

}  // namespace etic
