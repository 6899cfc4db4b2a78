#include "editing/yaml_entry.hpp"

#include <algorithm>

#include "editing/file_edit.hpp"

namespace etic {
namespace {

struct Line {
  Span span;  // with its line break
  std::string_view text;
  std::size_t indentation;

  Line(const SourceFile& file, std::uint32_t at)
      : span{line_begin(file, at), next_line(file, at)},
        text(file.slice(span)),
        indentation(std::min(text.find_first_not_of(' '), text.size())) {}

  [[nodiscard]] bool is_blank() const { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }
  [[nodiscard]] bool is_comment() const { return text.substr(indentation).starts_with('#'); }
};

}  // namespace

std::vector<YamlEntry> YamlEntry::entries() const {
  std::vector<YamlEntry> all;
  for (std::size_t i = 0; i < value->entries.size(); ++i) {
    const bool last = i + 1 == value->entries.size();
    const auto& [entry_key, entry_value] = value->entries[i];
    all.push_back({&entry_key, &entry_value, value, last ? limit : value->entries[i + 1].first.span.begin});
  }
  return all;
}

std::optional<YamlEntry> YamlEntry::find(std::string_view wanted) const {
  for (const YamlEntry& entry : entries()) {
    if (entry.key->text == wanted) return entry;
  }
  return std::nullopt;
}

YamlEntry whole_document(const SourceFile& file, const YamlNode& root) {
  return {nullptr, &root, nullptr, static_cast<std::uint32_t>(file.bytes().size())};
}

bool is_in_brackets(const SourceFile& file, const YamlNode& collection) {
  const char first = file.bytes()[collection.span.begin];
  return first == '[' || first == '{';
}

std::uint32_t indentation_at(const SourceFile& file, std::uint32_t at) { return at - line_begin(file, at); }

std::optional<Span> lines_of(const SourceFile& file, const YamlEntry& entry) {
  const Line first(file, entry.key->span.begin);
  if (is_in_brackets(file, *entry.mapping) || first.span.begin + first.indentation != entry.key->span.begin) {
    return std::nullopt;
  }
  Span lines = first.span;
  while (lines.begin > file.bom_size()) {
    const Line above(file, lines.begin - 1);
    if (!above.is_comment() || above.indentation != first.indentation) break;
    lines.begin = above.span.begin;
  }
  // Up from the next key: its own comments, and blank lines.
  std::uint32_t end = entry.limit == file.bytes().size() ? entry.limit : line_begin(file, entry.limit);
  while (end > lines.end) {
    const Line last(file, end - 1);
    if (!last.is_blank() && !(last.is_comment() && last.indentation <= first.indentation)) break;
    end = last.span.begin;
  }
  lines.end = std::max(lines.end, end);
  return lines;
}

std::string reindented(std::string_view lines, std::uint32_t from, std::uint32_t to, std::string_view line_break) {
  std::string result;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::size_t text = line.find_first_not_of(' ');
    if (text != std::string_view::npos) {
      if (to > from) result.append(to - from, ' ');
      if (to < from) line.remove_prefix(std::min<std::size_t>(text, from - to));
    }
    result += line;
    result += line_break;
  }
  return result;
}

}  // namespace etic
