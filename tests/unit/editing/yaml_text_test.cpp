#include "editing/yaml_text.hpp"

#include "support/catch.hpp"
#include "yaml/parse.hpp"

using namespace etic;

TEST_CASE("text is quoted where YAML would read it as something else, and reads as it was") {
  for (const char* text : {"plain", "a, b", "it's", "a: b", "a:", "a #b", "a#b", "'a'", "\"a\"", "*a", "@a",  "[a",
                           "null",  "~",    "- a",  "",     "é",  "5",    "#a",  "%a",  "a]",    "?",  "| a", "no"}) {
    const SourceFile file("f", "key: " + yaml_text(text) + "\nother: x\n");
    Sink sink;
    const YamlNode node = parse_yaml(file, {0, static_cast<std::uint32_t>(file.bytes().size())}, sink);
    INFO(text);
    CHECK(sink.error_count() == 0);
    REQUIRE(node.entries.size() == 2);
    CHECK(node.entries[0].second.text == text);
  }
  CHECK(yaml_text("it's") == "it's");
  CHECK(yaml_text("a: b's") == "'a: b''s'");
}
