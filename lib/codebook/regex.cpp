#include "codebook/regex.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <re2/filtered_re2.h>
#include <re2/re2.h>
#include <re2/set.h>
#include <stdexcept>

#include "codebook/boundary_marks.hpp"
#include "codebook/literal_finder.hpp"
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

/// Matches of up to half a window are found wherever they stand. Without that bound an expression such as `a.*b|a`
/// could read the whole text again for every match.
constexpr std::size_t least_window = 8192;

std::vector<Span> find_in(const RE2& expression, std::string_view text, std::size_t window = least_window) {
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
    if (match_end > match_begin)
      found.push_back({static_cast<std::uint32_t>(match_begin), static_cast<std::uint32_t>(match_end)});
    at = std::max(match_end, at + 1);
  }
  return found;
}

constexpr const char* without_memory = "expressions are RE2's, which have neither look-around nor back-references";

Regex::Trouble explain_operator(std::string_view expression, std::string_view sign) {
  // RE2 calls look-behind `(?<`, which also starts a group with a name.
  for (const std::string_view behind : {"(?<=", "(?<!"}) {
    if (sign == "(?<" && expression.find(behind) != std::string_view::npos) sign = behind;
  }
  const bool looks_around =
      sign.starts_with("(?=") || sign.starts_with("(?!") || sign.starts_with("(?<=") || sign.starts_with("(?<!");
  if (looks_around) return {fmt::format("look-around `{}` is not supported", sign), without_memory};
  return {fmt::format("`{}` is no operator of regular expressions", sign),
          "write a parenthesis that is meant as `\\(`"};
}

Regex::Trouble explain_escape(std::string_view escape) {
  const bool refers_back = escape.size() > 1 && escape[1] >= '1' && escape[1] <= '9';
  if (refers_back) return {fmt::format("back-reference `{}` is not supported", escape), without_memory};
  return {fmt::format("`{}` is no escape of regular expressions", escape), "write a backslash that is meant as `\\\\`"};
}

/// RE2's complaints in our words.
Regex::Trouble explain(const RE2& refused) {
  const std::string& part = refused.error_arg();
  switch (refused.error_code()) {
    case RE2::ErrorMissingParen:
      return {"a `(` is never closed", "close it with `)`, or write `\\(` for the character"};
    case RE2::ErrorUnexpectedParen:
      return {"a `)` closes nothing that is open", "write `\\)` for the character"};
    case RE2::ErrorMissingBracket:
      return {"a `[` is never closed", "close it with `]`, or write `\\[` for the character"};
    case RE2::ErrorTrailingBackslash:
      return {"a backslash at the end stands for nothing", "write `\\\\` for the character"};
    case RE2::ErrorRepeatArgument:
      return {fmt::format("`{}` repeats nothing", part), "put a backslash before it for the character"};
    case RE2::ErrorRepeatOp:
      return {fmt::format("`{}` repeats a repetition", part), "put parentheses around the inner one"};
    case RE2::ErrorRepeatSize:
      return {fmt::format("`{}` is no number of times", part), "from 0 to 1000, the smaller number first"};
    case RE2::ErrorBadCharRange:
      return {fmt::format("`{}` is no range of characters", part), "the smaller character comes first"};
    case RE2::ErrorBadCharClass:
      return {fmt::format("`{}` is no class of characters", part), ""};
    case RE2::ErrorBadNamedCapture:
      return {fmt::format("`{}` names a group wrongly", part), "groups need no names here"};
    case RE2::ErrorPatternTooLarge:
      return {"it is too large", "make several rules of it"};
    case RE2::ErrorBadEscape:
      return explain_escape(part);
    case RE2::ErrorBadPerlOp:
      return explain_operator(refused.pattern(), part);
    default:
      return {refused.error(), ""};
  }
}

}  // namespace

/// The same with marks of the edges of words in the text. A match goes on to the last mark of the place where it ends,
/// so that the next one may ask for all of them again.
std::vector<Span> find_marked(const RE2& expression, const MarkedText& text, std::size_t window) {
  std::vector<Span> found;
  const re2::StringPiece input(text.text.data(), text.text.size());
  const std::size_t size = text.text.size();
  re2::StringPiece match;
  for (std::size_t at = 0; at < size;) {
    const std::size_t end = std::min(size, at + window);
    if (!expression.Match(input, at, end, RE2::UNANCHORED, &match, 1)) {
      if (end == size) break;
      at = end - window / 2;
      continue;
    }
    const auto match_begin = static_cast<std::size_t>(match.data() - input.data());
    const std::size_t match_end = match_begin + match.size();
    if (match_end == end && end < size && match_begin > at) {
      at = match_begin;
      continue;
    }
    const Span span{text.origin[match_begin], text.origin[match_end]};
    if (span.size() > 0) {
      found.push_back(span);
      at = match_end;
      while (at > match_begin && text.origin[at - 1] == span.end) --at;  // back before the marks
    } else {
      at = std::max(match_end, at + 1);
    }
  }
  return found;
}

struct Regex::Compiled {
  explicit Compiled(std::string_view source) : expression(composed(source), options()) {
    const std::optional<MarkedExpression> written = mark_boundaries(expression.pattern());
    if (!written) return;
    marked.emplace(written->text, options());
    marks = written->marks;
    if (!marked->ok()) marked.reset();
  }

  RE2 expression;
  std::optional<RE2> marked;  // for texts with letters beyond ASCII, where the expression asks for edges of words
  std::size_t marks = 0;

  [[nodiscard]] std::vector<Span> find(std::string_view text) const {
    if (!marked || !needs_boundary_marks(text)) return find_in(expression, text);
    return find_marked(*marked, mark_boundaries(text, marks), least_window * (marks + 1));
  }
};

std::optional<Regex::Trouble> Regex::trouble(std::string_view expression) {
  const RE2 compiled(composed(expression), options());
  if (!compiled.ok()) return explain(compiled);
  if (RE2::FullMatch("", compiled)) {
    return Trouble{"it matches the empty text", "let it want at least one letter: `+` instead of `*`"};
  }
  return std::nullopt;
}

Regex::Regex(std::string_view expression) : compiled_(std::make_unique<Compiled>(expression)) {}
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

std::vector<Span> Regex::find_all(std::string_view text) const {
  if (is_composed(text)) return compiled_->find(text);
  const ComposedText form = compose(text);
  std::vector<Span> found = compiled_->find(form.text);
  for (Span& span : found) span = {form.origin[span.begin], form.origin[span.end]};
  return found;
}

namespace {

/// The two characters beyond ASCII that count as letters of it, k and s: where they stand, a literal of ASCII may be
/// meant by what is none.
bool has_other_forms_of_ascii(std::string_view text) {
  constexpr std::string_view kelvin_sign = "\u212A";
  constexpr std::string_view long_s = "\u017F";
  return text.find(kelvin_sign) != std::string_view::npos || text.find(long_s) != std::string_view::npos;
}

/// The longest stretch of a literal that a `LiteralFinder` can look for.
std::string in_plain_ascii(const std::string& literal) {
  std::string longest;
  std::string stretch;
  for (const char c : literal + '\n') {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' ') {
      stretch += c;
      continue;
    }
    if (stretch.size() > longest.size()) longest = stretch;
    stretch.clear();
  }
  return longest;
}

}  // namespace

/// Most expressions match nothing where some literal does not stand: RE2 knows which. The others are looked for at
/// once.
struct RegexSet::Compiled {
  explicit Compiled(const std::vector<std::string>& expressions)
      : size(static_cast<std::uint32_t>(expressions.size())), finder(add_all(expressions)) {
    if (size == 0) return;
    std::vector<int> unfiltered;
    filter.AllPotentials(always_there, &unfiltered);
    is_unfiltered.resize(size);
    for (const int id : unfiltered) is_unfiltered[static_cast<std::size_t>(id)] = true;
    for (std::uint32_t i = 0; i < size; ++i) {
      if (!is_unfiltered[i]) continue;
      const std::string& form = filter.GetRE2(static_cast<int>(i)).pattern();
      set.Add(form, nullptr);
      in_set.push_back(i);
      if (mark_boundaries(form)) marked.push_back(i);
    }
    usable = set.Compile();
  }

  /// Returns the literals that can be looked for; what asks for others is as if they were always there.
  std::vector<std::string> add_all(const std::vector<std::string>& expressions) {
    std::vector<std::string> asked;
    for (const std::string& expression : expressions) {
      int id = 0;
      if (filter.Add(composed(expression), options(), &id) != RE2::NoError)
        throw std::invalid_argument(expression + " is no regular expression");
    }
    if (size > 0) filter.Compile(&asked);
    std::vector<std::string> literals;
    for (std::size_t i = 0; i < asked.size(); ++i) {
      std::string plain = in_plain_ascii(asked[i]);
      if (plain.size() < LiteralFinder::shortest) {
        always_there.push_back(static_cast<int>(i));
      } else {
        atoms.push_back(static_cast<int>(i));
        literals.push_back(std::move(plain));
      }
    }
    return literals;
  }

  std::uint32_t size;
  re2::FilteredRE2 filter{static_cast<int>(LiteralFinder::shortest)};
  std::vector<int> atoms;         // numbers that the filter has for the literals
  std::vector<int> always_there;  // and for those not looked for
  LiteralFinder finder;
  std::vector<bool> is_unfiltered;

  RE2::Set set{options(), RE2::UNANCHORED};  // of the unfiltered ones
  std::vector<std::uint32_t> in_set;
  std::vector<std::uint32_t> marked;  // of these: they ask for edges of words, and the set knows those of ASCII only
  bool usable = false;

  /// Appends those whose literals stand in the text, in no order.
  void find_filtered(std::string_view text, std::vector<std::uint32_t>& found) const {
    std::vector<std::uint32_t> literals;
    finder.find(text, literals);
    if (literals.empty()) return;
    std::vector<int> there = always_there;
    for (const std::uint32_t literal : literals) there.push_back(atoms[literal]);
    std::sort(there.begin(), there.end());
    std::vector<int> potential;
    filter.AllPotentials(there, &potential);
    for (const int id : potential) {
      if (!is_unfiltered[static_cast<std::size_t>(id)]) found.push_back(static_cast<std::uint32_t>(id));
    }
  }

  void find_unfiltered(std::string_view text, std::vector<std::uint32_t>& found) const {
    if (in_set.empty()) return;
    const std::string form = is_composed(text) ? std::string() : compose(text).text;
    const std::string_view searched = form.empty() ? text : std::string_view(form);
    std::vector<int> indices;
    RE2::Set::ErrorInfo error{usable ? RE2::Set::kNoError : RE2::Set::kOutOfMemory};
    const bool any = usable && set.Match(re2::StringPiece(searched.data(), searched.size()), &indices, &error);
    if (!any && error.kind != RE2::Set::kNoError) {  // out of memory for the set: each must be tried
      found.insert(found.end(), in_set.begin(), in_set.end());
      return;
    }
    for (const int index : indices) found.push_back(in_set[static_cast<std::size_t>(index)]);
    if (!marked.empty() && needs_boundary_marks(searched)) found.insert(found.end(), marked.begin(), marked.end());
  }
};

RegexSet::RegexSet(const std::vector<std::string>& expressions) : compiled_(std::make_unique<Compiled>(expressions)) {}
RegexSet::RegexSet(RegexSet&&) noexcept = default;
RegexSet& RegexSet::operator=(RegexSet&&) noexcept = default;
RegexSet::~RegexSet() = default;

void RegexSet::find(std::string_view text, std::vector<std::uint32_t>& found) const {
  found.clear();
  if (compiled_->size == 0) return;
  if (has_other_forms_of_ascii(text)) {
    for (std::uint32_t i = 0; i < compiled_->size; ++i) found.push_back(i);
    return;
  }
  compiled_->find_filtered(text, found);
  compiled_->find_unfiltered(text, found);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
}

}  // namespace etic
