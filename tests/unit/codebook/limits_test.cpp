#include "codebook/codebook_reader.hpp"
#include "support/catch.hpp"
#include "unit/codebook/book_reading.hpp"

using namespace etic;

namespace {

/// `[x0, x1, …]`
std::string list_of(std::size_t size, const std::string& prefix = "x") {
  std::string text = "[";
  for (std::size_t i = 0; i < size; ++i) text += (i == 0 ? "" : ", ") + prefix + std::to_string(i);
  return text + "]";
}

std::string words(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += i == 0 ? "w" : " w";
  return text;
}

std::string kinds_in(const std::string& book) { return kinds_of(read_book(book)); }

}  // namespace

TEST_CASE("a phrase has at most 64 words") {
  CHECK(kinds_in("codes: {a: {rules: " + words(64) + "}}\n").empty());
  CHECK(kinds_in("codes: {a: {rules: " + words(65) + "}}\n") == "2:20 too-many\n");
  CHECK(kinds_in("lists: {l: " + words(40) + "}\ncodes: {a: {rules: '@l @l'}}\n") == "3:20 too-many\n");
}

TEST_CASE("a rule has at most 32 elements") {
  CHECK(kinds_in("codes: {a: {rules: [{all: " + list_of(32) + "}]}}\n").empty());
  const WholeStudy whole = read_book("codes: {a: {rules: [{all: " + list_of(33) + "}]}}\n");
  CHECK(kinds_of(whole) == "2:27 too-many\n");
  CHECK(whole.sink.sorted()[0].message == "more than 32 elements in one rule");
  CHECK(whole.sink.sorted()[0].hint.empty());
  const WholeStudy alternatives = read_book("codes: {a: {rules: [{phrase: " + list_of(33) + "}]}}\n");
  CHECK(alternatives.sink.sorted().at(0).hint == "put alternatives into a list and name it with `@`");
}

TEST_CASE("lists that multiply beyond 20,000 phrases are refused") {
  const std::string lists = "lists: {a: " + list_of(200) + ", b: " + list_of(100) + "}\n";
  const WholeStudy fits = read_book(lists + "codes: {a: {rules: '@a @b'}}\n");
  CHECK(fits.reports().empty());
  CHECK(rule_of(fits, "a").elements.at(0).alternatives.size() == 20'000);
  const WholeStudy whole = read_book(lists + "codes: {a: {rules: ['@a @b @b', fast]}}\n");
  CHECK(kinds_of(whole) == "3:21 too-many\n");
  CHECK(whole.sink.sorted()[0].message == "this stands for more than 20000 phrases with its lists written out");
  CHECK(text_of(rule_of(whole, "a").elements) == "fast");
}

TEST_CASE("rules that multiply a small book into a large one are refused once, before memory is") {
  std::string book = "lists: {a: " + list_of(140) + "}\ncodes:\n  c:\n    rules:\n";
  for (int i = 0; i < 2000; ++i) book += "      - '@a @a " + words(60) + "'\n";
  const WholeStudy whole = read_book(book + "  last: {rules: fast}\n");
  CHECK(kinds_of(whole) == "7:9 too-many\n");
  CHECK(whole.sink.sorted()[0].message == "more than 2000000 words in the codebook's patterns, with lists written out");
  CHECK(whole.books.find_code("last"));
}

TEST_CASE("more than 100,000 codes are refused") {
  std::string book = "codes:\n";
  for (std::size_t i = 0; i <= most_codes; ++i) book += "  c" + std::to_string(i) + ": {}\n";
  const WholeStudy whole = read_book(book);
  REQUIRE(whole.sink.sorted().size() == 1);
  CHECK(whole.reports() == "codebooks/b.yaml: error: more than 100000 codes [too-many]\n");
}

TEST_CASE("a theme that many codes wait for is put in order in time") {
  std::string book = "codes:\n  t:\n    codes:\n";
  for (int i = 0; i < 3000; ++i) book += "      c" + std::to_string(i) + ": {rules: x}\n";
  for (int i = 0; i < 3000; ++i) book += "  d" + std::to_string(i) + ": {without: t, rules: x}\n";
  const WholeStudy whole = read_book(book);
  CHECK(whole.reports().empty());
  CHECK(whole.books.coding_order.size() == 6001);
}
