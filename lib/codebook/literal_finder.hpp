#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace etic {

/// Finds literals in texts, whether capitals or not: small letters of ASCII, digits and spaces, at least three of them.
/// One reading of the text for all, in which three bytes in a row tell whether one may stand there.
class LiteralFinder {
 public:
  static constexpr std::size_t shortest = 3;

  explicit LiteralFinder(std::vector<std::string> literals);

  /// Indices of those that stand somewhere in the text, ascending.
  void find(std::string_view text, std::vector<std::uint32_t>& found) const;

 private:
  /// Five bits of each of three bytes, which are the same in capitals.
  static constexpr std::uint32_t keys = 1U << 15;
  static std::uint32_t next_key(std::uint32_t key, char byte) {
    return (key << 5 | (static_cast<unsigned char>(byte) & 31U)) % keys;
  }
  [[nodiscard]] static std::uint32_t key_of(std::string_view three);

  /// By which three of its bytes a literal is looked for.
  struct Trace {
    std::uint32_t key = 0;
    std::uint32_t literal = 0;
    std::size_t offset = 0;  // of the three
  };
  [[nodiscard]] bool stands_at(const Trace& trace, std::string_view text, std::size_t three) const;

  std::vector<std::string> literals_;
  std::vector<Trace> traces_;          // by key
  std::array<bool, keys> is_trace_{};  // by key
};

}  // namespace etic
