#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "text/eight_bytes.hpp"
#include "text/sixteen_bytes.hpp"

namespace etic {

#ifdef __SSE2__
using MostBytes = SixteenBytes;
#else
using MostBytes = EightBytes;
#endif

/// Sixty-four bytes of a text, to be asked which of them are of some sort: a bit each, the first byte's lowest. What a
/// text is made of is then found by a few instructions for all of them. Behind the text's end come spaces.
class ByteBlock {
 public:
  static constexpr std::size_t width = 64;

  ByteBlock(std::string_view text, std::size_t begin) : bytes_(text.data() + begin) {
    if (text.size() - begin >= width) return;
    copy_.fill(' ');
    std::memcpy(copy_.data(), bytes_, text.size() - begin);
    bytes_ = copy_.data();
  }
  /// Of as many bytes.
  explicit ByteBlock(const char* bytes) : bytes_(bytes) {}
  ByteBlock(const ByteBlock&) = delete;
  ByteBlock& operator=(const ByteBlock&) = delete;

  struct Sorts {
    std::uint64_t letters;
    std::uint64_t digits;
    std::uint64_t full_stops_and_quotes;  // `.` and `'`, which may join letters, and digits
    std::uint64_t commas_and_semicolons;  // which may join digits
    std::uint64_t beyond;                 // `_` and what is neither ASCII nor a `Pairs`: tables know what they are
  };

  /// Letters of two bytes that are told by them without any table: most of Europe's, Latin (U+00C0 to U+027F without
  /// the signs of multiplication and division) and Cyrillic (U+0400 to U+047F). Begins with U+00C0 to U+00FF have a
  /// byte of their own, as it must be seen what follows: at the end of a block they are not told.
  struct Pairs {
    std::uint64_t begins;
    std::uint64_t begins_with_signs;  // 0xC3
    std::uint64_t signs;              // 0x97 and 0xB7, which behind such a byte are no letters

    /// Makes letters of them. `behind_begin`: whether such a begin stands before the block; becomes that of the next.
    void settle(Sorts& sorts, bool& behind_begin) const {
      constexpr std::uint64_t last = std::uint64_t{1} << 63;
      const std::uint64_t told = begins_with_signs & ~last & ~(signs >> 1);
      const std::uint64_t first_bytes = begins | told;
      const std::uint64_t all = first_bytes | first_bytes << 1 | static_cast<std::uint64_t>(behind_begin);
      sorts.letters |= all;
      sorts.beyond &= ~all;
      behind_begin = begins >> 63 != 0;
    }
  };
  static bool begins_pair(char byte) { return (byte >= '\xC4' && byte <= '\xC9') || byte == '\xD0' || byte == '\xD1'; }

  /// `behind_begin` as in `Pairs`.
  template <class Bytes = MostBytes>
  [[nodiscard]] Sorts sorts(bool& behind_begin) const {
    Sorts sorts{};
    Pairs pairs{};
    for (std::size_t i = 0; i < width; i += Bytes::width) {
      const Bytes bytes(bytes_ + i);
      sorts.letters |= bytes.is_letter().bits() << i;
      sorts.digits |= bytes.is_between('0', '9').bits() << i;
      sorts.full_stops_and_quotes |= (bytes.is('.') | bytes.is('\'')).bits() << i;
      sorts.commas_and_semicolons |= (bytes.is(',') | bytes.is(';')).bits() << i;
      sorts.beyond |= (bytes.is_beyond_ascii() | bytes.is('_')).bits() << i;
      pairs.begins |= (bytes.is_between_beyond('\xC4', '\xC9') | bytes.is_between_beyond('\xD0', '\xD1')).bits() << i;
      pairs.begins_with_signs |= bytes.is('\xC3').bits() << i;
      pairs.signs |= (bytes.is('\x97') | bytes.is('\xB7')).bits() << i;
    }
    pairs.settle(sorts, behind_begin);
    return sorts;
  }
  template <class Bytes = MostBytes>
  [[nodiscard]] Sorts sorts() const {
    bool behind_begin = false;
    return sorts<Bytes>(behind_begin);
  }

  /// What may part or end something in a text: stops, what leads to a label, control characters, and all that is not
  /// ASCII, where there are more of them.
  template <class Bytes = MostBytes>
  [[nodiscard]] std::uint64_t telling() const {
    std::uint64_t telling = 0;
    for (std::size_t i = 0; i < width; i += Bytes::width) {
      const Bytes bytes(bytes_ + i);
      telling |= (bytes.is('.') | bytes.is('!') | bytes.is('?') | bytes.is_between(':', ';') |
                  bytes.is_between('\0', '\x1F') | bytes.is('\x7F') | bytes.is_beyond_ascii())
                     .bits()
                 << i;
    }
    return telling;
  }

  /// Where one of some bytes stands.
  template <class Bytes = MostBytes, std::size_t number>
  [[nodiscard]] std::uint64_t find(const std::array<char, number>& wanted) const {
    std::uint64_t found = 0;
    for (std::size_t i = 0; i < width; i += Bytes::width) {
      const Bytes bytes(bytes_ + i);
      for (const char byte : wanted) found |= bytes.is(byte).bits() << i;
    }
    return found;
  }

  /// What may be a control character: those of ASCII, and the byte with which the others begin.
  template <class Bytes = MostBytes>
  [[nodiscard]] std::uint64_t controls() const {
    std::uint64_t controls = 0;
    for (std::size_t i = 0; i < width; i += Bytes::width) {
      const Bytes bytes(bytes_ + i);
      controls |= (bytes.is_between('\0', '\x1F') | bytes.is('\x7F') | bytes.is('\xC2')).bits() << i;
    }
    return controls;
  }

 private:
  const char* bytes_;
  std::array<char, width> copy_;  // of what is too short
};

}  // namespace etic
