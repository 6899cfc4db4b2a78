#include "text/byte_search.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "text/byte_block.hpp"

namespace etic {
namespace {

constexpr std::size_t width = ByteBlock::width;
constexpr std::size_t most_blocks = 64;  // at a time

/// Reads a text by so many blocks at a time, the last one filled up with what no text holds: `find` writes the bits of
/// each, `take` receives them with the offset of the first. Ends where `take` returns false.
template <class Find, class Take>
void read_blocks(std::string_view text, std::size_t begin, Find find, Take take) {
  std::array<std::uint64_t, most_blocks> found;
  while (begin + width <= text.size()) {
    const std::size_t blocks = std::min((text.size() - begin) / width, most_blocks);
    find(text.data() + begin, blocks, found.data());
    if (!take(begin, found.data(), blocks)) return;
    begin += blocks * width;
  }
  if (begin >= text.size()) return;
  std::array<char, width> last;
  last.fill('\xFF');
  std::memcpy(last.data(), text.data() + begin, text.size() - begin);
  find(last.data(), 1, found.data());
  take(begin, found.data(), 1);
}

}  // namespace

std::size_t count_byte(std::string_view text, char byte) {
  const BlockReader& reader = BlockReader::best();
  std::size_t count = 0;
  read_blocks(
      text, 0,
      [&](const char* bytes, std::size_t blocks, std::uint64_t* found) {
        count += reader.find(bytes, blocks, {byte, byte, byte}, found);
      },
      [](std::size_t, const std::uint64_t*, std::size_t) { return true; });
  return count;
}

void find_bytes(std::string_view text, std::size_t begin, const BlockReader::Wanted& wanted,
                std::vector<std::uint32_t>& places) {
  const BlockReader& reader = BlockReader::best();
  std::array<std::uint32_t, most_blocks * width + BlockReader::room_to_spare> here;
  read_blocks(
      text, begin,
      [&](const char* bytes, std::size_t blocks, std::uint64_t* found) { reader.find(bytes, blocks, wanted, found); },
      [&](std::size_t at, const std::uint64_t* found, std::size_t blocks) {
        const std::size_t number = reader.write_places(found, blocks, static_cast<std::uint32_t>(at), here.data());
        places.insert(places.end(), here.data(), here.data() + number);
        return true;
      });
}

std::size_t first_control_character(std::string_view text) {
  const auto is_control = [&](std::size_t i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x80) return byte == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (byte == '\n' || byte == '\t') return false;
    return byte != '\r' || i + 1 == text.size() || text[i + 1] != '\n';
  };
  std::size_t first = std::string_view::npos;
  read_blocks(text, 0, BlockReader::best().find_controls,
              [&](std::size_t at, const std::uint64_t* found, std::size_t blocks) {
                for (std::size_t i = 0; i < blocks; ++i, at += width) {
                  for (std::uint64_t bits = found[i]; bits != 0; bits &= bits - 1) {
                    first = at + static_cast<std::size_t>(std::countr_zero(bits));
                    if (is_control(first)) return false;
                  }
                }
                first = std::string_view::npos;
                return true;
              });
  return first;
}

}  // namespace etic
