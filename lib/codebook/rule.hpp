#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "codebook/pattern.hpp"
#include "study/question_set.hpp"
#include "text/words.hpp"

namespace etic {

using CodeId = Id<struct CodeSort>;

/// Alternatives, any of which will do: a phrase has one, a named list as many as it has entries.
struct Element {
  std::vector<Phrase> alternatives;
};

/// `answer_words: "<= 25"`.
struct WordLimit {
  enum class Relation : std::uint8_t { less, at_most, equal, at_least, more };
  Relation relation = Relation::at_most;
  std::uint32_t words = 0;

  [[nodiscard]] bool holds(std::uint32_t count) const;
};

/// What narrows a rule beyond its pattern. A code's own conditions are in those of each of its rules.
struct Conditions {
  QuestionSet questions;
  bool first_sentence = false;
  std::vector<WordLimit> answer_words;   // all must hold
  std::vector<std::vector<CodeId>> has;  // of each list, the answer bears at least one
  std::vector<CodeId> without;           // the answer bears none
};

/// Assigns its code where it matches.
struct Rule {
  enum class Form : std::uint8_t {
    phrase,    // elements: one
    near,      // elements in any order, at most `within` words between the end of the first and the start of the last:
               // each occurrence closes a match with, of every other element, the latest one that ends before it
    sequence,  // the same in the order given, back from each occurrence of the last element
    all,       // elements anywhere in one sentence, which matches once, over the first occurrence of each
    regex,     // a linear-time regular expression over a stretch of talk, case-insensitive
    answer,    // any answer that fulfils the conditions
  };
  enum class Negated : std::uint8_t { skip, keep, only };

  Form form = Form::phrase;
  std::vector<Element> elements;
  std::uint32_t within = 0;
  std::vector<Element> none;  // none of them in the match's sentence
  std::string regex;
  Negated negated = Negated::skip;
  Conditions conditions;
  std::string text;  // as a reader knows it: `accelerat* construct*`
  Span place;
};

}  // namespace etic
