#include "text/block_reader.hpp"

#include <bit>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace etic {
namespace {

namespace portable {

template <class Bytes>
void sort(const char* bytes, std::size_t blocks, ByteBlock::Sorts* sorts) {
  for (std::size_t i = 0; i < blocks; ++i) sorts[i] = ByteBlock(bytes + i * ByteBlock::width).sorts<Bytes>();
}

template <class Bytes>
void find_telling(const char* bytes, std::size_t blocks, std::uint64_t* telling) {
  for (std::size_t i = 0; i < blocks; ++i) telling[i] = ByteBlock(bytes + i * ByteBlock::width).telling<Bytes>();
}

/// Eight at a time, whether they are there or not: how often that goes on seldom surprises the processor.
[[gnu::always_inline]] inline std::size_t write_places(const std::uint64_t* rows, std::size_t count, std::uint32_t base,
                                                       std::uint32_t* places) {
  std::uint32_t* next = places;
  for (std::size_t i = 0; i < count; ++i, base += ByteBlock::width) {
    std::uint64_t row = rows[i];
    const auto number = static_cast<std::size_t>(std::popcount(row));
    for (std::size_t written = 0; written < number; written += 8) {
      for (std::size_t j = 0; j < 8; ++j, row &= row - 1)
        next[written + j] = base + static_cast<std::uint32_t>(std::countr_zero(row));
    }
    next += number;
  }
  return static_cast<std::size_t>(next - places);
}

}  // namespace portable

#ifdef __x86_64__
// What follows is compiled for processors that need not be the one at hand, each function by itself. Signs do not
// matter to these instructions, only to those who read them.

namespace avx2 {

#define ETIC_TARGET __attribute__((target("avx2,bmi,bmi2,popcnt")))

ETIC_TARGET inline __m256i load(const char* bytes) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes));  // NOLINT: how the processor wants it
}
ETIC_TARGET inline __m256i is(__m256i bytes, char ascii) { return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(ascii)); }

/// Bytes beyond ASCII are negative here.
ETIC_TARGET inline __m256i is_between(__m256i bytes, char low, char high) {
  return _mm256_and_si256(_mm256_cmpgt_epi8(bytes, _mm256_set1_epi8(static_cast<char>(low - 1))),
                          _mm256_cmpgt_epi8(_mm256_set1_epi8(static_cast<char>(high + 1)), bytes));
}
ETIC_TARGET inline std::uint64_t bits(__m256i first, __m256i second) {
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(first)) |
         std::uint64_t{static_cast<std::uint32_t>(_mm256_movemask_epi8(second))} << 32;
}
ETIC_TARGET inline __m256i either(__m256i a, __m256i b) { return _mm256_or_si256(a, b); }
ETIC_TARGET inline __m256i is_letter(__m256i bytes) {
  return is_between(either(bytes, _mm256_set1_epi8(0x20)), 'a', 'z');
}
ETIC_TARGET inline __m256i is_telling(__m256i bytes) {
  const __m256i stop = either(either(is(bytes, '.'), is(bytes, '!')), is(bytes, '?'));
  const __m256i control = either(_mm256_cmpgt_epi8(_mm256_set1_epi8(' '), bytes), is(bytes, '\x7F'));
  return either(either(stop, control), is_between(bytes, ':', ';'));
}

ETIC_TARGET void sort(const char* bytes, std::size_t blocks, ByteBlock::Sorts* sorts) {
  for (std::size_t i = 0; i < blocks; ++i, bytes += ByteBlock::width) {
    const __m256i a = load(bytes);
    const __m256i b = load(bytes + 32);
    sorts[i].letters = bits(is_letter(a), is_letter(b));
    sorts[i].digits = bits(is_between(a, '0', '9'), is_between(b, '0', '9'));
    sorts[i].full_stops_and_quotes = bits(either(is(a, '.'), is(a, '\'')), either(is(b, '.'), is(b, '\'')));
    sorts[i].commas_and_semicolons = bits(either(is(a, ','), is(a, ';')), either(is(b, ','), is(b, ';')));
    sorts[i].beyond = bits(either(a, is(a, '_')), either(b, is(b, '_')));
  }
}

ETIC_TARGET void find_telling(const char* bytes, std::size_t blocks, std::uint64_t* telling) {
  for (std::size_t i = 0; i < blocks; ++i, bytes += ByteBlock::width)
    telling[i] = bits(is_telling(load(bytes)), is_telling(load(bytes + 32)));
}

ETIC_TARGET std::size_t write_places(const std::uint64_t* rows, std::size_t count, std::uint32_t base,
                                     std::uint32_t* places) {
  return portable::write_places(rows, count, base, places);
}

#undef ETIC_TARGET

}  // namespace avx2

namespace avx512 {

#define ETIC_TARGET __attribute__((target("avx512f,avx512bw,avx512vbmi2,popcnt")))

ETIC_TARGET inline __m512i all(char byte) { return _mm512_set1_epi8(byte); }
ETIC_TARGET inline __mmask64 is(__m512i bytes, char ascii) { return _mm512_cmpeq_epi8_mask(bytes, all(ascii)); }
ETIC_TARGET inline __mmask64 is_between(__m512i bytes, char low, char high) {
  return _mm512_cmple_epu8_mask(_mm512_sub_epi8(bytes, all(low)), all(static_cast<char>(high - low)));
}

ETIC_TARGET void sort(const char* bytes, std::size_t blocks, ByteBlock::Sorts* sorts) {
  for (std::size_t i = 0; i < blocks; ++i, bytes += ByteBlock::width) {
    const __m512i block = _mm512_loadu_si512(bytes);
    sorts[i].letters = is_between(_mm512_or_si512(block, all(0x20)), 'a', 'z');
    sorts[i].digits = is_between(block, '0', '9');
    sorts[i].full_stops_and_quotes = is(block, '.') | is(block, '\'');
    sorts[i].commas_and_semicolons = is(block, ',') | is(block, ';');
    sorts[i].beyond = _mm512_movepi8_mask(block) | is(block, '_');
  }
}

ETIC_TARGET void find_telling(const char* bytes, std::size_t blocks, std::uint64_t* telling) {
  for (std::size_t i = 0; i < blocks; ++i, bytes += ByteBlock::width) {
    const __m512i block = _mm512_loadu_si512(bytes);
    telling[i] = _mm512_cmplt_epi8_mask(block, all(' ')) | is(block, '\x7F') | is(block, '.') | is(block, '!') |
                 is(block, '?') | is_between(block, ':', ';');
  }
}

/// The quarter's sixteen bytes as numbers, counted from `base`. (Masks that mask nothing: gcc 12 warns of what its own
/// header leaves open in the forms without.)
template <int quarter>
ETIC_TARGET inline void write_sixteen(__m512i bytes, __m512i base, std::uint32_t* to) {
  const __m128i sixteen = _mm512_maskz_extracti32x4_epi32(0xF, bytes, quarter);
  _mm512_storeu_si512(to, _mm512_add_epi32(_mm512_maskz_cvtepu8_epi32(0xFFFF, sixteen), base));
}

/// A row's places are pressed together in one step, then written by sixteen.
ETIC_TARGET std::size_t write_places(const std::uint64_t* rows, std::size_t count, std::uint32_t base,
                                     std::uint32_t* places) {
  alignas(64) static constexpr auto counted = [] {
    std::array<char, 64> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i);
    return bytes;
  }();
  const __m512i numbers = _mm512_load_si512(counted.data());
  std::uint32_t* next = places;
  for (std::size_t i = 0; i < count; ++i, base += ByteBlock::width) {
    const auto number = static_cast<std::size_t>(_mm_popcnt_u64(rows[i]));
    const __m512i row = _mm512_maskz_compress_epi8(rows[i], numbers);
    const __m512i begin = _mm512_set1_epi32(static_cast<int>(base));
    write_sixteen<0>(row, begin, next);
    write_sixteen<1>(row, begin, next + 16);
    if (number > 32) {
      write_sixteen<2>(row, begin, next + 32);
      write_sixteen<3>(row, begin, next + 48);
    }
    next += number;
  }
  return static_cast<std::size_t>(next - places);
}

#undef ETIC_TARGET

}  // namespace avx512
#endif

}  // namespace

std::vector<BlockReader> BlockReader::all() {
  std::vector<BlockReader> readers;
  readers.push_back(
      {"eight bytes", portable::sort<EightBytes>, portable::find_telling<EightBytes>, portable::write_places});
#ifdef __SSE2__
  readers.push_back(
      {"sixteen bytes", portable::sort<SixteenBytes>, portable::find_telling<SixteenBytes>, portable::write_places});
#endif
#ifdef __x86_64__
  if (__builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("bmi") != 0 && __builtin_cpu_supports("bmi2") != 0)
    readers.push_back({"AVX2", avx2::sort, avx2::find_telling, avx2::write_places});
  if (__builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512vbmi2") != 0)
    readers.push_back({"AVX-512", avx512::sort, avx512::find_telling, avx512::write_places});
#endif
  return readers;
}

const BlockReader& BlockReader::best() {
  static const BlockReader reader = all().back();
  return reader;
}

}  // namespace etic
