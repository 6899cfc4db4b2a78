#include "yaml/flat_mapping.hpp"

#include <string>

#include "support/catch.hpp"
#include "unit/yaml/yaml_reading.hpp"

using namespace etic;

namespace {

std::optional<YamlNode> read_flat(const SourceFile& file) {
  return read_flat_mapping(file, {file.bom_size(), static_cast<std::uint32_t>(file.bytes().size())});
}

/// The tree with every place: `{a@0-1: "b"@3-4}`.
std::string placed(const YamlNode& node) {
  const std::string place = '@' + std::to_string(node.span.begin) + '-' + std::to_string(node.span.end);
  if (node.is_scalar()) return '"' + node.text + '"' + (node.verbatim ? "" : "?") + place;
  std::string text;
  for (const YamlNode& item : node.items) text += placed(item) + ' ';
  for (const auto& [key, value] : node.entries) text += placed(key) + ": " + placed(value) + ' ';
  return (node.is_sequence() ? '[' + text + ']' : '{' + text + '}') + place;
}

}  // namespace

TEST_CASE("plain front matter reads as the full parser reads it, place for place") {
  for (const char* text : {
           "respondent: G1-01\n",
           "respondent: G1-01\nsite: TCR\ndate: 2023-07-19\nminutes: 120\nplace: Bangkok, Thailand\n",
           "respondents: [G3-01,G3-02 , G3-03]\r\ndate: [2023-07-19, 2023-07-20]\r\n",
           "a:   b  c   \nd: [ e  f ]  \nz: []",
           "role: Member of 中国商会 (Bangkok) = ok; yes - no\n",
       }) {
    CAPTURE(text);
    const SourceFile file("a.md", text);
    const std::optional<YamlNode> flat = read_flat(file);
    REQUIRE(flat.has_value());
    const ParsedYaml full(std::string(text) + "\n# with a comment the full parser reads it\n");
    CHECK(full.reports().empty());
    CHECK(placed(*flat) == placed(full.root));
  }
}

TEST_CASE("everything else is left to the full parser") {
  for (const char* text : {
           "",
           "\n",
           "a:\n",
           "a: ~\n",
           "a: null\n",
           "null: a\n",
           "a: 'b'\n",
           "a: b: c\n",
           "a: b # c\n",
           "a: *b\n",
           "a: [b, 'c']\n",
           "a: [b,, c]\n",
           "a: [b\n",
           "a: {b: c}\n",
           "a: b\n  c\n",
           " a: b\n",
           "- a\n",
           "a: b\n\nc: d\n",
           "a: b\na: c\n",
           "a: |\n",
           "a: [what?, b]\n",
           "a: -\n",
           "a: cafe\u0301\n",
           "é: a\n",
           "---\na: b\n",
           "a: !b c\n",
           "a:\tb\n",
           "a: b\tc\n",
       }) {
    CAPTURE(text);
    CHECK_FALSE(read_flat(SourceFile("a.md", text)).has_value());
  }
  std::string many;
  for (int i = 0; i < 101; ++i) many += "k" + std::to_string(i) + ": v\n";
  CHECK_FALSE(read_flat(SourceFile("a.md", many)).has_value());
}
