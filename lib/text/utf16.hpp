#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace etic {

/// Where bytes of a UTF-8 text stand in the same text as UTF-16, in which JavaScript counts.
class Utf16Offsets {
 public:
  /// The text must be valid UTF-8.
  explicit Utf16Offsets(std::string_view text);

  /// Of a byte that starts a character, or of the text's end.
  [[nodiscard]] std::uint32_t of(std::size_t byte) const { return offsets_[byte]; }

 private:
  std::vector<std::uint32_t> offsets_;  // by byte, and one more
};

}  // namespace etic
