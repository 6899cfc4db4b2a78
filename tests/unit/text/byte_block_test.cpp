#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "text/block_reader.hpp"
#include "text/unicode.hpp"

using namespace etic;

namespace {

std::string shown(const ByteBlock::Sorts& sorts) {
  std::string text;
  for (const std::uint64_t bits :
       {sorts.letters, sorts.digits, sorts.full_stops_and_quotes, sorts.commas_and_semicolons, sorts.beyond})
    text += std::to_string(bits) + " ";
  return text;
}

/// Of a block, behind the text's end spaces; `before` is the byte before it.
ByteBlock::Sorts sorts_by_definition(std::string bytes, char before = ' ') {
  bytes.resize(ByteBlock::width, ' ');
  const auto begins_pair = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0xC4 && byte <= 0xC9) || byte == 0xD0 || byte == 0xD1;
  };
  const auto is_begin = [&](std::size_t i) {
    if (bytes[i] != '\xC3') return begins_pair(bytes[i]);
    const char next = i + 1 < ByteBlock::width ? bytes[i + 1] : '\x97';
    return next != '\x97' && next != '\xB7';
  };
  ByteBlock::Sorts sorts{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{1} << i;
    const char c = bytes[i];
    const bool is_of_pair = is_begin(i) || (i > 0 ? is_begin(i - 1) : begins_pair(before));
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_of_pair) sorts.letters |= bit;
    if (c >= '0' && c <= '9') sorts.digits |= bit;
    if (c == '.' || c == '\'') sorts.full_stops_and_quotes |= bit;
    if (c == ',' || c == ';') sorts.commas_and_semicolons |= bit;
    if ((c == '_' || static_cast<unsigned char>(c) >= 0x80) && !is_of_pair) sorts.beyond |= bit;
  }
  return sorts;
}

template <class Test>
std::uint64_t bits_of(const std::string& bytes, Test test) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) bits |= std::uint64_t{test(bytes[i])} << i;
  return bits;
}

std::uint64_t telling_by_definition(const std::string& bytes) {
  return bits_of(bytes, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte >= 0x7F || std::string(".!?;:").find(c) != std::string::npos;
  });
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
      const char before = round % 3 == 0 ? '\xD0' : ' ';
      reader.sort(text.data(), blocks, ByteBlock::begins_pair(before), sorts.data());
      const BlockReader::Wanted wanted{'a', ',', '\xC2'};
      std::vector<std::uint64_t> found(blocks);
      const std::size_t count = reader.find(text.data(), blocks, wanted, found.data());
      std::vector<std::uint64_t> controls(blocks);
      reader.find_controls(text.data(), blocks, controls.data());
      REQUIRE(count == static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [&](char c) {
                return std::find(wanted.begin(), wanted.end(), c) != wanted.end();
              })));
      for (std::size_t i = 0; i < blocks; ++i) {
        const std::string block = text.substr(i * ByteBlock::width, ByteBlock::width);
        const char byte_before = i == 0 ? before : text[i * ByteBlock::width - 1];
        REQUIRE(shown(sorts[i]) == shown(sorts_by_definition(block, byte_before)));
        REQUIRE(found[i] == bits_of(block, [&](char c) { return c == 'a' || c == ',' || c == '\xC2'; }));
        REQUIRE(controls[i] == bits_of(block, [&](char c) { return (c & '\xE0') == 0 || c == '\x7F' || c == '\xC2'; }));
      }
      std::vector<std::uint32_t> written(places.size() + BlockReader::room_to_spare);
      REQUIRE(reader.write_places(rows.data(), blocks, 1000, written.data()) == places.size());
      written.resize(places.size());
      REQUIRE(written == places);
    }
  }
}

TEST_CASE("what a block takes for letters of two bytes are letters by the table") {
  const auto check = [](char32_t first, char32_t last) {
    for (char32_t character = first; character <= last; ++character) {
      std::string text;
      append_utf8(text, character);
      const bool is_letter = ByteBlock(text, 0).sorts().letters != 0;
      CAPTURE(static_cast<std::uint32_t>(character));
      REQUIRE(is_letter == (character != 0xD7 && character != 0xF7));
      REQUIRE(is_letter == (word_class(character) == WordClass::letter));
    }
  };
  check(0xC0, 0x27F);
  check(0x400, 0x47F);
}

TEST_CASE("a block may begin anywhere in a text") {
  const std::string text = std::string(70, ' ') + "ab";
  CHECK(ByteBlock(text, 69).sorts().letters == 6);
  CHECK(ByteBlock(text, 8).sorts().letters == std::uint64_t{3} << 62);
  CHECK(ByteBlock(text, 72).sorts().letters == 0);
}
