#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/words.hpp"

namespace etic {

/// A place as people count it: lines and columns from 1, columns in characters (code points; a byte that is not
/// UTF-8 is one, a byte order mark none).
struct Place {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend auto operator<=>(const Place&, const Place&) = default;
};

/// One file's bytes as read, or some lines of it, with its lines. Offsets count these bytes, a byte order mark
/// included. A line ends with LF or CRLF (a lone CR ends none); behind the last line break stands one more line, often
/// empty. Neither copied nor moved: codings and diagnostics point into it.
class SourceFile {
 public:
  /// `first_line` is the file's line with which the bytes begin. Throws std::length_error for more than 2 GiB.
  SourceFile(std::string path, std::string bytes, std::uint32_t first_line = 1);
  SourceFile(const SourceFile&) = delete;
  SourceFile& operator=(const SourceFile&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  [[nodiscard]] std::string_view slice(Span span) const { return bytes().substr(span.begin, span.size()); }

  /// Size of the byte order mark at the start: 3 or 0.
  [[nodiscard]] std::uint32_t bom_size() const { return bom_size_; }

  /// Place of an offset; inside a character that character's, beyond the file's end that end's.
  [[nodiscard]] Place place(std::uint32_t offset) const;

  /// Offset of a place; beyond the line's or file's end, that end.
  [[nodiscard]] std::uint32_t offset(Place place) const;

  /// A line of the file without its line break and byte order mark; beyond the last, empty at the end.
  [[nodiscard]] Span line(std::uint32_t number) const;
  [[nodiscard]] std::uint32_t line_count() const;

 private:
  [[nodiscard]] const std::vector<std::uint32_t>& line_starts() const;

  std::string path_;
  std::string bytes_;
  std::uint32_t first_line_;
  std::uint32_t bom_size_;
  mutable std::vector<std::uint32_t> line_starts_;  // found at the first question; most files are never asked
};

}  // namespace etic
