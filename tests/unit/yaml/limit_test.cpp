#include <string>

#include "support/catch.hpp"
#include "unit/yaml/yaml_reading.hpp"

using namespace etic;

namespace {

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("64 levels are read, 65 refused") {
  CHECK(reports_on(times(64, "[") + times(64, "]")).empty());
  CHECK(reports_on(times(65, "[") + times(65, "]")) ==
        "book.yaml:1:65: error: nested deeper than 64 levels [yaml-depth]\n    " + times(65, "[") + times(65, "]") +
            "\n    " + times(64, " ") + "^\n");
  CHECK(ParsedYaml(times(100'000, "- ")).sink.error_count() == 1);
  CHECK(ParsedYaml(times(100'000, "{a: ")).sink.error_count() == 1);
}

TEST_CASE("an alias bomb is refused piece by piece and never unfolded") {
  std::string bomb = "a0: &a0 [x, x]\n";
  for (int i = 1; i < 50; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last + ", " + last + "]\n";
  }
  const ParsedYaml yaml(bomb);
  CHECK(yaml.sink.error_count() == 50 + 2 * 49);
  CHECK(yaml.root.entries.size() == 50);
}

TEST_CASE("after a thousand findings the rest is not read") {
  const ParsedYaml yaml(times(5'000, "- ~\n"));
  CHECK(yaml.root.items.size() == 1'000);
  CHECK(yaml.root.cut);
  CHECK(yaml.sink.is_full("book.yaml"));
}

TEST_CASE("the thousandth finding may be one about what a syntax error cut short") {
  std::string text;
  for (int i = 0; i < 1'000; ++i) text += "k" + std::to_string(i) + ": ~\n";
  const ParsedYaml yaml(text + "k0:\n  a: - b\n");
  CHECK(yaml.sink.is_full("book.yaml"));
  CHECK(yaml.root.entries.size() == 1'000);
}

TEST_CASE("slips are stepped over twenty times") {
  CHECK(ParsedYaml(times(15, "- *x\n")).sink.error_count() == 15);
  CHECK(ParsedYaml(times(100, "- *x\n")).sink.error_count() == 20);
}

TEST_CASE("YAML of more than 4 MiB is refused unread") {
  const ParsedYaml yaml("# " + std::string(4 << 20, 'x') + "\na: b\n");
  CHECK(yaml.reports() == "book.yaml: error: more than 4 MiB of YAML [file-too-large]\n");
  CHECK(yaml.root.is_refused());
}

TEST_CASE("a key is found however long, a line however long is read once") {
  // A plain key of more than 1,024 characters is none in YAML.
  CHECK(ParsedYaml(std::string(1'000, 'k') + ": v\n").sink.error_count() == 0);
  CHECK(ParsedYaml("[" + times(100'000, "\"a\\tb\", ") + "x]").root.items.size() == 100'001);
}
