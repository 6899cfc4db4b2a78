#include <string>

#include "support/catch.hpp"
#include "unit/yaml/yaml_reading.hpp"

using namespace etic;

TEST_CASE("patterns that lack their quotes are found in one run, and everything else is read") {
  const ParsedYaml yaml(
      "a:\n  - *ing\n  - * ing\n  - speed*\n  - @host-park\n  - `x`\n  - %d\nb: >= 25\nc: & more\nd: e\n");
  CHECK(yaml.reports() ==
        R"(book.yaml:2:5: error: text that starts with `*` is an alias in YAML [yaml-syntax]
      - *ing
        ^
    hint: quote it if the text itself is meant: '*ing'
book.yaml:3:5: error: text that starts with `*` is an alias in YAML [yaml-syntax]
      - * ing
        ^
    hint: quote it if the text itself is meant: '* ing'
book.yaml:5:5: error: plain text cannot start with `@` in YAML [yaml-syntax]
      - @host-park
        ^
    hint: quote it if the text itself is meant: '@host-park'
book.yaml:6:5: error: plain text cannot start with a backtick in YAML [yaml-syntax]
      - `x`
        ^
    hint: quote it if the text itself is meant: '`x`'
book.yaml:7:5: error: plain text cannot start with `%` in YAML [yaml-syntax]
      - %d
        ^
    hint: quote it if the text itself is meant: '%d'
book.yaml:8:4: error: text that starts with `>` is a block of lines in YAML [yaml-syntax]
    b: >= 25
       ^
    hint: quote it if the text itself is meant: '>= 25'
book.yaml:9:4: error: text that starts with `&` is an anchor in YAML [yaml-syntax]
    c: & more
       ^
    hint: quote it if the text itself is meant: '& more'
)");
  CHECK(text_of(yaml.root) == R"({a: [~, ~, "speed*", ~, ~, ~], b: ~, c: ~, d: "e"})");
}

TEST_CASE("an alias is shown at its star, also where another character is what yaml-cpp stumbles over") {
  CHECK(reports_on("- *x[y]\n- [*a*b, z]\n") ==
        R"(book.yaml:1:3: error: text that starts with `*` is an alias in YAML [yaml-syntax]
    - *x[y]
      ^
    hint: quote it if the text itself is meant: '*x[y]'
book.yaml:2:4: error: text that starts with `*` is an alias in YAML [yaml-syntax]
    - [*a*b, z]
       ^
    hint: quote it if the text itself is meant: '*a*b'
)");
}

TEST_CASE("a question mark at the end of text in brackets, which yaml-cpp does not take") {
  const ParsedYaml yaml("SQ1: {question: Does it work?, questions: G1}\nSQ2: Does it?\n");
  CHECK(yaml.reports() ==
        R"(book.yaml:1:29: error: text with `?` must be quoted inside brackets [yaml-syntax]
    SQ1: {question: Does it work?, questions: G1}
                                ^
    hint: quote the whole text
)");
  CHECK(text_of(yaml.root) == R"({SQ1: {question: ~, questions: "G1"}, SQ2: "Does it?"})");
}

TEST_CASE("a regular expression in double quotes: its escapes are not YAML's") {
  const ParsedYaml yaml("a: \"\\d+ years\"\nb: \"\\xZZ\"\nc: \"\\ud800\"\nd: '\\d+'\n");
  CHECK(yaml.reports() ==
        R"(book.yaml:1:5: error: `\d` is no escape of YAML [yaml-syntax]
    a: "\d+ years"
        ^
    hint: single quotes take a backslash as written: '\d+'
book.yaml:2:5: error: an escape that stands for no character [yaml-syntax]
    b: "\xZZ"
        ^
    hint: single quotes take a backslash as written: '\x'
book.yaml:3:5: error: an escape that stands for no character [yaml-syntax]
    c: "\ud800"
        ^
    hint: single quotes take a backslash as written: '\x'
)");
  CHECK(text_of(yaml.root) == R"({a: ~, b: ~, c: ~, d: "\d+"})");
}

TEST_CASE("tabs in the indentation are reported once, and what is behind them is read") {
  const ParsedYaml yaml("groups:\n\tG1: one\n\tG2: two\ntitle: *x\n");
  CHECK(yaml.reports() ==
        "book.yaml:2:1: error: a tab in the indentation [yaml-syntax]\n"
        "     G1: one\n"
        "    ^\n"
        "    hint: YAML indents with spaces\n"
        "book.yaml:4:8: error: text that starts with `*` is an alias in YAML [yaml-syntax]\n"
        "    title: *x\n"
        "           ^\n"
        "    hint: quote it if the text itself is meant: '*x'\n");
  CHECK(text_of(yaml.root) == R"({groups: {G1: "one", G2: "two"}, title: ~})");
}

TEST_CASE("a tab between lines that are indented with spaces, behind a dash, in a block of lines") {
  CHECK(reports_on("groups:\n  G1: one\n\tG2: two\n") ==
        "book.yaml:3:1: error: a tab in the indentation [yaml-syntax]\n"
        "     G2: two\n"
        "    ^\n"
        "    hint: YAML indents with spaces\n");
  CHECK(reports_on("a:\n  -\tb: c\n") ==
        "book.yaml:2:4: error: a tab in the indentation [yaml-syntax]\n"
        "      - b: c\n"
        "       ^\n"
        "    hint: YAML indents with spaces\n");
  CHECK(reports_on("a: |\n  b\n\tc\n") ==
        "book.yaml:3:1: error: a tab in the indentation [yaml-syntax]\n"
        "     c\n"
        "    ^\n"
        "    hint: YAML indents with spaces\n");
}

TEST_CASE("a quote that is never closed is shown where it opens, with and without a line break at the end") {
  const std::string expected = R"(book.yaml:2:4: error: a quote that is never closed [yaml-syntax]
    b: 'It is late
       ^
    hint: close it with `'`; inside, a quote is written twice: 'don''t'
)";
  CHECK(reports_on("a: x\nb: 'It is late\nc: y\n") == expected);
  CHECK(reports_on("a: x\nb: 'It is late\nc: y") == expected);
  CHECK(tree_of("a: x\nb: 'It is late\nc: y\n") == R"({a: "x"})");
  CHECK(reports_on("a: [x, \"y]\nb: c\n") ==
        R"(book.yaml:1:8: error: a quote that is never closed [yaml-syntax]
    a: [x, "y]
           ^
    hint: close it with `"`
)");
  CHECK(reports_on("a: \"x\n---\ny\"\n") ==
        R"(book.yaml:2:1: error: a quote above is not closed before this line [yaml-syntax]
    ---
    ^
)");
}

TEST_CASE("text behind a closing quote: an apostrophe was not written twice") {
  CHECK(reports_on("a: 'It's late'\nb: c\n") ==
        R"(book.yaml:1:8: error: text behind a closing quote [yaml-syntax]
    a: 'It's late'
           ^
    hint: write a quote inside single quotes twice: 'don''t'
)");
}

TEST_CASE("brackets: never closed, closed wrongly, a comma forgotten") {
  CHECK(reports_on("a: [b, c\nd: e\n") ==
        R"(book.yaml:1:4: error: a bracket that is never closed [yaml-syntax]
    a: [b, c
       ^
    hint: close it with `]`
)");
  CHECK(reports_on("a: {b: [c, d\n") ==
        R"(book.yaml:1:8: error: a bracket that is never closed [yaml-syntax]
    a: {b: [c, d
           ^
    hint: close it with `]`, then the one around it with `}`
)");
  CHECK(reports_on("a: [b}\n") ==
        R"(book.yaml:1:6: error: `}` closes no bracket that is open here [yaml-syntax]
    a: [b}
         ^
    hint: quote text that holds brackets
)");
  CHECK(reports_on("a: ]b\n") ==
        R"(book.yaml:1:4: error: `]` closes no bracket that is open here [yaml-syntax]
    a: ]b
       ^
    hint: quote text that holds brackets
)");
  CHECK(reports_on("a: ['b' c]\nd: e\n") ==
        R"(book.yaml:1:9: error: `,` or `]` is missing before this [yaml-syntax]
    a: ['b' c]
            ^
    hint: inside brackets, quote text that holds brackets, `,` or `: `
)");
}

TEST_CASE("text that lacks quotes in the middle of a line is left out, and reading goes on") {
  const ParsedYaml yaml("a: Note: it is late\nb: 'It's late'\nc:\n  - x: y: z\n  - w\nd: e\n");
  CHECK(yaml.reports() ==
        R"(book.yaml:1:8: error: `:` starts a value where none can stand [yaml-syntax]
    a: Note: it is late
           ^
    hint: quote text that holds `: `
book.yaml:2:8: error: text behind a closing quote [yaml-syntax]
    b: 'It's late'
           ^
    hint: write a quote inside single quotes twice: 'don''t'
book.yaml:4:9: error: `:` starts a value where none can stand [yaml-syntax]
      - x: y: z
            ^
    hint: quote text that holds `: `
)");
  CHECK(text_of(yaml.root) == R"({a: ~, b: ~, c: [{x: ~}, "w"], d: "e"})");
  CHECK_FALSE(yaml.root.cut);
}

TEST_CASE("where lines hang below such a one, reading ends, for they would make no sense") {
  const ParsedYaml yaml("a: b\nc: d:\n  e: f\n  g: h\n");
  CHECK(yaml.sink.error_count() == 1);
  CHECK(yaml.root.cut);
}

TEST_CASE("directives: a version is passed over, what YAML does not know is not") {
  CHECK(reports_on("%YAML 1.2\n---\na: b\n").empty());
  CHECK(reports_on("%YAML 2.\n---\na: b\n") ==
        R"(book.yaml:1:1: error: a line that starts with `%` is a directive in YAML [yaml-syntax]
    %YAML 2.
    ^
    hint: delete it, or quote the text
)");
}

TEST_CASE("a colon, dash or question mark and space where none can stand") {
  CHECK(reports_on("a: Note: it is late\n") ==
        R"(book.yaml:1:8: error: `:` starts a value where none can stand [yaml-syntax]
    a: Note: it is late
           ^
    hint: quote text that holds `: `
)");
  CHECK(reports_on("a: - b\n") ==
        R"(book.yaml:1:4: error: `-` starts a list where none can stand [yaml-syntax]
    a: - b
       ^
    hint: start it in the next line, or quote text that starts with `- `
)");
  CHECK(reports_on("a: ? b\n") ==
        R"(book.yaml:1:4: error: `?` starts a key where none can stand [yaml-syntax]
    a: ? b
       ^
    hint: quote text that starts with `? `
)");
}

TEST_CASE("lines that are out of line, and what stands before them is read") {
  const ParsedYaml yaml("a:\n  - b\n c: d\ne: f\n");
  CHECK(yaml.reports() ==
        R"(book.yaml:3:2: error: this does not fit the lines before it [yaml-syntax]
     c: d
     ^
    hint: check its indentation, and text above that should be quoted
)");
  CHECK(text_of(yaml.root) == R"({a: ["b"]})");
  CHECK(yaml.root.cut);
  CHECK(reports_on(" a: b\nc: d\n") ==
        R"(book.yaml:2:1: error: this does not fit the lines before it [yaml-syntax]
    c: d
    ^
    hint: check the indentation of the first line
)");
}

TEST_CASE("collections that a syntax error cuts short are marked, those complete before it are not") {
  const ParsedYaml yaml("a: [x]\nb:\n  c: [y]\n  d: - f\n");
  CHECK(yaml.root.cut);
  CHECK_FALSE(yaml.at("a").cut);
  CHECK(yaml.at("b").cut);
  CHECK_FALSE(ParsedYaml("a: *x\nb: c\n").root.cut);
}

TEST_CASE("where tabs stand for spaces, what is then out of line is no error of its own") {
  CHECK(ParsedYaml("a:\n    b: c\n\td: e\nf: g\n").sink.error_count() == 1);
}
