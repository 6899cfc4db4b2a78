#include "table/line_fitting.hpp"

#include "text/unicode.hpp"

namespace etic {

namespace {

constexpr std::string_view ellipsis = "…";
constexpr char32_t replacement = 0xFFFD;
constexpr char32_t zero_width_joiner = 0x200D;

bool is_one_of(std::u32string_view characters, char32_t c) { return characters.find(c) != std::u32string_view::npos; }

/// White space but for no-break spaces.
bool is_breaking_space(char32_t c) { return is_white_space(c) && !is_one_of(U"\u00A0\u2007\u202F", c); }

/// Controls, and the two characters that XML has no place for.
bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF; }

bool begins_no_line(char32_t c) { return is_closing(c) || is_one_of(U"、。，．！？；：…％ー", c); }

bool ends_no_line(char32_t c) { return is_one_of(U"（［｛「『【《〈〔“‘", c); }

struct Character {
  char32_t code = 0;
  std::size_t width = 0;
};

Character next_with_width(std::string_view text, std::size_t& offset) {
  const std::size_t start = offset;
  const char32_t code = next_character(text, offset);
  return {code, display_width(text.substr(start, offset - start))};
}

bool may_part(const Character& before, const Character& after) {
  return (before.width == 2 || after.width == 2) && after.width > 0 && before.code != zero_width_joiner &&
         !ends_no_line(before.code) && !begins_no_line(after.code);
}

/// A stretch that is kept on one line if it can be.
struct Piece {
  std::string_view text;
  bool after_space = false;
};

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t start = 0;
  bool after_space = false;
  Character before{' ', 1};
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t here = offset;
    const Character character = next_with_width(text, offset);
    const bool space = character.code == ' ';
    if (here > start && (space || may_part(before, character))) {
      pieces.push_back({text.substr(start, here - start), after_space});
      start = here;
      after_space = false;
    }
    if (space) {
      start = offset;
      after_space = true;
    }
    before = character;
  }
  if (start < text.size()) pieces.push_back({text.substr(start), after_space});
  return pieces;
}

/// Bytes of the longest beginning that fits, whole characters with their marks.
std::size_t fitting_bytes(std::string_view text, std::size_t width) {
  std::size_t used = 0;
  std::size_t offset = 0;
  while (offset < text.size()) {
    std::size_t behind = offset;
    used += next_with_width(text, behind).width;
    if (used > width) break;
    offset = behind;
  }
  return offset;
}

/// As above, but at least one character, so that whoever cuts a text into lines moves on.
std::size_t line_bytes(std::string_view text, std::size_t width) {
  const std::size_t fitting = fitting_bytes(text, width);
  if (fitting > 0) return fitting;
  std::size_t offset = 0;
  return fitting_bytes(text, next_with_width(text, offset).width);
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  bool space = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t character = next_character(text, offset);
    if (is_breaking_space(character)) {
      space = true;
      continue;
    }
    if (space && !line.empty()) line += ' ';
    space = false;
    append_utf8(line, is_control(character) ? replacement : character);
  }
  return line;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  if (width == 0) return {std::string(text)};
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  for (auto [piece, after_space] : pieces_of(text)) {
    const std::size_t space = after_space && used > 0 ? 1 : 0;
    std::size_t piece_width = display_width(piece);
    if (used > 0 && used + space + piece_width > width) {
      lines.emplace_back();
      used = 0;
    } else if (space > 0) {
      lines.back() += ' ';
      ++used;
    }
    while (piece_width > width) {
      const std::size_t bytes = line_bytes(piece, width);
      if (bytes == piece.size()) break;
      lines.back() += piece.substr(0, bytes);
      lines.emplace_back();
      piece.remove_prefix(bytes);
      piece_width = display_width(piece);
    }
    lines.back() += piece;
    used += piece_width;
  }
  return lines;
}

void write_wrapped(std::ostream& out, std::string_view text, std::size_t width, std::size_t indent) {
  constexpr std::size_t narrowest = 24;
  const std::size_t room = width == 0 ? 0 : std::max(narrowest, width) - indent;
  for (const std::string& line : wrapped(one_line(text), room)) out << std::string(indent, ' ') << line << '\n';
}

std::string cut_short(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  std::string_view kept = text.substr(0, fitting_bytes(text, width > 0 ? width - 1 : 0));
  while (!kept.empty() && kept.back() == ' ') kept.remove_suffix(1);
  return std::string(kept) + std::string(ellipsis);
}

}  // namespace etic
