#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "codebook/codebook.hpp"
#include "coding/matcher.hpp"
#include "corpus/corpus.hpp"

namespace etic {

/// The coder that the rules are.
inline constexpr std::string_view rules_coder = "rules";

/// One code assigned to one stretch of one answer.
struct Coding {
  AnswerId answer;
  RuleRef rule;             // its code, and the rule that assigned it
  Span span;                // bytes of the transcript
  std::uint16_t voice = 0;  // whose words these are: index into the answer's voices

  [[nodiscard]] CodeId code() const { return rule.code; }
};

/// Why a rule that matches assigned nothing.
enum class Block : std::uint8_t {
  scope,           // the question is not among the rule's questions
  answer_length,   // `answer_words` does not hold
  first_sentence,  // it stands behind the first sentence
  none,            // one of the rule's `none` stands in the sentence
  negated,         // a negation cue reaches it
  not_negated,     // `negated: only`, and no cue reaches it
  has,             // a code that the rule wants beside it is not there
  without,         // a code that the rule does not suffer is there
  exclusive,       // another code of the exclusive theme won
  non_answer,      // the answer says nothing
};

/// A coding that did not come about.
struct BlockedCoding {
  Coding coding;
  Block block = Block::scope;
  std::optional<CodeId> by;  // the code that is missing, there, or won
};

/// The respondents whose words a voice of an answer is.
[[nodiscard]] inline std::vector<RespondentId> respondents_of(const Answer& answer, std::size_t voice) {
  const std::optional<RespondentId> alone = answer.voices[voice].alone;
  return alone ? std::vector<RespondentId>{*alone} : answer.respondents;
}

}  // namespace etic
