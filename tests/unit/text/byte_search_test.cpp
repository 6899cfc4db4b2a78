#include "text/byte_search.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace etic;

namespace {

std::string random_bytes(std::mt19937& random, std::string_view alphabet, std::size_t most) {
  std::string text;
  for (std::size_t size = random() % (most + 1); size > 0; --size) text += alphabet[random() % alphabet.size()];
  return text;
}

}  // namespace

TEST_CASE("bytes are counted and found wherever they stand") {
  std::mt19937 random(9);
  for (int round = 0; round < 400; ++round) {
    const std::string text = random_bytes(random, "ab,\"\n \xC3", round % 10 == 0 ? 9000 : 200);
    const std::size_t begin = text.empty() ? 0 : random() % text.size();
    std::vector<std::uint32_t> expected{7};
    for (std::size_t i = begin; i < text.size(); ++i) {
      if (text[i] == '"' || text[i] == ',' || text[i] == ' ') expected.push_back(static_cast<std::uint32_t>(i));
    }
    std::vector<std::uint32_t> places{7};
    find_bytes(text, begin, {'"', ',', ' '}, places);
    REQUIRE(places == expected);
    REQUIRE(count_byte(text, ' ') == static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')));
    REQUIRE(count_byte(text, '\n') == static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
  }
}

TEST_CASE("the first control character is found wherever it stands") {
  const std::vector<std::string> controls = {"\x01", "\x1F", "\x7F", std::string(1, '\0'), "\u0080", "\u009F", "\r"};
  const std::vector<std::string> others = {"a", " ", "\t", "\n", "\r\n", "\u00A0", "\u00E9", "\u4E2D", "~"};
  std::mt19937 random(10);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t size = random() % 150; size > 0; --size) text += others[random() % others.size()];
    REQUIRE(first_control_character(text) == std::string::npos);
    const std::size_t at = text.size();
    text += controls[random() % controls.size()] + "a";
    for (std::size_t size = random() % 70; size > 0; --size) text += controls[random() % controls.size()] + "b";
    REQUIRE(first_control_character(text) == at);
  }
  CHECK(first_control_character("a\r") == 1);
  CHECK(first_control_character("a\r\n") == std::string::npos);
}
