#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "codebook/codebook.hpp"
#include "coding/matcher.hpp"
#include "corpus/corpus.hpp"

namespace etic {

/// Who codes: the rules, or a person.
using CoderId = Id<struct CoderSort>;

/// The coder that the rules are.
inline constexpr std::string_view rules_coder = "rules";
inline constexpr std::size_t rules_index = 0;

/// The name of the coding that the layers of `settle:` make together.
inline constexpr std::string_view settled_coder = "settled";

/// One code assigned to one stretch of one answer.
struct Coding {
  AnswerId answer;
  RuleRef rule;             // its code, and the rule that assigned it, if a rule did
  Span span;                // bytes of the transcript
  std::uint16_t voice = 0;  // whose words these are: index into the answer's voices
  CoderId coder;            // who assigned it
  std::uint32_t entry = 0;  // of a person's: index into the ledger's entries

  [[nodiscard]] CodeId code() const { return rule.code; }
  [[nodiscard]] bool is_by_rule() const { return coder.index() == rules_index; }
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

/// A coding that a later layer of the settled coding took away.
struct LostCoding {
  enum class Why : std::uint8_t {
    rejected,    // by a row of that coder
    exclusive,   // that coder's code of the same exclusive theme wins
    non_answer,  // that coder says it is no usable answer, or that it is one
  };
  Coding coding;
  Why why = Why::rejected;
  CoderId by;                          // the later layer
  std::optional<CodeId> by_code;       // what it assigns instead; none where it rejects
  std::optional<std::uint32_t> entry;  // of a person the row that did it: index into the ledger's entries
};

/// The respondents whose words a voice of an answer is.
[[nodiscard]] inline Few<RespondentId> respondents_of(const Answer& answer, std::size_t voice) {
  const std::optional<RespondentId> alone = answer.voices[voice].alone;
  return alone ? Few<RespondentId>{*alone} : answer.respondents;
}

}  // namespace etic
