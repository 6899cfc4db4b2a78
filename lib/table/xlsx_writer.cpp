#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>
#include <variant>
#include <xlsxwriter.h>

#include "table/cell_text.hpp"
#include "table/line_fitting.hpp"
#include "table/writers.hpp"
#include "text/unicode.hpp"

namespace etic {

namespace {

constexpr std::size_t longest_name = 31;
constexpr std::size_t longest_text = 32'767;  // characters of a cell
constexpr std::size_t most_rows = 1'048'576;
constexpr std::size_t most_columns = 16'384;
constexpr double widest = 60;

/// As the picture of heat on a terminal and in HTML, by fifths.
constexpr std::array<lxw_color_t, heat_steps> shades{0xEFF5FB, 0xC9DFF0, 0x93BFE0, 0x5E9CCB, 0x1F5A8C};

/// A file that is gone when it is no longer needed.
class TemporaryFile {
 public:
  TemporaryFile() {
    std::error_code trouble;
    path_ = std::filesystem::temp_directory_path(trouble).string() + "/etic-XXXXXX";
    const int file = mkstemp(path_.data());
    if (file < 0) throw std::system_error(errno, std::generic_category(), "a workbook is packed in a temporary file");
    close(file);
  }
  ~TemporaryFile() { unlink(path_.c_str()); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// So many characters of a text.
std::string first_characters(const std::string& text, std::size_t most) {
  std::size_t offset = 0;
  for (std::size_t i = 0; i < most && offset < text.size(); ++i) static_cast<void>(next_character(text, offset));
  return text.substr(0, offset);
}

/// What the caption begins with, as the name of a sheet: no two alike, whatever their case.
std::string sheet_name(const Table& table, std::size_t number, std::set<std::string>& taken) {
  std::string name = table.caption.substr(0, std::min({table.caption.find("  "), table.caption.find(": "),
                                                       table.caption.find(" / "), table.caption.size()}));
  name = one_line(name);
  for (char& c : name) {
    if (std::string_view("[]:*?/\\").find(c) != std::string_view::npos) c = ' ';
  }
  if (!name.empty() && name.front() == '\'') name.front() = ' ';
  name = one_line(first_characters(one_line(name), longest_name));
  if (!name.empty() && name.back() == '\'') name.pop_back();
  if (name.empty() || !taken.insert(fold(name)).second) {
    name = "Table " + std::to_string(number);
    taken.insert(fold(name));
  }
  return name;
}

/// What a column of the table is on the sheet: counts are numbers, each in a column of its own.
struct SheetColumn {
  enum class Part : std::uint8_t { value, base, percent };
  std::size_t index = 0;
  Part part = Part::value;
  std::string head;
  double width = 0;
};

constexpr std::string_view share_head = "share";
constexpr std::string_view both_head = "n/base";

/// Whether a column is one of counts, though there may be none: everything in it is missing or blank.
bool holds_counts(const Table& table, std::size_t index) {
  if (table.columns[index].name == both_head) return true;
  if (table.columns[index].align != Align::right) return false;
  bool any = false;
  for (const Row& row : table.rows) {
    const Cell& cell = row.cells[index];
    const bool count = std::holds_alternative<CountCell>(cell) || std::holds_alternative<MissingCell>(cell);
    if (!count && !std::holds_alternative<BlankCell>(cell)) return false;
    any = any || count;
  }
  return any;
}

/// Bars stand in a column without a name, of which some may be blank.
bool holds_bars(const Table& table, std::size_t index) {
  const Column& column = table.columns[index];
  if (index == 0 || !column.name.empty() || column.prose) return false;
  return std::all_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
    return std::holds_alternative<Bar>(row.cells[index]) || std::holds_alternative<BlankCell>(row.cells[index]);
  });
}

std::vector<SheetColumn> sheet_columns(const Table& table) {
  std::vector<SheetColumn> columns;
  bool percentages = false;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const bool base = holds_counts(table, i);
    const bool percent = std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
      const auto* count = std::get_if<CountCell>(&row.cells[i]);
      return count != nullptr && count->percent_of > 0;
    });
    percentages = percentages || percent;
    if (holds_bars(table, i)) {
      if (!percentages) columns.push_back({i, SheetColumn::Part::value, std::string(share_head), 0});
      continue;
    }
    const std::string& name = table.columns[i].name;
    const bool both_named = name == both_head;
    const std::string stem = both_named ? "" : name + " ";
    const bool label = name.empty() && table.columns[i].prose;
    columns.push_back({i, SheetColumn::Part::value, both_named ? "n" : label ? "label" : one_line(name), 0});
    if (base) columns.push_back({i, SheetColumn::Part::base, one_line(stem + "base"), 0});
    if (percent) columns.push_back({i, SheetColumn::Part::percent, one_line(stem + "%"), 0});
  }
  return columns;
}

class Workbook {
 public:
  explicit Workbook(const std::string& path) : book_(workbook_new(path.c_str())) {
    // Something must stand there: the day with which the archive marks its parts.
    lxw_doc_properties properties{};
    properties.created = 315'532'800;
    workbook_set_properties(book_, &properties);
  }

  void add(const Table& table, std::size_t number) {
    const std::string name = sheet_name(table, number, names_);
    lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
    std::vector<SheetColumn> columns = sheet_columns(table);
    if (table.rows.size() + table.footnotes.size() + 3 > most_rows || columns.size() > most_columns)
      throw std::length_error("a sheet holds 1,048,576 rows and 16,384 columns; write csv");
    for (std::size_t i = 0; i < columns.size(); ++i) {
      write_text(sheet, 0, i, columns[i].head,
                 format({.bold = true, .right = is_right(table, columns[i]), .header = true}));
      columns[i].width = static_cast<double>(display_width(columns[i].head));
    }
    for (std::size_t r = 0; r < table.rows.size(); ++r) write_row(sheet, r + 1, table, table.rows[r], columns);
    for (std::size_t i = 0; i < columns.size(); ++i)
      worksheet_set_column(sheet, column(i), column(i), std::min(widest, columns[i].width + 2), nullptr);
    if (!columns.empty()) worksheet_freeze_panes(sheet, 1, 1);
    std::size_t below = columns.empty() ? 0 : table.rows.size() + 2;
    if (!table.caption.empty()) write_text(sheet, below++, 0, one_line(table.caption), format({.bold = true}));
    for (const std::string& note : table.footnotes) write_text(sheet, below++, 0, one_line(note), nullptr);
  }

  /// Packs it. Returns what went wrong, or nothing.
  [[nodiscard]] std::string close() {
    const lxw_error error = workbook_close(book_);
    return error == LXW_NO_ERROR ? "" : lxw_strerror(error);
  }

 private:
  struct Look {
    bool bold = false;
    bool right = false;
    bool header = false;
    bool wrap = false;
    bool percent = false;
    bool rough = false;
    int digits = -1;
    int indent = 0;
    int heat = -1;
    friend auto operator<=>(const Look&, const Look&) = default;
  };

  static lxw_col_t column(std::size_t index) { return static_cast<lxw_col_t>(index); }

  static bool is_right(const Table& table, const SheetColumn& column) {
    return column.part != SheetColumn::Part::value || column.head == share_head ||
           table.columns[column.index].align == Align::right;
  }

  lxw_format* format(const Look& look) {
    lxw_format*& made = formats_[look];
    if (made != nullptr) return made;
    made = workbook_add_format(book_);
    format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    if (look.bold) format_set_bold(made);
    if (look.right) format_set_align(made, LXW_ALIGN_RIGHT);
    if (look.header) format_set_bottom(made, LXW_BORDER_THIN);
    if (look.wrap) format_set_text_wrap(made);
    if (look.indent > 0) format_set_indent(made, static_cast<std::uint8_t>(std::min(look.indent, 15)));
    if (look.percent) format_set_num_format(made, look.rough ? "\"~\"0%" : "0%");
    if (look.digits > 0)
      format_set_num_format(made, ("0." + std::string(static_cast<std::size_t>(look.digits), '0')).c_str());
    if (look.heat >= 0) format_set_bg_color(made, shades[static_cast<std::size_t>(look.heat)]);
    if (look.heat == heat_steps - 1) format_set_font_color(made, LXW_COLOR_WHITE);
    return made;
  }

  /// Excel holds no longer text: of such the beginning stands there, and says so.
  static void write_text(lxw_worksheet* sheet, std::size_t row, std::size_t at, const std::string& text,
                         lxw_format* format) {
    constexpr std::string_view cut = " … (cut: a cell holds no more)";
    const std::string fitting = first_characters(text, longest_text);
    const std::string shown =
        fitting.size() == text.size() ? text : first_characters(text, longest_text - cut.size()) + std::string(cut);
    worksheet_write_string(sheet, static_cast<lxw_row_t>(row), column(at), shown.c_str(), format);
  }

  void write_row(lxw_worksheet* sheet, std::size_t at, const Table& table, const Row& row,
                 std::vector<SheetColumn>& columns) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      SheetColumn& place = columns[i];
      const Column& column = table.columns[place.index];
      const Cell& cell = row.cells[place.index];
      Look look{.bold = row.strong};
      if (place.index == 0) look.indent = row.indent;
      if (const auto* count = std::get_if<CountCell>(&cell)) {
        if (column.heat && count->base > 0 && place.part == SheetColumn::Part::value) look.heat = heat_step(*count);
        write_count(sheet, at, i, *count, place.part, look);
      } else if (place.part != SheetColumn::Part::value) {
        continue;
      } else if (const auto* plain = std::get_if<PlainCount>(&cell)) {
        write_number(sheet, at, i, static_cast<double>(plain->n), look);
      } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
        write_number(sheet, at, i, static_cast<double>(*number), look);
      } else if (const auto* decimal = std::get_if<Decimal>(&cell)) {
        look.digits = decimal->digits;
        write_number(sheet, at, i, decimal->value, look);
      } else if (const auto* bar = std::get_if<Bar>(&cell)) {
        look.percent = true;
        if (bar->of > 0) write_number(sheet, at, i, static_cast<double>(bar->n) / static_cast<double>(bar->of), look);
        place.width = std::max(place.width, 5.0);
      } else if (const std::string text = one_line(cell_text(cell)); !text.empty()) {
        look.right = is_right(table, place);
        look.wrap = column.prose;
        write_text(sheet, at, i, text, format(look));
        place.width = std::max(place.width, static_cast<double>(display_width(text)) + 2.0 * look.indent);
      }
    }
  }

  void write_count(lxw_worksheet* sheet, std::size_t at, std::size_t i, const CountCell& count, SheetColumn::Part part,
                   Look look) {
    switch (part) {
      case SheetColumn::Part::value:
        return write_number(sheet, at, i, static_cast<double>(count.n), look);
      case SheetColumn::Part::base:
        return write_number(sheet, at, i, static_cast<double>(count.base), look);
      case SheetColumn::Part::percent:
        look.percent = true;
        look.rough = is_rough(count.percent_of);
        if (count.percent_of > 0)
          write_number(sheet, at, i, static_cast<double>(count.n) / static_cast<double>(count.percent_of), look);
    }
  }

  void write_number(lxw_worksheet* sheet, std::size_t at, std::size_t i, double value, const Look& look) {
    worksheet_write_number(sheet, static_cast<lxw_row_t>(at), column(i), value, format(look));
  }

  lxw_workbook* book_;
  std::set<std::string> names_;
  std::map<Look, lxw_format*> formats_;
};

}  // namespace

std::string xlsx_bytes(const std::vector<Table>& tables) {
  const TemporaryFile packed;
  Workbook book(packed.path());
  for (std::size_t i = 0; i < tables.size(); ++i) book.add(tables[i], i + 1);
  if (const std::string trouble = book.close(); !trouble.empty()) throw std::runtime_error(trouble);
  std::ifstream file(packed.path(), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace etic
