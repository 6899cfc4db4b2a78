#include "diagnostics/render.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "table/writers.hpp"
#include "text/unicode.hpp"

namespace etic {
namespace {

/// Control characters beyond ASCII, U+0080 to U+009F, which terminals obey as well.
bool is_late_control(std::string_view text, std::size_t at) {
  return text[at] == '\xC2' && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
}

/// The line as a terminal can show it, one shown character for each of its own.
std::string printable(std::string_view line) {
  std::string shown;
  std::size_t invalid = first_invalid_utf8(line);
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char byte = line[at];
    if (at == invalid) {
      shown += "·";
      const std::size_t next = first_invalid_utf8(line.substr(at + 1));
      invalid = next == std::string_view::npos ? next : at + 1 + next;
    } else if (byte == '\t') {
      shown += ' ';
    } else if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F || is_late_control(line, at)) {
      shown += "·";
      if (byte == '\xC2') ++at;
    } else {
      shown += byte;
    }
  }
  return shown;
}

std::size_t offset_of_character(std::string_view text, std::size_t index) {
  std::size_t offset = 0;
  for (; index > 0 && offset < text.size(); --index) static_cast<void>(next_character(text, offset));
  return offset;
}

}  // namespace

void render(std::ostream& out, const Diagnostic& diagnostic, bool colour) {
  const KindInfo& kind = info(diagnostic.kind);
  const bool error = kind.severity == Severity::error;
  const std::string_view bold = colour ? "\x1b[1m" : "";
  const std::string_view tint = !colour ? "" : error ? "\x1b[1;31m" : "\x1b[1;33m";
  const std::string_view plain = colour ? "\x1b[0m" : "";

  out << bold;
  if (diagnostic.path.empty()) {
    out << "etic";
  } else {
    out << printable(diagnostic.path);
    if (diagnostic.length > 0) out << ':' << diagnostic.place.line << ':' << diagnostic.place.column;
  }
  out << ": " << plain << tint << (error ? "error" : "warning") << ": " << plain << printable(diagnostic.message)
      << " [" << kind.name << "]\n";

  if (!diagnostic.line.empty()) {
    const std::string line = printable(diagnostic.line);
    const std::size_t begin = offset_of_character(line, diagnostic.place.column - diagnostic.first_column);
    const std::size_t end = begin + offset_of_character(std::string_view(line).substr(begin), diagnostic.length);
    const std::size_t indent = display_width(std::string_view(line).substr(0, begin));
    const std::size_t width =
        std::max<std::size_t>(1, display_width(std::string_view(line).substr(begin, end - begin)));
    out << "    " << line << "\n    " << std::string(indent, ' ') << tint << '^' << std::string(width - 1, '~') << plain
        << '\n';
  }
  if (!diagnostic.hint.empty()) out << "    hint: " << printable(diagnostic.hint) << '\n';
}

void render_json(std::ostream& out, const Diagnostic& diagnostic) {
  const KindInfo& kind = info(diagnostic.kind);
  std::vector<Column> columns;
  Row row;
  const auto add = [&](const char* name, Cell cell) {
    columns.push_back({name, Align::left, false, false});
    row.cells.push_back(std::move(cell));
  };
  add("severity", std::string(kind.severity == Severity::error ? "error" : "warning"));
  add("kind", std::string(kind.name));
  add("path", diagnostic.path);
  if (diagnostic.length > 0) {
    add("line", std::int64_t{diagnostic.place.line});
    add("column", std::int64_t{diagnostic.place.column});
    add("length", std::int64_t{diagnostic.length});
  }
  add("message", diagnostic.message);
  if (!diagnostic.hint.empty()) add("hint", diagnostic.hint);
  write_json_line(out, columns, row);
}

}  // namespace etic
