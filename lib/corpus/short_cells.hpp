#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace etic {

/// What short cells were found to mean, remembered for as long as no other takes their place: in a column of questions
/// or of sites the same few come again and again.
class ShortCells {
 public:
  static constexpr std::uint32_t unknown = UINT32_MAX;

  /// What the cell means, or `unknown`.
  [[nodiscard]] std::uint32_t find(std::string_view cell) const {
    if (cell.size() > longest) return unknown;
    const Entry wanted = entry(cell);
    const Entry& held = entries_[place(wanted)];
    return held.front == wanted.front && held.back == wanted.back && held.size == wanted.size ? held.meaning : unknown;
  }

  /// A cell that is too long is not remembered.
  void remember(std::string_view cell, std::uint32_t meaning) {
    if (cell.size() > longest) return;
    Entry fresh = entry(cell);
    fresh.meaning = meaning;
    entries_[place(fresh)] = fresh;
  }

 private:
  static constexpr std::size_t longest = 16;

  /// The first eight bytes and the last eight, or of a shorter cell all: with the size they are the cell.
  struct Entry {
    std::uint64_t front = 0;
    std::uint64_t back = 0;
    std::uint32_t size = 0;
    std::uint32_t meaning = unknown;
  };

  static Entry entry(std::string_view cell) {
    Entry entry;
    entry.size = static_cast<std::uint32_t>(cell.size());
    if (cell.size() >= 8) {
      std::memcpy(&entry.front, cell.data(), 8);
      std::memcpy(&entry.back, cell.data() + cell.size() - 8, 8);
    } else {
      for (const char byte : cell) entry.front = entry.front << 8 | static_cast<unsigned char>(byte);
    }
    return entry;
  }
  static std::size_t place(const Entry& entry) {
    return static_cast<std::size_t>(((entry.front ^ entry.back) + entry.size) * 0x9E3779B97F4A7C15U >> 58);
  }

  std::array<Entry, 64> entries_;
};

}  // namespace etic
