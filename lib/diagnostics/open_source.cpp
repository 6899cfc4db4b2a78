#include "diagnostics/open_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "text/unicode.hpp"

namespace etic {
namespace {

constexpr std::string_view utf8_hint = "save it as UTF-8: in a spreadsheet or editor choose `UTF-8` as encoding, or use `iconv -f`";

/// Control characters have no place in a text; a carriage return only before a line feed.
std::size_t first_control_character(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte != 0x7F) continue;
    if (byte == '\n' || byte == '\t') continue;
    if (byte == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    return i;
  }
  return std::string_view::npos;
}

std::string hint_for_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return fmt::format("this looks like UTF-16; {}", utf8_hint);
  return std::string(utf8_hint);
}

std::string hint_for_control_character(unsigned char byte) {
  if (byte == 0) return fmt::format("this may be UTF-16; {}", utf8_hint);
  if (byte == '\r') return "end lines with LF or CRLF";
  return "delete it";
}

}  // namespace

std::unique_ptr<SourceFile> open_source(const FileTree& files, const std::string& path, std::size_t limit, Sink& sink) {
  FileTree::Content content = files.read(path, limit);
  if (!content.bytes) {
    if (content.trouble == trouble_too_large) {
      sink.report(Kind::file_too_large, path, fmt::format("larger than {} MiB", limit >> 20), "split it into several files");
    } else {
      sink.report(Kind::unreadable_file, path, fmt::format("cannot be read: {}", content.trouble));
    }
    return nullptr;
  }
  auto file = std::make_unique<SourceFile>(path, std::move(*content.bytes));
  if (const std::size_t at = first_invalid_utf8(file->bytes()); at != std::string_view::npos) {
    const auto offset = static_cast<std::uint32_t>(at);
    const auto byte = static_cast<unsigned char>(file->bytes()[at]);
    sink.report(Kind::invalid_utf8, *file, {offset, offset + 1}, fmt::format("byte 0x{:02X} is not UTF-8", byte),
                hint_for_encoding(file->bytes()));
    return nullptr;
  }
  if (const std::size_t at = first_control_character(file->bytes()); at != std::string_view::npos) {
    const auto offset = static_cast<std::uint32_t>(at);
    const auto byte = static_cast<unsigned char>(file->bytes()[at]);
    sink.report(Kind::control_character, *file, {offset, offset + 1}, fmt::format("control character 0x{:02X}", byte),
                hint_for_control_character(byte));
    return nullptr;
  }
  return file;
}

}  // namespace etic
