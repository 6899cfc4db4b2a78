#include <random>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "text/block_reader.hpp"

using namespace etic;

namespace {

std::string shown(const ByteBlock::Sorts& sorts) {
  std::string text;
  for (const std::uint64_t bits :
       {sorts.letters, sorts.digits, sorts.full_stops_and_quotes, sorts.commas_and_semicolons, sorts.beyond})
    text += std::to_string(bits) + " ";
  return text;
}

ByteBlock::Sorts sorts_by_definition(const std::string& bytes) {
  ByteBlock::Sorts sorts{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{1} << i;
    const char c = bytes[i];
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) sorts.letters |= bit;
    if (c >= '0' && c <= '9') sorts.digits |= bit;
    if (c == '.' || c == '\'') sorts.full_stops_and_quotes |= bit;
    if (c == ',' || c == ';') sorts.commas_and_semicolons |= bit;
    if (c == '_' || static_cast<unsigned char>(c) >= 0x80) sorts.beyond |= bit;
  }
  return sorts;
}

std::uint64_t telling_by_definition(const std::string& bytes) {
  std::uint64_t telling = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0x20 || byte >= 0x7F || std::string(".!?;:").find(bytes[i]) != std::string::npos)
      telling |= std::uint64_t{1} << i;
  }
  return telling;
}

}  // namespace

TEST_CASE("a block knows the sort of every byte, however many are looked at at once") {
  std::mt19937 random(5);
  const auto check = [](const std::string& text) {
    const ByteBlock block(text, 0);
    REQUIRE(shown(block.sorts<EightBytes>()) == shown(sorts_by_definition(text)));
    REQUIRE(shown(block.sorts()) == shown(sorts_by_definition(text)));
    REQUIRE(block.telling<EightBytes>() == telling_by_definition(text));
    REQUIRE(block.telling() == telling_by_definition(text));
  };
  for (int byte = 0; byte < 256; ++byte) {
    for (std::size_t at = 0; at < ByteBlock::width; ++at)
      check(std::string(at, 'a') + static_cast<char>(byte) + std::string(ByteBlock::width - 1 - at, ' '));
  }
  for (int round = 0; round < 1000; ++round) {
    std::string text;
    for (std::size_t size = random() % (ByteBlock::width + 1); size > 0; --size)
      text += static_cast<char>(random() % 256);
    check(text);
  }
}

TEST_CASE("every way to read blocks gives the same answers") {
  std::mt19937 random(6);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    const std::size_t blocks = 1 + random() % 9;
    for (std::size_t size = blocks * ByteBlock::width; size > 0; --size)
      text +=
          static_cast<char>(round % 2 == 0 ? random() % 256 : static_cast<unsigned char>("ab .,;'_0?"[random() % 10]));
    std::vector<std::uint32_t> places;
    std::vector<std::uint64_t> rows;
    for (std::size_t i = 0; i < blocks; ++i) {
      rows.push_back(sorts_by_definition(text.substr(i * ByteBlock::width, ByteBlock::width)).letters);
      for (std::uint32_t bit = 0; bit < ByteBlock::width; ++bit) {
        if ((rows.back() >> bit & 1) != 0) places.push_back(1000 + static_cast<std::uint32_t>(i) * 64 + bit);
      }
    }
    for (const BlockReader& reader : BlockReader::all()) {
      INFO(reader.name);
      std::vector<ByteBlock::Sorts> sorts(blocks);
      reader.sort(text.data(), blocks, sorts.data());
      std::vector<std::uint64_t> telling(blocks);
      reader.find_telling(text.data(), blocks, telling.data());
      for (std::size_t i = 0; i < blocks; ++i) {
        const std::string block = text.substr(i * ByteBlock::width, ByteBlock::width);
        REQUIRE(shown(sorts[i]) == shown(sorts_by_definition(block)));
        REQUIRE(telling[i] == telling_by_definition(block));
      }
      std::vector<std::uint32_t> written(places.size() + BlockReader::room_to_spare);
      REQUIRE(reader.write_places(rows.data(), blocks, 1000, written.data()) == places.size());
      written.resize(places.size());
      REQUIRE(written == places);
    }
  }
}

TEST_CASE("a block may begin anywhere in a text") {
  const std::string text = std::string(70, ' ') + "ab";
  CHECK(ByteBlock(text, 69).sorts().letters == 6);
  CHECK(ByteBlock(text, 8).sorts().letters == std::uint64_t{3} << 62);
  CHECK(ByteBlock(text, 72).sorts().letters == 0);
}
