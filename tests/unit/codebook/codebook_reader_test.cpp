#include "codebook/codebook_reader.hpp"

#include "support/catch.hpp"
#include "unit/codebook/book_reading.hpp"

using namespace etic;

TEST_CASE("every key of a codebook and of a code is read") {
  const WholeStudy whole = read_book(R"(label: Benefits
language: en
source: after Miller 2019
negation:
  cues: ['no', not, rather than]
  not_cues: not only
  stops: [but]
  scope: 4
codes:
  speed:
    label: Faster construction
    definition: The park opens early.
    when_to_use: For time.
    when_not_to_use: Not for money.
    example: [G1-01 G1Q1, G1-02 G1Q2]
    questions: [G1Q1-2, G2Q1]
    prompted_by: G1Q2
    rules: [fast*]
  silence:
    excludes: all
    rules: ['no comment']
)");
  CHECK(whole.reports().empty());
  const Codebook& book = whole.books.books.at(0);
  CHECK(book.name == "b");
  CHECK(book.label == "Benefits");
  CHECK(book.language == "en");
  CHECK_FALSE(book.is_dictionary);
  CHECK(book.negation.cues == std::vector<Phrase>{{"no"}, {"not"}, {"rather", "than"}});
  CHECK(book.negation.not_cues == std::vector<Phrase>{{"not", "only"}});
  CHECK(book.negation.stops == std::vector<Phrase>{{"but"}});
  CHECK(book.negation.scope == 4);

  const Code& speed = code_of(whole, "speed");
  CHECK(speed.label == "Faster construction");
  CHECK(speed.definition == "The park opens early.");
  CHECK(speed.when_to_use == "For time.");
  CHECK(speed.when_not_to_use == "Not for money.");
  REQUIRE(speed.examples.size() == 2);
  CHECK(speed.examples[1].text == "G1-02 G1Q2");
  CHECK(book.file->slice(speed.examples[1].place) == "G1-02 G1Q2");
  CHECK(text_of(speed.scope, whole.study) == "G1Q1 G1Q2 G2Q1");
  CHECK(text_of(speed.prompted_by, whole.study) == "G1Q2");
  CHECK(book.file->slice(speed.place) == "speed");
  CHECK_FALSE(speed.excludes_all);
  CHECK(code_of(whole, "silence").excludes_all);
}

TEST_CASE("what is left out has its usual value") {
  const WholeStudy whole = read_book("negation: {cues: [not]}\ncodes: {speed: {rules: fast}}\n");
  CHECK(whole.reports().empty());
  CHECK(whole.books.books.at(0).label == "b");
  CHECK(whole.books.books.at(0).negation.scope == 6);
  const Code& speed = code_of(whole, "speed");
  CHECK(speed.label == "speed");
  CHECK(text_of(speed.scope, whole.study) == "G1Q1 G1Q2 G1Q3 G1Q4 G2Q1 G2Q2");
  CHECK(speed.prompted_by.empty());
  CHECK(read_book("codes: {a: {rules: x}}\n").books.books.at(0).negation.cues.empty());
}

TEST_CASE("themes stand before their codes, which take their ids from them") {
  const WholeStudy whole = read_book(R"(codes:
  benefit:
    codes:
      speed: {rules: fast}
      cost:
        codes:
          land: {rules: land}
          labour: {rules: labour}
  other: {rules: other}
)");
  CHECK(whole.reports().empty());
  const Codebooks& books = whole.books;
  const CodeId benefit = *books.find_code("benefit");
  CHECK(names_of(books.subtree(benefit), books) ==
        "benefit benefit.speed benefit.cost benefit.cost.land benefit.cost.labour");
  CHECK(names_of(books.subtree(*books.find_code("benefit.cost")), books) ==
        "benefit.cost benefit.cost.land benefit.cost.labour");
  CHECK(names_of(books.subtree(*books.find_code("other")), books) == "other");
  CHECK(names_of(books.code(benefit).children, books) == "benefit.speed benefit.cost");
  CHECK(books.code(*books.find_code("benefit.cost.land")).depth == 2);
  CHECK(books.top(*books.find_code("benefit.cost.land")) == benefit);
  CHECK(books.top(*books.find_code("other")) == *books.find_code("other"));
  CHECK(books.code(benefit).is_theme());
  CHECK_FALSE(books.find_code("speed"));
}

TEST_CASE("ids take letters of any script") {
  const WholeStudy whole = read_book("codes: {\u56ed\u533a: {codes: {t\u1ed1c-\u0111\u1ed9_1: {rules: x}}}}\n");
  CHECK(whole.reports().empty());
  CHECK(whole.books.find_code("\u56ed\u533a.t\u1ed1c-\u0111\u1ed9_1"));
}

TEST_CASE("a code has the scope of its theme unless it gives its own") {
  const WholeStudy whole = read_book(R"(questions: G1
codes:
  theme:
    questions: G1Q1-2
    codes:
      inherits: {rules: x}
      narrower: {questions: G1Q2, rules: x}
      elsewhere: {questions: G2Q1, rules: x}
  book: {rules: x}
)");
  CHECK(whole.reports().empty());
  CHECK(text_of(code_of(whole, "book").scope, whole.study) == "G1Q1 G1Q2 G1Q3 G1Q4");
  CHECK(text_of(code_of(whole, "theme.inherits").scope, whole.study) == "G1Q1 G1Q2");
  CHECK(text_of(code_of(whole, "theme.narrower").scope, whole.study) == "G1Q2");
  CHECK(text_of(code_of(whole, "theme.elsewhere").scope, whole.study) == "G2Q1");
}

TEST_CASE("a theme can occur wherever one of its codes can, and nowhere else without rules of its own") {
  const WholeStudy whole = read_book(R"(codes:
  theme:
    questions: G1
    codes:
      a: {questions: G1Q1, rules: x}
      inner: {codes: {b: {questions: G2Q2, rules: x}}}
  ruled:
    questions: G1Q3
    rules: y
    codes: {c: {questions: G1Q4, rules: x}}
)");
  CHECK(whole.reports().empty());
  CHECK(text_of(code_of(whole, "theme").scope, whole.study) == "G1Q1 G2Q2");
  CHECK(text_of(code_of(whole, "theme.inner").scope, whole.study) == "G2Q2");
  CHECK(text_of(code_of(whole, "ruled").scope, whole.study) == "G1Q3 G1Q4");
  CHECK(text_of(rule_of(whole, "ruled").conditions.questions, whole.study) == "G1Q3");
}

TEST_CASE("a rule may be narrower than its code but not wider") {
  const WholeStudy whole = read_book(R"(codes:
  speed:
    questions: G1Q1-2
    rules:
      - fast
      - {phrase: quick, questions: 'G1Q2-4, G2Q1'}
)");
  CHECK(whole.reports().empty());
  CHECK(text_of(rule_of(whole, "speed", 0).conditions.questions, whole.study) == "G1Q1 G1Q2");
  CHECK(text_of(rule_of(whole, "speed", 1).conditions.questions, whole.study) == "G1Q2");
}

TEST_CASE("a code's conditions are conditions of each of its rules, and of no code below") {
  const WholeStudy whole = read_book(R"(codes:
  head:
    first: sentence
    answer_words: '<= 25'
    without: other
    rules:
      - fast
      - {phrase: quick, answer_words: ['> 2', '<10'], has: third}
    codes: {below: {rules: x}}
  other: {rules: x}
  third: {rules: x}
)");
  CHECK(whole.reports().empty());
  const Conditions& first = rule_of(whole, "head", 0).conditions;
  CHECK(first.first_sentence);
  REQUIRE(first.answer_words.size() == 1);
  CHECK(first.answer_words[0].relation == WordLimit::Relation::at_most);
  CHECK(first.answer_words[0].words == 25);
  CHECK(first.has.empty());
  CHECK(names_of(first.without, whole.books) == "other");
  const Conditions& second = rule_of(whole, "head", 1).conditions;
  CHECK(second.first_sentence);
  REQUIRE(second.answer_words.size() == 3);
  CHECK(second.answer_words[0].relation == WordLimit::Relation::more);
  CHECK(second.answer_words[1].relation == WordLimit::Relation::less);
  REQUIRE(second.has.size() == 1);
  CHECK(names_of(second.has[0], whole.books) == "third");
  CHECK(names_of(second.without, whole.books) == "other");
  const Conditions& below = rule_of(whole, "head.below").conditions;
  CHECK_FALSE(below.first_sentence);
  CHECK(below.answer_words.empty());
  CHECK(below.without.empty());
}

TEST_CASE("limits of words hold as they are written") {
  const auto holds = [](WordLimit::Relation relation) {
    std::string text;
    for (const std::uint32_t count : {1U, 2U, 3U}) text += WordLimit{relation, 2}.holds(count) ? '+' : '-';
    return text;
  };
  CHECK(holds(WordLimit::Relation::less) == "+--");
  CHECK(holds(WordLimit::Relation::at_most) == "++-");
  CHECK(holds(WordLimit::Relation::equal) == "-+-");
  CHECK(holds(WordLimit::Relation::at_least) == "-++");
  CHECK(holds(WordLimit::Relation::more) == "--+");
}

TEST_CASE("an exclusive theme lists its codes in the order in which they win") {
  const WholeStudy whole = read_book(R"(codes:
  stance:
    exclusive: [unsure, agree]
    codes: {agree: {rules: yes}, unsure: {rules: perhaps}}
)");
  CHECK(whole.reports().empty());
  CHECK(names_of(code_of(whole, "stance").exclusive, whole.books) == "stance.unsure stance.agree");
}

TEST_CASE("books are read in natural order of their paths, and codes may look into all of them") {
  const WholeStudy whole = read_books({{"b10.yaml", "codebook: ten\ncodes: {c: {has: a, rules: x}}\n"},
                                       {"b2.yml", "codebook: two\ncodes: {a: {without: c, rules: x}}\n"},
                                       {"deeper/z.yaml", "codebook: three\ncodes: {d: {rules: x}}\n"},
                                       {"notes.txt", "no book"}});
  CHECK(whole.books.book_names() == std::vector<std::string>{"two", "ten", "three"});
  CHECK(whole.books.code_names() == std::vector<std::string>{"a", "c", "d"});
  CHECK(whole.books.find_book("ten") == BookId(1));
  CHECK_FALSE(whole.books.find_book("b10"));
  CHECK(whole.books.book_of(*whole.books.find_code("d")).name == "three");
}

TEST_CASE("a book may have a byte order mark and CRLF") {
  const WholeStudy whole = read_books({{"b.yaml",
                                        "\xEF\xBB\xBF"
                                        "codebook: b\r\ncodes:\r\n  speed:\r\n    rules:\r\n      - fast build*\r\n"}});
  CHECK(whole.reports().empty());
  CHECK(text_of(rule_of(whole, "speed").elements) == "fast build*");
  CHECK(whole.books.books.at(0).file->slice(rule_of(whole, "speed").place) == "fast build*");
}

TEST_CASE("text is taken as written") {
  const WholeStudy whole = read_book("codes: {'no': {label: yes, rules: ['5', 'true', 1.0]}}\n");
  CHECK(whole.reports().empty());
  CHECK(code_of(whole, "no").label == "yes");
  CHECK(text_of(rule_of(whole, "no", 0).elements) == "5");
  CHECK(text_of(rule_of(whole, "no", 1).elements) == "true");
  CHECK(text_of(rule_of(whole, "no", 2).elements) == "1.0");
}
