#include "corpus/separated_rows.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "text/byte_search.hpp"

namespace etic {
namespace {

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::size_t or_end(std::size_t found, std::string_view text) { return std::min(found, text.size()); }

}  // namespace

SeparatedHeader read_separated_header(std::string_view text, char separator) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  SeparatedHeader header;
  std::size_t begin = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  while (begin < text.size() && (text[begin] == '\n' || text[begin] == '\r')) ++begin;

  // A header's cells are as many as there are: they are all wanted.
  std::size_t columns = 1;
  bool inside = false;
  for (std::size_t i = begin; i < text.size() && (inside || text[i] != '\n'); ++i) {
    if (text[i] == '"') inside = !inside;
    if (!inside && text[i] == separator) ++columns;
  }
  std::vector<std::uint32_t> wanted(columns);
  for (std::uint32_t i = 0; i < columns; ++i) wanted[i] = i;

  RowText copy{std::string(text), text.size()};
  AnswerRow row;
  SeparatedRows rows(copy, begin, 1, separator, wanted, header.troubles);
  if (!rows.next(row)) return header;
  for (const Span cell : row.cells) header.columns.emplace_back(copy.slice(cell));
  header.places = row.places;
  header.end = or_end(text.find('\n', row.whole.end), text);
  if (header.end < text.size()) ++header.end;
  return header;
}

SeparatedRows::SeparatedRows(RowText& text, std::size_t begin, std::uint32_t line, char separator,
                             const std::vector<std::uint32_t>& wanted, std::vector<RowTrouble>& troubles)
    : text_(text), at_(begin), line_(line), separator_(separator), wanted_(wanted), troubles_(troubles) {
  find_bytes(text_.raw(), begin, {'"', separator, '\n'}, marks_);
  marks_.push_back(static_cast<std::uint32_t>(text_.raw_size));
}

bool SeparatedRows::take_line_break() {
  const std::string_view rest = text_.raw().substr(at_);
  const std::size_t size = rest.starts_with('\n') || rest == "\r" ? 1 : rest.starts_with("\r\n") ? 2 : 0;
  at_ += size;
  if (size > 0) ++line_;
  if (mark() < at_) ++mark_;
  return size > 0;
}

bool SeparatedRows::next(AnswerRow& row) {
  while (at_ < text_.raw_size) {
    if (take_line_break()) continue;
    row.line = line_;
    row.whole.begin = static_cast<std::uint32_t>(at_);
    row.places.assign(row.places.size(), no_cell);
    row.cells.assign(row.cells.size(), no_cell);
    if (!read_cells(row)) {
      skip_line();
      continue;
    }
    row.whole.end = static_cast<std::uint32_t>(at_);
    take_line_break();
    return true;
  }
  return false;
}

bool SeparatedRows::read_cells(AnswerRow& row) {
  std::size_t column = 0;
  for (;; ++column) {
    const std::size_t begin = at_;
    Span cell;
    if (!(stands_at(begin, '"') ? read_quoted(begin, cell) : read_bare(begin, cell))) return false;
    if (column < wanted_.size() && wanted_[column] != none) {
      const std::uint32_t place = wanted_[column];
      if (row.cells.size() <= place) {
        row.cells.resize(place + 1, no_cell);
        row.places.resize(place + 1, no_cell);
      }
      row.cells[place] = cell;
      row.places[place] = span_of(begin, at_);
    }
    if (!stands_at(at_, separator_)) break;
    ++at_;
    ++mark_;
  }
  if (++column == wanted_.size()) return true;
  const bool too_many = column > wanted_.size();
  const std::string_view kind = separator_ == '\t' ? "tabs" : "commas";
  return complain(
      row.whole.begin, at_,
      fmt::format("{} {} in this row, {} in the header", column, column == 1 ? "cell" : "cells", wanted_.size()),
      too_many ? fmt::format("quote cells that hold {}", kind) : "");
}

bool SeparatedRows::read_bare(std::size_t begin, Span& cell) {
  std::size_t end = mark();
  at_ = end;
  if (stands_at(end, '"'))
    return complain(end, end + 1, "a quote inside a cell that does not start with one",
                    "put the whole cell in quotes and double those inside");
  if (end > begin && text_.bytes[end - 1] == '\r' && (end == text_.raw_size || text_.bytes[end] == '\n')) at_ = --end;
  cell = span_of(begin, end);
  return true;
}

bool SeparatedRows::read_quoted(std::size_t begin, Span& cell) {
  const std::size_t kept = text_.bytes.size();
  std::size_t from = begin + 1;
  std::size_t next = mark_ + 1;
  std::uint32_t line_breaks = 0;
  for (; marks_[next] < text_.raw_size; ++next) {
    const std::size_t at = marks_[next];
    if (text_.bytes[at] == '\n') ++line_breaks;
    if (text_.bytes[at] != '"') continue;
    if (!stands_at(at + 1, '"')) break;
    text_.bytes.append(text_.bytes, from, at + 1 - from);
    from = at + 2;
    ++next;
  }
  const std::size_t quote = marks_[next];
  if (quote == text_.raw_size) {
    at_ = begin + 1;
    ++mark_;
    return complain(begin, begin + 1, "a quote that is never closed", "");
  }
  cell = span_of(from, quote);
  if (from > begin + 1) {
    text_.bytes.append(text_.bytes, from, quote - from);
    cell = span_of(kept, text_.bytes.size());
  }
  line_ += line_breaks;
  at_ = quote + 1;
  mark_ = next + 1;
  const std::string_view rest = text_.raw().substr(at_, 2);
  if (rest.empty() || rest[0] == separator_ || rest[0] == '\n' || rest == "\r" || rest == "\r\n") return true;
  return complain(at_, at_ + 1, "text behind a closing quote", "double a quote that stands inside a cell");
}

bool SeparatedRows::complain(std::size_t begin, std::size_t end, std::string message, std::string hint) {
  troubles_.push_back({Kind::csv_syntax, span_of(begin, end), std::move(message), std::move(hint)});
  return false;
}

void SeparatedRows::skip_line() {
  while (mark() < text_.raw_size && text_.bytes[mark()] != '\n') ++mark_;
  at_ = mark();
  if (at_ == text_.raw_size) return;
  ++at_;
  ++mark_;
  ++line_;
}

}  // namespace etic
