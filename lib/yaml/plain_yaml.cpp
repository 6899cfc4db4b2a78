#include "yaml/flat_mapping.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "text/unicode.hpp"

namespace etic {
namespace {

/// Front matter has a dozen keys; beyond that looking for each among the others would take too long.
constexpr std::size_t most_keys = 100;
constexpr std::size_t longest_key = 100;

bool is_key(std::string_view text) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !text.empty() && text.size() <= longest_key && letter(text.front()) &&
         std::all_of(text.begin(), text.end(),
                     [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-'; });
}

bool is_null(std::string_view text) { return text == "null" || text == "Null" || text == "NULL"; }

/// Text that means itself wherever it stands: it starts with a letter or digit, holds nothing that YAML gives a meaning
/// to, and is in NFC as it stands.
bool is_plain(std::string_view text) {
  if (text.empty() || is_null(text)) return false;
  const char first = text.front();
  const bool safe_start =
      (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9');
  return safe_start && text.find_first_of(":#[]{},\"'&*!|>%@`\t\r\\~?") == std::string_view::npos && is_composed(text);
}

/// Outside a list a comma has no meaning.
bool is_plain_value(std::string_view text) {
  if (text.empty() || is_null(text)) return false;
  std::string without_commas(text);
  std::replace(without_commas.begin(), without_commas.end(), ',', ' ');
  return is_plain(without_commas);
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

class Reader {
 public:
  Reader(const SourceFile& file, Span where) : file_(file), where_(where) {}

  std::optional<YamlNode> read() {
    YamlNode mapping(YamlNode::Type::mapping, {where_.begin, std::min(where_.end, where_.begin + 1)});
    for (std::string_view rest = file_.slice(where_); !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(rest.size(), end + 1));
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (!read_line(line, mapping)) return std::nullopt;
    }
    if (mapping.entries.empty()) return std::nullopt;
    return mapping;
  }

 private:
  bool read_line(std::string_view line, YamlNode& mapping) {
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos || !is_key(line.substr(0, colon)) || is_null(line.substr(0, colon)))
      return false;
    const std::string_view key = line.substr(0, colon);
    const auto taken = [&](const auto& entry) { return entry.first.text == key; };
    if (mapping.entries.size() == most_keys || std::any_of(mapping.entries.begin(), mapping.entries.end(), taken))
      return false;
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (is_plain_value(value)) {
      mapping.entries.emplace_back(scalar(key), scalar(value));
      return true;
    }
    if (!value.starts_with('[') || !value.ends_with(']') || value.size() < 2) return false;
    YamlNode list(YamlNode::Type::sequence, {place(value).begin, place(value).begin + 1});
    for (std::string_view items = value.substr(1, value.size() - 2); !items.empty();) {
      const std::size_t comma = std::min(items.find(','), items.size());
      const std::string_view item = trimmed(items.substr(0, comma));
      if (!is_plain(item) || comma + 1 == items.size()) return false;
      list.items.push_back(scalar(item));
      items.remove_prefix(std::min(items.size(), comma + 1));
    }
    mapping.entries.emplace_back(scalar(key), std::move(list));
    return true;
  }

  [[nodiscard]] Span place(std::string_view text) const {
    const auto begin = static_cast<std::uint32_t>(text.data() - file_.bytes().data());
    return {begin, static_cast<std::uint32_t>(begin + text.size())};
  }

  [[nodiscard]] YamlNode scalar(std::string_view text) const {
    YamlNode node(YamlNode::Type::scalar, place(text));
    node.text = text;
    node.verbatim = true;
    return node;
  }

  const SourceFile& file_;
  Span where_;
};

}  // namespace

std::optional<YamlNode> read_flat_mapping(const SourceFile& file, Span where) { return Reader(file, where).read(); }

}  // namespace etic
