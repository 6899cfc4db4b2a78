#include "text/nearest.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace etic;

namespace {

/// The nearest candidates, joined by commas.
std::string hint(const std::string& word, const std::vector<std::string>& candidates) {
  std::string joined;
  for (const std::string& near : nearest(word, candidates)) joined += (joined.empty() ? "" : ",") + near;
  return joined.empty() ? "nothing" : joined;
}

/// The definition, word for word; for short words only.
std::size_t slow_distance(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  const std::string a1 = a.substr(1);
  const std::string b1 = b.substr(1);
  std::size_t best =
      std::min({slow_distance(a1, b) + 1, slow_distance(a, b1) + 1, slow_distance(a1, b1) + (a[0] == b[0] ? 0U : 1U)});
  if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0]) {
    best = std::min(best, slow_distance(a.substr(2), b.substr(2)) + 1);
  }
  return best;
}

}  // namespace

TEST_CASE("a mistyped word has a hint") {
  const std::vector<std::string> codes{"speed", "services", "one-stop", "tariff"};
  CHECK(hint("sped", codes) == "speed");
  CHECK(hint("speeed", codes) == "speed");
  CHECK(hint("spead", codes) == "speed");
  CHECK(hint("seped", codes) == "speed");
  CHECK(hint("SPEED", codes) == "speed");
  CHECK(hint("one_stpo", codes) == "one-stop");
  CHECK(hint("sevrices", codes) == "services");
}

TEST_CASE("a word too far from all has none") {
  const std::vector<std::string> codes{"speed", "services", "tariff"};
  CHECK(hint("speculation", codes) == "nothing");
  CHECK(hint("spoon", codes) == "nothing");
  CHECK(hint("", codes) == "nothing");
  CHECK(hint("sped", {}) == "nothing");
}

TEST_CASE("one character may always differ") {
  CHECK(hint("G2", {"G1"}) == "G1");
  CHECK(hint("G", {"G1"}) == "G1");
  CHECK(hint("XY", {"G1"}) == "nothing");
}

TEST_CASE("the closest win, in the order given") {
  CHECK(hint("G1Q4", {"G1Q14", "G1Q3", "G1Q5"}) == "G1Q14,G1Q3,G1Q5");
  CHECK(hint("abcdef", {"abcdxx", "abcdex", "abcdey"}) == "abcdex,abcdey");
  CHECK(hint("abcdef", {"abcdex", "abcdef"}) == "abcdef");
}

TEST_CASE("characters count, not bytes") {
  CHECK(hint("giá-re", {"giá-rẻ"}) == "giá-rẻ");
  CHECK(hint("支特", {"支持"}) == "支持");
  CHECK(hint("gia\u0301", {"giá"}) == "giá");
}

TEST_CASE("distances are those of the definition") {
  std::mt19937 random(11);
  const auto any = [&](std::size_t least, std::size_t most) {
    std::string word;
    for (std::size_t size = least + random() % (most - least + 1); size > 0; --size) word += "abc"[random() % 3];
    return word;
  };
  for (int round = 0; round < 1500; ++round) {
    const std::string word = any(1, 6);
    std::vector<std::string> candidates;
    for (int i = 0; i < 3; ++i) candidates.push_back(any(0, 6));
    const std::size_t bound = std::max<std::size_t>(word.size() / 3, 1);
    std::vector<std::string> expected;
    std::size_t least = bound;
    for (const std::string& candidate : candidates) {
      const std::size_t distance = slow_distance(word, candidate);
      if (distance > least) continue;
      if (distance < least) expected.clear();
      least = distance;
      expected.push_back(candidate);
    }
    INFO(word << " among " << candidates[0] << ", " << candidates[1] << ", " << candidates[2]);
    REQUIRE(nearest(word, candidates) == expected);
  }
}

TEST_CASE("hostile words cost nothing") {
  const std::string huge(1'000'000, 'a');
  CHECK(hint(huge, {huge, "a"}) == "nothing");
  CHECK(hint("speed", {huge, "sped"}) == "sped");
  CHECK(hint(std::string(100, 'a'), {std::string(101, 'a')}) == std::string(101, 'a'));
  CHECK(hint(std::string(101, 'a'), {std::string(101, 'a')}) == "nothing");
  CHECK(hint(std::string(100, 'a'), std::vector<std::string>(5000, std::string(100, 'b'))) == "nothing");
}
