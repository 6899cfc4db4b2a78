#include "corpus/row_chunks.hpp"

#include <algorithm>
#include <utility>

#include "text/byte_search.hpp"
#include "text/unpacking.hpp"

namespace etic {
namespace {

/// Room behind so many bytes of a chunk for what is unescaped in it: where it is enough nothing is moved.
constexpr std::size_t spare(std::size_t bytes) { return bytes / 8 + 4096; }

}  // namespace

std::optional<RowFormat> row_format_of(std::string_view name) {
  name.remove_suffix(packing_of(name).size());
  if (name.ends_with(".csv")) return RowFormat::csv;
  if (name.ends_with(".tsv") || name.ends_with(".tab")) return RowFormat::tsv;
  if (name.ends_with(".ndjson") || name.ends_with(".jsonl")) return RowFormat::ndjson;
  return std::nullopt;
}

RowFormat row_format_by_look(std::string_view begin) {
  begin = begin.substr(0, begin.find('\n'));
  const std::size_t visible = begin.find_first_not_of(" \t\r\xEF\xBB\xBF");
  if (visible != std::string_view::npos && begin[visible] == '{') return RowFormat::ndjson;
  const bool has_tabs = begin.find('\t') != std::string_view::npos;
  return has_tabs && begin.find(',') == std::string_view::npos ? RowFormat::tsv : RowFormat::csv;
}

RowChunks::RowChunks(std::unique_ptr<ByteStream> stream, RowFormat format, std::size_t size)
    : stream_(std::move(stream)), format_(format), size_(size) {}

bool RowChunks::fill(std::string& chunk, std::size_t bytes) {
  const std::size_t before = chunk.size();
  std::size_t filled = before;
  chunk.reserve(before + bytes + spare(before + bytes));
  chunk.resize(before + bytes);
  while (filled < chunk.size()) {
    const std::size_t got = stream_->read(std::span(chunk).subspan(filled));
    if (got == 0) ended_ = true;
    if (got == 0) break;
    filled += got;
  }
  chunk.resize(filled);
  return filled > before;
}

/// In files with quotes a line break inside of them ends no row: an odd number of quotes stands before it.
std::size_t RowChunks::end_of_last_row(std::string_view bytes) const {
  std::size_t newline = bytes.rfind('\n');
  if (newline == std::string_view::npos || format_ == RowFormat::ndjson) return newline + 1;
  std::size_t quotes = count_byte(bytes.substr(0, newline), '"');
  while (quotes % 2 != 0) {
    const std::size_t before = newline == 0 ? newline : bytes.rfind('\n', newline - 1);
    if (newline == 0 || before == std::string_view::npos) return 0;
    quotes -= count_byte(bytes.substr(before, newline - before), '"');
    newline = before;
  }
  return newline + 1;
}

std::optional<RowChunk> RowChunks::next() {
  RowChunk chunk{std::exchange(rest_, {}), line_, 0, false};
  std::size_t end = 0;
  for (std::size_t more = size_ > chunk.bytes.size() ? size_ - chunk.bytes.size() : size_;; more = chunk.bytes.size()) {
    if (!ended_) fill(chunk.bytes, more);
    if (ended_) {
      if (chunk.bytes.empty() || !stream_->trouble().empty()) return std::nullopt;
      end = chunk.bytes.size();
      break;
    }
    end = end_of_last_row(chunk.bytes);
    if (end > 0) break;
    if (chunk.bytes.size() < longest_row) continue;
    chunk.is_cut = true;
    const std::size_t newline = chunk.bytes.rfind('\n');
    end = newline == std::string::npos ? chunk.bytes.size() : newline + 1;
    break;
  }
  rest_.assign(chunk.bytes, end);
  chunk.bytes.resize(end);
  chunk.line_breaks = static_cast<std::uint32_t>(count_byte(chunk.bytes, '\n'));
  line_ += chunk.line_breaks;
  return chunk;
}

}  // namespace etic
