#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "diagnostics/sink.hpp"
#include "text/file_tree.hpp"
#include "text/source_file.hpp"

namespace etic {

/// Largest files that etic reads: of transcripts, and of everything written by hand (study, codebooks, codings).
inline constexpr std::size_t largest_transcript = std::size_t{1} << 30;
inline constexpr std::size_t largest_document = std::size_t{16} << 20;

/// Offset of the first control character (U+0000 to U+001F, U+007F to U+009F) that has no place in a text, or npos.
/// Tabs, line feeds, and carriage returns before them have one. The text must be valid UTF-8.
[[nodiscard]] std::size_t first_control_character(std::string_view text);

/// Reads a file as text: UTF-8 with or without byte order mark, LF or CRLF, no control characters but tabs.
/// Reports what keeps it from being that and returns nothing.
[[nodiscard]] std::unique_ptr<SourceFile> open_source(const FileTree& files, const std::string& path, std::size_t limit,
                                                      Sink& sink);

}  // namespace etic
