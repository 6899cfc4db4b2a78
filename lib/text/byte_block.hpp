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
    std::uint64_t beyond;                 // `_` and all that is not ASCII: tables know what they are
  };

  template <class Bytes = MostBytes>
  [[nodiscard]] Sorts sorts() const {
    Sorts sorts{};
    for (std::size_t i = 0; i < width; i += Bytes::width) {
      const Bytes bytes(bytes_ + i);
      sorts.letters |= bytes.is_letter().bits() << i;
      sorts.digits |= bytes.is_between('0', '9').bits() << i;
      sorts.full_stops_and_quotes |= (bytes.is('.') | bytes.is('\'')).bits() << i;
      sorts.commas_and_semicolons |= (bytes.is(',') | bytes.is(';')).bits() << i;
      sorts.beyond |= (bytes.is_beyond_ascii() | bytes.is('_')).bits() << i;
    }
    return sorts;
  }

  /// What may part or end something in a text: stops, what leads to a label, and `controls`.
  template <class Bytes = MostBytes>
  [[nodiscard]] std::uint64_t telling() const {
    std::uint64_t telling = controls<Bytes>();
    for (std::size_t i = 0; i < width; i += Bytes::width) {
      const Bytes bytes(bytes_ + i);
      telling |= (bytes.is('.') | bytes.is('!') | bytes.is('?') | bytes.is_between(':', ';')).bits() << i;
    }
    return telling;
  }

  /// Control characters, and all that is not ASCII, where there are more of them.
  template <class Bytes = MostBytes>
  [[nodiscard]] std::uint64_t controls() const {
    std::uint64_t controls = 0;
    for (std::size_t i = 0; i < width; i += Bytes::width) {
      const Bytes bytes(bytes_ + i);
      controls |= (bytes.is_between('\0', '\x1F') | bytes.is('\x7F') | bytes.is_beyond_ascii()).bits() << i;
    }
    return controls;
  }

 private:
  const char* bytes_;
  std::array<char, width> copy_;  // of what is too short
};

}  // namespace etic
