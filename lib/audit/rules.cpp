#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "audit/audit.hpp"
#include "codebook/regex.hpp"

namespace etic {
namespace {

bool is_any_word(const Phrase& phrase) {
  return std::all_of(phrase.begin(), phrase.end(), [](const WordPattern& word) { return word.find_first_not_of("*?") == std::string::npos; });
}

bool has_any_word(const Element& element) { return std::any_of(element.alternatives.begin(), element.alternatives.end(), is_any_word); }

bool is_narrowed(const Conditions& conditions) {
  return conditions.first_sentence || !conditions.answer_words.empty() || !conditions.has.empty() || !conditions.without.empty();
}

/// Whether it codes whatever is said where it applies.
bool is_boundless(const Rule& rule) {
  switch (rule.form) {
    case Rule::Form::answer: return !is_narrowed(rule.conditions);
    case Rule::Form::regex: {
      constexpr std::string_view unlike_texts[] = {"x", "7", "。"};
      const Regex regex(rule.regex);
      return std::all_of(std::begin(unlike_texts), std::end(unlike_texts), [&](std::string_view text) { return !regex.find_all(text).empty(); });
    }
    default: return std::all_of(rule.elements.begin(), rule.elements.end(), has_any_word);
  }
}

/// Why it can never match, or nothing.
std::string_view why_dead(const Rule& rule, const Code& code, const Codebooks& books) {
  const Conditions& conditions = rule.conditions;
  if (code.scope.empty() || conditions.questions.empty()) return "none of its questions is among its code's";
  if (rule.negated == Rule::Negated::only && books.book(code.book).negation.cues.empty()) return "it wants a negation, and the codebook has no cues";
  for (const auto& any : conditions.has) {
    const bool can_be_there = std::any_of(any.begin(), any.end(), [&](CodeId id) { return books.code(id).scope.intersects(conditions.questions); });
    if (!any.empty() && !can_be_there) return "the code it wants beside it cannot occur under its questions";
  }
  const bool fits_some_length = [&] {
    for (std::uint32_t words = 1; words <= 100'000; words += words < 1'000 ? 1 : 997) {
      if (std::all_of(conditions.answer_words.begin(), conditions.answer_words.end(), [&](const WordLimit& limit) { return limit.holds(words); })) return true;
    }
    return false;
  }();
  if (!fits_some_length) return "no answer has the number of words it wants";
  const auto barred_by_itself = [&](const Element& element) {
    return std::any_of(rule.none.begin(), rule.none.end(), [&](const Element& none) {
      return std::all_of(element.alternatives.begin(), element.alternatives.end(), [&](const Phrase& phrase) {
        return std::find(none.alternatives.begin(), none.alternatives.end(), phrase) != none.alternatives.end();
      });
    });
  };
  if (std::any_of(rule.elements.begin(), rule.elements.end(), barred_by_itself)) return "what it looks for stands under its own `none`";
  return {};
}

}  // namespace

void check_rules(const Study&, const Codebooks& books, Sink& sink) {
  for (const Code& code : books.codes) {
    const SourceFile& file = *books.book(code.book).file;
    for (const Rule& rule : code.rules) {
      if (const std::string_view why = why_dead(rule, code, books); !why.empty()) {
        sink.report(Kind::dead_rule, file, rule.place, fmt::format("this rule of `{}` can never match: {}", code.name, why));
      } else if (is_boundless(rule)) {
        sink.report(Kind::boundless_rule, file, rule.place, fmt::format("this rule of `{}` matches whatever is said", code.name),
                    rule.form == Rule::Form::answer ? "narrow it by `has`, `without`, `answer_words` or `first`" : "");
      }
    }
  }
}

}  // namespace etic
