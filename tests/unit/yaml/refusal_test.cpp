#include <string>

#include "support/catch.hpp"
#include "unit/yaml/yaml_reading.hpp"

using namespace etic;

TEST_CASE("anchors and aliases are refused by name") {
  const ParsedYaml yaml("a: &base [x]\nb: *base\nc: [y, *base]\n");
  CHECK(yaml.reports() ==
        R"(book.yaml:1:4: error: `&base` is an anchor in YAML [yaml-feature]
    a: &base [x]
       ^~~~~
    hint: etic takes no anchors; quote it if the text itself is meant
book.yaml:2:4: error: `*base` is an alias in YAML [yaml-feature]
    b: *base
       ^~~~~
    hint: etic takes no aliases; quote it if a pattern is meant
book.yaml:3:8: error: `*base` is an alias in YAML [yaml-feature]
    c: [y, *base]
           ^~~~~
    hint: etic takes no aliases; quote it if a pattern is meant
)");
  CHECK(text_of(yaml.root) == R"({a: ["x"], b: ~, c: ["y", ~]})");
}

TEST_CASE("a merge key is refused") {
  CHECK(reports_on("a: &x {b: c}\nd:\n  <<: *x\n") ==
        R"(book.yaml:1:4: error: `&x` is an anchor in YAML [yaml-feature]
    a: &x {b: c}
       ^~
    hint: etic takes no anchors; quote it if the text itself is meant
book.yaml:3:3: error: merge key `<<` [yaml-feature]
      <<: *x
      ^~
    hint: write the keys out
book.yaml:3:7: error: `*x` is an alias in YAML [yaml-feature]
      <<: *x
          ^~
    hint: etic takes no aliases; quote it if a pattern is meant
)");
}

TEST_CASE("tags are refused, as they are written, and on lists and mappings too") {
  CHECK(reports_on("a: !!int 5\nb: !park x\nc: ! 5\nd: !!set {e: f}\ng: !<?> h\n") ==
        R"(book.yaml:1:4: error: `!!int` is a tag in YAML [yaml-feature]
    a: !!int 5
       ^~~~~
    hint: etic takes no tags; quote it if the text itself is meant
book.yaml:2:4: error: `!park` is a tag in YAML [yaml-feature]
    b: !park x
       ^~~~~
    hint: etic takes no tags; quote it if the text itself is meant
book.yaml:3:4: error: `!` is a tag in YAML [yaml-feature]
    c: ! 5
       ^
    hint: etic takes no tags; quote it if the text itself is meant
book.yaml:4:4: error: `!!set` is a tag in YAML [yaml-feature]
    d: !!set {e: f}
       ^~~~~
    hint: etic takes no tags; quote it if the text itself is meant
book.yaml:5:4: error: `!<?>` is a tag in YAML [yaml-feature]
    g: !<?> h
       ^~~~
    hint: etic takes no tags; quote it if the text itself is meant
)");
}

TEST_CASE("a second document is refused where it starts") {
  CHECK(reports_on("---\na: b\n---\nc: d\n") ==
        R"(book.yaml:3:1: error: a second YAML document in one file [yaml-feature]
    ---
    ^~~
    hint: put what follows into a file of its own
)");
  CHECK(reports_on("a: b\n...  # the end\n\nc: d\n") ==
        R"(book.yaml:2:1: error: a second YAML document in one file [yaml-feature]
    ...  # the end
    ^~~
    hint: put what follows into a file of its own
)");
  CHECK(tree_of("a: b\n---\nc: d\n") == R"({a: "b"})");
}

TEST_CASE("nulls are refused where they stand") {
  const ParsedYaml yaml("a: ~\nb: null\nc: [x, Null, NULL]\n");
  CHECK(yaml.reports() ==
        R"(book.yaml:1:4: error: `~` is a null in YAML [empty-value]
    a: ~
       ^
    hint: quote it if the text itself is meant
book.yaml:2:4: error: `null` is a null in YAML [empty-value]
    b: null
       ^~~~
    hint: quote it if the text itself is meant
book.yaml:3:8: error: `Null` is a null in YAML [empty-value]
    c: [x, Null, NULL]
           ^~~~
    hint: quote it if the text itself is meant
book.yaml:3:14: error: `NULL` is a null in YAML [empty-value]
    c: [x, Null, NULL]
                 ^~~~
    hint: quote it if the text itself is meant
)");
  CHECK(text_of(yaml.root) == R"({a: ~, b: ~, c: ["x", ~, ~]})");
}

TEST_CASE("a key without a value is shown at the key, whatever comes next") {
  CHECK(reports_on("title:  # to be found\n\nnullable: x\nlast:\n") ==
        R"(book.yaml:1:1: error: `title` has no value [empty-value]
    title:  # to be found
    ^~~~~
    hint: give it one or delete the key
book.yaml:4:1: error: `last` has no value [empty-value]
    last:
    ^~~~
    hint: give it one or delete the key
)");
  CHECK(reports_on("a: {b, c: d}\n? e\n") ==
        R"(book.yaml:1:5: error: `b` has no value [empty-value]
    a: {b, c: d}
        ^
    hint: give it one or delete the key
book.yaml:2:3: error: `e` has no value [empty-value]
    ? e
      ^
    hint: give it one or delete the key
)");
}

TEST_CASE("a null as key is told from the missing value before it") {
  CHECK(reports_on("a:\nnull: x\n~ : y\n") ==
        R"(book.yaml:1:1: error: `a` has no value [empty-value]
    a:
    ^
    hint: give it one or delete the key
book.yaml:2:1: error: `null` is a null in YAML [empty-value]
    null: x
    ^~~~
    hint: quote it if the text itself is meant
book.yaml:3:1: error: `~` is a null in YAML [empty-value]
    ~ : y
    ^
    hint: quote it if the text itself is meant
)");
}

TEST_CASE("an empty entry is shown at its dash or comma") {
  const ParsedYaml yaml("a:\n  - x\n  -   # nothing\n  # here\n\n  - y\nb: [x, , y]\nc:\n-\n");
  CHECK(yaml.reports() ==
        R"(book.yaml:3:3: error: an empty entry in a list [empty-value]
      -   # nothing
      ^
    hint: delete it, or write '' for an empty text
book.yaml:7:8: error: an empty entry in a list [empty-value]
    b: [x, , y]
           ^
    hint: delete it, or write '' for an empty text
book.yaml:9:1: error: an empty entry in a list [empty-value]
    -
    ^
    hint: delete it, or write '' for an empty text
)");
  CHECK(text_of(yaml.root) == R"({a: ["x", ~, "y"], b: ["x", ~, "y"], c: [~]})");
}

TEST_CASE("a value without a key is refused") {
  CHECK(reports_on("a: b\n: c\n") ==
        R"(book.yaml:2:1: error: a value without a key [empty-value]
    : c
    ^
    hint: quote text that starts with `:`
)");
}

TEST_CASE("a document that is a null is refused as a whole") {
  const ParsedYaml yaml("~\n");
  CHECK(yaml.root.is_refused());
  CHECK(yaml.sink.error_count() == 1);
}

TEST_CASE("a key that stands twice is refused, in NFD too, and the first value holds") {
  const ParsedYaml yaml("a: 1\nb: {c: 2, c: 3}\n'a': 4\ncaf\u00E9: 5\ncafe\u0301: 6\n");
  CHECK(yaml.reports() ==
        "book.yaml:2:11: error: `c` stands twice, first in line 2 [duplicate-key]\n"
        "    b: {c: 2, c: 3}\n"
        "              ^\n"
        "    hint: rename one of them or join the two\n"
        "book.yaml:3:1: error: `a` stands twice, first in line 1 [duplicate-key]\n"
        "    'a': 4\n"
        "    ^~~\n"
        "    hint: rename one of them or join the two\n"
        "book.yaml:5:1: error: `caf\u00E9` stands twice, first in line 4 [duplicate-key]\n"
        "    cafe\u0301: 6\n"
        "    ^~~~\n"
        "    hint: rename one of them or join the two\n");
  CHECK(text_of(yaml.root) == "{a: \"1\", b: {c: \"2\"}, caf\u00E9: \"5\"}");
}

TEST_CASE("a list or mapping as key is refused") {
  CHECK(reports_on("[a, b]: c\n? {d: e}\n: f\n") ==
        R"(book.yaml:1:1: error: a key must be plain text [wrong-type]
    [a, b]: c
    ^
    hint: quote it if it starts with `[`, `{` or `?`
book.yaml:2:3: error: a key must be plain text [wrong-type]
    ? {d: e}
      ^
    hint: quote it if it starts with `[`, `{` or `?`
)");
}

TEST_CASE("an escape that stands for a control character is refused, as the character itself is") {
  CHECK(reports_on("a: \"\\bpark\\b\"\nb: \"one\\ttwo\\nthree\"\nc: \"\\e[1m\"\nd: '\\bpark\\b'\n") ==
        R"(book.yaml:1:4: error: an escape stands for control character U+0008 [control-character]
    a: "\bpark\b"
       ^~~~~~~~~~
    hint: single quotes take a backslash as written: '\bword\b'
book.yaml:3:4: error: an escape stands for control character U+001B [control-character]
    c: "\e[1m"
       ^~~~~~~
    hint: single quotes take a backslash as written: '\bword\b'
)");
}

TEST_CASE("escapes that yaml-cpp makes bytes of are refused") {
  const ParsedYaml yaml("a: \"5\\_km\"\nb: [\"x\\Ny\", z]\n");
  CHECK(yaml.reports() ==
        R"(book.yaml:1:4: error: etic does not take the escapes `\_` and `\N` [yaml-syntax]
    a: "5\_km"
       ^~~~~~~
    hint: write the characters themselves
book.yaml:2:5: error: etic does not take the escapes `\_` and `\N` [yaml-syntax]
    b: ["x\Ny", z]
        ^~~~~~
    hint: write the characters themselves
)");
  CHECK(text_of(yaml.root) == R"({a: ~, b: [~, "z"]})");
}
