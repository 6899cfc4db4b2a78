#include "report/text_sample.hpp"

#include <algorithm>

#include "support/catch.hpp"
#include "support/whole_study.hpp"

using namespace etic;

namespace {

/// Ten respondents with an answer of ten bytes; six say yes, four no.
std::map<std::string, std::string> ten_answers() {
  std::map<std::string, std::string> files{
      {"study.yaml", "title: t\nwording: verbatim\ngroups: {G1: {label: g}}\nquestions: {G1Q1: Well?}\n"},
      {"codebooks/b.yaml",
       "codebook: b\nlabel: b\nlanguage: en\ncodes:\n  affirms: {label: a, definition: d, rules: [\"yes\"]}\n"
       "  denies: {label: n, definition: d, rules: [\"no\"]}\n"}};
  for (int i = 1; i <= 10; ++i) {
    const std::string name = (i < 10 ? "G1-0" : "G1-") + std::to_string(i);
    files["transcripts/" + name + ".md"] =
        "---\nrespondent: " + name + "\n---\n\n## G1Q1\n\n" + (i <= 6 ? "yes I say." : "no I say. ") + "\n";
  }
  return files;
}

}  // namespace

TEST_CASE("what fits is held whole, of more a sample that is spread evenly") {
  const WholeStudy whole(ten_answers());
  INFO(whole.reports());
  REQUIRE(whole.corpus.answers.size() == 10);
  const CodedCorpus coded = code_by_rules(whole.study, whole.corpus, whole.books);
  REQUIRE(coded.codings.size() == 10);
  const auto held = [&](std::size_t bytes) { return sample_texts(coded, {}, {bytes, bytes}); };
  const auto count = [](const std::vector<bool>& chosen) { return std::count(chosen.begin(), chosen.end(), true); };
  std::size_t bytes = 0;
  for (const Answer& answer : whole.corpus.answers) bytes += answer.body.size();

  CHECK(count(held(bytes)) == 10);
  const std::vector<bool> four = held(40);
  // two of each code: of six the first and the fourth, of four the first and the third
  CHECK(four == std::vector<bool>{true, false, false, true, false, false, true, false, true, false});
  CHECK(count(held(0)) == 0);
  CHECK(count(sample_texts(coded, {}, {bytes - 1, 40})) == 4);
  CHECK(count(sample_texts(coded, {}, {bytes, 40})) == 10);
}
