#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/source_file.hpp"
#include "yaml/node.hpp"

namespace etic {

/// An entry of a YAML mapping as it stands in the file, or the document itself, which has no key.
struct YamlEntry {
  const YamlNode* key = nullptr;
  const YamlNode* value = nullptr;
  const YamlNode* mapping = nullptr;  // in which it stands
  std::uint32_t limit = 0;            // where the next key begins, at whatever depth, or the document ends

  /// The entries of its value, in order; none where that is no mapping.
  [[nodiscard]] std::vector<YamlEntry> entries() const;
  [[nodiscard]] std::optional<YamlEntry> find(std::string_view key) const;
};

/// The document as an entry.
[[nodiscard]] YamlEntry whole_document(const SourceFile& file, const YamlNode& root);

/// Whether a collection is written in brackets: `[a, b]`, `{a: b}`.
[[nodiscard]] bool is_in_brackets(const SourceFile& file, const YamlNode& collection);

/// Columns by which a place is set in, from 0.
[[nodiscard]] std::uint32_t indentation_at(const SourceFile& file, std::uint32_t at);

/// The whole lines that an entry stands on: the comments right above its key that are set in as far, the key, the value
/// with comments that are set in farther. Blank lines around it are not among them. Nothing where the entry stands in
/// brackets, or where its key does not begin a line: such an entry cannot be taken out by lines.
[[nodiscard]] std::optional<Span> lines_of(const SourceFile& file, const YamlEntry& entry);

/// Whole lines set in by more or fewer columns, with the line breaks of another file. They end with one.
[[nodiscard]] std::string reindented(std::string_view lines, std::uint32_t from, std::uint32_t to,
                                     std::string_view line_break);

}  // namespace etic
