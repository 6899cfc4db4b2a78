#include "editing/code_entry.hpp"

#include <fmt/format.h>

#include "editing/exclusive_list.hpp"

namespace etic {
namespace {

bool is_blank_line(const SourceFile& file, std::uint32_t begin) {
  return file.slice({begin, next_line(file, begin)}).find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool is_blank_above(const SourceFile& file, std::uint32_t line) {
  return line > file.bom_size() && is_blank_line(file, line_begin(file, line - 1));
}

bool is_end(const SourceFile& file, std::uint32_t at) { return at == file.bytes().size(); }

/// The lines with the blank ones that would else stand twice, or open or close the file's or the theme's list.
Span with_spare_blank_lines(const SourceFile& file, Span lines, bool followed_by_sibling) {
  const bool blank_above = is_blank_above(file, lines.begin);
  const bool blank_below = is_end(file, lines.end) || is_blank_line(file, lines.end);
  if (blank_above && blank_below) {
    while (is_blank_above(file, lines.begin)) lines.begin = line_begin(file, lines.begin - 1);
  } else if (blank_below && followed_by_sibling) {
    while (!is_end(file, lines.end) && is_blank_line(file, lines.end)) lines.end = next_line(file, lines.end);
  }
  return lines;
}

std::optional<YamlEntry> last_entry(const YamlEntry& parent) {
  const std::optional<YamlEntry> codes = parent.find("codes");
  if (!codes || codes->value->entries.empty()) return std::nullopt;
  return codes->entries().back();
}

bool is_dictionary(const StudyEdit& edit, BookId id, Sink& sink) {
  const Codebook& book = edit.books().book(id);
  if (!book.is_dictionary) return false;
  sink.report(Kind::invalid_option, "", fmt::format("`{}` is a dictionary: its codes can be renamed only", book.name),
              fmt::format("make a codebook of {}, with `codebook:` and `codes:`", book.file->path()));
  return true;
}

}  // namespace

void report_brackets(const SourceFile& file, const YamlEntry& entry, Sink& sink) {
  sink.report(Kind::code_in_brackets, file, entry.key->span, fmt::format("`{}` stands in brackets", entry.key->text),
              fmt::format("begin a line with `{}:`, and set in what belongs to it on lines below", entry.key->text));
}

bool can_take_entry(const StudyEdit& edit, CodeId code, Sink& sink) {
  const BookId book = edit.books().code(code).book;
  if (is_dictionary(edit, book, sink)) return false;
  const YamlEntry entry = edit.entry_of(code);
  if (!lines_of(edit.file_of(book), entry)) {
    report_brackets(edit.file_of(book), entry, sink);
    return false;
  }
  if (edit.books().code(code).parent || entry.mapping->entries.size() > 1) return true;
  sink.report(Kind::invalid_option, "", fmt::format("`{}` is the only code of its book", entry.key->text),
              fmt::format("delete {} by hand, or leave a code in it", edit.file_of(book).path()));
  return false;
}

EntryText take_entry(StudyEdit& edit, CodeId id) {
  const Code& code = edit.books().code(id);
  const SourceFile& file = edit.file_of(code.book);
  FileEdit& changes = edit.of(file);
  const YamlEntry entry = edit.entry_of(id);
  const Span lines = *lines_of(file, entry);
  EntryText taken{changes.cut(lines), indentation_at(file, entry.key->span.begin)};
  const bool only = entry.mapping->entries.size() == 1;
  const bool last = entry.key == &entry.mapping->entries.back().first;
  if (only) {
    static_cast<void>(changes.cut(*lines_of(file, *edit.entry_of(*code.parent).find("codes"))));
  } else {
    static_cast<void>(changes.cut(with_spare_blank_lines(file, lines, !last)));
  }
  if (code.parent) remove_from_exclusive(changes, edit.entry_of(*code.parent), entry.key->text);
  return taken;
}

bool can_put_entry(const StudyEdit& edit, const CodeParent& parent, Sink& sink) {
  if (is_dictionary(edit, parent.book, sink)) return false;
  const SourceFile& file = edit.file_of(parent.book);
  const YamlEntry above = edit.entry_of(parent);
  const std::optional<YamlEntry> last = last_entry(above);
  if (last && lines_of(file, *last)) return true;
  if (!last && parent.theme && lines_of(file, above) && !is_in_brackets(file, *above.value)) return true;
  report_brackets(file, last ? *last : parent.theme ? above : *above.find("codes"), sink);
  return false;
}

void put_entry(StudyEdit& edit, const CodeParent& parent, std::string_view part, const EntryText& entry) {
  const SourceFile& file = edit.file_of(parent.book);
  const std::string_view line_break = line_break_of(file);
  const YamlEntry above = edit.entry_of(parent);
  const std::optional<YamlEntry> last = last_entry(above);
  const std::uint32_t key = indentation_at(file, last ? last->key->span.begin : above.value->span.begin);
  std::string lines;
  if (!last) lines = std::string(key, ' ') + "codes:" + std::string(line_break);
  const bool parted = last && last->mapping->entries.size() > 1 && is_blank_above(file, lines_of(file, *last)->begin);
  if (parted) lines = line_break;
  const std::uint32_t indentation = last ? key : key + usual_step(edit, parent.book);
  lines += reindented(entry.lines, entry.indentation, indentation, line_break);
  edit.of(file).insert_lines(lines_of(file, last ? *last : above)->end, std::move(lines));
  if (parent.theme) add_to_exclusive(edit.of(file), above, part);
}

std::uint32_t usual_step(const StudyEdit& edit, BookId book) {
  const SourceFile& file = edit.file_of(book);
  const std::optional<YamlEntry> codes = edit.document(book).find("codes");
  const bool on_lines = codes && !codes->value->entries.empty() && !is_in_brackets(file, *codes->value);
  return on_lines ? indentation_at(file, codes->value->span.begin) : 2;
}

}  // namespace etic
