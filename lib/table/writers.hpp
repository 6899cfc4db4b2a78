#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include "table/format.hpp"
#include "table/table.hpp"

namespace etic {

/// What the text writer may do.
struct Page {
  /// Columns of the terminal; 0: unlimited (a pipe, a file).
  std::size_t width = 0;
  /// ANSI colour: strong rows bold, heat shaded.
  bool colour = false;
};

/// Aligned columns for reading: caption, header, rule, rows, and after an empty line the footnotes. A table without
/// rows says `(none)`.
///
/// Numbers stand flush right, counts slash under slash, the missing mark under the slash. White space in text becomes
/// single spaces, and control characters U+FFFD. No line ends in white space; a shaded cell is shaded in its full
/// width.
///
/// Fits `page.width` where it can: prose columns wrap first (to no less than 20 columns, unless they say otherwise),
/// then label cells, which is all other text flush left, are cut with `…` (to no less than 16), then the table is split
/// into several by columns, each repeating the first column under a note such as `(columns 1-5 of 12)`, which does not
/// count that one. No count is ever cut, and no head of a column flush right: a page too narrow for the first column
/// and one more is overrun.
void write_text(std::ostream& out, const Table& table, const Page& page);

/// GitHub-flavoured Markdown: caption above, each footnote a paragraph below, `(none)` below a table without rows.
/// Text reads as it stands: what Markdown would take for markup is escaped, line breaks become `<br>`, spaces at the
/// ends of a cell are dropped. One em space a step sets the first cell in; strong rows are bold; blocks are not parted.
/// Source columns are not aligned, so that a changed cell changes one line of a diff.
void write_markdown(std::ostream& out, const Table& table);

/// A page of its own that needs nothing beside it, with the tables one below the other: captions, heads with their
/// scope, heat and bars as on a terminal. A table without columns is its caption, a paragraph.
void write_html(std::ostream& out, const std::vector<Table>& tables);

/// LaTeX to be included: for each table a `longtable` with the rules of booktabs, its caption, a `\label` (of several
/// `label-1`, `label-2` …; what is no letter, digit, colon, point or hyphen becomes a hyphen) and its footnotes below.
/// The packages that it wants stand in comments at the top. Text reads as it stands; scripts beyond Latin want LuaLaTeX
/// or XeLaTeX with a font that has them.
void write_latex(std::ostream& out, const std::vector<Table>& tables, const std::string& label);

/// An Excel workbook, one sheet a table, named by what its caption begins with. Figures are numbers: a column of counts
/// is one of n, one of base and, where they are asked for, one of percentages; a bar is its share. The header is
/// frozen; caption and footnotes stand below the rows. No time stands in it. Text is never a formula.
///
/// Throws std::length_error where a table has more rows or columns than a sheet; std::runtime_error where it could not
/// be packed.
[[nodiscard]] std::string xlsx_bytes(const std::vector<Table>& tables);

/// A field as RFC 4180 has it: in quotes where it must be.
[[nodiscard]] std::string csv_field(const std::string& text);

/// RFC 4180 with LF line ends and a header row; fields are quoted only where they must be. A cell that a spreadsheet
/// would run as a formula (text that starts with `=`, `+`, `-`, `@`, tab or carriage return) is written with a leading
/// `'`. Blank and missing cells are empty. A CountCell cannot stand in a long table, n and base have columns of their
/// own: throws std::logic_error, as do the writers below.
void write_csv(std::ostream& out, const Table& table);

/// As CSV, but parted by tabs: no quoting; tabs, line breaks and backslashes in text become `\t`, `\n`, `\r`, `\\`.
void write_tsv(std::ostream& out, const Table& table);

/// `{"schema":"etic/1",<metadata>,"rows":[{...},...]}`, one row a line, keys in column order, numbers as numbers, blank
/// and missing as null. `footnotes` follow the rows when there are any; the caption is left out.
void write_json(std::ostream& out, const Metadata& metadata, const Table& table);

/// A long table that is too long to be held comes in pieces: what stands before its rows, the rows (`LongText`), what
/// stands behind. Joined, they are what the writer of the format, csv, tsv or json, makes of the whole.
[[nodiscard]] std::string long_head(Format format, const Metadata& metadata, const std::vector<Column>& columns);
[[nodiscard]] std::string long_tail(Format format, bool has_rows);

/// One JSON object, `{"kind":"...", ...}`, on a line of its own: the cells of a row under the columns' names.
void write_json_line(std::ostream& out, const std::vector<Column>& columns, const Row& row);

}  // namespace etic
