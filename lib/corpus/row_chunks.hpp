#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "text/byte_stream.hpp"

namespace etic {

/// How answers stand in rows: cells parted by commas or tabs under a header row, as RFC 4180 has it, or a JSON object
/// a line.
enum class RowFormat : std::uint8_t { csv, tsv, ndjson };

/// By the name's ending, that of packing aside: `.csv`, `.tsv`, `.tab`, `.ndjson`, `.jsonl`.
[[nodiscard]] std::optional<RowFormat> row_format_of(std::string_view name);

/// By how the file begins.
[[nodiscard]] RowFormat row_format_by_look(std::string_view begin);

/// Whole rows of a file, one after the other.
struct RowChunk {
  std::string bytes;
  std::uint32_t first_line = 1;   // of the file
  std::uint32_t line_breaks = 0;  // in it
  bool is_cut = false;            // no row ended in more bytes than one may have: the last one here is torn in two
};

/// Cuts a stream into chunks that end with a row. Where they are cut hangs on the bytes and the size asked for alone.
class RowChunks {
 public:
  /// The longest row that is kept whole.
  static constexpr std::size_t longest_row = std::size_t{1} << 28;

  /// Chunks are of about `size` bytes, larger where a row is.
  RowChunks(std::unique_ptr<ByteStream> stream, RowFormat format, std::size_t size);

  /// Nothing at the end, or where the stream is in trouble.
  [[nodiscard]] std::optional<RowChunk> next();

  [[nodiscard]] const ByteStream& stream() const { return *stream_; }

 private:
  /// Appends up to `bytes` more; whether any came.
  bool fill(std::string& chunk, std::size_t bytes);
  [[nodiscard]] std::size_t end_of_last_row(std::string_view bytes) const;

  std::unique_ptr<ByteStream> stream_;
  RowFormat format_;
  std::size_t size_;
  std::string rest_;  // the begin of a row
  std::uint32_t line_ = 1;
  bool ended_ = false;
};

}  // namespace etic
