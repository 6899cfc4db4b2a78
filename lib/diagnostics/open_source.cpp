#include "diagnostics/open_source.hpp"

#include <fmt/format.h>
#include <utility>

#include "text/byte_search.hpp"
#include "text/unicode.hpp"

namespace etic {
namespace {

std::string utf8_hint(std::string_view probable_encoding) {
  return fmt::format(
      "save it as UTF-8: in a spreadsheet or editor choose `UTF-8` as encoding, or use `iconv -f {} -t UTF-8`",
      probable_encoding);
}

std::string hint_for_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    return fmt::format("this looks like UTF-16; {}", utf8_hint("UTF-16"));
  return utf8_hint("WINDOWS-1252");
}

bool is_blank(const SourceFile& file) {
  return file.bytes().find_first_not_of(" \t\r\n", file.bom_size()) == std::string_view::npos;
}

std::string hint_for_control_character(char32_t character) {
  if (character == 0) return fmt::format("this may be UTF-16; {}", utf8_hint("UTF-16"));
  if (character == '\r') return "end lines with LF or CRLF";
  if (character >= 0x80)
    return "it may be a quotation mark or dash that was lost when the text was converted from Windows-1252";
  return "delete it";
}

}  // namespace

std::unique_ptr<SourceFile> open_source(const FileTree& files, const std::string& path, const SizeLimit& limit,
                                        Sink& sink) {
  FileTree::Content content = files.read(path, limit.bytes);
  if (!content.bytes) {
    if (content.trouble == trouble_too_large) {
      sink.report(Kind::file_too_large, path, fmt::format("larger than {} MiB", limit.bytes >> 20),
                  std::string(limit.hint));
    } else {
      sink.report(Kind::unreadable_file, path, fmt::format("cannot be read: {}", content.trouble));
    }
    return nullptr;
  }
  auto file = std::make_unique<SourceFile>(path, std::move(*content.bytes));
  if (is_blank(*file)) {
    sink.report(Kind::empty_file, path, "the file is empty");
    return nullptr;
  }
  if (const std::size_t at = first_invalid_utf8(file->bytes()); at != std::string_view::npos) {
    const auto offset = static_cast<std::uint32_t>(at);
    const auto byte = static_cast<unsigned char>(file->bytes()[at]);
    sink.report(Kind::invalid_utf8, *file, {offset, offset + 1}, fmt::format("byte 0x{:02X} is not UTF-8", byte),
                hint_for_encoding(file->bytes()));
    return nullptr;
  }
  if (const std::size_t at = first_control_character(file->bytes()); at != std::string_view::npos) {
    std::size_t end = at;
    const char32_t character = next_character(file->bytes(), end);
    sink.report(Kind::control_character, *file, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)},
                fmt::format("control character U+{:04X}", static_cast<std::uint32_t>(character)),
                hint_for_control_character(character));
    return nullptr;
  }
  return file;
}

}  // namespace etic
