#pragma once

#include <cstddef>
#include <cstdint>

namespace etic {

/// Eight bytes of text at once, on any processor. What is asked of them is answered by the top bit of each byte; the
/// other bits of an answer are rubbish.
class EightBytes {
 public:
  static constexpr std::size_t width = 8;

  explicit EightBytes(const char* bytes) : bytes_(load(bytes)) {}

  [[nodiscard]] EightBytes is(char byte) const {
    const std::uint64_t different = bytes_ ^ all(static_cast<unsigned char>(byte));
    return EightBytes(~(((different & all(0x7F)) + all(0x7F)) | different));
  }
  [[nodiscard]] EightBytes is_between(char low, char high) const { return between(bytes_, low, high); }
  [[nodiscard]] EightBytes is_letter() const { return between(bytes_ | all(0x20), 'a', 'z'); }
  [[nodiscard]] EightBytes is_beyond_ascii() const { return *this; }
  /// Both of them beyond ASCII.
  [[nodiscard]] EightBytes is_between_beyond(char low, char high) const {
    return EightBytes(between(bytes_ ^ all(0x80), low ^ '\x80', high ^ '\x80').bytes_ & bytes_);
  }

  friend EightBytes operator|(EightBytes a, EightBytes b) { return EightBytes(a.bytes_ | b.bytes_); }

  /// The answers side by side, the first byte's lowest.
  [[nodiscard]] std::uint64_t bits() const { return (bytes_ >> 7 & all(1)) * 0x0102040810204080U >> 56; }

  /// As a number, the first byte lowest on every machine.
  static std::uint64_t load(const char* bytes) {
    const auto at = [&](int i) { return std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i); };
    return at(0) | at(1) | at(2) | at(3) | at(4) | at(5) | at(6) | at(7);
  }

  static constexpr std::uint64_t all(unsigned byte) { return byte * 0x0101010101010101U; }

 private:
  explicit EightBytes(std::uint64_t bytes) : bytes_(bytes) {}

  static EightBytes between(std::uint64_t bytes, char low, char high) {
    const std::uint64_t ascii = bytes & all(0x7F);
    const std::uint64_t too_high = ascii + all(0x7FU - static_cast<unsigned char>(high));
    return EightBytes((ascii + all(0x80U - static_cast<unsigned char>(low))) & ~too_high & ~bytes);
  }

  std::uint64_t bytes_;
};

}  // namespace etic
