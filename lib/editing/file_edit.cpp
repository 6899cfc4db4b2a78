#include "editing/file_edit.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace etic {
namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.emplace_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

void FileEdit::replace(Span stretch, std::string text) {
  const auto behind = std::upper_bound(replacements_.begin(), replacements_.end(), stretch,
                                       [](Span a, const Replacement& b) { return a < b.stretch; });
  replacements_.insert(behind, {stretch, std::move(text)});
}

void FileEdit::insert_lines(std::uint32_t at, std::string lines) {
  if (line_begin(*file_, at) != at) {
    const std::string_view line_break = line_break_of(*file_);
    lines.resize(lines.size() - line_break.size());
    lines.insert(0, line_break);
  }
  insert(at, std::move(lines));
}

std::string FileEdit::cut(Span stretch) {
  const auto is_inside = [&](const Replacement& replacement) {
    const Span inner = replacement.stretch;
    const bool at_border = inner.size() == 0 && (inner.begin == stretch.begin || inner.begin == stretch.end);
    return stretch.covers(inner) && !at_border;
  };
  const auto inside = std::stable_partition(replacements_.begin(), replacements_.end(),
                                            [&](const Replacement& replacement) { return !is_inside(replacement); });
  std::string text = applied(stretch, inside, replacements_.end());
  replacements_.erase(inside, replacements_.end());
  replace(stretch, "");
  return text;
}

std::string FileEdit::applied(Span stretch, Iterator first, Iterator last) const {
  std::string text;
  std::uint32_t at = stretch.begin;
  for (; first != last; ++first) {
    text += file_->slice({at, first->stretch.begin});
    text += first->text;
    at = first->stretch.end;
  }
  text += file_->slice({at, stretch.end});
  return text;
}

std::string FileEdit::result() const {
  const auto size = static_cast<std::uint32_t>(file_->bytes().size());
  return applied({0, size}, replacements_.begin(), replacements_.end());
}

Span FileEdit::whole_lines(const Replacement& replacement) const {
  const Span stretch = replacement.stretch;
  const std::uint32_t begin = line_begin(*file_, stretch.begin);
  const bool ends_lines = replacement.text.empty() || replacement.text.ends_with('\n');
  const bool begins_lines = begin == stretch.begin && line_begin(*file_, stretch.end) == stretch.end;
  if (begins_lines && ends_lines) return stretch;
  return {begin, next_line(*file_, stretch.end)};
}

std::vector<ChangedLines> FileEdit::changed_lines() const {
  std::vector<ChangedLines> changes;
  for (auto first = replacements_.begin(); first != replacements_.end();) {
    Span region = whole_lines(*first);
    auto last = std::next(first);
    for (; last != replacements_.end() && whole_lines(*last).begin < region.end; ++last) {
      region.end = std::max(region.end, whole_lines(*last).end);
    }
    changes.push_back(
        {file_->place(region.begin).line, lines_of(file_->slice(region)), lines_of(applied(region, first, last))});
    first = last;
  }
  return changes;
}

std::string_view line_break_of(const SourceFile& file) {
  const std::size_t first = file.bytes().find('\n');
  return first != std::string_view::npos && first > 0 && file.bytes()[first - 1] == '\r' ? "\r\n" : "\n";
}

std::uint32_t line_begin(const SourceFile& file, std::uint32_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : file.bytes().rfind('\n', at - 1);
  const auto begin = before == std::string_view::npos ? 0 : static_cast<std::uint32_t>(before + 1);
  return std::max(begin, file.bom_size());
}

std::uint32_t next_line(const SourceFile& file, std::uint32_t at) {
  const std::size_t end = file.bytes().find('\n', at);
  return static_cast<std::uint32_t>(end == std::string_view::npos ? file.bytes().size() : end + 1);
}

}  // namespace etic
