#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <string_view>

#include "audit/audit.hpp"
#include "codebook/regex.hpp"

namespace etic {
namespace {

/// Whether it fits every word. A word has a letter at least, so one `?` beside a `*` asks for nothing.
bool is_any_word(const WordPattern& word) {
  return word.find('*') != std::string::npos && word.find_first_not_of("*?") == std::string::npos &&
         std::count(word.begin(), word.end(), '?') <= 1;
}

bool has_any_words(const Element& element) {
  return std::any_of(element.alternatives.begin(), element.alternatives.end(),
                     [](const Phrase& phrase) { return std::all_of(phrase.begin(), phrase.end(), is_any_word); });
}

/// `first` narrows nothing: every answer has a first sentence.
bool is_narrowed(const Rule& rule) {
  const Conditions& conditions = rule.conditions;
  return !rule.none.empty() || rule.negated == Rule::Negated::only || !conditions.answer_words.empty() ||
         !conditions.has.empty() || !conditions.without.empty();
}

/// Whether it codes whatever is said where it applies.
bool is_boundless(const Rule& rule) {
  if (is_narrowed(rule)) return false;
  if (rule.form == Rule::Form::answer) return true;
  if (rule.form == Rule::Form::regex) {
    constexpr std::string_view unlike_texts[] = {"x", "7", "。"};
    const Regex regex(rule.regex);
    return std::all_of(std::begin(unlike_texts), std::end(unlike_texts),
                       [&](std::string_view text) { return !regex.find_all(text).empty(); });
  }
  return std::all_of(rule.elements.begin(), rule.elements.end(), has_any_words);
}

/// `fewer than 5`.
std::string text_of(const WordLimit& limit) {
  switch (limit.relation) {
    case WordLimit::Relation::less:
      return fmt::format("fewer than {}", limit.words);
    case WordLimit::Relation::at_most:
      return fmt::format("at most {}", limit.words);
    case WordLimit::Relation::equal:
      return fmt::format("exactly {}", limit.words);
    case WordLimit::Relation::at_least:
      return fmt::format("at least {}", limit.words);
    case WordLimit::Relation::more:
      return fmt::format("more than {}", limit.words);
  }
  return "";
}

std::string text_of(const std::vector<WordLimit>& limits) {
  std::string text;
  for (const WordLimit& limit : limits) text += (text.empty() ? "" : " and ") + text_of(limit);
  return limits.size() == 2 ? "both " + text : text;
}

bool fits_some_length(const std::vector<WordLimit>& limits) {
  for (std::uint32_t words = 1; words <= 100'000; words += words < 1'000 ? 1 : 997) {
    const auto holds = [&](const WordLimit& limit) { return limit.holds(words); };
    if (std::all_of(limits.begin(), limits.end(), holds)) return true;
  }
  return false;
}

/// The element that the rule looks for and forbids at once, or null.
const Element* barred_by_itself(const Rule& rule) {
  const auto is_barred = [&](const Element& element) {
    return std::any_of(rule.none.begin(), rule.none.end(), [&](const Element& none) {
      return std::all_of(element.alternatives.begin(), element.alternatives.end(), [&](const Phrase& phrase) {
        return std::find(none.alternatives.begin(), none.alternatives.end(), phrase) != none.alternatives.end();
      });
    });
  };
  const auto found = std::find_if(rule.elements.begin(), rule.elements.end(), is_barred);
  return found == rule.elements.end() ? nullptr : &*found;
}

std::string names_of(const std::vector<CodeId>& codes, const Codebooks& books) {
  std::string names;
  for (const CodeId code : codes) names += fmt::format("{}`{}`", names.empty() ? "" : " or ", books.code(code).name);
  return names;
}

/// Why it can never match, or nothing.
std::string why_dead(const Rule& rule, const Code& code, const Codebooks& books) {
  const Conditions& conditions = rule.conditions;
  if (conditions.questions.empty()) return fmt::format("its questions lie outside those of `{}`", code.name);
  if (const Codebook& book = books.book(code.book); rule.negated == Rule::Negated::only && book.negation.cues.empty()) {
    return fmt::format("it wants a negation, and codebook `{}` has no cues", book.name);
  }
  for (const auto& any : conditions.has) {
    const bool can_be_there = std::any_of(
        any.begin(), any.end(), [&](CodeId id) { return books.code(id).scope.intersects(conditions.questions); });
    if (!any.empty() && !can_be_there) {
      return fmt::format("it wants {} beside it, which cannot occur under its questions", names_of(any, books));
    }
  }
  if (!fits_some_length(conditions.answer_words)) {
    return fmt::format("no answer can have {} words", text_of(conditions.answer_words));
  }
  if (const Element* barred = barred_by_itself(rule)) {
    return fmt::format("`{}`, which it looks for, stands under its own `none`",
                       fmt::join(barred->alternatives.front(), " "));
  }
  return {};
}

}  // namespace

void check_rules(const Study&, const Codebooks& books, Sink& sink) {
  for (const Code& code : books.codes) {
    if (code.scope.empty()) continue;  // its questions could not be read, which has been said
    const SourceFile& file = *books.book(code.book).file;
    for (const Rule& rule : code.rules) {
      if (const std::string why = why_dead(rule, code, books); !why.empty()) {
        sink.report(Kind::dead_rule, file, rule.place,
                    fmt::format("this rule of `{}` can never match: {}", code.name, why));
      } else if (is_boundless(rule)) {
        sink.report(Kind::boundless_rule, file, rule.place,
                    fmt::format("this rule of `{}` matches whatever is said", code.name),
                    "narrow it by `has`, `without` or `answer_words`");
      }
    }
  }
}

}  // namespace etic
