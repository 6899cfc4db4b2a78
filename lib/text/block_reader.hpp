#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/byte_block.hpp"

namespace etic {

/// A way to read whole blocks of 64 bytes, as one sort of processor does it best. All give the same answers; which is
/// taken is chosen while the program runs, so that one program is quick on new processors and runs on old ones.
struct BlockReader {
  std::string_view name;

  /// The sorts of the bytes of so many blocks; `behind_begin`: whether `ByteBlock::begins_pair` is true of the byte
  /// before them.
  void (*sort)(const char* bytes, std::size_t blocks, bool behind_begin, ByteBlock::Sorts* sorts);

  /// Where in so many blocks one of some bytes stands; returns how often.
  using Wanted = std::array<char, 3>;
  std::size_t (*find)(const char* bytes, std::size_t blocks, const Wanted& wanted, std::uint64_t* found);

  /// What may be a control character in so many blocks, as `ByteBlock::controls`.
  void (*find_controls)(const char* bytes, std::size_t blocks, std::uint64_t* found);

  /// Writes where bits are set in so many rows of 64, counted from `base`, ascending; returns how many they are. Room
  /// for `room_to_spare` more is needed behind them.
  std::size_t (*write_places)(const std::uint64_t* rows, std::size_t count, std::uint32_t base, std::uint32_t* places);
  static constexpr std::size_t room_to_spare = 64;

  /// The quickest that this processor can.
  static const BlockReader& best();

  /// All that this processor can; the first of them any can.
  static std::vector<BlockReader> all();
};

}  // namespace etic
