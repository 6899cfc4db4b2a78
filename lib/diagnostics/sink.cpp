#include "diagnostics/sink.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "text/unicode.hpp"

namespace etic {
namespace {

/// Lines of megabytes are legal input; a terminal wants to see the part around the caret only.
constexpr std::uint32_t longest_line_shown = 400;

std::uint32_t count_characters(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & '\xC0') != '\x80'; }));
}

bool same(const Diagnostic& a, const Diagnostic& b) {
  return std::tie(a.kind, a.path, a.place, a.message) == std::tie(b.kind, b.path, b.place, b.message);
}

}  // namespace

void Sink::report(Kind kind, const SourceFile& file, Span where, std::string message, std::string hint) {
  Diagnostic diagnostic{kind, std::move(message), std::move(hint), file.path(), file.place(where.begin), {}, 1};
  Span line = file.line(diagnostic.place.line);
  const std::uint32_t end = std::clamp(where.end, where.begin, std::max(line.end, where.begin));
  diagnostic.length = std::max<std::uint32_t>(1, count_characters(file.slice({where.begin, end})));
  if (line.size() <= longest_line_shown) diagnostic.line = std::string(file.slice(line));
  add(std::move(diagnostic));
}

void Sink::report(Kind kind, std::string path, std::string message, std::string hint) {
  add({kind, std::move(message), std::move(hint), std::move(path), {}, {}, 0});
}

void Sink::add(Diagnostic diagnostic) {
  if (info(diagnostic.kind).severity == Severity::error) ++errors_;
  diagnostics_.push_back(std::move(diagnostic));
}

void Sink::append(const Sink& other) {
  diagnostics_.insert(diagnostics_.end(), other.diagnostics_.begin(), other.diagnostics_.end());
  errors_ += other.errors_;
}

std::vector<Diagnostic> Sink::sorted() const {
  std::vector<Diagnostic> result = diagnostics_;
  std::sort(result.begin(), result.end(), precedes);
  result.erase(std::unique(result.begin(), result.end(), same), result.end());
  return result;
}

}  // namespace etic
