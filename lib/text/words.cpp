#include "text/words.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

#include "text/byte_block.hpp"
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

/// Where words stand in 64 bytes of text. Runs of letters and digits, with what joins them, are words by the rules;
/// only what holds a character beyond ASCII (or `_`) has to be read by them, character by character.
class Runs {
 public:
  Runs(std::string_view text, std::size_t begin) {
    const ByteBlock::Sorts block = ByteBlock(text, begin).sorts();
    const std::uint64_t known = block.letters | block.digits;
    const std::uint64_t all = known | block.beyond;
    joints_ = block.full_stops_and_quotes | block.commas_and_semicolons;
    beyond_ = block.beyond;
    all_ = all | (block.full_stops_and_quotes & between(block.letters)) | (joints_ & between(block.digits));
    if (beyond_ != 0) all_ |= joints_ & between(all) & (beyond_ << 1 | beyond_ >> 1);
    rest_ = all_;
  }

  struct Run {
    std::size_t begin;
    std::size_t end;  // not known where the block ends before it
    bool is_plain;    // a word as it stands
  };

  [[nodiscard]] bool has_next() const { return rest_ != 0; }

  /// Takes the runs in front that are plain words and end inside the block, where all of it is ASCII; returns how many.
  std::size_t take_plain(std::uint32_t shift, std::array<Span, ByteBlock::width / 2>& words) {
    if (beyond_ != 0) return 0;
    std::uint64_t begins = all_ & ~(all_ << 1);
    std::uint64_t ends = ~all_ & all_ << 1 & ~std::uint64_t{0} >> 1;  // the last byte may be a joint
    std::size_t count = 0;
    for (; ends != 0; ends &= ends - 1, begins &= begins - 1)
      words[count++] = shifted(first(begins), first(ends), shift);
    rest_ = begins == 0 ? 0 : all_ & ~std::uint64_t{0} << first(begins);
    return count;
  }

  Run next() {
    const std::uint64_t begin = rest_ & (~rest_ + 1);
    const std::uint64_t sum = rest_ + begin;  // carries through the run to the bit behind it
    const std::uint64_t run = rest_ & ~sum;
    rest_ &= sum;
    return {first(begin), first(sum & ~all_), (run & beyond_) == 0};
  }

  /// Makes the next run the first one at or after `offset`; a joint that is left over there joins nothing.
  void go_on_at(std::size_t offset) {
    rest_ = offset < ByteBlock::width ? all_ & ~std::uint64_t{0} << offset : 0;
    rest_ &= ~(joints_ & (rest_ & (~rest_ + 1)));
  }

 private:
  static std::uint64_t between(std::uint64_t bits) { return bits << 1 & bits >> 1; }
  static std::size_t first(std::uint64_t bits) { return static_cast<std::size_t>(std::countr_zero(bits)); }

  std::uint64_t all_ = 0;
  std::uint64_t rest_ = 0;  // less those taken
  std::uint64_t joints_ = 0;
  std::uint64_t beyond_ = 0;
};

}  // namespace

void cut_words(std::string_view text, std::uint32_t shift, std::vector<Span>& words) {
  static const Alphabet alphabet("");
  std::array<Span, ByteBlock::width / 2> block_words;
  for (std::size_t at = 0; at < text.size();) {
    Runs runs(text, at);
    const std::size_t plain = runs.take_plain(shift + static_cast<std::uint32_t>(at), block_words);
    words.insert(words.end(), block_words.begin(), block_words.begin() + static_cast<std::ptrdiff_t>(plain));
    std::size_t next = at + ByteBlock::width;
    while (runs.has_next()) {
      const Runs::Run run = runs.next();
      const std::size_t begin = at + run.begin;
      const bool is_whole = run.end < ByteBlock::width - 1;  // else a joint may stand behind it
      if (run.is_plain && is_whole) {
        words.push_back(shifted(begin, at + run.end, shift));
        continue;
      }
      if (run.is_plain && run.begin > 0) {
        next = begin;  // at the start of a block it may be whole
        break;
      }
      const Cut cut = scan(text, begin, alphabet);
      if (cut.is_word) words.push_back(shifted(begin, cut.end, shift));
      runs.go_on_at(cut.next - at);
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
