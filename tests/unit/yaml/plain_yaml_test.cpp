#include "yaml/plain_yaml.hpp"

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "unit/yaml/yaml_reading.hpp"

using namespace etic;

namespace {

std::optional<YamlNode> read_plain(const SourceFile& file) {
  return read_plain_yaml(file, {file.bom_size(), static_cast<std::uint32_t>(file.bytes().size())});
}

/// What only the full parser reads: a tab, where it means nothing.
ParsedYaml read_fully(const std::string& text) { return ParsedYaml(text + "\n\t\n"); }

/// The tree with every place: `{a@0-1: "b"@3-4}`.
std::string placed(const YamlNode& node) {
  const std::string place = '@' + std::to_string(node.span.begin) + '-' + std::to_string(node.span.end);
  if (node.is_scalar()) return '"' + node.text + '"' + (node.verbatim ? "" : "?") + (node.quote > 0 ? "q" : "") + place;
  std::string text = node.is_refused() ? "~" : node.cut ? "cut " : "";
  for (const YamlNode& item : node.items) text += placed(item) + ' ';
  for (const auto& [key, value] : node.entries) text += placed(key) + ": " + placed(value) + ' ';
  return (node.is_sequence() ? '[' + text + ']' : '{' + text + '}') + place;
}

std::string content_of(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("plain YAML reads as the full parser reads it, place for place") {
  for (const char* text : {
           "respondent: G1-01\n",
           "respondent: G1-01\nsite: TCR\ndate: 2023-07-19\nminutes: 120\nplace: Bangkok, Thailand\n",
           "respondents: [G3-01,G3-02 , G3-03]\r\ndate: [2023-07-19, 2023-07-20]\r\n",
           "a:   b  c   \nd: [ e  f ]  \nz: []",
           "role: Member of 中国商会 (Bangkok) = ok; yes - no\n",
           "\n# c\n\na: b # c\n  # d\nc: 'd''e'   # f\n",
           "a: \"b\"\nc: \"d \\\"e\\\" \\\\f\"\n",
           "a:\n  b: c\n  d:\n    e: f\ng: h\n",
           "a:\n- b\n- c: d\n  e: f\n-   g\nh: i\n",
           "a:\n  - b c\n    d\n\n  - [e]\n  - {f: g}\n  - 'h'\n",
           "- a\n- b: c\n",
           "a: b\n  c # d\ne: f\n",
           "a: b\r\n  c\r\nd: 'e\r\n  f'\r\n",
           "a: [b, c\n  d, # e\n  f,\n\n  g\n  ]\nh: {i: j, k: [l, {m: 'n, o'}],\n  p: q r\n    s}\n",
           "a: \"b  \n    c\"\nd: {}\n",
           "a: >\n  b: c # d\n  - e\nf: >-\n   g\n   h\n\n# k\ni: j\n",
           "a: don't say [so], he said \"no\"#3, 100 %\n",
           "a: it's 10:30 x:y?\nb: {c: d-e, f: (g) *h}\n",
           "1: 2\n1.5: G1Q4-7\n'no': {\"b c\": d}\n",
       }) {
    CAPTURE(text);
    const SourceFile file("a.md", text);
    const std::optional<YamlNode> plain = read_plain(file);
    const ParsedYaml full = read_fully(text);
    CHECK(full.reports().empty());
    REQUIRE(plain.has_value());
    CHECK(placed(*plain) == placed(full.root));
  }
}

TEST_CASE("everything else is left to the full parser") {
  for (const char* text : {
           "",
           "\n",
           "# a\n",
           "a:\n",
           "a:\nb: c\n",
           "a: ~\n",
           "a: null\n",
           "null: a\n",
           "a: b: c\n",
           "a: b:\n",
           "a: *b\n",
           "a: &b c\n",
           "a: @b\n",
           "a: [*b]\n",
           "a: [b,, c]\n",
           "a: [b,]\n",
           "a: [b: c]\n",
           "a: [b?]\n",
           "a: {b}\n",
           "a: {b: }\n",
           "a: {b: c, b: d}\n",
           "a: [b\n",
           "a: [b,\nc]\n",
           "a: [b] c\n",
           "a: 'b\n",
           "a: 'b' c\n",
           "a: 'b'#c\n",
           "a: 'b\n\n  c'\n",
           "a: \"\\n\"\n",
           " a: b\n",
           "a: b\n c: d\n",
           "a:\n  b: c\n d: e\n",
           "a: b\n- c\n",
           "- a\nb: c\n",
           "- - a\n",
           "-\n  a\n",
           "a: b\na: c\n",
           "a: |\n  b\n",
           "a: >\n  b\n\n  c\nd: e\n",
           "a: -\n",
           "a: cafe\u0301\n",
           "é: a\n",
           "'a' : b\n",
           "'a\n  b': c\n",
           "? a\n",
           "---\na: b\n",
           "a: b\n...\n",
           "a: b\n---\nc: d\n",
           "a: !b c\n",
           "a:\tb\n",
           "a: b\tc\n",
           "a: b\rc: d\n",
           "a: b # c\n  d\n",
       }) {
    CAPTURE(text);
    CHECK_FALSE(read_plain(SourceFile("a.md", text)).has_value());
  }
  std::string deep = "a: ";
  for (int i = 0; i < 40; ++i) deep += '[';
  for (int i = 0; i < 40; ++i) deep += ']';
  CHECK_FALSE(read_plain(SourceFile("a.md", deep)).has_value());
}

TEST_CASE("the bundled study needs no other parser") {
  const std::filesystem::path root = std::filesystem::path(ETIC_FIXTURES) / "../..";
  std::vector<std::filesystem::path> paths = {root / "study.yaml", root / "conclusions.yaml"};
  for (const auto& entry : std::filesystem::directory_iterator(root / "codebooks")) paths.push_back(entry.path());
  CHECK(paths.size() > 8);
  for (const std::filesystem::path& path : paths) {
    CAPTURE(path);
    const std::string text = content_of(path);
    const SourceFile file("a.yaml", text);
    const std::optional<YamlNode> plain = read_plain(file);
    REQUIRE(plain.has_value());
    CHECK(placed(*plain) == placed(read_fully(text).root));
  }
}

TEST_CASE("whatever plain YAML is made up of, it reads as the full parser reads it") {
  static const std::vector<std::string> pieces = {
      "a: ",  "b: ",    "c:",     "d:\n", "- ",    "- ",        "[",     "]",         "{",     "}",    ", ",    ",",
      "e",    "f g",    "h",      "'i'",  "\"j\"", "'k ",       "l'",    " # m",      "\n",    "\n",   "\n",    "\n  ",
      "\n  ", "\n    ", " ",      "n: o", "p*",    "\"\\\"q\"", ">-\n",  "(r)",       "null",  "\r\n", "#",     ":",
      "\n\n", "s t",    "\u00e9", "-",    "''",    "u: {v: w}", "what?", "x: [y, z]", "'k': ", "\n- ", "\n  - "};
  std::mt19937 random(7);
  std::size_t read = 0;
  for (int i = 0; i < 60'000; ++i) {
    std::string text = random() % 4 == 0 ? "" : "a: ";
    for (std::size_t size = 1 + random() % 14; size > 0; --size) text += pieces[random() % pieces.size()];
    const SourceFile file("a.yaml", text);
    const std::optional<YamlNode> plain = read_plain(file);
    if (!plain) continue;
    ++read;
    CAPTURE(text);
    const ParsedYaml full = read_fully(text);
    REQUIRE(full.reports().empty());
    REQUIRE(placed(*plain) == placed(full.root));
  }
  CHECK(read > 2'000);
}
