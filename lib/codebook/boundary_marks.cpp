#include "codebook/boundary_marks.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace etic {
namespace {

using std::string_view_literals::operator""sv;

// No text has them: control characters are refused where files are read.
constexpr char edge = '\x01';
constexpr char inside = '\x02';
constexpr std::string_view both = "\\x01\\x02";
constexpr std::string_view any_marks = "[\\x01\\x02]*";

/// Reads a valid expression from front to back and writes it anew.
class Marking {
 public:
  explicit Marking(std::string_view expression) : rest_(expression) {}

  std::optional<MarkedExpression> run() {
    groups_.push_back({});
    while (!rest_.empty() && possible_) write_next();
    if (!possible_ || out_.marks == 0 || out_.marks > most_marks) return std::nullopt;
    return std::move(out_);
  }

 private:
  static constexpr std::size_t most_marks = 32;

  struct Group {
    bool dot_takes_line_breaks = false;  // `(?s)`
    bool holds_boundary = false;
  };

  std::string_view take(std::size_t size) {
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(taken.size());
    return taken;
  }
  void copy(std::size_t size) { out_.text += take(size); }

  /// What takes one character of the text passes over the marks before it.
  void write_character(std::string_view expression) {
    out_.text += "(?:";
    out_.text += any_marks;
    out_.text += expression;
    out_.text += ')';
    behind_boundary_ = behind_end_ = false;
  }

  /// The text's begin is not found behind a mark, nor a mark behind its end.
  void write_begin(std::size_t size) {
    possible_ = possible_ && !behind_boundary_;
    copy(size);
  }

  void write_next() {
    switch (rest_[0]) {
      case '\\':
        return write_escape();
      case '[':
        return write_class();
      case '(':
        return write_open();
      case ')':
        return write_close();
      case '|':
        behind_boundary_ = behind_boundary_ && groups_.size() > 1;
        behind_end_ = false;
        return copy(1);
      case '*':
      case '+':
      case '?':
        return copy(1);
      case '^':
        return write_begin(1);
      case '$':
        return write_end(1);
      case '{':
        return write_brace();
      case '.':
        take(1);
        return write_character(groups_.back().dot_takes_line_breaks ? "[^\\x01\\x02]" : "[^\\n\\x01\\x02]");
      default:
        return write_character(take(character_size()));
    }
  }

  [[nodiscard]] std::size_t character_size() const {
    std::size_t size = 0;
    static_cast<void>(next_character(rest_, size));
    return size;
  }

  void write_end(std::size_t size) {
    out_.text += "(?:";
    out_.text += any_marks;
    copy(size);
    out_.text += ')';
    behind_end_ = true;
  }

  void write_boundary(char mark) {
    take(2);
    possible_ = possible_ && !behind_end_;
    out_.text += mark == edge ? "\\x01" : "\\x02";
    ++out_.marks;
    behind_boundary_ = true;
    groups_.back().holds_boundary = true;
  }

  void write_escape() {
    switch (rest_[1]) {
      case 'b':
        return write_boundary(edge);
      case 'B':
        return write_boundary(inside);
      case 'A':
        return write_begin(2);
      case 'z':
        return write_end(2);
      case 'C':
        possible_ = false;
        return;
      case 'Q':
        return write_quoted();
      case 'D':
      case 'W':
      case 'S':
        return write_character(without_marks(take(2)));
      case 'p':
      case 'P':
        return write_property();
      default:
        return write_character(take(escape_size()));
    }
  }

  /// `\W` also stands for marks: `[^\w…]` in its place.
  static std::string without_marks(std::string_view escape) {
    const char of = static_cast<char>(escape[1] - 'A' + 'a');
    return std::string("[^\\") + of + std::string(both) + "]";
  }

  [[nodiscard]] std::size_t escape_size() const {
    const auto is_octal = [&](std::size_t i) { return i < rest_.size() && rest_[i] >= '0' && rest_[i] <= '7'; };
    if (rest_[1] == 'x') return rest_[2] == '{' ? rest_.find('}') + 1 : 4;
    if (rest_[1] == 'p' || rest_[1] == 'P') return rest_[2] == '{' ? rest_.find('}') + 1 : 3;
    if (rest_[1] >= '0' && rest_[1] <= '7') return is_octal(2) ? (is_octal(3) ? 4 : 3) : 2;
    std::size_t size = 1;
    static_cast<void>(next_character(rest_, size));
    return size;
  }

  void write_quoted() {
    take(2);
    const std::size_t end = std::min(rest_.find("\\E"sv), rest_.size());
    for (std::string_view quoted = take(end); !quoted.empty();) {
      std::size_t size = 0;
      const char32_t c = next_character(quoted, size);
      const bool is_sign = c < 0x80 && c != '_' && !is_letter_or_digit(c);
      write_character((is_sign ? "\\" : "") + std::string(quoted.substr(0, size)));
      quoted.remove_prefix(size);
    }
    take(2);
  }

  /// Whether no control character is among those of the class `\p…`.
  static bool is_without_controls(std::string_view property) {
    std::string_view name = property.substr(2);
    if (name.starts_with('{')) name = name.substr(1, name.size() - 2);
    return !name.starts_with('^') && name != "C"sv && name != "Cc"sv && name != "Any"sv && name != "Common"sv;
  }

  void write_property() {
    const std::string property(take(escape_size()));
    possible_ = possible_ && is_without_controls(property);
    if (property[1] == 'p') return write_character(property);
    write_character("[^\\p" + property.substr(2) + std::string(both) + "]");
  }

  void write_class() {
    std::string items;
    std::string others;  // what cannot stand in a class
    take(1);
    const bool negated = rest_.starts_with('^');
    if (negated) take(1);
    for (bool first = true; rest_[0] != ']' || first; first = false) {
      if (rest_.starts_with("[:"sv)) {
        const std::string_view name = take(rest_.find(":]"sv) + 2);
        possible_ = possible_ && name != "[:cntrl:]"sv && name != "[:ascii:]"sv && name[2] != '^';
        items += name;
      } else if (rest_[0] == '\\') {
        const std::string_view item = take(escape_size());
        const bool is_upper_escape = item[1] == 'D' || item[1] == 'W' || item[1] == 'S';
        const bool is_property = item[1] == 'p' || item[1] == 'P';
        const bool is_number = item[1] == 'x' || (item[1] >= '0' && item[1] <= '7');
        possible_ = possible_ && (!is_property || (item[1] == 'p' && is_without_controls(item)));
        possible_ = possible_ && !(is_number && rest_.starts_with('-'));
        if (is_upper_escape && !negated) {
          others += "|" + without_marks(item);
        } else {
          items += item;
        }
      } else {
        const std::size_t size = character_size();
        possible_ = possible_ && !(static_cast<unsigned char>(rest_[0]) < ' ' && rest_.substr(size).starts_with('-'));
        items += take(size);
      }
    }
    take(1);
    if (negated) return write_character("[^" + items + std::string(both) + "]");
    if (others.empty()) return write_character("[" + items + "]");
    write_character("(?:" + (items.empty() ? others.substr(1) : "[" + items + "]" + others) + ")");
  }

  void write_open() {
    Group inner{groups_.back().dot_takes_line_breaks, false};
    if (!rest_.starts_with("(?"sv)) {
      copy(1);
      groups_.push_back(inner);
      return;
    }
    if (rest_.starts_with("(?P<"sv) || rest_.starts_with("(?<"sv)) {
      copy(rest_.find('>') + 1);
      groups_.push_back(inner);
      return;
    }
    const std::size_t end = rest_.find_first_of(":)");
    const std::string_view flags = rest_.substr(0, end);
    const std::size_t dot = flags.find('s');
    if (dot != std::string_view::npos) inner.dot_takes_line_breaks = flags.find('-') > dot;
    if (rest_[end] == ')') {
      groups_.back().dot_takes_line_breaks = inner.dot_takes_line_breaks;
    } else {
      groups_.push_back(inner);
    }
    copy(end + 1);
  }

  void write_close() {
    const bool holds_boundary = groups_.back().holds_boundary;
    groups_.pop_back();
    groups_.back().holds_boundary = groups_.back().holds_boundary || holds_boundary;
    copy(1);
    possible_ = possible_ && !(holds_boundary && repetition_size() > 0);
  }

  /// Size of `{2}`, `{2,}` or `{2,5}` at the front, or 0: any other brace is one.
  [[nodiscard]] std::size_t repetition_size() const {
    if (!rest_.starts_with('{')) return 0;
    const auto behind_digits = [&](std::size_t at) {
      return std::min(rest_.find_first_not_of("0123456789", at), rest_.size());
    };
    std::size_t at = behind_digits(1);
    if (at == 1) return 0;
    if (at < rest_.size() && rest_[at] == ',') at = behind_digits(at + 1);
    return at < rest_.size() && rest_[at] == '}' ? at + 1 : 0;
  }

  void write_brace() {
    const std::size_t size = repetition_size();
    if (size > 0) return copy(size);
    take(1);
    write_character("\\{");
  }

  std::string_view rest_;
  MarkedExpression out_;
  std::vector<Group> groups_;  // the open ones
  bool possible_ = true;
  bool behind_boundary_ = false;  // nothing was taken since
  bool behind_end_ = false;
};

bool is_in_words(char32_t c) { return c == U'_' || is_letter_or_digit(c); }

}  // namespace

std::optional<MarkedExpression> mark_boundaries(std::string_view expression) {
  if (expression.find("\\b"sv) == std::string_view::npos && expression.find("\\B"sv) == std::string_view::npos)
    return std::nullopt;
  return Marking(expression).run();
}

MarkedText mark_boundaries(std::string_view text, std::size_t marks) {
  MarkedText marked;
  marked.text.reserve(text.size() * (marks + 1));
  const auto put = [&](std::string_view bytes, std::size_t origin) {
    marked.text += bytes;
    for (std::size_t i = 0; i < bytes.size(); ++i) marked.origin.push_back(static_cast<std::uint32_t>(origin + i));
  };
  const auto put_marks = [&](bool is_edge, std::size_t origin) {
    marked.text.append(marks, is_edge ? edge : inside);
    marked.origin.insert(marked.origin.end(), marks, static_cast<std::uint32_t>(origin));
  };
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_character(text, at);
    const bool goes_on = is_in_words(c) || (in_word && is_mark(c));
    put_marks(goes_on != in_word, begin);
    put(text.substr(begin, at - begin), begin);
    in_word = goes_on;
  }
  put_marks(in_word, text.size());
  marked.origin.push_back(static_cast<std::uint32_t>(text.size()));
  return marked;
}

bool needs_boundary_marks(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    if (c >= 0x80 && is_letter_or_digit(c)) return true;
  }
  return false;
}

}  // namespace etic
