#include "text/words.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>

#include "text/block_reader.hpp"
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
/// only what holds another character (or `_`) has to be read by them, character by character.
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

/// Takes words row by row, 64 bytes each, as long as all are letters or signs that blocks know: there words begin and
/// end where a run of letters, digits and what joins them does. A row that is not is read by the rules, from the begin
/// of the word that is open.
class WordCutter {
 public:
  WordCutter(std::string_view text, std::uint32_t shift, std::vector<Span>& words, const BlockReader& reader)
      : text_(text), shift_(shift), words_(words), reader_(reader) {}

  void run() {
    while (at_ < text_.size()) {
      const std::size_t rows = sort_rows();
      const bool is_last = at_ + rows * width >= text_.size();
      at_ += width * take_rows(is_last ? rows : rows - 1);
    }
    if (is_open_) words_.back().end = shift_ + static_cast<std::uint32_t>(text_.size());
  }

 private:
  static constexpr std::size_t width = ByteBlock::width;
  static constexpr std::size_t most_rows = 32;

  /// Sorts the bytes of the next rows and returns how many; behind the text's end come spaces. The last row is read to
  /// know what stands behind the one before it, unless it is the text's.
  std::size_t sort_rows() {
    const std::size_t whole = std::min((text_.size() - at_) / width, most_rows);
    reader_.sort(text_.data() + at_, whole, at_ > 0 && ByteBlock::begins_pair(text_[at_ - 1]), sorts_.data());
    sorts_[whole] = {};
    const std::size_t rest = text_.size() - at_ - whole * width;
    if (whole == most_rows || rest == 0) return whole;
    if (text_.size() >= width) {  // the last bytes that make a row; the front of them is known
      reader_.sort(text_.data() + text_.size() - width, 1, false, &sorts_[whole]);
      drop_front(sorts_[whole], width - rest);
    } else {
      std::array<char, width> row;
      row.fill(' ');
      std::memcpy(row.data(), text_.data(), rest);
      reader_.sort(row.data(), 1, false, &sorts_[whole]);
    }
    sorts_[whole + 1] = {};
    return whole + 1;
  }

  static void drop_front(ByteBlock::Sorts& sorts, std::size_t bytes) {
    for (std::uint64_t* bits :
         {&sorts.letters, &sorts.digits, &sorts.full_stops_and_quotes, &sorts.commas_and_semicolons, &sorts.beyond})
      *bits >>= bytes;
  }

  /// Takes the words of so many rows; returns the row in which to go on, which may be one behind them.
  std::size_t take_rows(std::size_t rows) {
    std::size_t row = 0;
    while (row < rows) {
      const std::size_t first = row;
      while (row < rows && find_edges(row)) ++row;
      take_words(first, row);
      if (row == rows) break;
      const std::size_t begin = is_open_ ? words_.back().begin - shift_ : std::max(done_, at_ + row * width);
      if (is_open_) words_.pop_back();
      is_open_ = false;
      done_ = cut_by_rules(begin);
      before_ = {};
      row = (done_ - at_) / width;
    }
    return row;
  }

  /// Where in the row words begin and end by turns; false where the row must be read by the rules.
  bool find_edges(std::size_t row) {
    const std::size_t begin = at_ + row * width;
    const std::uint64_t left = done_ > begin ? ~std::uint64_t{0} << (done_ - begin) : ~std::uint64_t{0};
    const ByteBlock::Sorts& here = sorts_[row];
    const ByteBlock::Sorts& behind = sorts_[row + 1];
    const std::uint64_t joints = here.full_stops_and_quotes | here.commas_and_semicolons;
    if (((here.beyond & left) | (joints >> 63 & behind.beyond)) != 0) return false;
    const std::uint64_t letters = here.letters & left;
    const std::uint64_t digits = here.digits & left;
    const std::uint64_t between_letters = (letters << 1 | before_.letters) & (letters >> 1 | behind.letters << 63);
    const std::uint64_t between_digits = (digits << 1 | before_.digits) & (digits >> 1 | behind.digits << 63);
    const std::uint64_t inside =
        letters | digits | (here.full_stops_and_quotes & between_letters) | (joints & between_digits);
    rows_[row] = inside ^ (inside << 1 | before_.inside);
    before_ = {letters >> 63, digits >> 63, inside >> 63};
    return true;
  }

  /// Edges are begins and ends by turns, as words are; the end of the last may not be known.
  void take_words(std::size_t first_row, std::size_t end_row) {
    const std::uint32_t base = shift_ + static_cast<std::uint32_t>(at_ + first_row * width);
    const std::size_t count = reader_.write_places(&rows_[first_row], end_row - first_row, base, edges_.data());
    if (count == 0) return;
    const std::size_t first = is_open_ ? 1 : 0;
    if (is_open_) words_.back().end = edges_[0];
    const auto* whole = reinterpret_cast<const Span*>(&edges_[first]);  // NOLINT: a span is two of them
    words_.insert(words_.end(), whole, whole + (count - first) / 2);
    is_open_ = (count - first) % 2 != 0;
    if (is_open_) words_.push_back({edges_[count - 1], edges_[count - 1]});
  }

  /// Takes the words from `begin`, where none is open, for a row's length or so; returns where to go on.
  std::size_t cut_by_rules(std::size_t begin) {
    static const Alphabet alphabet("");
    Runs runs(text_, begin);
    std::size_t next = begin + width;
    while (runs.has_next()) {
      const Runs::Run run = runs.next();
      const bool is_whole = run.end < width - 1;  // else a joint may stand behind it
      if (run.is_plain && is_whole) {
        words_.push_back(shifted(begin + run.begin, begin + run.end, shift_));
        continue;
      }
      if (run.is_plain && run.begin > 0) return begin + run.begin;  // at the start of a row it may be whole
      const Cut cut = scan(text_, begin + run.begin, alphabet);
      if (cut.is_word) words_.push_back(shifted(begin + run.begin, cut.end, shift_));
      runs.go_on_at(cut.next - begin);
      next = std::max(next, cut.next);
    }
    return next;
  }

  std::string_view text_;
  std::uint32_t shift_;
  std::vector<Span>& words_;
  const BlockReader& reader_;

  std::size_t at_ = 0;    // where the rows at hand begin
  std::size_t done_ = 0;  // how far the rules have read
  struct {
    std::uint64_t letters = 0;
    std::uint64_t digits = 0;
    std::uint64_t inside = 0;
  } before_;  // whether the byte before the row is one
  std::array<ByteBlock::Sorts, most_rows + 2> sorts_;
  std::array<std::uint64_t, most_rows> rows_;  // the edges in each, as bits
  std::array<std::uint32_t, most_rows * width + BlockReader::room_to_spare> edges_;
  bool is_open_ = false;  // the last word's end is not known
};

}  // namespace

void cut_words(std::string_view text, std::uint32_t shift, std::vector<Span>& words) {
  cut_words(text, shift, words, BlockReader::best());
}

void cut_words(std::string_view text, std::uint32_t shift, std::vector<Span>& words, const BlockReader& reader) {
  WordCutter(text, shift, words, reader).run();
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
