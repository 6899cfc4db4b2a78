#include "text/source_file.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

namespace etic {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Offset behind the character at `at`. Bytes that are not UTF-8 count as one character each, because the place of
/// just such a byte is asked for in a diagnostic.
std::size_t behind_character(std::string_view bytes, std::size_t at) {
  const auto lead = static_cast<unsigned char>(bytes[at]);
  const std::size_t size = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  const std::size_t end = std::min(bytes.size(), at + size);
  const auto continues = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80; };
  for (++at; at < end && continues(bytes[at]);) ++at;
  return at;
}

}  // namespace

SourceFile::SourceFile(std::string path, std::string bytes, std::uint32_t first_line)
    : path_(std::move(path)),
      bytes_(std::move(bytes)),
      first_line_(first_line),
      bom_size_(this->bytes().starts_with(byte_order_mark) ? std::uint32_t{byte_order_mark.size()} : 0) {
  if (bytes_.size() > std::size_t{std::numeric_limits<std::int32_t>::max()}) {
    throw std::length_error(path_ + " is larger than 2 GiB");
  }
}

Place SourceFile::place(std::uint32_t offset) const {
  const std::size_t target = std::min<std::size_t>(offset, bytes_.size());
  const std::vector<std::uint32_t>& starts = line_starts();
  const auto next_start = std::upper_bound(starts.begin() + 1, starts.end(), target);
  Place place{first_line_ - 1 + static_cast<std::uint32_t>(next_start - starts.begin()), 1};
  for (std::size_t at = *(next_start - 1); at < target; ++place.column) {
    at = behind_character(bytes_, at);
    if (at > target) break;  // inside a character is at the character
  }
  return place;
}

std::uint32_t SourceFile::offset(Place place) const {
  const Span whole = line(place.line);
  const std::string_view text = slice(whole);
  std::size_t at = 0;
  for (std::uint32_t column = 1; column < place.column && at < text.size(); ++column) at = behind_character(text, at);
  return whole.begin + static_cast<std::uint32_t>(at);
}

Span SourceFile::line(std::uint32_t file_line) const {
  const std::vector<std::uint32_t>& starts = line_starts();
  const auto size = static_cast<std::uint32_t>(bytes_.size());
  const std::uint32_t number = file_line - (first_line_ - 1);
  if (number > starts.size()) return {size, size};
  const std::uint32_t begin = starts[number - 1];
  if (number == starts.size()) return {begin, size};
  std::uint32_t end = starts[number] - 1;
  if (end > begin && bytes_[end - 1] == '\r') --end;
  return {begin, end};
}

std::uint32_t SourceFile::line_count() const { return static_cast<std::uint32_t>(line_starts().size()); }

const std::vector<std::uint32_t>& SourceFile::line_starts() const {
  if (line_starts_.empty()) {
    line_starts_.push_back(bom_size_);
    for (std::size_t at = bytes_.find('\n'); at != std::string::npos; at = bytes_.find('\n', at + 1)) {
      line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
    }
  }
  return line_starts_;
}

}  // namespace etic
