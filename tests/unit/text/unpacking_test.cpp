#include "text/unpacking.hpp"

#include <array>

#include "support/catch.hpp"

using namespace etic;

namespace {

using namespace std::string_literals;

// What `gzip` and `zstd` make of `one`, `two` and `three`, a line each.
const std::string one_two =
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\xcb\xcf\x4b\xe5\x2a\x29\xcf\xe7\x02\x00"
    "\xe6\x0b\xba\x12\x08\x00\x00\x00"s;
const std::string three =
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\x2b\xc9\x28\x4a\x4d\xe5\x02\x00\xd8\xc5"
    "\x46\xff\x06\x00\x00\x00"s;
const std::string zstandard_one_two = "\x28\xb5\x2f\xfd\x00\x58\x41\x00\x00\x6f\x6e\x65\x0a\x74\x77\x6f\x0a"s;

struct Unpacked {
  std::string bytes;
  std::string trouble;
};

Unpacked unpack(const std::string& packed, std::string_view packing, std::size_t portion) {
  const std::unique_ptr<ByteStream> stream = unpacked(std::make_unique<TextStream>(packed), packing);
  Unpacked result;
  std::string buffer(portion, '\0');
  for (std::size_t got = stream->read(buffer); got > 0; got = stream->read(buffer)) result.bytes.append(buffer, 0, got);
  result.trouble = stream->trouble();
  return result;
}

}  // namespace

TEST_CASE("What is packed is unpacked, however little is read at a time") {
  for (const std::size_t portion : {std::size_t{1}, std::size_t{3}, std::size_t{1000}}) {
    CHECK(unpack(one_two, ".gz", portion).bytes == "one\ntwo\n");
    CHECK(unpack(zstandard_one_two, ".zst", portion).bytes == "one\ntwo\n");
    CHECK(unpack("as it is", "", portion).bytes == "as it is");
  }
}

TEST_CASE("Members and frames one after the other are one stream") {
  CHECK(unpack(one_two + three, ".gz", 1000).bytes == "one\ntwo\nthree\n");
  CHECK(unpack(zstandard_one_two + zstandard_one_two, ".zst", 1000).bytes == "one\ntwo\none\ntwo\n");
}

TEST_CASE("What ends too early, or is nothing of the kind, is trouble") {
  for (std::size_t size = 1; size < one_two.size(); ++size)
    CHECK(unpack(one_two.substr(0, size), ".gz", 1000).trouble == "it ends before what is packed in it does");
  for (std::size_t size = 1; size < zstandard_one_two.size(); ++size)
    CHECK(unpack(zstandard_one_two.substr(0, size), ".zst", 1000).trouble ==
          "it ends before what is packed in it does");
  CHECK(unpack("no such thing", ".gz", 1000).trouble == "it is no sound gzip file");
  CHECK(unpack("no such thing", ".zst", 1000).trouble == "it is no sound Zstandard file");
  CHECK(unpack(one_two + "rubbish", ".gz", 1000).trouble == "it is no sound gzip file");
}

TEST_CASE("Names and first bytes tell how something is packed") {
  CHECK(packing_of("a.csv.gz") == ".gz");
  CHECK(packing_of("a.zst") == ".zst");
  CHECK(packing_of("a.csv").empty());
  CHECK(packing_by_look(one_two) == ".gz");
  CHECK(packing_by_look(zstandard_one_two) == ".zst");
  CHECK(packing_by_look("id,text").empty());
}

TEST_CASE("A stream's begin can be looked at before it is read") {
  BegunStream stream(std::make_unique<TextStream>("abcdef"), 4);
  CHECK(stream.begin() == "abcd");
  std::array<char, 3> bytes{};
  std::string all;
  for (std::size_t got = stream.read(bytes); got > 0; got = stream.read(bytes)) all.append(bytes.data(), got);
  CHECK(all == "abcdef");
}
