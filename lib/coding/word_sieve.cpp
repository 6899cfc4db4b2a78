#include "coding/word_sieve.hpp"

#include <algorithm>
#include <numeric>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace etic {
namespace {

/// Patterns are made of the same bytes as words, but for the end of a word, which is here a NUL.
std::uint64_t letters_of(std::string_view pattern, std::size_t most) {
  std::uint64_t letters = 0;
  for (std::size_t i = 0; i < std::min(pattern.size(), most); ++i)
    letters |= std::uint64_t{static_cast<unsigned char>(pattern[i]) | 0x20U} << (8 * i);
  return letters;
}

/// By the size of a word, up to fifteen: its first seven bytes, and the high bits of its first eight.
constexpr std::array<std::uint64_t, 16> letters_of_size = [] {
  std::array<std::uint64_t, 16> bits{};
  for (std::size_t size = 1; size < bits.size(); ++size)
    bits[size] = ~std::uint64_t{0} >> (size < 7 ? 64 - 8 * size : 8);
  return bits;
}();
constexpr std::array<std::uint64_t, 16> high_bits_of_size = [] {
  std::array<std::uint64_t, 16> bits{};
  for (std::size_t size = 1; size < bits.size(); ++size)
    bits[size] = EightBytes::all(0x80) >> (size < 8 ? 64 - 8 * size : 0);
  return bits;
}();

}  // namespace

WordSieve::WordSieve(const std::vector<WordPattern>& patterns) {
  std::vector<std::string_view> words;
  std::vector<std::string_view> stems;
  for (const std::string_view pattern : patterns) {
    const std::size_t wildcard = pattern.find_first_of("*?");
    const std::string_view fixed = pattern.substr(0, wildcard);
    const std::string_view seen = fixed.substr(0, most_letters);
    if (fixed.empty()) lets_all_through_ = true;
    if (std::any_of(seen.begin(), seen.end(), [](char c) { return (c & '\x80') != 0; })) continue;
    (wildcard == std::string_view::npos ? words : stems).push_back(fixed);
  }

  constexpr std::size_t marks_each = 32;
  has_many_ = marks_each * (words.size() + stems.size()) > std::size_t{1} << few_marks;
  marks_.resize((std::size_t{1} << (has_many_ ? many_marks : few_marks)) / 64);

  stem_letters_.fill(0);
  for (const std::string_view word : words) stem_letters_[beginning(letters_of(word, 3))] = most_letters;
  for (const std::string_view stem : stems) {
    // Of a stem shorter than three letters, every beginning that starts with it.
    const std::size_t step = beginning(masks[std::min<std::size_t>(stem.size(), 3)]) + 1;
    for (std::size_t next = beginning(letters_of(stem, 3)); next < beginnings; next += step) {
      const std::size_t before = stem_letters_[next] == 0 ? most_letters : stem_letters_[next];
      stem_letters_[next] = static_cast<std::uint8_t>(std::min(before, stem.size()));
    }
  }
  mark(0);  // what always comes through
  for (const std::string_view word : words) mark(letters_of(word, most_letters));
  for (const std::string_view stem : stems) mark(letters_of(stem, stem_letters_[beginning(letters_of(stem, 3))]));
}

void WordSieve::mark(std::uint64_t letters) {
  const std::size_t bit = has_many_ ? place<many_marks>(letters) : place<few_marks>(letters);
  marks_[bit / 64] |= std::uint64_t{1} << bit % 64;
}

void WordSieve::choose_one_by_one(const char* text, const Span* words, std::size_t first, std::size_t count,
                                  Candidates& candidates) const {
  std::size_t chosen = 0;
  for (std::size_t i = first; i < first + count; ++i) {
    // At most fifteen, told without a branch: half the words would surprise the processor.
    const std::uint32_t size = (words[i].size() | (0U - static_cast<std::uint32_t>(words[i].size() > 15))) & 15U;
    const std::uint64_t head = EightBytes::load(text + words[i].begin);
    const std::uint64_t letters = (head | EightBytes::all(0x20)) & letters_of_size[size];
    const bool is_beyond_ascii = (head & high_bits_of_size[size]) != 0;
    const std::uint8_t stem_letters = stem_letters_[beginning(letters)];
    candidates.letters[chosen] = is_beyond_ascii ? 0 : letters;
    candidates.stem_letters[chosen] = stem_letters;
    candidates.numbers[chosen] = static_cast<std::uint32_t>(i);
    chosen += static_cast<std::size_t>(static_cast<int>(stem_letters != 0) | static_cast<int>(is_beyond_ascii));
  }
  candidates.count = chosen;
}

template <int bits>
std::size_t WordSieve::sift_one_by_one(const Candidates& candidates, std::uint32_t* passed) const {
  std::size_t through = 0;
  for (std::size_t i = 0; i < candidates.count; ++i) {
    const std::uint64_t letters = candidates.letters[i];
    const std::uint64_t stem = letters & masks[candidates.stem_letters[i]];
    passed[through] = candidates.numbers[i];
    through +=
        static_cast<std::size_t>(static_cast<int>(is_marked<bits>(letters)) | static_cast<int>(is_marked<bits>(stem)));
  }
  return through;
}

#ifdef __x86_64__
#define ETIC_TARGET __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,popcnt")))
// gcc 12 warns of what its own header leaves open.
#ifndef __clang__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

namespace {

ETIC_TARGET inline __m512i each(std::uint64_t value) { return _mm512_set1_epi64(static_cast<long long>(value)); }

/// The first so many bytes of each, at most eight.
ETIC_TARGET inline __m512i front(__m512i words, __m512i sizes) {
  return _mm512_andnot_si512(_mm512_sllv_epi64(each(~std::uint64_t{0}), _mm512_slli_epi64(sizes, 3)), words);
}

template <int bits>
ETIC_TARGET inline __m512i tops_of_products(__m512i words, std::uint64_t factor) {
  return _mm512_srli_epi64(_mm512_mullo_epi64(words, each(factor)), 64 - bits);
}

/// Which of the bits that have these numbers are set.
ETIC_TARGET inline __mmask8 are_set(const std::uint64_t* bits, __m512i numbers) {
  const __m512i rows = _mm512_i64gather_epi64(_mm512_srli_epi64(numbers, 6), bits, 8);
  return _mm512_test_epi64_mask(rows, _mm512_sllv_epi64(each(1), _mm512_and_si512(numbers, each(63))));
}

}  // namespace

ETIC_TARGET void WordSieve::choose_by_eights(const char* text, const Span* words, std::size_t first, std::size_t count,
                                             Candidates& candidates) const {
  std::size_t chosen = 0;
  const auto number = static_cast<int>(first);
  __m256i numbers = _mm256_add_epi32(_mm256_set1_epi32(number), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
  for (std::size_t i = 0; i < count; i += 8) {
    const auto there = static_cast<__mmask8>(count - i >= 8 ? 0xFFU : (1U << (count - i)) - 1);
    const __m512i spans = _mm512_maskz_loadu_epi64(there, words + first + i);
    const __m512i begins = _mm512_and_si512(spans, each(0xFFFFFFFFU));
    const __m512i sizes = _mm512_sub_epi64(_mm512_srli_epi64(spans, 32), begins);
    const __m512i heads = _mm512_i64gather_epi64(begins, text, 1);
    const __mmask8 beyond_ascii =
        _mm512_test_epi64_mask(front(heads, _mm512_min_epu64(sizes, each(8))), each(EightBytes::all(0x80)));
    const __m512i letters =
        front(_mm512_or_si512(heads, each(EightBytes::all(0x20))), _mm512_min_epu64(sizes, each(most_letters)));
    const __m512i beginnings_of_words =
        _mm512_or_si512(_mm512_and_si512(letters, each(31)),
                        _mm512_or_si512(_mm512_and_si512(_mm512_srli_epi64(letters, 3), each(31U << 5)),
                                        _mm512_and_si512(_mm512_srli_epi64(letters, 6), each(7U << 10))));
    const __m512i stem_letters =
        _mm512_and_si512(_mm512_i64gather_epi64(beginnings_of_words, stem_letters_.data(), 1), each(0xFF));
    const auto may_fit =
        static_cast<__mmask8>((beyond_ascii | _mm512_test_epi64_mask(stem_letters, stem_letters)) & there);
    _mm512_storeu_si512(&candidates.letters[chosen],
                        _mm512_maskz_compress_epi64(may_fit, _mm512_maskz_mov_epi64(~beyond_ascii, letters)));
    _mm512_storeu_si512(&candidates.stem_letters[chosen], _mm512_maskz_compress_epi64(may_fit, stem_letters));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(&candidates.numbers[chosen]),  // NOLINT: how the processor wants it
                        _mm256_maskz_compress_epi32(may_fit, numbers));
    chosen += static_cast<std::size_t>(_mm_popcnt_u32(may_fit));
    numbers = _mm256_add_epi32(numbers, _mm256_set1_epi32(8));
  }
  candidates.count = chosen;
}

template <int bits>
ETIC_TARGET std::size_t WordSieve::sift_by_eights(const Candidates& candidates, std::uint32_t* passed) const {
  std::size_t through = 0;
  for (std::size_t i = 0; i < candidates.count; i += 8) {
    const std::size_t left = candidates.count - i;
    const auto there = static_cast<__mmask8>(left >= 8 ? 0xFFU : (1U << left) - 1);
    const __m512i letters = _mm512_maskz_loadu_epi64(there, &candidates.letters[i]);
    const __m512i stems = front(letters, _mm512_maskz_loadu_epi64(there, &candidates.stem_letters[i]));
    const __mmask8 fits_word = are_set(marks_.data(), tops_of_products<bits>(letters, spreading));
    const __mmask8 fits_stem = are_set(marks_.data(), tops_of_products<bits>(stems, spreading));
    const auto passes = static_cast<__mmask8>((fits_word | fits_stem) & there);
    const __m256i numbers = _mm256_maskz_loadu_epi32(there, &candidates.numbers[i]);
    const auto number = static_cast<std::size_t>(_mm_popcnt_u32(passes));
    _mm256_mask_storeu_epi32(passed + through, static_cast<__mmask8>((1U << number) - 1),
                             _mm256_maskz_compress_epi32(passes, numbers));
    through += number;
  }
  return through;
}

#ifndef __clang__
#pragma GCC diagnostic pop
#endif
#undef ETIC_TARGET

WordSieve::Way WordSieve::best_way() {
  static const Way way = __builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
                                 __builtin_cpu_supports("avx512vl") != 0
                             ? Way::by_eights
                             : Way::one_by_one;
  return way;
}
#else
void WordSieve::choose_by_eights(const char* text, const Span* words, std::size_t first, std::size_t count,
                                 Candidates& candidates) const {
  choose_one_by_one(text, words, first, count, candidates);
}

template <int bits>
std::size_t WordSieve::sift_by_eights(const Candidates& candidates, std::uint32_t* passed) const {
  return sift_one_by_one<bits>(candidates, passed);
}

WordSieve::Way WordSieve::best_way() { return Way::one_by_one; }
#endif

std::size_t WordSieve::sift(std::string_view text, const std::vector<Span>& words, std::vector<std::uint32_t>& passed,
                            Way way) const {
  if (passed.size() < words.size()) passed.resize(words.size());
  if (lets_all_through_) {
    std::iota(passed.begin(), passed.begin() + static_cast<std::ptrdiff_t>(words.size()), 0U);
    return words.size();
  }
  std::size_t safe = words.size();
  while (safe > 0 && words[safe - 1].begin + EightBytes::width > text.size()) --safe;
  const bool by_eights = way == Way::by_eights;
  const auto choose = by_eights ? &WordSieve::choose_by_eights : &WordSieve::choose_one_by_one;
  const auto sift_few = by_eights ? &WordSieve::sift_by_eights<few_marks> : &WordSieve::sift_one_by_one<few_marks>;
  const auto sift_many = by_eights ? &WordSieve::sift_by_eights<many_marks> : &WordSieve::sift_one_by_one<many_marks>;
  const auto sift_chosen = has_many_ ? sift_many : sift_few;
  Candidates candidates;
  std::size_t count = 0;
  for (std::size_t first = 0; first < safe; first += Candidates::most) {
    (this->*choose)(text.data(), words.data(), first, std::min(safe - first, Candidates::most), candidates);
    count += (this->*sift_chosen)(candidates, passed.data() + count);
  }
  for (auto i = static_cast<std::uint32_t>(safe); i < words.size(); ++i) passed[count++] = i;
  return count;
}

}  // namespace etic
