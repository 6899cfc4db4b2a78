#include "yaml/mapping_reader.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"
#include "unit/yaml/yaml_reading.hpp"

using namespace etic;

namespace {

std::vector<std::string> strings(const std::vector<Text>& texts) {
  std::vector<std::string> all;
  for (const Text& text : texts) all.push_back(text.text);
  return all;
}

}  // namespace

TEST_CASE("values are read by key") {
  ParsedYaml yaml("title: Parks\nlist: [a, b]\none: c\nnumber: 12\nmap: {d: e}\n");
  MappingReader reader(yaml.root, "the book", yaml.file, yaml.sink);
  CHECK(reader.text("title")->text == "Parks");
  CHECK_FALSE(reader.text("label").has_value());
  CHECK(strings(reader.texts("list")) == std::vector<std::string>{"a", "b"});
  CHECK(strings(reader.texts("one")) == std::vector<std::string>{"c"});
  CHECK(reader.texts("none").empty());
  CHECK(reader.integer("number", 0, 100) == 12);
  CHECK(reader.sequence("list")->items.size() == 2);
  CHECK(reader.mapping("map")->entries.size() == 1);
  CHECK(reader.has("map"));
  CHECK_FALSE(reader.has("none"));
  reader.require("title");
  reader.finish();
  CHECK(yaml.reports().empty());
}

TEST_CASE("values of the wrong type are reported at the value, and read as absent") {
  ParsedYaml yaml("text: [a]\ntexts: {a: b}\nmixed: [a, b: c, [d]]\nlist: a\nmap: [a]\n");
  MappingReader reader(yaml.root, "the book", yaml.file, yaml.sink);
  CHECK_FALSE(reader.text("text").has_value());
  CHECK(reader.texts("texts").empty());
  CHECK(strings(reader.texts("mixed")) == std::vector<std::string>{"a"});
  CHECK(reader.sequence("list") == nullptr);
  CHECK(reader.mapping("map") == nullptr);
  CHECK(yaml.reports() ==
        R"(book.yaml:1:7: error: `text` wants a single value, not a list [wrong-type]
    text: [a]
          ^
book.yaml:2:8: error: `texts` wants one value or a list of them, not a mapping [wrong-type]
    texts: {a: b}
           ^
book.yaml:3:12: error: an entry of `mixed` wants a single value, not a mapping [wrong-type]
    mixed: [a, b: c, [d]]
               ^
    hint: quote text that holds `: `
book.yaml:3:18: error: an entry of `mixed` wants a single value, not a list [wrong-type]
    mixed: [a, b: c, [d]]
                     ^
book.yaml:4:7: error: `list` wants a list, not a single value [wrong-type]
    list: a
          ^
book.yaml:5:6: error: `map` wants a mapping (`key: value`), not a list [wrong-type]
    map: [a]
         ^
)");
}

TEST_CASE("numbers are whole, plain and within their bounds") {
  for (const char* written : {"x", "1.5", "-1", "101", "5 apples", "0x10", "99999999999999999999", "''"}) {
    CAPTURE(written);
    ParsedYaml yaml(std::string("n: ") + written + "\n");
    MappingReader reader(yaml.root, "the book", yaml.file, yaml.sink);
    CHECK_FALSE(reader.integer("n", 0, 100).has_value());
    CHECK(yaml.sink.error_count() == 1);
  }
  ParsedYaml yaml("n: many\n");
  MappingReader reader(yaml.root, "the book", yaml.file, yaml.sink);
  CHECK_FALSE(reader.integer("n", 0, 100).has_value());
  CHECK(yaml.reports() ==
        R"(book.yaml:1:4: error: `n` wants a whole number from 0 to 100 [wrong-value]
    n: many
       ^~~~
)");
}

TEST_CASE("a key that nobody asked for is unknown; a near one, or all, are named") {
  ParsedYaml yaml("title: a\nlable: b\ncolour: c\n");
  MappingReader reader(yaml.root, "the book", yaml.file, yaml.sink);
  static_cast<void>(reader.text("title"));
  static_cast<void>(reader.text("label"));
  static_cast<void>(reader.find("title"));
  reader.finish();
  CHECK(yaml.reports() ==
        R"(book.yaml:2:1: error: `lable` is no key of the book [unknown-key]
    lable: b
    ^~~~~
    hint: did you mean `label`?
book.yaml:3:1: error: `colour` is no key of the book [unknown-key]
    colour: c
    ^~~~~~
    hint: its keys are title, label
)");
}

TEST_CASE("a key that must be there is missed, unless the file breaks off") {
  ParsedYaml yaml("title: a\n");
  MappingReader(yaml.root, "the book", yaml.file, yaml.sink).require("codes");
  CHECK(yaml.reports() ==
        R"(book.yaml:1:1: error: the book has no `codes` [missing-key]
    title: a
    ^
)");
  ParsedYaml cut("title: - a\ncodes: {}\n");
  MappingReader(cut.root, "the book", cut.file, cut.sink).require("codes");
  CHECK(cut.sink.error_count() == 1);
}

TEST_CASE("a node that is no mapping is reported once and reads as an empty one") {
  ParsedYaml yaml("- a\n");
  MappingReader reader(yaml.root, "the book", yaml.file, yaml.sink);
  reader.require("codes");
  CHECK_FALSE(reader.text("title").has_value());
  reader.finish();
  CHECK(yaml.reports() ==
        R"(book.yaml:1:1: error: the book wants a mapping (`key: value`), not a list [wrong-type]
    - a
    ^
)");
}

TEST_CASE("what was refused already is passed over in silence") {
  ParsedYaml yaml("a: ~\nb: [~, x]\n");
  MappingReader reader(yaml.root, "the book", yaml.file, yaml.sink);
  CHECK_FALSE(reader.text("a").has_value());
  CHECK(reader.mapping("a") == nullptr);
  CHECK(strings(reader.texts("b")) == std::vector<std::string>{"x"});
  reader.require("a");
  reader.finish();
  CHECK(yaml.sink.error_count() == 2);
}
