#include "codebook/rule_reader.hpp"

#include "support/catch.hpp"
#include "unit/codebook/book_reading.hpp"

using namespace etic;

namespace {

/// The one rule of a book with some lists.
WholeStudy read_rule(const std::string& rule) {
  return read_book(R"(lists:
  park: [existing park, host park]
  speed: ['fast*', quick]
  both: ['@speed', slow]
  cardinal: '@park @speed'
codes:
  c:
    rules:
      - )" + rule + "\n");
}

std::string elements_of(const std::string& rule) {
  const WholeStudy whole = read_rule(rule);
  CHECK(whole.reports().empty());
  return text_of(rule_of(whole, "c").elements);
}

std::string text_of_rule(const std::string& rule) { return rule_of(read_rule(rule), "c").text; }

Rule::Form form_of(const std::string& rule) { return rule_of(read_rule(rule), "c").form; }

}  // namespace

TEST_CASE("each form of rule is read") {
  CHECK(form_of("fast build*") == Rule::Form::phrase);
  CHECK(form_of("{phrase: fast}") == Rule::Form::phrase);
  CHECK(form_of("{near: [a, b]}") == Rule::Form::near);
  CHECK(form_of("{sequence: [a, b]}") == Rule::Form::sequence);
  CHECK(form_of("{all: [a, b]}") == Rule::Form::all);
  CHECK(form_of("{regex: a+}") == Rule::Form::regex);
  CHECK(form_of("{answer: any}") == Rule::Form::answer);
}

TEST_CASE("elements are phrases of word patterns") {
  CHECK(elements_of("Fast-Build* now") == "fast build* now");
  CHECK(elements_of("{phrase: [one stop, one window]}") == "one stop|one window");
  CHECK(elements_of("{near: [fast*, build* up, c]}") == "fast*, build* up, c");
  CHECK(elements_of("{all: [a b, 'c?']}") == "a b, c?");
  CHECK(elements_of("{regex: a+}").empty());
}

TEST_CASE("a list is written out wherever it is named") {
  CHECK(elements_of("'@park'") == "existing park|host park");
  CHECK(elements_of("'the @park opens @speed'") ==
        "the existing park opens fast*|the existing park opens quick|the host park opens fast*|the host park opens "
        "quick");
  CHECK(elements_of("{near: ['@park', '@speed', x]}") == "existing park|host park, fast*|quick, x");
  CHECK(elements_of("{phrase: ['@speed', slow*]}") == "fast*|quick|slow*");
}

TEST_CASE("a list may name those above it") {
  CHECK(elements_of("'@both'") == "fast*|quick|slow");
  CHECK(elements_of("'@cardinal'") == "existing park fast*|existing park quick|host park fast*|host park quick");
}

TEST_CASE("lists serve `none` and negation too") {
  const WholeStudy whole = read_book(R"(lists: {refusals: [refuse to, decline*]}
negation: {cues: [not, '@refusals'], not_cues: not '@refusals', stops: '@refusals but'}
codes: {c: {rules: [{phrase: x, none: ['@refusals', y]}]}}
)");
  CHECK(whole.reports() == "");
  CHECK(whole.books.books[0].negation.cues == std::vector<Phrase>{{"not"}, {"refuse", "to"}, {"decline*"}});
  CHECK(whole.books.books[0].negation.stops == std::vector<Phrase>{{"refuse", "to", "but"}, {"decline*", "but"}});
  CHECK(text_of(rule_of(whole, "c").none) == "refuse to|decline*, y");
}

TEST_CASE("options of a rule") {
  const WholeStudy whole = read_rule(
      "{near: [a, b], within: 3, none: c, negated: only, questions: G1Q2, first: sentence, answer_words: '>= 4'}");
  CHECK(whole.reports().empty());
  const Rule& rule = rule_of(whole, "c");
  CHECK(rule.within == 3);
  CHECK(text_of(rule.none) == "c");
  CHECK(rule.negated == Rule::Negated::only);
  CHECK(text_of(rule.conditions.questions, whole.study) == "G1Q2");
  CHECK(rule.conditions.first_sentence);
  REQUIRE(rule.conditions.answer_words.size() == 1);
  CHECK(rule.conditions.answer_words[0].words == 4);

  CHECK(rule_of(read_rule("{near: [a, b]}"), "c").within == 8);
  CHECK(rule_of(read_rule("{sequence: [a, b], within: 0}"), "c").within == 0);
  CHECK(rule_of(read_rule("{phrase: a}"), "c").negated == Rule::Negated::skip);
  CHECK(rule_of(read_rule("{phrase: a, negated: skip}"), "c").negated == Rule::Negated::skip);
  CHECK(rule_of(read_rule("{phrase: a, negated: keep}"), "c").negated == Rule::Negated::keep);
}

TEST_CASE("a rule is known by what it was written as") {
  CHECK(text_of_rule("accelerat* construct*") == "accelerat* construct*");
  CHECK(text_of_rule("{phrase: [one stop, '@park']}") == "one stop, @park");
  CHECK(text_of_rule("{near: [fast*, build*]}") == "near: fast*, build* (within 8)");
  CHECK(text_of_rule("{sequence: [a, b], within: 2, none: [c, d]}") == "sequence: a, b (within 2) (none: c, d)");
  CHECK(text_of_rule("{all: [a, b]}") == "all: a, b");
  CHECK(text_of_rule("{regex: 'a|b'}") == "regex: a|b");
  CHECK(text_of_rule("{answer: any}") == "answer: any");
}

TEST_CASE("several codes named in `has` are alternatives; two such lists must both hold") {
  const WholeStudy whole = read_book(R"(codes:
  c:
    has: [a, b]
    rules: [{phrase: x, has: d, without: [a, d]}]
  a: {rules: a}
  b: {rules: b}
  d: {rules: d}
)");
  CHECK(whole.reports().empty());
  const Conditions& conditions = rule_of(whole, "c").conditions;
  REQUIRE(conditions.has.size() == 2);
  CHECK(names_of(conditions.has[0], whole.books) == "d");
  CHECK(names_of(conditions.has[1], whole.books) == "a b");
  CHECK(names_of(conditions.without, whole.books) == "a d");
}
