#include "yaml/parse.hpp"

#include <string>

#include "support/catch.hpp"
#include "unit/yaml/yaml_reading.hpp"

using namespace etic;

TEST_CASE("mappings, lists and text make a tree, in the file's order") {
  const ParsedYaml yaml(R"(title: Parks in parks
groups:
  G2: experts
  G1: {label: managers, respondents: 11}
lists:
- a
- [b, c]
-   d: 1
    e: 2
)");
  CHECK(yaml.reports().empty());
  CHECK(text_of(yaml.root) ==
        R"({title: "Parks in parks", groups: {G2: "experts", G1: {label: "managers", respondents: "11"}}, )"
        R"(lists: ["a", ["b", "c"], {d: "1", e: "2"}]})");
}

TEST_CASE("text is taken as written, whatever YAML makes of it") {
  CHECK(tree_of("[no, yes, on, true, 5, 05, 1e3, 0x1F, 2023-07-19, 12:30:45, .inf, =]") ==
        R"(["no", "yes", "on", "true", "5", "05", "1e3", "0x1F", "2023-07-19", "12:30:45", ".inf", "="])");
  CHECK(tree_of("[nullable, nULL, ~x, 'null', \"~\"]") == R"(["nullable", "nULL", "~x", "null", "~"])");
}

TEST_CASE("quotes keep what is between them") {
  CHECK(tree_of(R"('don''t': "a \"b\"\tc")") == "{don't: \"a \"b\"\tc\"}");
  CHECK(tree_of(R"(['', "", '*ing', '# x', 'a: b', "\u56ED"])") == R"(["", "", "*ing", "# x", "a: b", "园"])");
}

TEST_CASE("text over several lines is folded or kept as YAML has it") {
  CHECK(tree_of("a: one\n  two\n\n  three\nb: >-\n  one\n  two\nc: |\n  one\n  two\n") ==
        "{a: \"one two\nthree\", b: \"one two\", c: \"one\ntwo\n\"}");
}

TEST_CASE("an empty document is an empty mapping") {
  for (const char* text : {"", "\n\n", "# nothing yet\n", "---\n", "---\n...\n", "%YAML 1.2\n---\n"}) {
    CAPTURE(text);
    const ParsedYaml yaml(text);
    CHECK(yaml.reports().empty());
    CHECK(yaml.root.is_mapping());
    CHECK(yaml.root.entries.empty());
  }
}

TEST_CASE("CRLF and a byte order mark change nothing") {
  const std::string text = "a: b\nc:\n  - 'd'\n  - |\n    e\n    f\n  - g\n    h\n";
  std::string windows = "\uFEFF";
  for (const char c : text) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  const ParsedYaml yaml(windows);
  CHECK(yaml.reports().empty());
  CHECK(text_of(yaml.root) == tree_of(text));
  CHECK(yaml.file.place(yaml.at("a").span.begin) == Place{1, 4});
  CHECK(yaml.file.slice(yaml.at("c").items.at(0).span) == "'d'");
}

TEST_CASE("a second byte order mark, which yaml-cpp eats, moves no place") {
  const ParsedYaml yaml("\uFEFF\uFEFFa: b\n");
  CHECK(yaml.file.slice(yaml.at("a").span) == "b");
}

TEST_CASE("a scalar knows where it stands, with its quotes, and where its parts do") {
  const ParsedYaml yaml("a: G1Q3-6, G2Q1 # note\nb: 'G1Q3, G2Q1'\nc: \"it's\"\n");
  CHECK(yaml.file.slice(yaml.at("a").span) == "G1Q3-6, G2Q1");
  CHECK(yaml.file.slice(yaml.at("a").part(8, 4)) == "G2Q1");
  CHECK(yaml.file.slice(yaml.at("b").span) == "'G1Q3, G2Q1'");
  CHECK(yaml.file.slice(yaml.at("b").part(6, 4)) == "G2Q1");
  CHECK(yaml.file.slice(yaml.at("c").span) == "\"it's\"");
  CHECK(yaml.at("c").verbatim);
}

TEST_CASE("a scalar that is not in the file letter by letter is placed as a whole, or on its first line") {
  const ParsedYaml yaml("a: 'don''t' # note\nb: [\"x\\ty\", z]\nc: one\n  two\nd: |\n  three\n");
  CHECK(yaml.file.slice(yaml.at("a").span) == "'don''t'");
  CHECK(yaml.file.slice(yaml.at("a").part(1, 2)) == "'don''t'");
  CHECK(yaml.file.slice(yaml.at("b").items.at(0).span) == "\"x\\ty\"");
  CHECK(yaml.file.slice(yaml.at("c").span) == "one");
  CHECK(yaml.file.slice(yaml.at("d").span) == "|");
  for (const char* key : {"a", "c", "d"}) CHECK_FALSE(yaml.at(key).verbatim);
}

TEST_CASE("places count bytes behind letters of several bytes") {
  const ParsedYaml yaml("园区: Zoë\né: [ü, ö]\n");
  CHECK(yaml.file.slice(yaml.at("园区").span) == "Zoë");
  CHECK(yaml.file.slice(yaml.at("é").items.at(1).span) == "ö");
  CHECK(yaml.file.place(yaml.at("é").items.at(1).span.begin) == Place{2, 8});
}

TEST_CASE("text is in NFC, so that keys and values are the same from whatever system") {
  const ParsedYaml yaml("cafe\u0301: Zoe\u0308\nplain: ASCII\n");
  CHECK(yaml.reports().empty());
  CHECK(text_of(yaml.root) == "{caf\u00E9: \"Zo\u00EB\", plain: \"ASCII\"}");
  CHECK(yaml.file.slice(yaml.at("caf\u00E9").span) == "Zoe\u0308");
  CHECK_FALSE(yaml.at("caf\u00E9").verbatim);
}

TEST_CASE("only the stretch asked for is parsed") {
  const SourceFile file("t.md", "---\na: b\n---\n: [ not yaml\n");
  Sink sink;
  const YamlNode root = parse_yaml(file, {4, 9}, sink);
  CHECK(sink.error_count() == 0);
  CHECK(text_of(root) == R"({a: "b"})");
  CHECK(file.place(root.entries.at(0).second.span.begin) == Place{2, 4});
}

TEST_CASE("a line of nothing but tabs is an empty line") {
  CHECK(tree_of("a: x\n\t\nb:\n  - y\n \t \n  - z\n") == R"({a: "x", b: ["y", "z"]})");
}
