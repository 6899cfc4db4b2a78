#include "text/sentences.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <string>

#include "text/byte_block.hpp"
#include "text/unicode.hpp"

namespace etic {
namespace {

using std::string_view_literals::operator""sv;

/// An abbreviation, folded, without the last stop; none is longer than a number holds.
using Abbreviation = std::uint64_t;
constexpr std::size_t longest_abbreviation = sizeof(Abbreviation);

constexpr Abbreviation abbreviation(std::string_view word) {
  Abbreviation bytes = 0;
  for (const char c : word) bytes = bytes << 8 | static_cast<unsigned char>(c);
  return bytes;
}

template <std::size_t size>
constexpr std::array<Abbreviation, size> in_order(const std::array<std::string_view, size>& words) {
  std::array<Abbreviation, size> list{};
  std::transform(words.begin(), words.end(), list.begin(), abbreviation);
  std::sort(list.begin(), list.end());
  return list;
}

constexpr std::array never_last = in_order(
    std::array{"approx"sv, "bzw"sv,  "ca"sv,  "capt"sv, "cf"sv,   "d.h"sv,  "dr"sv,     "e.g"sv, "eg"sv,  "gen"sv,
               "gov"sv,    "gs"sv,   "hon"sv, "i.e"sv,  "ie"sv,   "lt"sv,   "messrs"sv, "mr"sv,  "mrs"sv, "ms"sv,
               "mt"sv,     "p.ex"sv, "pgs"sv, "ph.d"sv, "prof"sv, "resp"sv, "rev"sv,    "sen"sv, "sgt"sv, "sr"sv,
               "sra"sv,    "st"sv,   "ths"sv, "tp"sv,   "ts"sv,   "viz"sv,  "vs"sv,     "z.b"sv});

constexpr std::array before_number =
    in_order(std::array{"apr"sv,  "art"sv, "aug"sv, "ch"sv,  "chap"sv, "dec"sv, "eq"sv,  "feb"sv, "fig"sv,
                        "figs"sv, "jan"sv, "jul"sv, "jun"sv, "mar"sv,  "no"sv,  "nos"sv, "nov"sv, "nr"sv,
                        "oct"sv,  "pp"sv,  "sec"sv, "sep"sv, "sept"sv, "tab"sv, "vol"sv});

constexpr std::array before_small_letter =
    in_order(std::array{"al"sv, "bros"sv, "co"sv, "corp"sv, "dept"sv, "est"sv, "etc"sv, "inc"sv, "jr"sv, "llc"sv,
                        "ltd"sv, "max"sv, "min"sv, "plc"sv});

template <std::size_t size>
constexpr bool is_in(const std::array<Abbreviation, size>& list, Abbreviation word) {
  return std::binary_search(list.begin(), list.end(), word);
}

bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_ascii_letter(char32_t c) { return (c | 0x20U) >= U'a' && (c | 0x20U) <= U'z'; }

/// Letters and marks of any script: most characters, which neither part nor end anything.
bool is_letter(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c);
  const WordClass kind = word_class(c);
  return kind == WordClass::letter || kind == WordClass::character || kind == WordClass::extend;
}

bool is_space(char32_t c) { return c < 0x80 ? c == U' ' || (c >= U'\t' && c <= U'\r') : is_white_space(c); }

bool is_full_stop(char32_t c) { return c == U'.' || c == U'\u2024' || c == U'﹒' || c == U'．'; }

bool is_ellipsis(char32_t c) { return c == U'…' || c == U'⋯'; }

bool is_terminal(char32_t c) { return c < 0x80 ? c == U'!' || c == U'?' : ends_sentence(c); }

/// Quotes that open in one language and close in another, or do both.
bool is_two_faced_quote(char32_t c) {
  return c == U'"' || c == U'\'' || c == U'“' || c == U'‘' || c == U'«' || c == U'‹';
}

/// Behind these, a label in brackets begins a sentence.
bool leads_to_label(char32_t c) { return is_full_stop(c) || c == U';' || c == U':' || c == U'；' || c == U'：'; }

/// What an abbreviation is made of, and what keeps a word from looking like one: `don't.`, `R&D.`, `Plan-B.`
bool is_part_of_token(char32_t c) {
  if (is_letter(c) || is_ascii_digit(c)) return true;
  if (c < 0x80) return c == U'.' || c == U'\'' || c == U'-' || c == U'&' || c == U'/' || c == U'_';
  return c == U'’' || is_letter_or_digit(c);
}

/// Where the next byte stands that may part or end something; asked from front to back.
class TellingBytes {
 public:
  explicit TellingBytes(std::string_view text) : text_(text) {}

  [[nodiscard]] std::size_t next(std::size_t at) {
    while (at < text_.size()) {
      if (at >= end_) read(at);
      const std::uint64_t bits = bits_ & ~std::uint64_t{0} << (at - (end_ - ByteBlock::width));
      if (bits != 0) return end_ - ByteBlock::width + static_cast<std::size_t>(std::countr_zero(bits));
      at = end_;
    }
    return text_.size();
  }

 private:
  void read(std::size_t begin) {
    bits_ = ByteBlock(text_, begin).telling();
    end_ = begin + ByteBlock::width;
  }

  std::string_view text_;
  std::uint64_t bits_ = 0;
  std::size_t end_ = 0;  // of the block
};

/// The character at `at`; behind the end, a NUL.
char32_t peek(std::string_view text, std::size_t at) { return at < text.size() ? next_character(text, at) : U'\0'; }

/// Offset behind the character at `at`.
std::size_t behind(std::string_view text, std::size_t at) {
  static_cast<void>(next_character(text, at));
  return at;
}

/// A letter that stands for a word. Small letters beyond a to z may be words themselves, `I` nearly always is.
bool is_initial(std::string_view token) {
  std::size_t at = 0;
  const char32_t letter = next_character(token, at);
  if (at == token.size() && is_ascii_letter(letter)) return letter != U'I';
  while (at < token.size() && is_mark(peek(token, at))) at = behind(token, at);
  return at == token.size() && is_upper(letter);
}

/// `U.S`, `p.m`, `J.R.R`: two letters or more with stops between.
bool is_dotted_letters(std::string_view token) {
  for (std::size_t at = 0; at < token.size(); ++at) {
    if (word_class(next_character(token, at)) != WordClass::letter) return false;
    if (at == token.size()) return true;
    if (token[at] != '.') return false;
  }
  return false;
}

/// What is too long for one is 0, which is in no list.
Abbreviation folded_abbreviation(std::string_view token) {
  const bool is_ascii =
      std::all_of(token.begin(), token.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!is_ascii) {
    const std::string folded = fold(token);
    return folded.size() <= longest_abbreviation ? abbreviation(folded) : 0;
  }
  Abbreviation bytes = 0;
  for (const char c : token) {
    const bool is_capital = c >= 'A' && c <= 'Z';
    bytes = bytes << 8 | static_cast<unsigned char>(is_capital ? c - 'A' + 'a' : c);
  }
  return bytes;
}

/// Whether the stop behind `token` belongs to it; `next` is the visible character that follows.
bool is_abbreviation(std::string_view token, char32_t next) {
  token.remove_prefix(std::min(token.find_first_not_of('\''), token.size()));  // an opening quote
  if (token.empty() || token.size() > longest_abbreviation) return false;
  if (is_initial(token)) return true;
  const Abbreviation word = folded_abbreviation(token);
  if (is_in(never_last, word)) return true;
  if (is_ascii_digit(next)) return is_in(before_number, word);
  return is_lower(next) && (is_in(before_small_letter, word) || is_dotted_letters(token));
}

/// Size of a label's name at the start of `text`: up to three digits, a small Roman number or one letter; 0 for none.
std::size_t label_name_size(std::string_view text) {
  const auto run_of = [&](std::string_view characters) {
    return std::min(text.substr(0, 6).find_first_not_of(characters), text.size());
  };
  if (const std::size_t digits = run_of("0123456789"); digits > 0) return digits <= 3 ? digits : 0;
  if (const std::size_t roman = run_of("ivxIVX"); roman > 1) return roman <= 5 ? roman : 0;
  std::size_t size = 0;
  return !text.empty() && is_letter_or_digit(next_character(text, size)) ? size : 0;
}

/// Size of the label at the start of `text`: `(1)`, `(a)`, `(iv)`, and where bare ones count, `1.`, `2)`, `b)`; 0 for
/// none.
std::size_t label_size(std::string_view text, bool bare_counts) {
  std::size_t at = 0;
  const char32_t first = next_character(text, at);
  const bool bare = first != U'(' && first != U'（';
  if (bare && !bare_counts) return 0;
  if (bare) at = 0;
  const std::size_t name_size = label_name_size(text.substr(at));
  at += name_size;
  if (name_size == 0 || at == text.size()) return 0;
  const bool ascii_name = static_cast<unsigned char>(text[at - 1]) < 0x80;
  const char32_t last = next_character(text, at);
  if (last == U')' || last == U'）') return at;
  return bare && ascii_name && last == U'.' && is_space(peek(text, at)) ? at : 0;
}

/// The stops at one place, with the closing quotes and brackets between and behind them.
struct Stops {
  std::size_t end = 0;
  bool terminal = false;  // a sentence ends here whatever follows
  std::size_t full = 0;   // full stops; an ellipsis counts as several
};

/// Where a run of quotes that may open or close ends, or `at` where they open: directly before a letter or digit.
std::size_t behind_closing_quotes(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (is_two_faced_quote(peek(text, end))) end = behind(text, end);
  return end < text.size() && is_letter_or_digit(peek(text, end)) ? at : end;
}

Stops read_stops(std::string_view text, std::size_t begin) {
  Stops stops{begin};
  while (stops.end < text.size()) {
    std::size_t next = stops.end;
    const char32_t c = next_character(text, next);
    if (is_terminal(c)) {
      stops.terminal = true;
    } else if (c == U'．' && word_class(peek(text, next)) != WordClass::numeric) {
      stops.terminal = true;  // East Asian text has no space behind it
    } else if (is_full_stop(c)) {
      ++stops.full;
    } else if (is_ellipsis(c)) {
      stops.full += 3;
    } else if (is_two_faced_quote(c)) {
      next = behind_closing_quotes(text, stops.end);
      if (next == stops.end) return stops;
    } else if (c < 0x80 ? c != U')' && c != U']' && c != U'}' : !is_closing(c)) {
      return stops;
    }
    stops.end = next;
  }
  return stops;
}

class SentenceCutter {
 public:
  SentenceCutter(std::string_view text, std::uint32_t shift, std::vector<Span>& sentences)
      : text_(text), shift_(shift), sentences_(sentences), telling_bytes_(text) {}

  void run() {
    while (at_ < text_.size()) {
      if (pass_plain()) continue;
      std::size_t next = at_;
      const char32_t c = next_character(text_, next);
      if (!is_letter(c) && is_space(c)) {
        pass_space(c, next);
      } else {
        pass_visible(c, next);
      }
    }
    close();
  }

 private:
  static constexpr std::size_t none = std::string_view::npos;

  /// Passes what neither ends a sentence nor leads to a label nor breaks a line, all at once: most of a text.
  bool pass_plain() {
    if (begin_ == none || line_breaks_ > 0 || leads_to_label(last_)) return false;
    const std::size_t end = telling_bytes_.next(at_);
    if (end == at_) return false;
    std::size_t visible = end;
    while (visible > at_ && text_[visible - 1] == ' ') --visible;
    if (visible > at_) {
      last_ = static_cast<unsigned char>(text_[visible - 1]);
      end_ = visible;
    }
    std::size_t token = end;
    while (token > at_ && is_part_of_token(static_cast<unsigned char>(text_[token - 1]))) --token;
    if (token > at_) token_ = token;
    at_ = end;
    return true;
  }

  void pass_space(char32_t c, std::size_t next) {
    if (c == U'\n' && ++line_breaks_ == 2) close();
    at_ = token_ = next;
  }

  void pass_visible(char32_t c, std::size_t next) {
    const bool opens_line = line_breaks_ > 0 || begin_ == none;
    line_breaks_ = 0;
    if (opens_line || leads_to_label(last_)) {
      if (const std::size_t size = label_size(text_.substr(at_), opens_line); size > 0) {
        close();
        extend(U')', at_ + size);
        token_ = at_;
        return;
      }
    }
    if (is_letter(c)) {
      while (next < text_.size() && is_letter(peek(text_, next))) next = behind(text_, next);
      extend(c, next);
    } else if (is_full_stop(c) || is_ellipsis(c) || is_terminal(c)) {
      pass_stops(c);
    } else {
      extend(c, next);
      if (!is_part_of_token(c)) token_ = next;
    }
  }

  void pass_stops(char32_t first) {
    const Stops stops = read_stops(text_, at_);
    const std::string_view token = text_.substr(token_, at_ - token_);
    const bool inside_token = stops.end == at_ + 1 && first == U'.';
    extend(first, stops.end);
    if (!inside_token) token_ = at_;
    if (stops.terminal || (ends_word() && !(stops.full == 1 && is_abbreviation(token, next_visible())))) close();
  }

  /// Takes everything up to `end` into the open sentence, or begins one.
  void extend(char32_t last, std::size_t end) {
    if (begin_ == none) begin_ = at_;
    last_ = last;
    at_ = end_ = end;
  }

  void close() {
    if (begin_ == none) return;
    sentences_.push_back({shift_ + static_cast<std::uint32_t>(begin_), shift_ + static_cast<std::uint32_t>(end_)});
    begin_ = none;
  }

  [[nodiscard]] bool ends_word() const { return at_ == text_.size() || is_space(peek(text_, at_)); }

  [[nodiscard]] char32_t next_visible() const {
    std::size_t at = at_;
    while (at < text_.size() && is_space(peek(text_, at))) at = behind(text_, at);
    return peek(text_, at);
  }

  std::string_view text_;
  std::uint32_t shift_;
  std::vector<Span>& sentences_;
  TellingBytes telling_bytes_;

  std::size_t at_ = 0;
  std::size_t begin_ = none;  // of the open sentence
  std::size_t end_ = 0;       // behind its last visible character
  std::size_t token_ = 0;     // where the word began in which `at_` is
  char32_t last_ = U'\0';     // visible character
  int line_breaks_ = 0;       // since then
};

}  // namespace

void cut_sentences(std::string_view text, std::uint32_t shift, std::vector<Span>& sentences) {
  SentenceCutter(text, shift, sentences).run();
}

}  // namespace etic
