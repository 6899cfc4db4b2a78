#include "study/question_hint.hpp"

#include <cstddef>
#include <fmt/format.h>

#include "diagnostics/hint.hpp"

namespace etic {
namespace {

bool is_digit(char character) { return character >= '0' && character <= '9'; }

std::string without_leading_zeros(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool leads = text[i] == '0' && i + 1 < text.size() && is_digit(text[i + 1]);
    if (!leads || (!plain.empty() && is_digit(plain.back()))) plain += text[i];
  }
  return plain;
}

}  // namespace

std::string hint_on_unreadable_question(std::string_view text) {
  const std::string plain = without_leading_zeros(text);
  if (parse_question_code(plain)) return fmt::format("write it without the leading zero: `{}`", plain);
  return "a question code is a group and a number, like `G1Q4`";
}

std::string hint_on_unknown_question(std::string_view code, const Study& study, const std::vector<std::string>& known) {
  const std::string near = did_you_mean(code, known);
  const std::optional<QuestionCode> parsed = parse_question_code(code);
  if (!near.empty() || !parsed) return near;
  const Question* first = nullptr;
  const Question* last = nullptr;
  for (const Question& question : study.questions) {
    if (question.code.group != parsed->group) continue;
    if (first == nullptr) first = &question;
    last = &question;
  }
  if (first == nullptr) return {};
  return fmt::format("G{} has {} to {}", parsed->group, first->code.text(), last->code.text());
}

}  // namespace etic
