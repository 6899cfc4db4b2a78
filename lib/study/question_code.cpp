#include "study/question_code.hpp"

#include <fmt/format.h>

namespace etic {
namespace {

/// Takes a number of at most five digits without leading zeros from the front of `text`.
std::optional<std::uint32_t> take_number(std::string_view& text) {
  std::size_t digits = 0;
  std::uint32_t value = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
    if (digits == 5) return std::nullopt;
    value = value * 10 + static_cast<std::uint32_t>(text[digits] - '0');
    ++digits;
  }
  if (digits == 0 || (digits > 1 && text[0] == '0')) return std::nullopt;
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<std::uint32_t> take_group(std::string_view& text) {
  if (!take(text, 'G')) return std::nullopt;
  return take_number(text);
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  const std::size_t first = text.find_first_not_of(space);
  if (first == std::string_view::npos) return text.substr(0, 0);
  return text.substr(first, text.find_last_not_of(space) - first + 1);
}

/// Everything behind `G1Q3` in `G1Q3-6`, `G1Q3-Q6` and `G1Q3-G1Q6`.
bool take_range_end(std::string_view& text, QuestionRange& range) {
  if (!take(text, '-')) return false;
  if (text.starts_with('G')) {
    const auto group = take_group(text);
    if (!group || *group != range.group || !text.starts_with('Q')) return false;
  }
  take(text, 'Q');
  const auto last = take_number(text);
  if (!last) return false;
  range.last = *last;
  return true;
}

bool read_term(std::string_view term, QuestionRange& range) {
  const auto group = take_group(term);
  if (!group) return false;
  range.group = *group;
  if (term.empty()) {
    range.whole_group = true;
    return true;
  }
  if (!take(term, 'Q')) return false;
  const auto first = take_number(term);
  if (!first) return false;
  range.first = range.last = *first;
  if (!term.empty() && !take_range_end(term, range)) return false;
  return term.empty();
}

}  // namespace

std::string QuestionCode::text() const { return fmt::format("G{}Q{}", group, number); }

std::optional<QuestionCode> parse_question_code(std::string_view text) {
  const auto group = take_group(text);
  if (!group || !take(text, 'Q')) return std::nullopt;
  const auto number = take_number(text);
  if (!number || !text.empty()) return std::nullopt;
  return QuestionCode{*group, *number};
}

std::optional<std::uint32_t> parse_group(std::string_view text) {
  const auto group = take_group(text);
  return group && text.empty() ? group : std::nullopt;
}

std::vector<QuestionRange> parse_question_ranges(std::string_view text) {
  std::vector<QuestionRange> ranges;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const std::string_view term = trimmed(text.substr(begin, end - begin));
    QuestionRange range;
    range.offset = static_cast<std::size_t>(term.data() - text.data());
    range.length = term.size();
    range.valid = read_term(term, range);
    ranges.push_back(range);
    begin = end + 1;
  }
  return ranges;
}

}  // namespace etic
