#pragma once

#include <optional>

#include "text/source_file.hpp"
#include "yaml/node.hpp"

namespace etic {

/// Reads the YAML that front matter is made of without the full parser, which takes longer for it than a whole
/// transcript is worth: lines of `key: value` and `key: [a, b]`, plain text only. Nothing where anything else stands,
/// be it only a quote: then the full parser decides. What is returned is what that parser would give, place for place.
[[nodiscard]] std::optional<YamlNode> read_flat_mapping(const SourceFile& file, Span where);

}  // namespace etic
