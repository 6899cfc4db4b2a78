#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "diagnostics/sink.hpp"
#include "text/file_tree.hpp"
#include "text/source_file.hpp"

namespace etic {

/// Largest files that etic reads: of transcripts, and of everything written by hand (study, codebooks, codings).
inline constexpr std::size_t largest_transcript = std::size_t{1} << 30;
inline constexpr std::size_t largest_document = std::size_t{16} << 20;

/// Reads a file as text: UTF-8 with or without byte order mark, LF or CRLF, no control characters but tabs.
/// Reports what keeps it from being that and returns nothing.
[[nodiscard]] std::unique_ptr<SourceFile> open_source(const FileTree& files, const std::string& path, std::size_t limit,
                                                      Sink& sink);

}  // namespace etic
