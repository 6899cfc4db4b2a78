#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "diagnostics/sink.hpp"
#include "text/file_tree.hpp"
#include "text/source_file.hpp"

namespace etic {

/// The largest file of its sort that etic reads, and what can be done about a larger one.
struct SizeLimit {
  std::size_t bytes;
  std::string_view hint = {};
};

inline constexpr std::string_view splitting_hint = "split it into several files";
inline constexpr SizeLimit transcript_limit{std::size_t{1} << 30, splitting_hint};
inline constexpr SizeLimit codebook_limit{std::size_t{4} << 20, splitting_hint};
inline constexpr SizeLimit study_limit{std::size_t{4} << 20};
inline constexpr SizeLimit table_limit{std::size_t{16} << 20};  // CSV

/// Reads a file as text: UTF-8 with or without byte order mark, LF or CRLF, no control characters but tabs, and not
/// empty. Reports what keeps it from being that and returns nothing.
[[nodiscard]] std::unique_ptr<SourceFile> open_source(const FileTree& files, const std::string& path,
                                                      const SizeLimit& limit, Sink& sink);

}  // namespace etic
