#pragma once

#include <cstdint>
#include <vector>

#include "coding/borne_codes.hpp"
#include "coding/coding.hpp"
#include "coding/contest.hpp"
#include "coding/matcher.hpp"
#include "coding/speech.hpp"

namespace etic {

/// Codes answers by rules, one after the other, each voice of an answer by itself: matches, asks the conditions (codes
/// in the order that `has` and `without` need), then lets exclusive themes and non-answers settle what stays.
class RuleCoder {
 public:
  /// All must outlive the coder.
  RuleCoder(const Codebooks& books, const CompiledRules& rules);

  /// Appends the answer's codings in order of place, code, rule.
  void code(const Corpus& corpus, AnswerId answer, std::vector<Coding>& codings);

  /// Appends the codes of these codings, voice by voice, without making them.
  void find_codes(const Corpus& corpus, AnswerId answer, BorneCodes& borne);

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

  void code(const Corpus& corpus, AnswerId answer, std::vector<Coding>& codings, std::vector<BlockedCoding>* blocked);
  void begin_voice(const SourceFile& file, const Answer& answer, std::uint16_t voice);
  void accept_matches(AnswerId answer, std::uint16_t voice);
  void collect_matches(AnswerId answer, std::uint16_t voice);
  void consider_candidates(AnswerId answer, std::uint16_t voice, QuestionId question,
                           std::vector<BlockedCoding>* blocked);
  void consider(const Candidate& candidate, QuestionId question, std::vector<BlockedCoding>* blocked);
  void accept(const Coding& coding);
  void note(CodeId code);
  void settle(std::vector<Coding>& codings, std::vector<BlockedCoding>* blocked);
  void put_codes_in_order();
  void settle_codes();

  [[nodiscard]] const Rule& rule(RuleRef ref) const { return books_.code(ref.code).rules[ref.number]; }
  [[nodiscard]] bool present(CodeId code) const { return presence_[code.index()] == round_; }

  const Codebooks& books_;
  Matcher matcher_;
  std::vector<std::uint32_t> ranks_;   // by code
  bool asks_for_codes_ = false;        // some rule does, so that the order of coding matters
  std::vector<RuleRef> answer_rules_;  // of the form `answer: any`
  Contest contest_;

  // Of the voice that is being coded:
  Speech speech_;
  std::vector<Match> matches_;
  std::vector<Candidate> candidates_;
  std::vector<Coding> accepted_;
  std::vector<CodeId> codes_;            // of what is accepted
  std::vector<std::uint64_t> bits_;      // one for each code, to put these in order; all 0 otherwise
  bool some_may_oust_ = false;           // of these
  std::vector<std::uint64_t> presence_;  // by code: the round in which it was last found, itself or below it
  std::uint64_t round_ = 0;
};

}  // namespace etic
