#include "corpus/row_chunks.hpp"

#include <random>

#include "support/catch.hpp"

using namespace etic;

namespace {

std::vector<RowChunk> chunks_of(const std::string& text, RowFormat format, std::size_t size) {
  RowChunks chunks(std::make_unique<TextStream>(text), format, size);
  std::vector<RowChunk> all;
  while (std::optional<RowChunk> chunk = chunks.next()) all.push_back(std::move(*chunk));
  return all;
}

std::vector<std::string> bytes_of(const std::vector<RowChunk>& chunks) {
  std::vector<std::string> bytes;
  for (const RowChunk& chunk : chunks) bytes.push_back(chunk.bytes);
  return bytes;
}

}  // namespace

TEST_CASE("A chunk ends with a row, and knows on which line it begins") {
  const std::vector<RowChunk> chunks = chunks_of("a,b\n1,2\n3,4\n5,6", RowFormat::csv, 5);
  CHECK(bytes_of(chunks) == std::vector<std::string>{"a,b\n", "1,2\n", "3,4\n", "5,6"});
  CHECK(chunks[2].first_line == 3);
}

TEST_CASE("A line break in quotes ends no row; in NDJSON a quote is nothing special") {
  CHECK(bytes_of(chunks_of("a\n\"1\n2\n3\"\n4\n", RowFormat::csv, 5)) ==
        std::vector<std::string>{"a\n", "\"1\n2\n3\"\n4\n"});
  CHECK(bytes_of(chunks_of("{\"\n{\"\n", RowFormat::ndjson, 3)) == std::vector<std::string>{"{\"\n", "{\"\n"});
}

TEST_CASE("A row larger than a chunk makes it larger") {
  const std::string row(10'000, 'x');
  CHECK(bytes_of(chunks_of("a\n" + row + "\nb\n", RowFormat::csv, 16)) ==
        std::vector<std::string>{"a\n", row + "\nb\n"});
}

TEST_CASE("An empty stream has no chunks, nor has one in trouble") { CHECK(chunks_of("", RowFormat::csv, 16).empty()); }

TEST_CASE("Wherever a file is cut, its chunks are the file, and outside of quotes") {
  std::mt19937 random(8);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    bool quoted = false;
    for (int i = 0; i < 60; ++i) {
      const char byte = "ab,\"\n\n"[random() % 6];
      quoted = byte == '"' ? !quoted : quoted;
      text += byte;
    }
    if (quoted) text += '"';
    for (const std::size_t size : {std::size_t{1}, std::size_t{3}, std::size_t{7}, std::size_t{64}}) {
      std::string joined;
      std::uint32_t line = 1;
      for (const RowChunk& chunk : chunks_of(text, RowFormat::csv, size)) {
        CHECK(chunk.first_line == line);
        CHECK(std::count(joined.begin(), joined.end(), '"') % 2 == 0);
        joined += chunk.bytes;
        line += static_cast<std::uint32_t>(std::count(chunk.bytes.begin(), chunk.bytes.end(), '\n'));
      }
      CHECK(joined == text);
    }
  }
}

TEST_CASE("A file's name tells how its rows stand, or else its begin") {
  CHECK(row_format_of("a/b.csv.gz") == RowFormat::csv);
  CHECK(row_format_of("b.tab") == RowFormat::tsv);
  CHECK(row_format_of("b.jsonl.zst") == RowFormat::ndjson);
  CHECK_FALSE(row_format_of("-").has_value());
  CHECK(row_format_by_look(" {\"text\": 1}\n") == RowFormat::ndjson);
  CHECK(row_format_by_look("text\tid\na,b") == RowFormat::tsv);
  CHECK(row_format_by_look("text,id\na\tb") == RowFormat::csv);
}
