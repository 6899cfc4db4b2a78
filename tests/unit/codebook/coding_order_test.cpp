#include "codebook/coding_order.hpp"

#include "support/catch.hpp"
#include "unit/codebook/book_reading.hpp"

using namespace etic;

namespace {

std::string order_of(const std::string& codes) {
  const WholeStudy whole = read_book("codes:\n" + codes);
  CHECK(whole.reports().empty());
  return names_of(whole.books.coding_order, whole.books);
}

}  // namespace

TEST_CASE("without conditions codes stand in the books' order") {
  CHECK(order_of("  b: {rules: x}\n  a: {codes: {z: {rules: x}, y: {rules: x}}}\n") == "b a a.z a.y");
}

TEST_CASE("a code stands behind those that `has` and `without` name") {
  CHECK(order_of("  a: {has: c, rules: x}\n  b: {rules: x}\n  c: {without: d, rules: x}\n  d: {rules: x}\n") ==
        "d c a b");
  CHECK(order_of("  a: {rules: [x, {phrase: y, without: b}]}\n  b: {rules: x}\n") == "b a");
}

TEST_CASE("a code stands behind the whole subtree of a theme that it names") {
  CHECK(order_of("  a: {without: t, rules: x}\n  t: {rules: x, codes: {p: {rules: x}, q: {has: z, rules: x}}}\n  z: "
                 "{rules: x}\n") == "t t.p z t.q a");
}

TEST_CASE("conditions of a code without rules put nothing in order") {
  CHECK(order_of("  a: {has: b, codes: {x: {rules: x}}}\n  b: {rules: x}\n") == "a a.x b");
}

TEST_CASE("a circle of conditions is reported once and broken where it was entered") {
  const WholeStudy whole =
      read_book("codes:\n  a: {has: b, rules: x}\n  b: {without: c, rules: x}\n  c: {has: a, rules: x}\n");
  CHECK(whole.reports() ==
        "codebooks/b.yaml:5:3: error: whether `c` is coded depends on `a`, and the other way round [code-cycle]\n"
        "      c: {has: a, rules: x}\n"
        "      ^\n"
        "    hint: take one of them out of `has` or `without`\n");
  CHECK(names_of(whole.books.coding_order, whole.books) == "c b a");
}

TEST_CASE("a code that waits for its own theme waits for itself") {
  const WholeStudy whole =
      read_book("codes:\n  t:\n    codes:\n      a: {without: t, rules: x}\n      b: {rules: y}\n");
  CHECK(whole.reports() ==
        "codebooks/b.yaml:5:7: error: whether `t.a` is coded depends on itself [code-cycle]\n"
        "          a: {without: t, rules: x}\n"
        "          ^\n"
        "    hint: take it out of `without`\n");
  CHECK(whole.books.coding_order.size() == 3);
}

TEST_CASE("a long chain of conditions is put in order") {
  std::string codes;
  std::string expected = "c4000";
  for (int i = 0; i < 4000; ++i)
    codes += "  c" + std::to_string(i) + ": {has: c" + std::to_string(i + 1) + ", rules: x}\n";
  for (int i = 3999; i >= 0; --i) expected += " c" + std::to_string(i);
  CHECK(order_of(codes + "  c4000: {rules: x}\n") == expected);
}
