#include "diagnostics/open_source.hpp"

#include <sstream>
#include <string>

#include "diagnostics/render.hpp"
#include "support/catch.hpp"

using namespace etic;

namespace {

/// What is reported of a file `t.md` with these bytes.
std::string reports(const std::string& bytes, const SizeLimit& limit = codebook_limit) {
  Sink sink;
  const auto file = open_source(MemoryFiles({{"t.md", bytes}}), "t.md", limit, sink);
  CHECK((file == nullptr) == (sink.error_count() == 1));
  std::ostringstream out;
  for (const Diagnostic& diagnostic : sink.sorted()) render(out, diagnostic, false);
  return out.str();
}

}  // namespace

TEST_CASE("UTF-8 is read as it is: with and without byte order mark, LF, CRLF and tabs") {
  CHECK(reports("x").empty());
  CHECK(reports("one\r\n\ttwo\n").empty());
  CHECK(reports("\uFEFFZoë 园区 🙂\n").empty());
}

TEST_CASE("what holds nothing but white space and a byte order mark is empty") {
  CHECK(reports("") == "t.md: error: the file is empty [empty-file]\n");
  CHECK(reports("\uFEFF\r\n \n") == "t.md: error: the file is empty [empty-file]\n");
}

TEST_CASE("what is not UTF-8 is refused, with the first byte's place") {
  CHECK(reports("one\nZo\xEB said\n") ==
        R"(t.md:2:3: error: byte 0xEB is not UTF-8 [invalid-utf8]
    Zo· said
      ^
    hint: save it as UTF-8: in a spreadsheet or editor choose `UTF-8` as encoding, or use `iconv -f WINDOWS-1252 -t UTF-8`
)");
  CHECK(reports("園\xE5\x9C") ==
        R"(t.md:1:2: error: byte 0xE5 is not UTF-8 [invalid-utf8]
    園··
      ^
    hint: save it as UTF-8: in a spreadsheet or editor choose `UTF-8` as encoding, or use `iconv -f WINDOWS-1252 -t UTF-8`
)");
}

TEST_CASE("UTF-16 is told by name, with and without byte order mark") {
  CHECK(reports(std::string("\xFF\xFEG\0\n\0", 6)) ==
        R"(t.md:1:1: error: byte 0xFF is not UTF-8 [invalid-utf8]
    ··G·
    ^
    hint: this looks like UTF-16; save it as UTF-8: in a spreadsheet or editor choose `UTF-8` as encoding, or use `iconv -f UTF-16 -t UTF-8`
)");
  CHECK(reports(std::string("\0G\0\n", 4)) ==
        R"(t.md:1:1: error: control character U+0000 [control-character]
    ·G·
    ^
    hint: this may be UTF-16; save it as UTF-8: in a spreadsheet or editor choose `UTF-8` as encoding, or use `iconv -f UTF-16 -t UTF-8`
)");
}

TEST_CASE("control characters are refused, and a carriage return that ends no line") {
  CHECK(reports("plain \x1b[1mbold\n") ==
        R"(t.md:1:7: error: control character U+001B [control-character]
    plain ·[1mbold
          ^
    hint: delete it
)");
  CHECK(reports("one\rtwo\r") ==
        R"(t.md:1:4: error: control character U+000D [control-character]
    one·two·
       ^
    hint: end lines with LF or CRLF
)");
  CHECK(reports("a\x7F") ==
        R"(t.md:1:2: error: control character U+007F [control-character]
    a·
     ^
    hint: delete it
)");
}

TEST_CASE("control characters beyond ASCII are refused, and a no-break space is none") {
  CHECK(reports("don\u0092t\n") ==
        "t.md:1:4: error: control character U+0092 [control-character]\n"
        "    don·t\n"
        "       ^\n"
        "    hint: it may be a quotation mark or dash that was lost when the text was converted from Windows-1252\n");
  CHECK(reports("5\u00A0km £ ÿ\n").empty());
}

TEST_CASE("a file of the limit's size is read, a larger one refused") {
  CHECK(reports(std::string(1 << 20, 'x'), {1 << 20}).empty());
  CHECK(reports(std::string((1 << 20) + 1, 'x'), {1 << 20, splitting_hint}) ==
        "t.md: error: larger than 1 MiB [file-too-large]\n"
        "    hint: split it into several files\n");
}

TEST_CASE("a file that is not there cannot be read") {
  Sink sink;
  CHECK(open_source(MemoryFiles({}), "t.md", codebook_limit, sink) == nullptr);
  std::ostringstream out;
  for (const Diagnostic& diagnostic : sink.sorted()) render(out, diagnostic, false);
  CHECK(out.str() == "t.md: error: cannot be read: no such file [unreadable-file]\n");
}
