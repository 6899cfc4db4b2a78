#pragma once

#include <cstddef>

#include "diagnostics/sink.hpp"
#include "text/source_file.hpp"
#include "yaml/node.hpp"

namespace etic {

/// The longest YAML document that etic reads; yaml-cpp takes some hundred times as much memory.
inline constexpr std::size_t largest_yaml = std::size_t{4} << 20;

/// Parses the YAML document that stands in `where` of `file`. What etic does not take (tags, anchors, aliases, nulls,
/// merge keys, a second document, duplicate keys, deep nesting) and what does not parse is reported; the result is what
/// could be read. Common slips (an unquoted `*ing`, a tab, a second `: `) are stepped over, and the scalars that hold
/// them refused; after any other syntax error, all that stands before it is returned, with the collections that it cuts
/// short marked, or refused where they stand in brackets. An empty document is an empty mapping. Time and memory are
/// linear in the text; aliases are never followed.
[[nodiscard]] YamlNode parse_yaml(const SourceFile& file, Span where, Sink& sink);

}  // namespace etic
