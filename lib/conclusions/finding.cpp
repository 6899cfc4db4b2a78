#include "conclusions/finding.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <utility>

#include "conclusions/scope.hpp"

namespace etic {
namespace {

template <class Item>
std::vector<Item> united(const std::vector<Item>& a, const std::vector<Item>& b) {
  std::vector<Item> both;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

std::vector<RespondentId> common(const std::vector<RespondentId>& a, const std::vector<RespondentId>& b) {
  std::vector<RespondentId> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

void unite(Sides& sides, const Sides& more) {
  sides.base = united(sides.base, more.base);
  sides.support = united(sides.support, more.support);
  sides.against = united(sides.against, more.against);
}

std::int64_t size_of(const std::vector<RespondentId>& respondents) {
  return static_cast<std::int64_t>(respondents.size());
}

/// The worse of two, or where they are as bad both together.
Judgement worst_of(const Judgement& a, const Judgement& b) {
  if (a.verdict == b.verdict) return {a.verdict, a.why + "; " + b.why};
  return is_worse(a.verdict, b.verdict) ? a : b;
}

Judgement judge_sides(const Quantifier& quantifier, const Sides& sides) {
  return judge(quantifier, size_of(sides.support), size_of(sides.base), size_of(sides.against));
}

}  // namespace

std::vector<RespondentId> Sides::silent() const {
  std::vector<RespondentId> left;
  const std::vector<RespondentId> spoken = united(support, against);
  std::set_difference(base.begin(), base.end(), spoken.begin(), spoken.end(), std::back_inserter(left));
  return left;
}

struct Concluder::Answered {
  std::vector<RespondentId> base;
  std::vector<RespondentId> bearers;
  std::vector<std::uint32_t> asked;      // responses that could bear it
  std::vector<std::uint32_t> responses;  // by which they bear it
};

/// `slots` stand by respondent.
Concluder::Answered Concluder::ask(const Query& query, const std::vector<Slot>& slots) const {
  std::vector<CodeId> codes = query.any;
  codes.insert(codes.end(), query.all.begin(), query.all.end());
  const QuestionSet scope = scope_of(query, *coded_.study, *coded_.books);
  std::vector<bool> fits;  // by respondent; none: everybody does
  if (!query.who.empty()) fits = select(*coded_.study, *coded_.corpus, query.who).holds_respondent;
  // What nobody has read is missing, not silent.
  const auto is_known = [&](const Slot& slot) {
    if (coded_.read.empty() || codes.empty()) return true;
    const AnswerId answer = coded_.corpus->responses[slot.response].answer;
    return std::any_of(codes.begin(), codes.end(), [&](CodeId code) {
      return coded_.is_read(answer, coded_.books->code(code).book) || bearing_.bears(slot.response, code);
    });
  };
  const auto borne_in = [&](CodeId code, const std::vector<std::uint32_t>& responses) {
    return std::any_of(responses.begin(), responses.end(),
                       [&](std::uint32_t response) { return bearing_.bears(response, code); });
  };
  const auto bears = [&](const std::vector<std::uint32_t>& responses) {
    const auto borne = [&](CodeId code) { return borne_in(code, responses); };
    return (query.any.empty() || std::any_of(query.any.begin(), query.any.end(), borne)) &&
           std::all_of(query.all.begin(), query.all.end(), borne);
  };

  Answered found;
  for (std::size_t i = 0; i < slots.size();) {
    const RespondentId respondent = slots[i].respondent;
    std::vector<std::uint32_t> responses;
    for (; i < slots.size() && slots[i].respondent == respondent; ++i) {
      if (slots[i].is_recorded() && scope.contains(slots[i].question) && is_known(slots[i]))
        responses.push_back(slots[i].response);
    }
    if (responses.empty()) continue;
    found.base.push_back(respondent);
    found.asked.insert(found.asked.end(), responses.begin(), responses.end());
    if (!fits.empty() && !fits[respondent.index()]) continue;
    std::vector<std::uint32_t> bearing;  // responses that bear it, alone or together
    for (const std::uint32_t response : responses) {
      const bool counts =
          query.within == Within::respondent
              ? std::any_of(codes.begin(), codes.end(), [&](CodeId code) { return bearing_.bears(response, code); })
              : bears({response});
      if (counts || codes.empty()) bearing.push_back(response);
    }
    if (bearing.empty() || !bears(query.within == Within::respondent ? responses : bearing)) continue;
    found.bearers.push_back(respondent);
    found.responses.insert(found.responses.end(), bearing.begin(), bearing.end());
  }
  return found;
}

std::vector<Slot> Concluder::slots_of(const std::vector<WhereTerm>& where) const {
  return select(*coded_.study, *coded_.corpus, where).slots;
}

const std::vector<WhereTerm>& Concluder::where_against(const Conclusion& conclusion, const Evidence& part) const {
  return conclusion.against->where.empty() ? part.query.where : conclusion.against->where;
}

Finding Concluder::take_sides(const Conclusion& conclusion, const Evidence& part, const std::vector<Slot>& slots,
                              const std::vector<Slot>& against_slots) const {
  Finding finding;
  finding.conclusion = &conclusion;
  Answered found = ask(part.query, slots);
  if (part.among) {
    const Answered among = ask(*part.among, slots_of(part.among->where));
    found.base = common(found.base, among.bearers);
    found.bearers = common(found.bearers, among.bearers);
  }
  const auto is_of = [&](const std::vector<RespondentId>& respondents) {
    return [&](std::uint32_t response) {
      return std::binary_search(respondents.begin(), respondents.end(), coded_.corpus->responses[response].respondent);
    };
  };
  finding.sides.base = std::move(found.base);
  finding.sides.support = std::move(found.bearers);
  std::copy_if(found.asked.begin(), found.asked.end(), std::back_inserter(finding.base_in), is_of(finding.sides.base));
  std::copy_if(found.responses.begin(), found.responses.end(), std::back_inserter(finding.support_in),
               is_of(finding.sides.support));
  if (conclusion.against) {
    const Answered opposing = ask(*conclusion.against, against_slots);
    finding.sides.against = common(opposing.bearers, finding.sides.base);
    std::copy_if(opposing.responses.begin(), opposing.responses.end(), std::back_inserter(finding.against_in),
                 is_of(finding.sides.against));
  }
  return finding;
}

Finding Concluder::judge(const Conclusion& conclusion) const {
  Finding finding;
  finding.conclusion = &conclusion;
  if (conclusion.parts.empty()) {
    finding.judgement = {Verdict::no_evidence, "none declared"};
    return finding;
  }
  finding.judgement = {Verdict::supported, ""};
  for (std::size_t i = 0; i < conclusion.parts.size(); ++i) {
    const Evidence& part = conclusion.parts[i];
    const std::vector<Slot> against =
        conclusion.against ? slots_of(where_against(conclusion, part)) : std::vector<Slot>();
    const Finding of_part = take_sides(conclusion, part, slots_of(part.query.where), against);
    unite(finding.sides, of_part.sides);
    finding.base_in = united(finding.base_in, of_part.base_in);
    finding.support_in = united(finding.support_in, of_part.support_in);
    finding.against_in = united(finding.against_in, of_part.against_in);
    if (!conclusion.quantifier) continue;
    Judgement judgement =
        conclusion.each ? judge_each(conclusion, part) : judge_sides(*conclusion.quantifier, of_part.sides);
    if (conclusion.parts.size() > 1) judgement.why = fmt::format("part {}: {}", i + 1, judgement.why);
    finding.judgement = i == 0 ? judgement : worst_of(finding.judgement, judgement);
  }
  if (conclusion.interpretive) {
    finding.judgement = {Verdict::interpretive, fmt::format("{} of {} for, {} against", finding.sides.support.size(),
                                                            finding.sides.base.size(), finding.sides.against.size())};
  }
  return finding;
}

std::vector<std::pair<std::string, Finding>> Concluder::split_part(const Conclusion& conclusion, const Evidence& part,
                                                                   const Axis& axis) const {
  const auto slots_by_value = [&](const std::vector<WhereTerm>& where) {
    const Selection selection = select(*coded_.study, *coded_.corpus, where);
    const AxisPlaces places = place_on_axis(axis, *coded_.study, *coded_.corpus, selection, {});
    std::vector<std::pair<std::string, std::vector<Slot>>> by_value;
    for (const AxisItem& item : places.items) by_value.emplace_back(item.key, std::vector<Slot>());
    for (std::size_t i = 0; i < selection.slots.size(); ++i) {
      for (const std::uint32_t item : places.items_of[i]) by_value[item].second.push_back(selection.slots[i]);
    }
    return by_value;
  };
  std::map<std::string, std::vector<Slot>> against;
  if (conclusion.against) {
    for (auto& [value, slots] : slots_by_value(where_against(conclusion, part))) against[value] = std::move(slots);
  }
  std::vector<std::pair<std::string, Finding>> split;
  for (const auto& [value, slots] : slots_by_value(part.query.where))
    split.emplace_back(value, take_sides(conclusion, part, slots, against[value]));
  return split;
}

/// The worst of an axis's values; those who have no value make none.
Judgement Concluder::judge_each(const Conclusion& conclusion, const Evidence& part) const {
  std::optional<Judgement> worst;
  for (const auto& [value, finding] : split_part(conclusion, part, *conclusion.each)) {
    if (value == no_value) continue;
    Judgement judgement = judge_sides(*conclusion.quantifier, finding.sides);
    judgement.why = fmt::format("{}: {}", value, judgement.why);
    worst = worst ? worst_of(*worst, judgement) : judgement;
  }
  return worst.value_or(Judgement{Verdict::no_evidence, "no answer on record in scope"});
}

std::vector<Finding> Concluder::judge(const std::vector<const Conclusion*>& conclusions) const {
  std::vector<Finding> findings;
  for (const Conclusion* conclusion : conclusions) findings.push_back(judge(*conclusion));
  return findings;
}

std::vector<std::string> Concluder::values_of(const Axis& axis) const {
  const Selection everything = select(*coded_.study, *coded_.corpus, {});
  std::vector<std::string> values;
  for (const AxisItem& item : place_on_axis(axis, *coded_.study, *coded_.corpus, everything, {}).items)
    values.push_back(item.key);
  return values;
}

std::vector<SidesOfValue> Concluder::split(const Conclusion& conclusion, const Axis& axis) const {
  std::vector<SidesOfValue> split;
  for (const Evidence& part : conclusion.parts) {
    for (const auto& [value, finding] : split_part(conclusion, part, axis)) {
      const auto known = std::find_if(split.begin(), split.end(),
                                      [&value = value](const SidesOfValue& each) { return each.value == value; });
      if (known != split.end()) {
        unite(known->sides, finding.sides);
      } else if (!finding.sides.base.empty()) {
        split.push_back({value, finding.sides});
      }
    }
  }
  return split;
}

}  // namespace etic
