#include "codebook/regex.hpp"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>

#include "text/unicode.hpp"

namespace etic {
namespace {

RE2::Options options() {
  RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  options.set_max_mem(32 << 20);
  return options;
}

std::string composed(std::string_view expression) { return compose(expression).text; }

/// Matches of up to half a window are found wherever they stand. Without that bound an expression such as `a.*b|a` could read the whole text
/// again for every match.
constexpr std::size_t window = 8192;

std::vector<Span> find_in(const RE2& expression, std::string_view text) {
  std::vector<Span> found;
  const re2::StringPiece input(text.data(), text.size());
  re2::StringPiece match;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.size(), at + window);
    if (!expression.Match(input, at, end, RE2::UNANCHORED, &match, 1)) {
      if (end == text.size()) break;
      at = end - window / 2;
      continue;
    }
    const auto match_begin = static_cast<std::size_t>(match.data() - text.data());
    const std::size_t match_end = match_begin + match.size();
    if (match_end == end && end < text.size() && match_begin > at) {
      at = match_begin;  // cut by the window: look again from its start
      continue;
    }
    if (match_end > match_begin) found.push_back({static_cast<std::uint32_t>(match_begin), static_cast<std::uint32_t>(match_end)});
    at = std::max(match_end, at + 1);
  }
  return found;
}

}  // namespace

struct Regex::Compiled {
  RE2 expression;
};

std::optional<std::string> Regex::trouble(std::string_view expression) {
  const RE2 compiled(composed(expression), options());
  if (!compiled.ok()) return compiled.error();
  if (RE2::FullMatch("", compiled)) return "it matches the empty text";
  return std::nullopt;
}

Regex::Regex(std::string_view expression) : compiled_(new Compiled{RE2(composed(expression), options())}) {}
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

std::vector<Span> Regex::find_all(std::string_view text) const {
  if (is_composed(text)) return find_in(compiled_->expression, text);
  const ComposedText form = compose(text);
  std::vector<Span> found = find_in(compiled_->expression, form.text);
  for (Span& span : found) span = {form.origin[span.begin], form.origin[span.end]};
  return found;
}

struct RegexSet::Compiled {
  RE2::Set set{options(), RE2::UNANCHORED};
  std::uint32_t size = 0;
  bool usable = false;
};

RegexSet::RegexSet(const std::vector<std::string>& expressions) : compiled_(std::make_unique<Compiled>()) {
  for (const std::string& expression : expressions) compiled_->set.Add(composed(expression), nullptr);
  compiled_->size = static_cast<std::uint32_t>(expressions.size());
  compiled_->usable = compiled_->set.Compile();
}
RegexSet::RegexSet(RegexSet&&) noexcept = default;
RegexSet& RegexSet::operator=(RegexSet&&) noexcept = default;
RegexSet::~RegexSet() = default;

void RegexSet::find(std::string_view text, std::vector<std::uint32_t>& found) const {
  found.clear();
  if (compiled_->size == 0) return;
  const std::string form = is_composed(text) ? std::string() : compose(text).text;
  const std::string_view searched = form.empty() ? text : std::string_view(form);
  std::vector<int> indices;
  RE2::Set::ErrorInfo error{RE2::Set::kNoError};
  const bool any = compiled_->usable && compiled_->set.Match(re2::StringPiece(searched.data(), searched.size()), &indices, &error);
  if (!any && compiled_->usable && error.kind == RE2::Set::kNoError) return;
  if (!any) {  // out of memory for the set: each must be tried
    for (std::uint32_t i = 0; i < compiled_->size; ++i) found.push_back(i);
    return;
  }
  for (const int index : indices) found.push_back(static_cast<std::uint32_t>(index));
  std::sort(found.begin(), found.end());
}

}  // namespace etic
