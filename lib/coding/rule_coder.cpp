#include "coding/rule_coder.hpp"

#include <algorithm>
#include <tuple>

namespace etic {
namespace {

bool in_order(const Coding& a, const Coding& b) { return std::tie(a.span, a.rule) < std::tie(b.span, b.rule); }

}  // namespace

RuleCoder::RuleCoder(const Codebooks& books, const CompiledRules& rules)
    : books_(books),
      matcher_(rules),
      ranks_(books.codes.size()),
      exclusive_(books),
      may_oust_(books.codes.size()),
      presence_(books.codes.size()),
      winners_(books.codes.size()) {
  for (std::size_t i = 0; i < books.coding_order.size(); ++i)
    ranks_[books.coding_order[i].index()] = static_cast<std::uint32_t>(i);
  for (std::size_t c = 0; c < books.codes.size(); ++c) {
    const Code& code = books.codes[c];
    may_oust_[c] = code.excludes_all || !exclusive_.places_of(CodeId(c)).empty();
    for (std::size_t r = 0; r < code.rules.size() && rules.contains(CodeId(c)); ++r) {
      const Conditions& conditions = code.rules[r].conditions;
      asks_for_codes_ = asks_for_codes_ || !conditions.has.empty() || !conditions.without.empty();
      if (code.rules[r].form == Rule::Form::answer) answer_rules_.push_back({CodeId(c), static_cast<std::uint32_t>(r)});
    }
  }
}

void RuleCoder::code(const Corpus& corpus, AnswerId answer, std::vector<Coding>& codings, Extent extent) {
  code(corpus, answer, codings, extent, nullptr);
}

void RuleCoder::explain(const Corpus& corpus, AnswerId answer, std::vector<Coding>& codings,
                        std::vector<BlockedCoding>& blocked) {
  code(corpus, answer, codings, Extent::all, &blocked);
}

void RuleCoder::code(const Corpus& corpus, AnswerId answer, std::vector<Coding>& codings, Extent extent,
                     std::vector<BlockedCoding>* blocked) {
  const Answer& given = corpus.answer(answer);
  for (std::size_t i = 0; i < given.voices.size(); ++i) {
    const auto voice = static_cast<std::uint16_t>(i);
    ++round_;
    speech_.read(corpus.file_of(given), given, voice);
    accepted_.clear();
    some_may_oust_ = false;
    collect(corpus, answer, voice, extent, blocked != nullptr);
    for (const Candidate& candidate : candidates_) consider(candidate, given.question, blocked);
    settle(codings, blocked);
  }
}

/// Everything that matches, in the order in which it must be considered; what needs no consideration is accepted at
/// once. Matches out of scope are looked for only when they are to be shown.
void RuleCoder::collect(const Corpus& corpus, AnswerId answer, std::uint16_t voice, Extent extent, bool everything) {
  const Answer& given = corpus.answer(answer);
  const std::optional<QuestionId> question = everything ? std::nullopt : std::optional(given.question);
  matches_.clear();
  matcher_.match(corpus.file_of(given), speech_, question, matches_, extent);
  candidates_.clear();
  if (everything || asks_for_codes_) {
    for (const Match& match : matches_) {
      candidates_.push_back({ranks_[match.rule.code.index()],
                             {answer, match.rule, match.span, voice, CoderId(rules_index), 0},
                             match.sentence,
                             match.negated,
                             match.barred});
    }
  } else {
    accept_matches(answer, voice);
  }
  for (const RuleRef& ref : answer_rules_) {
    if (!fits_scope(ref, given.question) || speech_.sentences.empty()) continue;
    const Span span = rule(ref).conditions.first_sentence ? speech_.sentences.front().span : speech_.whole();
    candidates_.push_back(
        {ranks_[ref.code.index()], {answer, ref, span, voice, CoderId(rules_index), 0}, 0, false, false});
  }
  const auto earlier = [](const Candidate& a, const Candidate& b) { return a.rank < b.rank; };
  if (asks_for_codes_) std::stable_sort(candidates_.begin(), candidates_.end(), earlier);
}

/// No rule asks for codes, so that what is sound counts.
void RuleCoder::accept_matches(AnswerId answer, std::uint16_t voice) {
  for (const Match& match : matches_) {
    if (match.sound) accept({answer, match.rule, match.span, voice, CoderId(rules_index), 0});
  }
}

void RuleCoder::accept(const Coding& coding) {
  accepted_.push_back(coding);
  some_may_oust_ = some_may_oust_ || may_oust_[coding.code().index()];
  if (asks_for_codes_) mark_present(coding.code());
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

void RuleCoder::mark_present(CodeId code) {
  for (std::optional<CodeId> id = code; id; id = books_.code(*id).parent) presence_[id->index()] = round_;
}

void RuleCoder::settle(std::vector<Coding>& codings, std::vector<BlockedCoding>* blocked) {
  const auto first = static_cast<std::ptrdiff_t>(codings.size());
  if (some_may_oust_) {
    oust(codings, blocked);
  } else {
    codings.insert(codings.end(), accepted_.begin(), accepted_.end());
  }
  if (!std::is_sorted(codings.begin() + first, codings.end(), in_order))
    std::sort(codings.begin() + first, codings.end(), in_order);
}

/// Appends what exclusive themes and non-answers leave.
void RuleCoder::oust(std::vector<Coding>& codings, std::vector<BlockedCoding>* blocked) {
  for (const Coding& coding : accepted_) {
    for (const ExclusiveThemes::Place& place : exclusive_.places_of(coding.code())) winners_[place.theme.index()] = {};
  }
  for (const Coding& coding : accepted_) {
    for (const ExclusiveThemes::Place& place : exclusive_.places_of(coding.code())) {
      Winner& winner = winners_[place.theme.index()];
      winner.precedence = std::min(winner.precedence, place.precedence);
    }
  }
  const auto beaten_by = [&](const Coding& coding) -> const Winner* {
    for (const ExclusiveThemes::Place& place : exclusive_.places_of(coding.code())) {
      const Winner& winner = winners_[place.theme.index()];
      if (winner.precedence < place.precedence) return &winner;
    }
    return nullptr;
  };
  std::optional<CodeId> non_answer;  // of those that no stance wins over
  const auto note = [](std::optional<CodeId>& least, CodeId code) { least = std::min(least.value_or(code), code); };
  for (const Coding& coding : accepted_) {
    if (beaten_by(coding) != nullptr) continue;
    if (books_.code(coding.code()).excludes_all) note(non_answer, coding.code());
    for (const ExclusiveThemes::Place& place : exclusive_.places_of(coding.code()))
      note(winners_[place.theme.index()].code, coding.code());
  }
  const auto loses = [&](const Coding& coding) -> std::optional<BlockedCoding> {
    if (non_answer && !books_.code(coding.code()).excludes_all)
      return BlockedCoding{coding, Block::non_answer, non_answer};
    if (const Winner* winner = beaten_by(coding)) return BlockedCoding{coding, Block::exclusive, winner->code};
    return std::nullopt;
  };
  for (const Coding& coding : accepted_) {
    const std::optional<BlockedCoding> lost = loses(coding);
    if (!lost) codings.push_back(coding);
    if (lost && blocked != nullptr) blocked->push_back(*lost);
  }
}

}  // namespace etic
