#include "yaml/plain_yaml.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/unicode.hpp"
#include "yaml/scalar_place.hpp"

namespace etic {
namespace {

constexpr std::size_t longest_key = 100;
constexpr int deepest = 32;  // less than the full parser takes

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_of_key(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.'; }

/// What may begin text without quotes and never means anything else there.
bool begins_text(char c) {
  return is_letter(c) || is_digit(c) || (c & '\x80') != 0 || c == '(' || c == '.' || c == '/';
}

bool is_null(std::string_view text) { return text == "null" || text == "Null" || text == "NULL"; }

/// Whether no line ends with a carriage return alone.
bool has_usual_line_breaks(std::string_view text) {
  for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) {
    if (!text.substr(at + 1).starts_with('\n')) return false;
  }
  return true;
}

/// Goes through the text once. Every function that returns false has met what is not for this reader.
class PlainReader {
 public:
  PlainReader(std::string_view text, std::size_t origin) : text_(text), origin_(origin) {}

  std::optional<YamlNode> read() {
    if (text_.find('\t') != std::string_view::npos || !has_usual_line_breaks(text_) ||
        first_invalid_utf8(text_) != std::string_view::npos)
      return std::nullopt;
    go_to_content();
    YamlNode root;
    if (is_at_end() || column() != 0 || !read_collection(root) || !is_at_end()) return std::nullopt;
    return root;
  }

 private:
  // --- where we are

  [[nodiscard]] bool is_at_end() const { return at_ == text_.size(); }
  [[nodiscard]] char sign() const { return is_at_end() ? '\n' : text_[at_]; }
  [[nodiscard]] std::size_t column() const { return at_ - line_; }
  [[nodiscard]] bool is_break(std::size_t at) const {
    return at >= text_.size() || text_[at] == '\n' || text_[at] == '\r';
  }
  [[nodiscard]] bool is_gap(std::size_t at) const { return is_break(at) || text_[at] == ' '; }
  [[nodiscard]] bool is_at_dash() const { return sign() == '-' && is_gap(at_ + 1); }
  [[nodiscard]] bool is_at_comment() const { return sign() == '#' && (column() == 0 || text_[at_ - 1] == ' '); }

  void skip_spaces() {
    while (sign() == ' ') ++at_;
  }

  void go_to_next_line() {
    at_ = std::min(text_.find('\n', at_), text_.size() - 1) + 1;
    line_ = at_;
  }

  /// From the begin of a line to the first sign that is no comment.
  void go_to_content() {
    for (skip_spaces(); !is_at_end() && (is_break(at_) || is_at_comment()); skip_spaces()) go_to_next_line();
  }

  /// From behind a value to what comes next.
  bool finish_line() {
    skip_spaces();
    if (!is_break(at_) && !is_at_comment()) return false;
    if (is_at_end()) return true;
    go_to_next_line();
    go_to_content();
    return true;
  }

  // --- collections by indentation

  bool read_collection(YamlNode& node) {
    if (++depth_ > deepest) return false;
    const bool is_read = is_at_dash() ? read_sequence(node) : read_mapping(node);
    --depth_;
    return is_read;
  }

  bool read_sequence(YamlNode& node) {
    const std::size_t indent = column();
    begin(YamlNode::Type::sequence, node);
    while (!is_at_end() && column() == indent && is_at_dash()) {
      ++at_;
      skip_spaces();
      YamlNode& item = node.items.emplace_back();
      if (is_break(at_) || is_at_dash()) return false;
      if (!(end_of_key() > at_ ? read_collection(item) : read_value(indent, item))) return false;
    }
    return is_at_end() || column() <= indent;
  }

  bool read_mapping(YamlNode& node) {
    const std::size_t indent = column();
    begin(YamlNode::Type::mapping, node);
    do {
      auto& [key, value] = node.entries.emplace_back();
      if (!read_key(key)) return false;
      skip_spaces();
      if (!is_break(at_) && !is_at_comment()) {
        if (!read_value(indent, value)) return false;
        continue;
      }
      if (!finish_line() || is_at_end() || column() < indent || (column() == indent && !is_at_dash())) return false;
      if (!read_collection(value)) return false;
    } while (!is_at_end() && column() == indent && !is_at_dash());
    return (is_at_end() || column() < indent) && has_each_key_once(node);
  }

  /// Offset of the colon behind the key that stands here, or where we are if none does.
  [[nodiscard]] std::size_t end_of_key() const {
    std::size_t end = at_;
    while (end < text_.size() && is_of_key(text_[end])) ++end;
    const bool is_key = end > at_ && end - at_ <= longest_key && (is_letter(text_[at_]) || is_digit(text_[at_])) &&
                        end < text_.size() && text_[end] == ':' && is_gap(end + 1);
    return is_key ? end : at_;
  }

  bool read_key(YamlNode& key) {
    if (sign() == '"' || sign() == '\'') {
      const std::size_t line = line_;
      if (!read_quoted(column(), key) || line_ != line || sign() != ':' || !is_gap(at_ + 1)) return false;
      ++at_;
      return true;
    }
    const std::size_t end = end_of_key();
    const std::string_view name = text_.substr(at_, end - at_);
    if (name.empty() || is_null(name) || !set_scalar(at_, std::string(name), key)) return false;
    at_ = end + 1;
    return true;
  }

  static bool has_each_key_once(const YamlNode& mapping) {
    std::vector<std::string_view> keys;
    for (const auto& [key, value] : mapping.entries) keys.emplace_back(key.text);
    std::sort(keys.begin(), keys.end());
    return std::adjacent_find(keys.begin(), keys.end()) == keys.end();
  }

  /// A value on the line of its dash or key, which stands in the column `indent`; on to what comes next.
  bool read_value(std::size_t indent, YamlNode& node) {
    switch (sign()) {
      case '>':
        return read_folded(indent, node);
      case '[':
      case '{':
        return read_brackets(indent, node) && finish_line();
      case '"':
      case '\'':
        return read_quoted(indent, node) && finish_line();
      default:
        return read_bare(indent, false, node) && finish_line();
    }
  }

  // --- brackets

  bool read_brackets(std::size_t indent, YamlNode& node) {
    if (++depth_ > deepest) return false;
    const bool is_list = sign() == '[';
    const char closing = is_list ? ']' : '}';
    begin(is_list ? YamlNode::Type::sequence : YamlNode::Type::mapping, node);
    ++at_;
    if (!skip_gap(indent)) return false;
    while (sign() != closing) {
      if (!(is_list ? read_in_brackets(indent, node.items.emplace_back()) : read_entry(indent, node))) return false;
      if (!skip_gap(indent)) return false;
      if (sign() == closing) break;
      if (sign() != ',') return false;
      ++at_;
      if (!skip_gap(indent) || sign() == closing) return false;
    }
    ++at_;
    --depth_;
    return is_list || has_each_key_once(node);
  }

  bool read_entry(std::size_t indent, YamlNode& mapping) {
    auto& [key, value] = mapping.entries.emplace_back();
    return read_key(key) && skip_gap(indent) && read_in_brackets(indent, value);
  }

  bool read_in_brackets(std::size_t indent, YamlNode& node) {
    switch (sign()) {
      case '[':
      case '{':
        return read_brackets(indent, node);
      case '"':
      case '\'':
        return read_quoted(indent, node);
      default:
        return read_bare(indent, true, node);
    }
  }

  /// Over spaces, comments, and line breaks behind which a line stands that is indented deeper.
  bool skip_gap(std::size_t indent) {
    bool is_on_same_line = true;
    for (skip_spaces(); is_break(at_) || is_at_comment(); skip_spaces()) {
      if (is_at_end()) return false;
      go_to_next_line();
      is_on_same_line = false;
    }
    return is_on_same_line || column() > indent;
  }

  // --- text

  /// Text without quotes: up to a comment, or in brackets up to one of these or a comma; over several lines if deeper
  /// ones follow.
  bool read_bare(std::size_t indent, bool in_brackets, YamlNode& node) {
    const bool is_option =
        sign() == '-' && at_ + 1 < text_.size() && (text_[at_ + 1] == '-' || begins_text(text_[at_ + 1]));
    if (!is_option && !begins_text(sign())) return false;
    const std::size_t begin = at_;
    std::string text;
    for (;;) {
      const std::size_t end = end_of_bare_line(in_brackets);
      if (end == std::string_view::npos) return false;
      std::string_view line = text_.substr(at_, end - at_);
      while (line.ends_with(' ')) line.remove_suffix(1);
      text.append(text.empty() ? "" : " ").append(line);
      at_ = end;
      if (!is_break(at_) || is_at_end()) break;
      const std::size_t next = text_.find('\n', at_) + 1;
      const std::size_t first = std::min(text_.find_first_not_of(' ', next), text_.size());
      const bool goes_on = !is_break(first) && first - next > indent && text_[first] != '#' &&
                           !(in_brackets && std::string_view(",]}").find(text_[first]) != std::string_view::npos);
      if (!goes_on) break;
      if (!begins_text(text_[first])) return false;
      line_ = next;
      at_ = first;
    }
    return !is_null(text) && set_scalar(begin, std::move(text), node);
  }

  /// Where the bare text on this line ends; npos where it holds what means something else.
  [[nodiscard]] std::size_t end_of_bare_line(bool in_brackets) const {
    for (std::size_t end = at_;; ++end) {
      if (is_break(end)) return end;
      const char c = text_[end];
      if (c == ':' && (in_brackets || is_gap(end + 1))) return std::string_view::npos;
      if (c == '#' && text_[end - 1] == ' ') return end;
      if (!in_brackets) continue;
      if (c == '[' || c == '{' || c == '?') return std::string_view::npos;
      if (c == ',' || c == ']' || c == '}') return end;
    }
  }

  /// Text in quotes: line breaks are spaces; of escapes those of quotes and backslashes.
  bool read_quoted(std::size_t indent, YamlNode& node) {
    const std::size_t begin = at_;
    const char quote = sign();
    std::string text;
    for (++at_; !is_at_end(); ++at_) {
      if (is_break(at_)) {
        while (text.ends_with(' ')) text.pop_back();
        go_to_next_line();
        skip_spaces();
        if (is_break(at_) || column() <= indent) return false;
        text += ' ';
      }
      const char c = sign();
      const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\n';
      if (c == quote && !(quote == '\'' && next == '\'')) {
        ++at_;
        return set_scalar(begin, std::move(text), node);
      }
      if (c == quote) ++at_;
      if (c == '\\' && quote == '"') {
        if (next != '"' && next != '\\') return false;
        ++at_;
      }
      text += sign();
    }
    return false;
  }

  /// Text behind `>` or `>-`: all lines that are indented as the first is, joined by spaces.
  bool read_folded(std::size_t indent, YamlNode& node) {
    const std::size_t begin = at_;
    ++at_;
    const bool is_stripped = sign() == '-';
    if (is_stripped) ++at_;
    if (!is_break(at_) || is_at_end()) return false;
    go_to_next_line();
    skip_spaces();
    const std::size_t depth = column();
    if (is_break(at_) || depth <= indent) return false;
    std::string text;
    while (!is_break(at_) && column() == depth) {
      std::size_t end = at_;
      while (!is_break(end)) ++end;
      if (text_[end - 1] == ' ') return false;
      text.append(text.empty() ? "" : " ").append(text_, at_, end - at_);
      at_ = end;
      if (is_at_end()) return false;
      go_to_next_line();
      skip_spaces();
    }
    for (; !is_at_end() && is_break(at_); skip_spaces()) go_to_next_line();
    if (!is_at_end() && column() > indent) return false;
    go_to_content();
    if (!is_stripped) text += '\n';
    return set_scalar(begin, std::move(text), node);
  }

  // --- nodes

  void begin(YamlNode::Type type, YamlNode& node) const {
    const auto place = static_cast<std::uint32_t>(origin_ + at_);
    node = YamlNode(type, {place, place + 1});
  }

  bool set_scalar(std::size_t begin, std::string text, YamlNode& node) const {
    node = YamlNode(YamlNode::Type::scalar, {});
    node.text = std::move(text);
    return is_composed(node.text) && place_scalar(text_, begin, origin_, node);
  }

  std::string_view text_;
  std::size_t origin_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;  // where it begins
  int depth_ = 0;
};

}  // namespace

std::optional<YamlNode> read_plain_yaml(const SourceFile& file, Span where) {
  return PlainReader(file.slice(where), where.begin).read();
}

}  // namespace etic
