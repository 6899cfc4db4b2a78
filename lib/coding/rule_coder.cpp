#include "coding/rule_coder.hpp"

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>

namespace etic {
namespace {

bool in_order(const Coding& a, const Coding& b) { return std::tie(a.span, a.rule) < std::tie(b.span, b.rule); }

}  // namespace

RuleCoder::RuleCoder(const Codebooks& books, const CompiledRules& rules)
    : books_(books),
      matcher_(rules),
      ranks_(books.codes.size()),
      contest_(books),
      bits_((books.codes.size() + 63) / 64),
      presence_(books.codes.size()) {
  for (std::size_t i = 0; i < books.coding_order.size(); ++i)
    ranks_[books.coding_order[i].index()] = static_cast<std::uint32_t>(i);
  for (std::size_t c = 0; c < books.codes.size(); ++c) {
    const Code& code = books.codes[c];
    for (std::size_t r = 0; r < code.rules.size() && rules.contains(CodeId(c)); ++r) {
      const Conditions& conditions = code.rules[r].conditions;
      asks_for_codes_ = asks_for_codes_ || !conditions.has.empty() || !conditions.without.empty();
      if (code.rules[r].form == Rule::Form::answer) answer_rules_.push_back({CodeId(c), static_cast<std::uint32_t>(r)});
    }
  }
}

void RuleCoder::code(const Corpus& corpus, AnswerId answer, std::vector<Coding>& codings) {
  code(corpus, answer, codings, nullptr);
}

void RuleCoder::explain(const Corpus& corpus, AnswerId answer, std::vector<Coding>& codings,
                        std::vector<BlockedCoding>& blocked) {
  code(corpus, answer, codings, &blocked);
}

void RuleCoder::code(const Corpus& corpus, AnswerId answer, std::vector<Coding>& codings,
                     std::vector<BlockedCoding>* blocked) {
  const Answer& given = corpus.answer(answer);
  for (std::size_t i = 0; i < given.voices.size(); ++i) {
    const auto voice = static_cast<std::uint16_t>(i);
    begin_voice(corpus.file_of(given), given, voice);
    // Matches out of scope are looked for only where they are to be shown.
    matcher_.match(speech_, blocked == nullptr ? std::optional(given.question) : std::nullopt, matches_);
    if (blocked == nullptr && !asks_for_codes_) {
      accept_matches(answer, voice);
    } else {
      collect_matches(answer, voice);
    }
    consider_candidates(answer, voice, given.question, blocked);
    settle(codings, blocked);
  }
}

void RuleCoder::find_codes(const Corpus& corpus, AnswerId answer, BorneCodes& borne) {
  const Answer& given = corpus.answer(answer);
  borne.add_answer();
  for (std::size_t i = 0; i < given.voices.size(); ++i) {
    const auto voice = static_cast<std::uint16_t>(i);
    begin_voice(corpus.file_of(given), given, voice);
    matcher_.match_codes(speech_, given.question, codes_, matches_);
    for (const CodeId code : codes_) note(code);
    if (asks_for_codes_) {
      collect_matches(answer, voice);
    } else {
      accept_matches(answer, voice);
    }
    consider_candidates(answer, voice, given.question, nullptr);
    settle_codes();
    borne.add_voice(codes_);
  }
}

void RuleCoder::begin_voice(const SourceFile& file, const Answer& answer, std::uint16_t voice) {
  ++round_;
  speech_.read_words(file, answer, voice);
  matches_.clear();
  candidates_.clear();
  accepted_.clear();
  codes_.clear();
  some_may_oust_ = false;
}

/// Where no rule asks for codes, what is sound counts.
void RuleCoder::accept_matches(AnswerId answer, std::uint16_t voice) {
  for (const Match& match : matches_) {
    if (match.sound) accept({answer, match.rule, match.span, voice, CoderId(rules_index), 0});
  }
}

void RuleCoder::collect_matches(AnswerId answer, std::uint16_t voice) {
  for (const Match& match : matches_) {
    candidates_.push_back({ranks_[match.rule.code.index()],
                           {answer, match.rule, match.span, voice, CoderId(rules_index), 0},
                           match.sentence,
                           match.negated,
                           match.barred});
  }
}

/// Considers what has matched, and the rules that match any answer, in the order in which it must be.
void RuleCoder::consider_candidates(AnswerId answer, std::uint16_t voice, QuestionId question,
                                    std::vector<BlockedCoding>* blocked) {
  for (const RuleRef& ref : answer_rules_) {
    if (!rule(ref).conditions.questions.contains(question) || !speech_.says_something()) continue;
    speech_.know_sentences();
    const Span span = rule(ref).conditions.first_sentence ? speech_.sentences.front().span : speech_.whole();
    candidates_.push_back(
        {ranks_[ref.code.index()], {answer, ref, span, voice, CoderId(rules_index), 0}, 0, false, false});
  }
  const auto earlier = [](const Candidate& a, const Candidate& b) { return a.rank < b.rank; };
  if (asks_for_codes_) std::stable_sort(candidates_.begin(), candidates_.end(), earlier);
  for (const Candidate& candidate : candidates_) consider(candidate, question, blocked);
}

void RuleCoder::accept(const Coding& coding) {
  accepted_.push_back(coding);
  codes_.push_back(coding.code());
  note(coding.code());
}

void RuleCoder::note(CodeId code) {
  some_may_oust_ = some_may_oust_ || contest_.may_oust(code);
  if (!asks_for_codes_) return;
  for (std::optional<CodeId> id = code; id; id = books_.code(*id).parent) presence_[id->index()] = round_;
}

void RuleCoder::consider(const Candidate& candidate, QuestionId question, std::vector<BlockedCoding>* blocked) {
  const Conditions& conditions = rule(candidate.coding.rule).conditions;
  const Rule::Negated negated = rule(candidate.coding.rule).negated;
  const auto block = [&](Block why, std::optional<CodeId> by = std::nullopt) {
    if (blocked != nullptr) blocked->push_back({candidate.coding, why, by});
  };
  const auto words = static_cast<std::uint32_t>(speech_.words.size());
  if (!conditions.questions.contains(question)) return block(Block::scope);
  for (const WordLimit& limit : conditions.answer_words) {
    if (!limit.holds(words)) return block(Block::answer_length);
  }
  if (conditions.first_sentence && candidate.sentence != 0) return block(Block::first_sentence);
  if (candidate.barred) return block(Block::none);
  if (negated == Rule::Negated::skip && candidate.negated) return block(Block::negated);
  if (negated == Rule::Negated::only && !candidate.negated) return block(Block::not_negated);
  for (const std::vector<CodeId>& any : conditions.has) {
    if (std::none_of(any.begin(), any.end(), [&](CodeId code) { return present(code); }))
      return block(Block::has, any.empty() ? std::nullopt : std::optional(any.front()));
  }
  for (const CodeId code : conditions.without) {
    if (present(code)) return block(Block::without, code);
  }
  accept(candidate.coding);
}

/// Appends what exclusive themes and non-answers leave.
void RuleCoder::settle(std::vector<Coding>& codings, std::vector<BlockedCoding>* blocked) {
  const auto first = static_cast<std::ptrdiff_t>(codings.size());
  if (some_may_oust_) {
    contest_.hold(codes_);
    for (const Coding& coding : accepted_) {
      const std::optional<Contest::Loss> loss = contest_.loss(coding.code());
      if (!loss) codings.push_back(coding);
      if (loss && blocked != nullptr) blocked->push_back({coding, loss->block, loss->to});
    }
  } else {
    codings.insert(codings.end(), accepted_.begin(), accepted_.end());
  }
  if (!std::is_sorted(codings.begin() + first, codings.end(), in_order))
    std::sort(codings.begin() + first, codings.end(), in_order);
}

/// Each once. Where there are many, a bit for each is quicker than to sort them.
void RuleCoder::put_codes_in_order() {
  if (codes_.size() < 8 || codes_.size() < bits_.size()) {
    std::sort(codes_.begin(), codes_.end());
    codes_.erase(std::unique(codes_.begin(), codes_.end()), codes_.end());
    return;
  }
  for (const CodeId code : codes_) bits_[code.index() / 64] |= std::uint64_t{1} << code.index() % 64;
  codes_.clear();
  for (std::size_t i = 0; i < bits_.size(); ++i) {
    for (std::uint64_t word = std::exchange(bits_[i], 0); word != 0; word &= word - 1)
      codes_.push_back(CodeId(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
  }
}

/// The same with codes.
void RuleCoder::settle_codes() {
  put_codes_in_order();
  if (!some_may_oust_) return;
  contest_.hold(codes_);
  codes_.erase(
      std::remove_if(codes_.begin(), codes_.end(), [&](CodeId code) { return contest_.loss(code).has_value(); }),
      codes_.end());
}

}  // namespace etic
