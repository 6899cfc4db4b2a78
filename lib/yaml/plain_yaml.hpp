#pragma once

#include <optional>

#include "text/source_file.hpp"
#include "yaml/node.hpp"

namespace etic {

/// Reads the YAML that most studies, codebooks and front matter are made of without the full parser, which takes longer
/// for it than all transcripts are worth: mappings with plain keys, lists by dashes or in brackets, plain and quoted
/// text of one line or several, comments. Nothing where anything else stands, be it only a tab: then the full parser
/// decides, and says what is wrong. What is returned is what that parser would give, place for place.
[[nodiscard]] std::optional<YamlNode> read_plain_yaml(const SourceFile& file, Span where);

}  // namespace etic
