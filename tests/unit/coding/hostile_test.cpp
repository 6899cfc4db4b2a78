#include <string>

#include "coding/coded_corpus.hpp"
#include "support/catch.hpp"
#include "unit/coding/coded_text.hpp"

using namespace etic;

// Inputs that make a careless matcher take hours. They only have to come to an end: no time is measured here.

namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string many;
  many.reserve(text.size() * times);
  for (; times > 0; --times) many += text;
  return many;
}

std::size_t count_codings(const std::string& rules, const std::string& answer, const std::string& book = "") {
  const WholeStudy whole(
      one_interview("---\nrespondent: G1-01\n---\n## G1Q1\n" + answer + "\n",
                    {{"b.yaml", "codebook: b\n" + book + "codes: {c: {rules: [" + rules + "]}}\n"}}));
  INFO(whole.reports().substr(0, 1000));
  REQUIRE(whole.sink.error_count() == 0);
  return code_by_rules(whole.study, whole.corpus, whole.books).codings.size();
}

constexpr std::size_t megabyte = 1'000'000;

}  // namespace

TEST_CASE("a megabyte of one letter") {
  const std::string text(megabyte, 'a');
  CHECK(count_codings("a, 'a*', '*a', '?', '*a*a*a*a*a*b', 'a*a*a*a', 'b*', '*b'", text) == 3);
  CHECK(count_codings("{near: ['a*', b]}, {all: ['*a', '*']}, {near: ['a*', '*']}", text) == 1);
}

TEST_CASE("a megabyte of one letter's words") {
  const std::string text = repeated("a ", megabyte / 2);
  CHECK(count_codings("a", text) == megabyte / 2);
  CHECK(count_codings("'a a a a a a a a a a a a a b'", text) == 0);
  CHECK(count_codings("{near: [a, a a, b]}, {sequence: [a, a, b]}, {all: [a, b]}", text) == 0);
  CHECK(count_codings("{near: [a, '?']}", text) == megabyte / 2 - 1);
  CHECK(count_codings("{all: [a, 'a*', '*']}", text) == 1);
}

TEST_CASE("nothing but cues") {
  const std::string text = repeated("no ", megabyte / 3);
  const std::string negation =
      "negation: {cues: ['no', no no, no no no no no no no no], not_cues: [no no no no yes], stops: [but], scope: "
      "1000}\n";
  CHECK(count_codings("'no', {all: ['no', no no]}", text, negation) == 2);
  CHECK(count_codings("{near: ['no', no no], within: 1000, negated: keep}", text, negation) > megabyte / 4);
  CHECK(count_codings("'no'", text, "negation: {cues: 'no', not_cues: no no, stops: 'no'}\n") == megabyte / 3);
}

TEST_CASE("stops and cues by turns") {
  const std::string text = repeated("no but ", megabyte / 7) + "x";
  const std::string negation = "negation: {cues: ['no'], stops: [but, but no, no but no but], scope: 1000}\n";
  CHECK(count_codings("x", text, negation) == 1);
  CHECK(count_codings("{near: [but, x], within: 0, negated: keep}, {all: [but, x]}", text, negation) == 1);
}

TEST_CASE("two hundred near rules of wide reach over 200 kB") {
  std::string rules;
  for (int i = 0; i < 200; ++i)
    rules += (i == 0 ? "" : ", ") + std::string("{near: [w") + std::to_string(i % 20) + "*, w" +
             std::to_string(i / 20) + ", 'w?'], within: 50}";
  std::string text;
  for (std::size_t i = 0; text.size() < 200'000; ++i)
    text += "w" + std::to_string(i * i % 53) + (i % 97 == 0 ? ". " : " ");
  CHECK(count_codings(rules, text, "negation: {cues: [w7, w9 w9], stops: w3}\n") > 0);
}

TEST_CASE("patterns of many wildcards over long words") {
  const std::string text = repeated(std::string(5000, 'a') + " ", 40);
  const std::string pattern = "'" + repeated("*a", 60) + "*b'";
  CHECK(count_codings(pattern, text) == 0);
  CHECK(count_codings("'" + repeated("?*", 60) + "', " + pattern, text) == 40);
}

TEST_CASE("many wildcards over a megabyte of different words") {
  std::string rules;
  for (char a = 'a'; a <= 'z'; ++a) rules += std::string(a == 'a' ? "'*" : ", '*") + a + "*1', '?" + a + "*'";
  std::string text;
  for (std::size_t i = 0; text.size() < megabyte; ++i)
    text += std::string(1, static_cast<char>('a' + i % 26)) + static_cast<char>('a' + i / 26 % 26) + std::to_string(i) +
            " ";
  CHECK(count_codings(rules, text) > 10'000);
}

TEST_CASE("regular expressions that backtrack elsewhere") {
  const std::string text = std::string(megabyte, 'a') + "!";
  CHECK(count_codings("{regex: '(a*)*b'}, {regex: '(a|aa)+$'}, {regex: '(a|a)*c'}, {regex: '(.*)(.*)(.*)(.*)d'}",
                      text) <= 1);
}

TEST_CASE("a megabyte of sentences without a word") {
  CHECK(count_codings("'*', {regex: '!\\?'}, {all: [a, b]}", repeated("!? ", megabyte / 3)) == megabyte / 3);
}

TEST_CASE("a megabyte of turns") {
  const std::string text = repeated("Interviewer: a\nRespondent: b\n", megabyte / 29);
  CHECK(count_codings("b, a, {regex: b}, {near: [b, a]}", text) == 2 * (megabyte / 29));
}

TEST_CASE("a megabyte of marks on one letter") {
  const std::string text = "a" + repeated("\u0301", megabyte / 2);
  CHECK(count_codings("'a*', '?', '*', '*a*', '?*', {regex: a}", text) <= 4);
}

TEST_CASE("a hundred thousand patterns") {
  constexpr std::size_t number = 100'000;
  std::string rules;
  for (std::size_t i = 0; i < number; ++i) rules += (i == 0 ? "w" : ", w") + std::to_string(i);
  std::string text;
  std::size_t words = 0;
  for (; text.size() < megabyte; ++words) text += "w" + std::to_string(words * 7919 % number) + " ";
  CHECK(count_codings(rules, text) == words);
}

TEST_CASE("patterns of ten thousand letters") {
  const std::string word(10'000, 'a');
  const std::string text = repeated(word + " ", 50);
  CHECK(count_codings(word + ", '" + word.substr(1) + "*', '" + repeated("?", word.size()) + "', b" + word, text) ==
        150);
}
