#include "text/block_reader.hpp"

#include <bit>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace etic {
namespace {

namespace portable {

template <class Bytes>
void sort(const char* bytes, std::size_t blocks, bool behind_begin, ByteBlock::Sorts* sorts) {
  for (std::size_t i = 0; i < blocks; ++i)
    sorts[i] = ByteBlock(bytes + i * ByteBlock::width).sorts<Bytes>(behind_begin);
}

template <class Bytes>
std::size_t find(const char* bytes, std::size_t blocks, const BlockReader::Wanted& wanted, std::uint64_t* found) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < blocks; ++i) {
    found[i] = ByteBlock(bytes + i * ByteBlock::width).find<Bytes>(wanted);
    count += static_cast<std::size_t>(std::popcount(found[i]));
  }
  return count;
}

template <class Bytes>
void find_controls(const char* bytes, std::size_t blocks, std::uint64_t* found) {
  for (std::size_t i = 0; i < blocks; ++i) found[i] = ByteBlock(bytes + i * ByteBlock::width).controls<Bytes>();
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
ETIC_TARGET inline __m256i is(__m256i bytes, char byte) { return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(byte)); }

/// Bytes beyond ASCII are negative here: `low` and `high` are both so or both not.
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
ETIC_TARGET inline __m256i begins_pair(__m256i bytes) {
  return either(is_between(bytes, '\xC4', '\xC9'), is_between(bytes, '\xD0', '\xD1'));
}
ETIC_TARGET inline __m256i is_sign(__m256i bytes) { return either(is(bytes, '\x97'), is(bytes, '\xB7')); }
ETIC_TARGET inline __m256i is_control(__m256i bytes) {
  const __m256i first = _mm256_andnot_si256(bytes, _mm256_cmpgt_epi8(_mm256_set1_epi8(' '), bytes));
  return either(either(first, is(bytes, '\x7F')), is(bytes, '\xC2'));
}
ETIC_TARGET inline __m256i is_any(__m256i bytes, const BlockReader::Wanted& wanted) {
  return either(either(is(bytes, wanted[0]), is(bytes, wanted[1])), is(bytes, wanted[2]));
}

ETIC_TARGET void sort(const char* bytes, std::size_t blocks, bool behind_begin, ByteBlock::Sorts* sorts) {
  for (std::size_t i = 0; i < blocks; ++i, bytes += ByteBlock::width) {
    const __m256i a = load(bytes);
    const __m256i b = load(bytes + 32);
    sorts[i].letters = bits(is_letter(a), is_letter(b));
    sorts[i].digits = bits(is_between(a, '0', '9'), is_between(b, '0', '9'));
    sorts[i].full_stops_and_quotes = bits(either(is(a, '.'), is(a, '\'')), either(is(b, '.'), is(b, '\'')));
    sorts[i].commas_and_semicolons = bits(either(is(a, ','), is(a, ';')), either(is(b, ','), is(b, ';')));
    sorts[i].beyond = bits(either(a, is(a, '_')), either(b, is(b, '_')));
    const ByteBlock::Pairs pairs{bits(begins_pair(a), begins_pair(b)), bits(is(a, '\xC3'), is(b, '\xC3')),
                                 bits(is_sign(a), is_sign(b))};
    pairs.settle(sorts[i], behind_begin);
  }
}

ETIC_TARGET std::size_t find(const char* bytes, std::size_t blocks, const BlockReader::Wanted& wanted,
                             std::uint64_t* found) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < blocks; ++i, bytes += ByteBlock::width) {
    found[i] = bits(is_any(load(bytes), wanted), is_any(load(bytes + 32), wanted));
    count += static_cast<std::size_t>(_mm_popcnt_u64(found[i]));
  }
  return count;
}

ETIC_TARGET void find_controls(const char* bytes, std::size_t blocks, std::uint64_t* found) {
  for (std::size_t i = 0; i < blocks; ++i, bytes += ByteBlock::width)
    found[i] = bits(is_control(load(bytes)), is_control(load(bytes + 32)));
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
ETIC_TARGET inline __mmask64 is(__m512i bytes, char byte) { return _mm512_cmpeq_epi8_mask(bytes, all(byte)); }
ETIC_TARGET inline __mmask64 is_between(__m512i bytes, char low, char high) {
  return _mm512_cmple_epu8_mask(_mm512_sub_epi8(bytes, all(low)), all(static_cast<char>(high - low)));
}

ETIC_TARGET void sort(const char* bytes, std::size_t blocks, bool behind_begin, ByteBlock::Sorts* sorts) {
  for (std::size_t i = 0; i < blocks; ++i, bytes += ByteBlock::width) {
    const __m512i block = _mm512_loadu_si512(bytes);
    sorts[i].letters = is_between(_mm512_or_si512(block, all(0x20)), 'a', 'z');
    sorts[i].digits = is_between(block, '0', '9');
    sorts[i].full_stops_and_quotes = is(block, '.') | is(block, '\'');
    sorts[i].commas_and_semicolons = is(block, ',') | is(block, ';');
    sorts[i].beyond = _mm512_movepi8_mask(block) | is(block, '_');
    const ByteBlock::Pairs pairs{is_between(block, '\xC4', '\xC9') | is_between(block, '\xD0', '\xD1'),
                                 is(block, '\xC3'), is(block, '\x97') | is(block, '\xB7')};
    pairs.settle(sorts[i], behind_begin);
  }
}

ETIC_TARGET std::size_t find(const char* bytes, std::size_t blocks, const BlockReader::Wanted& wanted,
                             std::uint64_t* found) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < blocks; ++i, bytes += ByteBlock::width) {
    const __m512i block = _mm512_loadu_si512(bytes);
    found[i] = is(block, wanted[0]) | is(block, wanted[1]) | is(block, wanted[2]);
    count += static_cast<std::size_t>(_mm_popcnt_u64(found[i]));
  }
  return count;
}

ETIC_TARGET void find_controls(const char* bytes, std::size_t blocks, std::uint64_t* found) {
  for (std::size_t i = 0; i < blocks; ++i, bytes += ByteBlock::width) {
    const __m512i block = _mm512_loadu_si512(bytes);
    found[i] = _mm512_cmplt_epu8_mask(block, all(' ')) | is(block, '\x7F') | is(block, '\xC2');
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
  readers.push_back({"eight bytes", portable::sort<EightBytes>, portable::find<EightBytes>,
                     portable::find_controls<EightBytes>, portable::write_places});
#ifdef __SSE2__
  readers.push_back({"sixteen bytes", portable::sort<SixteenBytes>, portable::find<SixteenBytes>,
                     portable::find_controls<SixteenBytes>, portable::write_places});
#endif
#ifdef __x86_64__
  if (__builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("bmi") != 0 && __builtin_cpu_supports("bmi2") != 0)
    readers.push_back({"AVX2", avx2::sort, avx2::find, avx2::find_controls, avx2::write_places});
  if (__builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512vbmi2") != 0)
    readers.push_back({"AVX-512", avx512::sort, avx512::find, avx512::find_controls, avx512::write_places});
#endif
  return readers;
}

const BlockReader& BlockReader::best() {
  static const BlockReader reader = all().back();
  return reader;
}

}  // namespace etic
