#include "csv/csv_reader.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace etic {
namespace {

class Scanner {
 public:
  Scanner(const SourceFile& file, Sink& sink) : file_(file), sink_(sink), text_(file.bytes()), at_(file.bom_size()) {}

  [[nodiscard]] bool more() const { return at_ < text_.size(); }

  /// The next row; empty for an empty line.
  CsvRow row() {
    CsvRow cells;
    sound_ = true;
    if (take_line_break()) return cells;
    for (;;) {
      cells.push_back(cell());
      if (at_ < text_.size() && text_[at_] == ',') {
        ++at_;
        continue;
      }
      take_line_break();
      return cells;
    }
  }

  [[nodiscard]] bool sound() const { return sound_; }

 private:
  bool take_line_break() {
    if (text_.substr(at_).starts_with("\r\n")) {
      at_ += 2;
      return true;
    }
    if (at_ < text_.size() && (text_[at_] == '\n' || text_.substr(at_) == "\r")) {
      ++at_;
      return true;
    }
    return false;
  }

  CsvCell cell() {
    const auto begin = static_cast<std::uint32_t>(at_);
    CsvCell cell;
    if (at_ < text_.size() && text_[at_] == '"') {
      quoted(cell);
    } else {
      const std::size_t end = std::min(text_.find_first_of(",\n", at_), text_.size());
      cell.text = text_.substr(at_, end - at_);
      at_ = end;
      if (cell.text.ends_with('\r') && (end == text_.size() || text_[end] == '\n')) {
        cell.text.pop_back();
        --at_;
      }
      if (const std::size_t quote = cell.text.find('"'); quote != std::string::npos) {
        const auto place = static_cast<std::uint32_t>(begin + quote);
        complain({place, place + 1}, "a quote inside a cell that does not start with one",
                 "put the whole cell in quotes and double those inside");
      }
    }
    cell.place = {begin, static_cast<std::uint32_t>(at_)};
    return cell;
  }

  void quoted(CsvCell& cell) {
    const auto begin = static_cast<std::uint32_t>(at_++);
    for (;;) {
      const std::size_t quote = text_.find('"', at_);
      if (quote == std::string_view::npos) {
        complain({begin, begin + 1}, "a quote that is never closed", "");
        cell.text += text_.substr(at_);
        at_ = text_.size();
        return;
      }
      cell.text += text_.substr(at_, quote - at_);
      at_ = quote + 1;
      if (at_ >= text_.size() || text_[at_] != '"') break;
      cell.text += '"';
      ++at_;
    }
    const bool ends =
        at_ >= text_.size() || text_[at_] == ',' || text_[at_] == '\n' || text_.substr(at_).starts_with("\r\n");
    if (ends) return;
    const auto place = static_cast<std::uint32_t>(at_);
    complain({place, place + 1}, "text behind a closing quote", "double a quote that stands inside a cell");
    at_ = std::min(text_.find_first_of(",\n", at_), text_.size());
  }

  void complain(Span place, std::string message, std::string hint) {
    sink_.report(Kind::csv_syntax, file_, place, std::move(message), std::move(hint));
    sound_ = false;
  }

  const SourceFile& file_;
  Sink& sink_;
  std::string_view text_;
  std::size_t at_;
  bool sound_ = true;
};

std::string separator_hint(const CsvRow& header) {
  if (header.size() != 1) return "";
  if (header.front().text.find(';') != std::string::npos) return "cells are separated by commas, not semicolons";
  if (header.front().text.find('\t') != std::string::npos) return "cells are separated by commas, not tabs";
  return "";
}

}  // namespace

std::optional<std::size_t> CsvFile::column(std::string_view name) const {
  const auto found = std::find_if(header.begin(), header.end(), [&](const CsvCell& cell) { return cell.text == name; });
  if (found == header.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header.begin());
}

CsvFile read_csv(const SourceFile& file, Sink& sink) {
  CsvFile csv;
  Scanner scanner(file, sink);
  while (scanner.more() && csv.header.empty()) csv.header = scanner.row();
  for (std::size_t i = 0; i < csv.header.size(); ++i) {
    const auto first = csv.column(csv.header[i].text);
    if (*first != i)
      sink.report(Kind::csv_syntax, file, csv.header[i].place,
                  fmt::format("column `{}` stands twice", csv.header[i].text));
  }
  if (const std::string hint = separator_hint(csv.header); !hint.empty()) {
    sink.report(Kind::csv_syntax, file, csv.header.front().place, "the header is one single cell", hint);
    return csv;
  }
  while (scanner.more()) {
    CsvRow row = scanner.row();
    if (row.empty() || !scanner.sound()) continue;
    if (row.size() != csv.header.size()) {
      sink.report(Kind::csv_syntax, file, {row.front().place.begin, row.back().place.end},
                  fmt::format("{} {} in this row, {} in the header", row.size(), row.size() == 1 ? "cell" : "cells",
                              csv.header.size()),
                  row.size() > csv.header.size() ? "quote cells that hold commas" : "");
      continue;
    }
    csv.rows.push_back(std::move(row));
  }
  return csv;
}

}  // namespace etic
