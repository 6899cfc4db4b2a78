#pragma once

#ifdef __SSE2__
#include <cstddef>
#include <cstdint>
#include <emmintrin.h>

namespace etic {

/// What `EightBytes` is, on the processors that can look at sixteen: those with SSE2, which every x86-64 has.
class SixteenBytes {
 public:
  static constexpr std::size_t width = 16;

  explicit SixteenBytes(const char* bytes)
      : bytes_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes))) {}  // NOLINT: how the processor wants it

  [[nodiscard]] SixteenBytes is(char byte) const { return SixteenBytes(_mm_cmpeq_epi8(bytes_, _mm_set1_epi8(byte))); }
  [[nodiscard]] SixteenBytes is_between(char low, char high) const { return between(bytes_, low, high); }
  [[nodiscard]] SixteenBytes is_letter() const { return between(_mm_or_si128(bytes_, _mm_set1_epi8(0x20)), 'a', 'z'); }
  [[nodiscard]] SixteenBytes is_beyond_ascii() const { return *this; }
  [[nodiscard]] SixteenBytes is_between_beyond(char low, char high) const { return between(bytes_, low, high); }

  friend SixteenBytes operator|(SixteenBytes a, SixteenBytes b) {
    return SixteenBytes(_mm_or_si128(a.bytes_, b.bytes_));
  }

  [[nodiscard]] std::uint64_t bits() const { return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes_)); }

 private:
  explicit SixteenBytes(__m128i bytes) : bytes_(bytes) {}

  /// Bytes beyond ASCII are negative here: `low` and `high` are both so or both not.
  static SixteenBytes between(__m128i bytes, char low, char high) {
    return SixteenBytes(_mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8(static_cast<char>(low - 1))),
                                      _mm_cmplt_epi8(bytes, _mm_set1_epi8(static_cast<char>(high + 1)))));
  }

  __m128i bytes_;
};

}  // namespace etic
#endif
