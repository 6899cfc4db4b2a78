#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "diagnostics/sink.hpp"
#include "text/source_file.hpp"

namespace etic {

/// The YAML between two lines of `---` at a Markdown file's start, and what follows.
struct FrontMatter {
  Span yaml;
  std::uint32_t body = 0;  // offset of the first line behind it
};

/// Reports its absence, with `example` as the hint.
[[nodiscard]] std::optional<FrontMatter> find_front_matter(const SourceFile& file, std::string_view example,
                                                           Sink& sink);

}  // namespace etic
