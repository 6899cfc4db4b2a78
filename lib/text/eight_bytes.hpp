#pragma once

#include <cstdint>

namespace etic::eight_bytes {

/// Tests of eight bytes at once. The top bit of each byte is the answer, and right for ASCII; the rest is rubbish.

constexpr std::uint64_t all(unsigned byte) { return byte * 0x0101010101010101U; }

constexpr std::uint64_t is_between(std::uint64_t bytes, unsigned low, unsigned high) {
  const std::uint64_t ascii = bytes & all(0x7F);
  return (ascii + all(0x80 - low)) & ~(ascii + all(0x7F - high));
}

constexpr std::uint64_t is(std::uint64_t bytes, unsigned byte) { return all(0x80) - ((bytes & all(0x7F)) ^ all(byte)); }

constexpr std::uint64_t is_letter_or_digit(std::uint64_t bytes) {
  return is_between(bytes | all(0x20), 'a', 'z') | is_between(bytes, '0', '9');
}

/// Whether all are ASCII and neither control characters nor DEL.
constexpr bool are_printable(std::uint64_t bytes) {
  return (is_between(bytes, 0x20, 0x7E) & ~bytes & all(0x80)) == all(0x80);
}

/// The top bits, side by side.
constexpr std::uint64_t packed(std::uint64_t answers) { return (answers >> 7 & all(1)) * 0x0102040810204080U >> 56; }

/// The first byte lowest, on every machine.
inline std::uint64_t load(const char* bytes) {
  const auto at = [&](int i) { return std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i); };
  return at(0) | at(1) | at(2) | at(3) | at(4) | at(5) | at(6) | at(7);
}

}  // namespace etic::eight_bytes
