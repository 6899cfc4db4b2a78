#pragma once

#include <cstdint>
#include <vector>

#include "coding/coding.hpp"
#include "coding/exclusive_themes.hpp"
#include "coding/matcher.hpp"
#include "coding/speech.hpp"

namespace etic {

/// Codes answers by rules, one after the other, each voice of an answer by itself: matches, asks the conditions (codes
/// in the order that `has` and `without` need), then lets exclusive themes and non-answers settle what stays.
class RuleCoder {
 public:
  /// All must outlive the coder.
  RuleCoder(const Codebooks& books, const CompiledRules& rules);

  /// Appends the answer's codings in order of place, code, rule; where codes are all that is wanted, no more of them
  /// than tell which codes each voice bears.
  void code(const Corpus& corpus, AnswerId answer, std::vector<Coding>& codings, Extent extent = Extent::all);

  /// Appends the answer's codings, and what matched in vain.
  void explain(const Corpus& corpus, AnswerId answer, std::vector<Coding>& codings,
               std::vector<BlockedCoding>& blocked);

 private:
  struct Candidate {
    std::uint32_t rank = 0;  // of the code in the order of coding
    Coding coding;
    std::uint32_t sentence = 0;
    bool negated = false;
    bool barred = false;
  };

  struct Winner {
    std::uint32_t precedence = UINT32_MAX;
    std::optional<CodeId> code;
  };

  void code(const Corpus& corpus, AnswerId answer, std::vector<Coding>& codings, Extent extent,
            std::vector<BlockedCoding>* blocked);
  void collect(const Corpus& corpus, AnswerId answer, std::uint16_t voice, Extent extent, bool everything);
  void accept_matches(AnswerId answer, std::uint16_t voice);
  void accept(const Coding& coding);
  void consider(const Candidate& candidate, QuestionId question, std::vector<BlockedCoding>* blocked);
  void settle(std::vector<Coding>& codings, std::vector<BlockedCoding>* blocked);
  void oust(std::vector<Coding>& codings, std::vector<BlockedCoding>* blocked);

  [[nodiscard]] const Rule& rule(RuleRef ref) const { return books_.code(ref.code).rules[ref.number]; }
  [[nodiscard]] bool present(CodeId code) const { return presence_[code.index()] == round_; }
  void mark_present(CodeId code);
  [[nodiscard]] bool fits_scope(RuleRef ref, QuestionId question) const {
    return rule(ref).conditions.questions.contains(question);
  }

  const Codebooks& books_;
  Matcher matcher_;
  std::vector<std::uint32_t> ranks_;   // by code
  bool asks_for_codes_ = false;        // some rule does, so that the order of coding matters
  std::vector<RuleRef> answer_rules_;  // of the form `answer: any`
  ExclusiveThemes exclusive_;
  std::vector<bool> may_oust_;  // by code: it wins or loses against others

  Speech speech_;
  std::vector<Match> matches_;
  std::vector<Candidate> candidates_;
  std::vector<Coding> accepted_;
  bool some_may_oust_ = false;           // of these
  std::vector<std::uint64_t> presence_;  // by code: the round in which it was last found, itself or below it
  std::vector<Winner> winners_;          // by exclusive theme; holds for those met in this voice
  std::uint64_t round_ = 0;
};

}  // namespace etic
