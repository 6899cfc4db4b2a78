#include "yaml/tree_builder.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>
#include <yaml-cpp/mark.h>

#include "text/byte_search.hpp"
#include "text/unicode.hpp"
#include "yaml/scalar_place.hpp"

namespace etic {
namespace {

constexpr std::string_view white_space = " \t\r\n";

bool at_boundary(std::string_view text, std::size_t at) {
  return at >= text.size() || white_space.find(text[at]) != std::string_view::npos;
}

/// The null that is spelled out at `at`: `~`, `null` …; or nothing.
std::string_view spelled_null(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  for (const std::string_view spelled : {"~", "null", "Null", "NULL"}) {
    if (!rest.starts_with(spelled)) continue;
    const std::size_t end = at + spelled.size();
    const bool ends = at_boundary(text, end) || std::string_view(",]}").find(text[end]) != std::string_view::npos ||
                      (text[end] == ':' && at_boundary(text, end + 1));
    return ends ? rest.substr(0, spelled.size()) : std::string_view();
  }
  return {};
}

bool is_key(std::string_view text, std::size_t end) {
  const std::size_t colon = std::min(text.find_first_not_of(' ', end), text.size());
  return colon < text.size() && text[colon] == ':' && at_boundary(text, colon + 1);
}

/// The last character before `at` that is neither white space nor comment: the `-` of an empty entry.
std::size_t last_content(std::string_view text, std::size_t at) {
  for (std::size_t end = at; end > 0;) {
    const std::size_t line_break = text.rfind('\n', end - 1);
    const std::size_t begin = line_break == std::string_view::npos ? 0 : line_break + 1;
    std::string_view line = text.substr(begin, end - begin);
    const std::size_t comment = line.starts_with('#') ? 0 : line.find(" #");
    line = line.substr(0, comment);
    if (const std::size_t last = line.find_last_not_of(white_space); last != std::string_view::npos)
      return begin + last;
    if (begin == 0) break;
    end = begin - 1;
  }
  return at;
}

}  // namespace

TreeBuilder::TreeBuilder(const Source& source, Sink& sink)
    : source_(source), sink_(sink), root_(YamlNode::Type::mapping, {source.where.begin, source.where.begin}) {}

YamlNode TreeBuilder::take() {
  taken_ = true;
  while (!open_.empty()) {
    YamlNode& node = open_.back().node;
    node.cut = true;
    if (open_.back().in_brackets) node = YamlNode(YamlNode::Type::refused, node.span);  // its end is anybody's guess
    close();
  }
  return std::move(root_);
}

std::vector<std::size_t> TreeBuilder::open_brackets() const {
  std::vector<std::size_t> brackets;
  for (const Open& open : open_) {
    const char sign = source_.file.bytes()[open.node.span.begin];
    const bool is_bracket = open.in_brackets && (sign == '[' || sign == '{');  // not the mapping of `[a: b]`
    if (is_bracket) brackets.push_back(open.node.span.begin - source_.where.begin);
  }
  return brackets;
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (started_) refuse_second_document(offset(mark));
  started_ = true;
}

/// Text at a lesser indentation than the first line's also starts a document, as yaml-cpp sees it.
void TreeBuilder::refuse_second_document(std::size_t at) {
  constexpr std::string_view second_hint = "put what follows into a file of its own";
  const std::size_t before = last_content(source_.text, at);
  if (source_.text.substr(at).starts_with("---")) {
    report(Kind::yaml_feature, at, at + 3, "a second YAML document in one file", std::string(second_hint));
  } else if (source_.text.substr(0, before + 1).ends_with("...")) {
    report(Kind::yaml_feature, before - 2, before + 1, "a second YAML document in one file", std::string(second_hint));
  } else {
    report(Kind::yaml_syntax, at, at + 1, "this does not fit the lines before it",
           "check the indentation of the first line");
    root_.cut = true;
  }
  throw ParsingEnded();
}

void TreeBuilder::OnAnchor(const YAML::Mark& mark, const std::string& name) {
  const std::size_t at = std::min(source_.text.find('&', offset(mark)), source_.text.size());
  report(Kind::yaml_feature, at, at + name.size() + 1, fmt::format("`&{}` is an anchor in YAML", name),
         "etic takes no anchors; quote it if the text itself is meant");
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
  const std::size_t at = offset(mark);
  const std::size_t end = std::min(source_.text.find_first_of(" \t\r\n,[]{}", at), source_.text.size());
  report(Kind::yaml_feature, at, end, fmt::format("`{}` is an alias in YAML", source_.text.substr(at, end - at)),
         "etic takes no aliases; quote it if a pattern is meant");
  add(YamlNode(YamlNode::Type::refused, span(at, end)));
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t) {
  const std::size_t at = offset(mark);
  const std::string_view spelled = spelled_null(source_.text, at);
  // The mark of an absent value is that of what follows it: perhaps a key that is spelled `null`.
  const bool key = !spelled.empty() && is_key(source_.text, at + spelled.size());
  const bool awaits_key = !open_.empty() && open_.back().node.is_mapping() && !open_.back().awaits_value;
  if (!spelled.empty() && (!key || awaits_key)) {
    report(Kind::empty_value, at, at + spelled.size(), fmt::format("`{}` is a null in YAML", spelled),
           "quote it if the text itself is meant");
    add(YamlNode(YamlNode::Type::refused, span(at, at + spelled.size())));
  } else if (!open_.empty()) {
    refuse_absent_value(at);
  }
}

void TreeBuilder::refuse_absent_value(std::size_t at) {
  Open& open = open_.back();
  if (open.awaits_value) {
    const YamlNode& key = open.key;
    const std::size_t behind = key.span.end - source_.where.begin;
    // In brackets that are open at the end yaml-cpp takes the last text for a key.
    const bool at_end =
        open.in_brackets && source_.text.find_first_not_of(white_space, behind) == std::string_view::npos;
    if (at_end) {
      open.node.cut = true;
    } else if (key.is_scalar()) {
      report(Kind::empty_value, key.span.begin - source_.where.begin, key.span.end - source_.where.begin,
             fmt::format("`{}` has no value", key.text), "give it one or delete the key");
    }
  } else if (open.node.is_mapping()) {
    report(Kind::empty_value, at, at + 1, "a value without a key", "quote text that starts with `:`");
  } else {
    const std::size_t entry = open.in_brackets ? at : last_content(source_.text, at);
    report(Kind::empty_value, entry, entry + 1, "an empty entry in a list", "delete it, or write '' for an empty text");
  }
  add(YamlNode(YamlNode::Type::refused, span(at, at)));
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& value) {
  refuse_tag(mark, tag);
  YamlNode node(YamlNode::Type::scalar, {});
  node.text = value;
  const std::size_t at = offset(mark);
  if (!place_scalar(source_.text, at, source_.where.begin, node)) {  // which yaml-cpp overlooks
    report(Kind::yaml_syntax, at, at + 1, "a quote that is never closed",
           source_.text[at] == '"' ? "close it with `\"`"
                                   : "close it with `'`; inside, a quote is written twice: 'don''t'");
    throw ParsingEnded();
  }
  const auto replaced = source_.replaced.lower_bound(node.span.begin - source_.where.begin);
  if (replaced != source_.replaced.end() && *replaced < node.span.end - source_.where.begin) {
    node = YamlNode(YamlNode::Type::refused, node.span);
  } else if (first_invalid_utf8(node.text) != std::string::npos) {  // yaml-cpp makes bare bytes of them
    report(Kind::yaml_syntax, node.span.begin - source_.where.begin, node.span.end - source_.where.begin,
           "etic does not take the escapes `\\_` and `\\N`", "write the characters themselves");
    node = YamlNode(YamlNode::Type::refused, node.span);
  } else {
    check_characters(node);
    if (!is_composed(node.text)) {
      node.text = compose(node.text).text;
      node.verbatim = false;
    }
  }
  add(std::move(node));
}

/// Files hold no control characters, but an escape can stand for one.
void TreeBuilder::check_characters(const YamlNode& node) {
  const std::size_t found = first_control_character(node.text);
  if (found == std::string::npos) return;
  std::size_t end = found;
  report(Kind::control_character, node.span.begin - source_.where.begin, node.span.end - source_.where.begin,
         fmt::format("an escape stands for control character U+{:04X}",
                     static_cast<std::uint32_t>(next_character(node.text, end))),
         "single quotes take a backslash as written: '\\bword\\b'");
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                                  YAML::EmitterStyle::value style) {
  refuse_tag(mark, tag);
  open(YamlNode::Type::sequence, mark, style);
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                             YAML::EmitterStyle::value style) {
  refuse_tag(mark, tag);
  open(YamlNode::Type::mapping, mark, style);
}

void TreeBuilder::OnSequenceEnd() { close(); }
void TreeBuilder::OnMapEnd() { close(); }

void TreeBuilder::report(Kind kind, std::size_t begin, std::size_t end, std::string message, std::string hint) {
  sink_.report(kind, source_.file, span(begin, end), std::move(message), std::move(hint));
  if (sink_.is_full(source_.file.path()) && !taken_) throw ParsingEnded();
}

/// yaml-cpp calls every node without a tag `?` or `!`, which somebody may also have written.
void TreeBuilder::refuse_tag(const YAML::Mark& mark, const std::string& tag) {
  const std::size_t at = offset(mark);
  if ((tag == "?" || tag == "!" || tag.empty()) && source_.text.substr(at, 1) != "!") return;
  const std::size_t begin = std::min(source_.text.find('!', at), source_.text.size());
  const std::size_t end = std::min(source_.text.find_first_of(white_space, begin), source_.text.size());
  report(Kind::yaml_feature, begin, end, fmt::format("`{}` is a tag in YAML", source_.text.substr(begin, end - begin)),
         "etic takes no tags; quote it if the text itself is meant");
}

void TreeBuilder::open(YamlNode::Type type, const YAML::Mark& mark, YAML::EmitterStyle::value style) {
  const std::size_t at = offset(mark);
  if (open_.size() >= deepest_yaml) {
    report(Kind::yaml_depth, at, at + 1, fmt::format("nested deeper than {} levels", deepest_yaml), "");
    throw ParsingEnded();
  }
  Open entry;
  entry.node = YamlNode(type, span(at, at + 1));
  entry.in_brackets = style == YAML::EmitterStyle::Flow;
  open_.push_back(std::move(entry));
}

void TreeBuilder::close() {
  Open done = std::move(open_.back());
  open_.pop_back();
  add(std::move(done.node));
}

void TreeBuilder::add(YamlNode node) {
  if (open_.empty()) {
    root_ = std::move(node);
  } else if (open_.back().node.is_sequence()) {
    open_.back().node.items.push_back(std::move(node));
  } else {
    add_to_mapping(open_.back(), std::move(node));
  }
}

void TreeBuilder::add_to_mapping(Open& mapping, YamlNode node) {
  if (!mapping.awaits_value) {
    mapping.key = std::move(node);
    mapping.awaits_value = true;
    return;
  }
  mapping.awaits_value = false;
  const YamlNode& key = mapping.key;
  const std::size_t begin = key.span.begin - source_.where.begin;
  const std::size_t end = key.span.end - source_.where.begin;
  if (key.is_refused()) return;
  if (!key.is_scalar()) {
    report(Kind::wrong_type, begin, end, "a key must be plain text", "quote it if it starts with `[`, `{` or `?`");
  } else if (key.text == "<<") {
    report(Kind::yaml_feature, begin, end, "merge key `<<`", "write the keys out");
    mapping.node.cut = true;
  } else if (const auto [first, fresh] = mapping.keys.emplace(key.text, key.span.begin); !fresh) {
    report(Kind::duplicate_key, begin, end,
           fmt::format("`{}` stands twice, first in line {}", key.text, source_.file.place(first->second).line),
           "rename one of them or join the two");
  } else {
    mapping.node.entries.emplace_back(std::move(mapping.key), std::move(node));
  }
}

Span TreeBuilder::span(std::size_t begin, std::size_t end) const {
  const auto inside = [&](std::size_t at) {
    return static_cast<std::uint32_t>(source_.where.begin + std::min<std::size_t>(at, source_.where.size()));
  };
  return {inside(begin), inside(end)};
}

std::size_t TreeBuilder::offset(const YAML::Mark& mark) const {
  return std::min(source_.text.size(), static_cast<std::size_t>(std::max(0, mark.pos)));
}

}  // namespace etic
