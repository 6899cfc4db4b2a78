#pragma once

#include <cstdint>
#include <string_view>

#include "codebook/pattern.hpp"
#include "text/eight_bytes.hpp"
#include "text/words.hpp"

namespace etic {

/// The first letters of a word pattern: most words that do not fit it differ there, which is told sooner than by
/// looking them up.
class PatternHead {
 public:
  /// Of no pattern: whatever stands there may fit.
  PatternHead() = default;
  explicit PatternHead(const WordPattern& pattern);

  /// Whether a word of the text may fit: true of every word that does, and of few others in ASCII.
  [[nodiscard]] bool may_fit(std::string_view text, Span word) const {
    if (word.begin + EightBytes::width > text.size()) return true;
    const std::uint64_t beyond = word.size() < EightBytes::width ? ~std::uint64_t{0} << 8 * word.size() : 0;
    const std::uint64_t bytes = EightBytes::load(text.data() + word.begin) & ~beyond;
    return (bytes & EightBytes::all(0x80)) != 0 || ((bytes | EightBytes::all(0x20)) & mask_) == letters_;
  }

 private:
  /// Not eight: a mark behind the eighth may change that one.
  static constexpr std::size_t most_letters = 7;

  std::uint64_t letters_ = 0;  // small, as what is compared with them; that a word ends is one of them
  std::uint64_t mask_ = 0;
};

}  // namespace etic
