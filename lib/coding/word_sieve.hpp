#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "codebook/pattern.hpp"
#include "text/eight_bytes.hpp"
#include "text/words.hpp"

namespace etic {

/// Tells of the words of a text which may fit one of some patterns, by a glance at their first letters: most words of
/// most texts fit none, and need not be looked up. Lets through every word that fits, and few others.
///
/// A word's first seven letters are looked for in a table of marks, and so are as many of them as the stems have that
/// begin with the same three. What holds a character beyond ASCII so early always comes through, since folding may
/// change it. (Seven, not eight: a mark behind the eighth may change that one.)
class WordSieve {
 public:
  WordSieve() : WordSieve(std::vector<WordPattern>()) {}
  explicit WordSieve(const std::vector<WordPattern>& patterns);

  /// Writes the numbers of the words that come through to the front of `passed`, which grows where it must, and returns
  /// how many they are. `words` are offsets into `text`.
  std::size_t sift(std::string_view text, const std::vector<Span>& words, std::vector<std::uint32_t>& passed) const;

 private:
  static constexpr std::size_t most_letters = 7;

  /// By size: the first so many bytes.
  static constexpr std::array<std::uint64_t, 9> masks = {
      0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF};

  /// A number for the first three letters: the bits by which letters differ, capitals apart, of the third but three.
  static constexpr std::size_t beginnings = 8192;
  static std::size_t beginning(std::uint64_t letters) {
    return (letters & 31U) | (letters >> 3 & 31U << 5) | (letters >> 6 & 7U << 10);
  }

  [[nodiscard]] std::size_t place(std::uint64_t letters) const {
    return static_cast<std::size_t>(letters * 0x9E3779B97F4A7C15U >> shift_);
  }
  void mark(std::uint64_t letters);
  [[nodiscard]] std::uint64_t is_marked(std::uint64_t letters) const {
    const std::size_t bit = place(letters);
    return marks_[bit / 64] >> bit % 64 & 1U;
  }
  [[nodiscard]] bool lets_through(std::uint64_t head, std::uint32_t size) const {
    const std::uint64_t letters = (head | EightBytes::all(0x20)) & masks[size < most_letters ? size : most_letters];
    const std::uint64_t beyond_ascii = head & masks[size < 8 ? size : 8] & EightBytes::all(0x80);
    const std::uint64_t stem = letters & masks[stem_letters_[beginning(letters)]];
    return (is_marked(letters) | is_marked(stem) | beyond_ascii) != 0;
  }

  bool lets_all_through_ = false;                      // some pattern begins with a wildcard
  std::array<std::uint8_t, beginnings> stem_letters_;  // by a word's beginning: how many of its letters tell a stem
  std::vector<std::uint64_t> marks_;
  int shift_ = 64;  // leaves of a product the bits that number a mark
};

}  // namespace etic
