#include "corpus/front_matter.hpp"

#include <algorithm>
#include <string>

namespace etic {
namespace {

constexpr std::string_view fence = "---";

/// The line at an offset without its line break and the white space at its end; moves the offset to the next line.
Span take_line(const SourceFile& file, std::uint32_t& at) {
  const std::string_view text = file.bytes();
  const std::size_t end = std::min(text.find('\n', at), text.size());
  Span line{at, static_cast<std::uint32_t>(end)};
  at = static_cast<std::uint32_t>(std::min(text.size(), end + 1));
  while (line.end > line.begin && std::string_view(" \t\r").find(text[line.end - 1]) != std::string_view::npos)
    --line.end;
  return line;
}

}  // namespace

std::optional<FrontMatter> find_front_matter(const SourceFile& file, std::string_view example, Sink& sink) {
  std::uint32_t at = file.bom_size();
  const Span first = take_line(file, at);
  if (file.slice(first) != fence) {
    sink.report(Kind::front_matter, file, first, "no front matter", std::string(example));
    return std::nullopt;
  }
  const std::uint32_t begin = at;
  while (at < file.bytes().size()) {
    const Span line = take_line(file, at);
    if (file.slice(line) == fence) return FrontMatter{{begin, line.begin}, at};
    if (file.slice(line).starts_with("## ")) break;
  }
  sink.report(Kind::front_matter, file, first, "front matter without an end", "close it with a line `---`");
  return std::nullopt;
}

}  // namespace etic
