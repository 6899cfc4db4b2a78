#include "editing/exclusive_list.hpp"

#include <algorithm>
#include <string>

#include "editing/study_edit.hpp"

namespace etic {
namespace {

/// The list's scalars; one scalar alone is a list too.
std::vector<const YamlNode*> scalars_of(const YamlNode& list) {
  if (list.is_scalar()) return {&list};
  std::vector<const YamlNode*> all;
  for (const YamlNode& item : list.items) all.push_back(&item);
  return all;
}

Span line_of(const SourceFile& file, const YamlNode& item) {
  return {line_begin(file, item.span.begin), next_line(file, item.span.begin)};
}

/// An item with the comma and the space that part it from its neighbour.
Span with_comma(const std::vector<const YamlNode*>& items, std::size_t index) {
  if (index + 1 < items.size()) return {items[index]->span.begin, items[index + 1]->span.begin};
  return {items[index - 1]->span.end, items[index]->span.end};
}

void cut_entry(FileEdit& edit, const YamlEntry& entry) {
  if (const auto lines = lines_of(edit.file(), entry)) static_cast<void>(edit.cut(*lines));
}

}  // namespace

void rename_in_exclusive(FileEdit& edit, const YamlEntry& theme, std::string_view from, std::string_view to) {
  const std::optional<YamlEntry> list = theme.find("exclusive");
  if (!list) return;
  for (const YamlNode* item : scalars_of(*list->value)) {
    if (item->text == from) edit.replace(inside_quotes(edit.file(), item->span), std::string(to));
  }
}

void add_to_exclusive(FileEdit& edit, const YamlEntry& theme, std::string_view part) {
  const std::optional<YamlEntry> list = theme.find("exclusive");
  if (!list) return;
  const SourceFile& file = edit.file();
  const std::vector<const YamlNode*> items = scalars_of(*list->value);
  const YamlNode& last = *items.back();
  const std::string added(part);
  if (list->value->is_scalar()) {
    edit.insert(last.span.begin, "[");
    edit.insert(last.span.end, ", " + added + "]");
  } else if (is_in_brackets(file, *list->value)) {
    edit.insert(last.span.end, ", " + added);
  } else {
    const Span line = line_of(file, last);
    const std::string dash(file.slice({line.begin, last.span.begin}));
    edit.insert_lines(line.end, dash + added + std::string(line_break_of(file)));
  }
}

void remove_from_exclusive(FileEdit& edit, const YamlEntry& theme, std::string_view part) {
  const std::optional<YamlEntry> list = theme.find("exclusive");
  if (!list) return;
  const SourceFile& file = edit.file();
  const std::vector<const YamlNode*> items = scalars_of(*list->value);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i]->text != part) continue;
    if (items.size() == 1) {
      cut_entry(edit, *list);
    } else if (is_in_brackets(file, *list->value)) {
      static_cast<void>(edit.cut(with_comma(items, i)));
    } else {
      static_cast<void>(edit.cut(line_of(file, *items[i])));
    }
  }
}

}  // namespace etic
