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
/// Most words begin with three letters with which no pattern does. Of the others the first seven letters are looked for
/// in a table of marks, and so are as many of them as the stems have that begin with the same three. What holds a
/// character beyond ASCII so early always comes through, since folding may change it. (Seven, not eight: a mark behind
/// the eighth may change that one.)
class WordSieve {
 public:
  WordSieve() : WordSieve(std::vector<WordPattern>()) {}
  explicit WordSieve(const std::vector<WordPattern>& patterns);

  /// Writes the numbers of the words that come through to the front of `passed`, which grows where it must, and returns
  /// how many they are. `words` are offsets into `text`.
  std::size_t sift(std::string_view text, const std::vector<Span>& words, std::vector<std::uint32_t>& passed) const {
    return sift(text, words, passed, best_way());
  }

  /// One word after the other on any processor, or eight at a time where there is AVX-512: the same comes through.
  enum class Way : std::uint8_t { one_by_one, by_eights };
  static Way best_way();
  std::size_t sift(std::string_view text, const std::vector<Span>& words, std::vector<std::uint32_t>& passed,
                   Way way) const;

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

  /// So many marks there may be, as powers of two: known to the compiler, they cost less.
  static constexpr int few_marks = 16;
  static constexpr int many_marks = 20;

  static constexpr std::uint64_t spreading = 0x9E3779B97F4A7C15U;

  template <int bits>
  static std::size_t place(std::uint64_t letters) {
    return static_cast<std::size_t>(letters * spreading >> (64 - bits));
  }
  template <int bits>
  [[nodiscard]] bool is_marked(std::uint64_t letters) const {
    const std::size_t bit = place<bits>(letters);
    return (marks_[bit / 64] & std::uint64_t{1} << bit % 64) != 0;
  }
  void mark(std::uint64_t letters);

  /// Words that begin as some pattern does.
  struct Candidates {
    static constexpr std::size_t most = 64;
    static constexpr std::size_t room = most + 8;  // for what is written by eights
    std::array<std::uint64_t, room> letters;       // none of what always comes through
    std::array<std::uint64_t, room> stem_letters;
    std::array<std::uint32_t, room> numbers;
    std::size_t count = 0;
  };

  // Of words behind whose begins there are eight bytes of text: at most as many as there may be candidates.
  void choose_one_by_one(const char* text, const Span* words, std::size_t first, std::size_t count,
                         Candidates& candidates) const;
  void choose_by_eights(const char* text, const Span* words, std::size_t first, std::size_t count,
                        Candidates& candidates) const;
  template <int bits>
  std::size_t sift_one_by_one(const Candidates& candidates, std::uint32_t* passed) const;
  template <int bits>
  std::size_t sift_by_eights(const Candidates& candidates, std::uint32_t* passed) const;

  bool lets_all_through_ = false;  // some pattern begins with a wildcard
  // By a word's beginning: how many letters of it tell a stem; 0 where no pattern begins so.
  std::array<std::uint8_t, beginnings + 8> stem_letters_;
  bool has_many_ = false;
  std::vector<std::uint64_t> marks_;
};

}  // namespace etic
