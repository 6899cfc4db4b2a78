#include "diagnostics/sink.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>
#include <utility>

#include "text/unicode.hpp"

namespace etic {
namespace {

/// Lines of megabytes are legal input; a terminal wants to see the part around the caret only.
constexpr std::uint32_t longest_line_shown = 400;
constexpr std::uint32_t shown_before = 60;
constexpr std::uint32_t shown_behind = 140;
constexpr std::string_view ellipsis = "…";

bool continues_character(char byte) { return (byte & '\xC0') == '\x80'; }

std::uint32_t count_characters(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return !continues_character(byte); }));
}

/// Puts the line into the diagnostic, or what a terminal wants to see of it.
void show_line(Diagnostic& diagnostic, const SourceFile& file, Span line, std::uint32_t at) {
  if (line.size() <= longest_line_shown) {
    diagnostic.line = std::string(file.slice(line));
    return;
  }
  const std::string_view bytes = file.bytes();
  Span shown{std::max(line.begin, at - std::min(at, shown_before)), std::min(line.end, at + shown_behind)};
  while (shown.begin > line.begin && continues_character(bytes[shown.begin])) --shown.begin;
  while (shown.end < line.end && continues_character(bytes[shown.end])) ++shown.end;
  const bool cut_before = shown.begin > line.begin;
  diagnostic.first_column =
      diagnostic.place.column - count_characters(file.slice({shown.begin, at})) - (cut_before ? 1 : 0);
  if (cut_before) diagnostic.line = ellipsis;
  diagnostic.line += file.slice(shown);
  if (shown.end < line.end) diagnostic.line += ellipsis;
}

/// Messages quote what stands in the file, which may be a megabyte.
void shorten(std::string& text) {
  constexpr std::size_t longest = 400;
  if (text.size() <= longest) return;
  std::size_t end = longest;
  while (continues_character(text[end])) --end;
  text.replace(end, std::string::npos, ellipsis);
}

bool same(const Diagnostic& a, const Diagnostic& b) {
  return std::tie(a.kind, a.path, a.place, a.message) == std::tie(b.kind, b.path, b.place, b.message);
}

}  // namespace

void Sink::report(Kind kind, const SourceFile& file, Span where, std::string message, std::string hint) {
  if (info(kind).severity == Severity::error && is_full(file.path())) {
    return count_error(file.path());  // its place is not worth finding
  }
  Diagnostic diagnostic{kind, std::move(message), std::move(hint), file.path(), file.place(where.begin), {}, 1};
  const Span line = file.line(diagnostic.place.line);
  const std::uint32_t end = std::clamp(where.end, where.begin, std::max(line.end, where.begin));
  diagnostic.length = std::max<std::uint32_t>(1, count_characters(file.slice({where.begin, end})));
  show_line(diagnostic, file, line, std::min(where.begin, line.end));
  add(std::move(diagnostic));
}

void Sink::report(Kind kind, std::string path, std::string message, std::string hint) {
  add({kind, std::move(message), std::move(hint), std::move(path), {}, {}, 0});
}

void Sink::add(Diagnostic diagnostic) {
  shorten(diagnostic.message);
  shorten(diagnostic.hint);
  if (info(diagnostic.kind).severity == Severity::warning) {
    ++warnings_;
  } else {
    count_error(diagnostic.path);
    if (is_full(diagnostic.path)) return;
  }
  diagnostics_.push_back(std::move(diagnostic));
}

void Sink::count_error(const std::string& path, std::size_t errors) {
  errors_ += errors;
  errors_of_file_[path] += errors;
}

void Sink::append(const Sink& other) {
  for (const Diagnostic& diagnostic : other.diagnostics_) add(diagnostic);
  for (const auto& [path, errors] : other.errors_of_file_) {
    if (errors > most_errors_of_file) count_error(path, errors - most_errors_of_file);
  }
}

bool Sink::is_full(std::string_view path) const {
  const auto errors = errors_of_file_.find(path);
  return errors != errors_of_file_.end() && errors->second > most_errors_of_file;
}

bool Sink::counts_all() const {
  return std::none_of(errors_of_file_.begin(), errors_of_file_.end(),
                      [](const auto& of_file) { return of_file.second > most_errors_of_file; });
}

std::vector<Diagnostic> Sink::sorted() const {
  std::vector<Diagnostic> result = diagnostics_;
  for (const auto& [path, errors] : errors_of_file_) {
    if (errors <= most_errors_of_file) continue;
    std::string message = fmt::format("more than {} errors; the others are not shown", most_errors_of_file);
    result.push_back({Kind::too_many, std::move(message), "", path, {}, {}, 0});
  }
  std::stable_sort(result.begin(), result.end(), precedes);
  result.erase(std::unique(result.begin(), result.end(), same), result.end());
  return result;
}

}  // namespace etic
