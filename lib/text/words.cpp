#include "text/words.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>

#include "text/eight_bytes.hpp"
#include "text/unicode.hpp"

namespace etic {
namespace {

/// The classes of ASCII, in a text or in a pattern; of the rest they are the same in both.
class Alphabet {
 public:
  explicit Alphabet(std::string_view more_letters) {
    for (std::size_t byte = 0; byte < ascii_.size(); ++byte) ascii_[byte] = word_class(static_cast<char32_t>(byte));
    for (const char letter : more_letters) ascii_[static_cast<unsigned char>(letter)] = WordClass::letter;
  }

  [[nodiscard]] WordClass operator[](char32_t character) const {
    return character < ascii_.size() ? ascii_[character] : word_class(character);
  }

 private:
  std::array<WordClass, 128> ascii_{};
};

bool is_letter(WordClass c) { return c == WordClass::letter || c == WordClass::hebrew_letter; }

bool makes_a_word(WordClass c) {
  return is_letter(c) || c == WordClass::numeric || c == WordClass::character || c == WordClass::pictograph;
}

/// Classes that join each other in any order (WB5, WB8 to WB10, WB13a, WB13b).
bool is_joining(WordClass c) { return is_letter(c) || c == WordClass::numeric || c == WordClass::extend_num_let; }

bool is_pictograph(WordClass c) { return c == WordClass::pictograph || c == WordClass::text_pictograph; }

/// Marks belong to the character before them and are otherwise as if they were not there (WB4).
bool is_attached(WordClass c) { return c == WordClass::extend || c == WordClass::zwj || c == WordClass::format; }

bool starts_a_word(WordClass c) {
  return is_joining(c) || is_pictograph(c) || c == WordClass::character || c == WordClass::regional_indicator;
}

/// Whether `mid` may stand between `left` and a character like it.
bool may_bridge(WordClass left, WordClass mid) {
  const bool either = mid == WordClass::mid_num_let || mid == WordClass::single_quote;
  if (is_letter(left) && (either || mid == WordClass::mid_letter)) return true;
  if (left == WordClass::numeric && (either || mid == WordClass::mid_num)) return true;
  return left == WordClass::hebrew_letter && mid == WordClass::double_quote;
}

/// Whether it does, with `right` behind it (WB6, WB7, WB7b, WB7c, WB11, WB12).
bool bridges(WordClass left, WordClass mid, WordClass right) {
  if (mid == WordClass::double_quote) return right == WordClass::hebrew_letter;
  return is_letter(left) ? is_letter(right) : right == WordClass::numeric;
}

struct Cut {
  std::size_t end;   // of the word that begins where the scan began
  std::size_t next;  // where to go on; nothing between begins a word
  bool is_word;
};

/// Cuts what begins at `begin` by the rules of UAX #29, in one pass: a character between two letters is taken on
/// probation, and where the second letter does not come, the word ended before it.
Cut scan(std::string_view text, std::size_t begin, const Alphabet& alphabet) {
  constexpr char32_t picture_selector = 0xFE0F;
  constexpr WordClass none = WordClass::other;

  std::size_t next = begin;
  WordClass last = alphabet[next_character(text, next)];
  if (!starts_a_word(last)) return {next, next, false};

  Cut cut{next, next, makes_a_word(last)};
  WordClass bridge = none;
  bool bridge_stays = false;  // even where no letter follows
  bool joiner_before = false;
  for (; next < text.size(); cut.next = next) {
    const char32_t character = next_character(text, next);
    const WordClass c = alphabet[character];
    if (is_attached(c)) {
      joiner_before = c == WordClass::zwj;
      if (last == WordClass::text_pictograph && character == picture_selector) cut.is_word = true;
      if (bridge != none && !bridge_stays) continue;
    } else if (bridge != none) {
      if (!bridges(last, bridge, c)) return cut;
      bridge = none;
      last = c;
    } else if (is_joining(last) && is_joining(c)) {
      last = c;
      cut.is_word = cut.is_word || makes_a_word(c);
    } else if (joiner_before && is_pictograph(c) && last != WordClass::character) {  // WB3c
      last = c;
      cut.is_word = cut.is_word || makes_a_word(c);
    } else if (last == WordClass::regional_indicator && c == WordClass::regional_indicator) {  // WB15, WB16: a flag
      last = WordClass::pictograph;
      cut.is_word = true;
    } else if (may_bridge(last, c)) {
      bridge = c;
      bridge_stays = last == WordClass::hebrew_letter && c == WordClass::single_quote;  // WB7a
      if (!bridge_stays) continue;
    } else {
      return cut;
    }
    if (!is_attached(c)) joiner_before = false;
    cut.end = next;
  }
  return cut;
}

Span shifted(std::size_t begin, std::size_t end, std::uint32_t shift) {
  return {shift + static_cast<std::uint32_t>(begin), shift + static_cast<std::uint32_t>(end)};
}

/// What may stand inside a word. (A double quote too, but only between Hebrew letters.)
constexpr std::uint64_t is_middle(std::uint64_t bytes) {
  using eight_bytes::is;
  return is(bytes, '\'') | is(bytes, '.') | is(bytes, ',') | is(bytes, ';');
}

/// 64 bytes of text, for the quick scan: most text is words of ASCII with a space behind, or a comma or full stop and
/// a space. Bytes are bits here, so that a word takes a few instructions and no guess where it ends. Behind the
/// text's end come spaces.
class Block {
 public:
  static constexpr std::size_t width = 64;

  Block(std::string_view text, std::size_t begin) {
    std::array<char, width> padded;
    const char* bytes = text.data() + begin;
    if (text.size() - begin < width) {
      padded.fill(' ');
      std::memcpy(padded.data(), bytes, text.size() - begin);
      bytes = padded.data();
    }
    std::uint64_t doubts = 0;
    for (std::size_t i = 0; i < width; i += 8) {
      const std::uint64_t loaded = eight_bytes::load(bytes + i);
      const std::uint64_t rule_bound = loaded | eight_bytes::is(loaded, '_');  // and all that is not ASCII
      all_runs_ |= eight_bytes::packed(eight_bytes::is_letter_or_digit(loaded) | rule_bound) << i;
      doubts |= eight_bytes::packed(is_middle(loaded) | rule_bound) << i;
    }
    // What stands between is in doubt only where a word may go on behind it.
    doubts_ = doubts & (all_runs_ | (all_runs_ | doubts) >> 1);
    runs_ = all_runs_;
  }

  struct Run {
    std::size_t begin;
    std::size_t end;  // `width` where the run may go on behind the block
    bool is_word;     // else the rules tell
  };

  [[nodiscard]] bool has_run() const { return runs_ != 0; }

  Run take_run() {
    const std::uint64_t sum = runs_ + (runs_ & (~runs_ + 1));  // carries through the lowest run to the bit behind it
    const std::uint64_t rest = runs_ & sum;
    const std::uint64_t run = runs_ ^ rest;
    const std::uint64_t behind = sum ^ rest;
    const Run taken{first(run), first(behind), ((run | behind) & doubts_) == 0};
    runs_ = rest;
    return taken;
  }

  /// Makes the next run the first at or after `offset`.
  void go_on_at(std::size_t offset) { runs_ = offset < width ? all_runs_ & ~std::uint64_t{0} << offset : 0; }

 private:
  static std::size_t first(std::uint64_t bits) { return static_cast<std::size_t>(std::countr_zero(bits)); }

  std::uint64_t all_runs_ = 0;
  std::uint64_t runs_ = 0;    // less those taken
  std::uint64_t doubts_ = 0;  // of the last byte too little is known
};

}  // namespace

void cut_words(std::string_view text, std::uint32_t shift, std::vector<Span>& words) {
  static const Alphabet alphabet("");
  for (std::size_t at = 0; at < text.size();) {
    Block block(text, at);
    std::size_t next = at + Block::width;
    while (block.has_run()) {
      const Block::Run run = block.take_run();
      const std::size_t begin = at + run.begin;
      const bool is_whole = run.end < Block::width - 1;
      if (run.is_word && is_whole) {
        words.push_back(shifted(begin, at + run.end, shift));
        continue;
      }
      if (run.is_word && run.begin > 0) {
        next = begin;  // at the start of a block it may be whole
        break;
      }
      const Cut cut = scan(text, begin, alphabet);
      if (cut.is_word) words.push_back(shifted(begin, cut.end, shift));
      block.go_on_at(cut.next - at);
      next = std::max(next, cut.next);
    }
    at = next;
  }
}

void cut_pattern_words(std::string_view pattern, std::vector<Span>& words) {
  static const Alphabet alphabet("*?");
  for (std::size_t at = 0; at < pattern.size();) {
    const Cut cut = scan(pattern, at, alphabet);
    if (cut.is_word) words.push_back(shifted(at, cut.end, 0));
    at = cut.next;
  }
}

}  // namespace etic
