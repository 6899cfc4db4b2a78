#include "report/table_difference.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace etic {
namespace {

struct Record {
  std::size_t line = 1;
  std::vector<std::string> cells;
  bool is_rule = false;  // a line that only parts the head from the rows, and says nothing
};

/// Cells may hold line breaks between quotes.
std::vector<Record> csv_records(std::string_view text) {
  std::vector<Record> records;
  std::size_t line = 1;
  bool quoted = false;
  bool fresh = true;
  for (const char c : text) {
    if (fresh) records.push_back({line, {""}, false});
    fresh = false;
    std::string& cell = records.back().cells.back();
    if (c == '"') quoted = !quoted;
    if (c == '\n') ++line;
    if (c == '\n' && !quoted) {
      fresh = true;
    } else if (c == ',' && !quoted) {
      records.back().cells.emplace_back();
    } else if (c != '"') {
      cell += c;
    }
  }
  return records;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// Whether cells stand apart in it line by line.
bool has_cells(Format format) { return format == Format::csv || format == Format::tsv || format == Format::markdown; }

std::vector<std::string> cells_of(std::string_view line, Format format) {
  if (!has_cells(format) || (format == Format::markdown && !line.starts_with('|'))) return {std::string(line)};
  const char separator = format == Format::tsv ? '\t' : '|';
  if (format == Format::markdown) line.remove_prefix(1);
  std::vector<std::string> cells;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    const bool parts = i == line.size() || (line[i] == separator && (i == 0 || line[i - 1] != '\\'));
    if (!parts) continue;
    cells.emplace_back(format == Format::markdown ? trimmed(line.substr(begin, i - begin))
                                                  : line.substr(begin, i - begin));
    begin = i + 1;
  }
  return cells;
}

std::vector<Record> records_of(std::string_view text, Format format) {
  if (format == Format::csv) return csv_records(text);
  std::vector<Record> records;
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view content = text.substr(0, end);
    const bool rule = content.starts_with("───") ||
                      (content.starts_with("|") && content.find_first_not_of("|-: ") == std::string_view::npos);
    records.push_back({line, cells_of(content, format), rule});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return records;
}

/// The names of the columns that hold for a record.
const Record* head_of(const std::vector<Record>& records, std::size_t index, Format format) {
  if (!has_cells(format) || records.empty()) return nullptr;
  if (format != Format::markdown) return index == 0 ? nullptr : &records.front();
  for (std::size_t i = index; i > 1; --i) {
    if (records[i - 1].is_rule) return &records[i - 2];
  }
  return nullptr;
}

bool is_inside_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The first line of a text between backticks; of a long one the part around `at`.
std::string shown(std::string_view text, std::size_t at = 0) {
  constexpr std::size_t before = 20;
  constexpr std::size_t longest = 60;
  std::size_t begin = 0;
  if (text.size() > longest && at > before) begin = std::min(at - before, text.size() - longest);
  while (begin > 0 && is_inside_character(text[begin])) --begin;
  std::size_t end = std::min(begin + longest, text.size());
  while (end < text.size() && is_inside_character(text[end])) --end;
  end = std::min(end, std::max(text.find('\n', begin), begin));
  return fmt::format("`{}{}{}`", begin > 0 ? "…" : "", text.substr(begin, end - begin), end < text.size() ? "…" : "");
}

std::size_t common_length(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin()).first -
      a.begin());
}

/// As many of the row's first cells as no other row has.
std::string row_name(const std::vector<Record>& records, std::size_t index) {
  const std::vector<std::string>& cells = records[index].cells;
  std::size_t length = 1;
  const auto is_alone = [&] {
    return std::none_of(records.begin(), records.end(), [&](const Record& other) {
      return &other != &records[index] && other.cells.size() >= length &&
             std::equal(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(length), other.cells.begin());
    });
  };
  while (length < cells.size() && !is_alone()) ++length;
  std::string name = cells.front();
  for (std::size_t i = 1; i < length; ++i) name += ", " + cells[i];
  return shown(name);
}

}  // namespace

std::optional<std::string> first_difference(std::string_view on_file, std::string_view now, Format format) {
  if (on_file == now) return std::nullopt;
  const std::vector<Record> before = records_of(on_file, format);
  const std::vector<Record> after = records_of(now, format);
  for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) {
    const std::vector<std::string>& a = before[i].cells;
    const std::vector<std::string>& b = after[i].cells;
    if (a == b || (before[i].is_rule && after[i].is_rule)) continue;
    const std::size_t column = static_cast<std::size_t>(
        std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin())
            .first -
        a.begin());
    const Record* head = head_of(after, i, format);
    const std::string cell = head != nullptr && column > 0 && column < head->cells.size()
                                 ? fmt::format(", {} of {}", shown(head->cells[column]), row_name(after, i))
                                 : "";
    const bool both = column < a.size() && column < b.size();
    const std::size_t at = both ? common_length(a[column], b[column]) : 0;
    const auto text = [&](const std::vector<std::string>& cells) {
      return column < cells.size() ? shown(cells[column], at) : std::string("nothing");
    };
    return fmt::format("line {}{}: {} on file, {} now", before[i].line, cell, text(a), text(b));
  }
  if (before.size() > after.size())
    return fmt::format("line {}: {} on file, nothing now", before[after.size()].line, row_name(before, after.size()));
  if (after.size() > before.size())
    return fmt::format("line {}: nothing on file, {} now", after[before.size()].line, row_name(after, before.size()));
  return "quotes, rules or line breaks only";
}

}  // namespace etic
