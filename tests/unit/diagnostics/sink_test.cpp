#include "diagnostics/sink.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace etic;

namespace {

std::vector<std::string> lines(const Sink& sink) {
  std::vector<std::string> all;
  for (const Diagnostic& found : sink.sorted()) {
    all.push_back(found.path + ':' + std::to_string(found.place.line) + ':' + std::to_string(found.place.column) + ' ' +
                  found.message);
  }
  return all;
}

}  // namespace

TEST_CASE("reports are sorted by path in natural order, then by place") {
  const SourceFile two("Q2.md", "one\ntwo\n");
  const SourceFile ten("Q10.md", "one\ntwo\n");
  Sink sink;
  sink.report(Kind::wrong_value, ten, {0, 1}, "a");
  sink.report(Kind::wrong_value, two, {5, 6}, "b");
  sink.report(Kind::wrong_value, two, {4, 5}, "d");
  sink.report(Kind::wrong_value, two, {4, 5}, "c");
  sink.report(Kind::unreadable_file, "Q2.md", "e");
  CHECK(lines(sink) ==
        std::vector<std::string>{"Q2.md:1:1 e", "Q2.md:2:1 c", "Q2.md:2:1 d", "Q2.md:2:2 b", "Q10.md:1:1 a"});
}

TEST_CASE("the same report is shown once") {
  const SourceFile file("a", "text\n");
  Sink sink;
  sink.report(Kind::wrong_value, file, {0, 1}, "m");
  sink.report(Kind::wrong_value, file, {0, 1}, "m");
  sink.report(Kind::wrong_type, file, {0, 1}, "m");
  CHECK(sink.sorted().size() == 2);
}

TEST_CASE("errors and warnings are counted, and taken over with the reports of another sink") {
  Sink one;
  one.report(Kind::wrong_value, "a", "error");
  one.report(Kind::no_answers, "a", "warning");
  Sink other;
  other.report(Kind::no_answers, "b", "warning");
  other.append(one);
  CHECK(other.error_count() == 1);
  CHECK(other.warning_count() == 2);
  CHECK(lines(other) == std::vector<std::string>{"a:1:1 error", "a:1:1 warning", "b:1:1 warning"});
}

TEST_CASE("of a file's errors the first thousand are held, and all are counted") {
  const SourceFile file("a", std::string(5'000, 'x'));
  Sink sink;
  for (std::uint32_t i = 0; i < 1'000; ++i) sink.report(Kind::wrong_value, file, {i, i + 1}, "m");
  CHECK_FALSE(sink.is_full("a"));
  CHECK(sink.counts_all());
  CHECK(sink.sorted().size() == 1'000);
  for (std::uint32_t i = 1'000; i < 5'000; ++i) sink.report(Kind::wrong_value, file, {i, i + 1}, "m");
  CHECK(sink.is_full("a"));
  CHECK_FALSE(sink.is_full("b"));
  CHECK_FALSE(sink.counts_all());
  CHECK(sink.error_count() == 5'000);
  CHECK(sink.sorted().size() == 1'001);
  CHECK(lines(sink).at(1) == "a:1:1 more than 1000 errors; the others are not shown");

  sink.report(Kind::wrong_value, "b", "another file's");
  sink.report(Kind::no_answers, "a", "a warning");
  CHECK(sink.sorted().size() == 1'003);

  Sink all;
  all.append(sink);
  CHECK(all.error_count() == 5'001);
  CHECK(all.warning_count() == 1);
  CHECK(all.sorted().size() == 1'003);
}

TEST_CASE("a message that quotes a book is cut between characters") {
  Sink sink;
  std::string book;
  for (int i = 0; i < 1'000; ++i) book += "园";
  sink.report(Kind::wrong_value, "a", book, "x" + book);
  CHECK(sink.sorted().at(0).message.size() == 399 + 3);
  CHECK(sink.sorted().at(0).hint.size() == 400 + 3);
}
