#include "yaml/syntax_trouble.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "text/unicode.hpp"

namespace etic {
namespace {

namespace said = YAML::ErrorMsg;

using Remedy = SyntaxTrouble::Remedy;

std::string_view hint_on_quote_inside(char quote) {
  return quote == '"' ? R"(write a quote inside double quotes behind a backslash: "so \"called\"")"
                      : "write a quote inside single quotes twice: 'don''t'";
}

std::size_t line_start(std::string_view text, std::size_t at) {
  const std::size_t line_break = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return line_break == std::string_view::npos ? 0 : line_break + 1;
}

std::size_t indentation(std::string_view text, std::size_t line) {
  return std::min(text.find_first_not_of(' ', line), text.size()) - line;
}

/// Whether no line hangs below the one of `at`, so that its end can be left out without the next ones losing their
/// sense.
bool stands_alone(std::string_view text, std::size_t at) {
  const std::size_t content = text.find_first_not_of(" \t\r\n", text.find('\n', at));
  return content >= text.size() ||
         indentation(text, line_start(text, content)) <= indentation(text, line_start(text, at));
}

/// A tab in what indents the line of `at`, list dashes included; or npos.
std::size_t indenting_tab(std::string_view text, std::size_t at) {
  const std::size_t begin = line_start(text, at);
  const std::size_t end = std::min(text.find_first_not_of(" \t-?", begin), at);
  return text.substr(0, end).find('\t', begin);
}

/// The nearest of `signs` at or before `at` in its line.
std::size_t sign_before(std::string_view text, std::size_t at, std::string_view signs) {
  const std::size_t found = text.substr(0, std::min(text.size(), at + 1)).find_last_of(signs);
  return found == std::string_view::npos || found < line_start(text, at) ? at : found;
}

/// The backslash of the escape that ends before `at`. Of `\x`, `\u` and `\U` the parser takes two, four and eight
/// characters before it looks at them.
std::size_t escape_before(std::string_view text, std::size_t at) {
  for (const auto& [escape, size] : {std::pair{"\\U", 10U}, std::pair{"\\u", 6U}, std::pair{"\\x", 4U}}) {
    if (at >= size && text.substr(at - size).starts_with(escape)) return at - size;
  }
  return sign_before(text, at, "\\");
}

std::string character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  std::size_t end = at;
  static_cast<void>(next_character(text, end));
  return std::string(text.substr(at, end - at));
}

/// `quote it: '*ing'`, with the text that stands at `at`.
std::string quoting_hint(std::string_view text, std::size_t at) {
  std::string_view line = text.substr(at, text.substr(at, 400).find_first_of("\r\n"));
  const std::size_t begin = line_start(text, at);
  const bool in_brackets = text.substr(begin, at - begin).find_first_of("[{") != std::string_view::npos;
  if (in_brackets) line = line.substr(0, line.find_first_of(",]}"));
  line = line.substr(0, std::min(line.find(": "), line.find(" #")));
  line = line.substr(0, line.find_last_not_of(" \t") + 1);
  if (line.empty() || line.size() > 40 || line.find('\'') != std::string_view::npos)
    return "quote it if the text itself is meant";
  return fmt::format("quote it if the text itself is meant: '{}'", line);
}

SyntaxTrouble wants_quotes(std::string_view text, std::size_t at, std::string message) {
  return {at, std::move(message), quoting_hint(text, at), Remedy::other_byte};
}

bool ends_flow(const std::string& message) {
  return message == said::END_OF_MAP_FLOW || message == said::END_OF_SEQ_FLOW;
}

/// The parser stopped inside brackets.
SyntaxTrouble explain_flow(std::size_t at, std::string_view text, const std::vector<std::size_t>& open_brackets) {
  const std::size_t open_bracket = open_brackets.back();
  const auto closing_of = [&](std::size_t opening) { return text[opening] == '[' ? ']' : '}'; };
  const char closing = closing_of(open_bracket);
  if (at < text.size() && line_start(text, open_bracket) == line_start(text, at)) {
    return {at, fmt::format("`,` or `{}` is missing before this", closing),
            "inside brackets, quote text that holds brackets, `,` or `: `"};
  }
  std::string hint = fmt::format("close it with `{}`", closing);
  const bool at_end = text.find_first_not_of(" \t\r\n", at) == std::string_view::npos;
  for (std::size_t outer = open_brackets.size() - 1; at_end && outer > 0; --outer) {
    hint += fmt::format(", then the one around it with `{}`", closing_of(open_brackets[outer - 1]));
  }
  return {open_bracket, "a bracket that is never closed", std::move(hint)};
}

bool is_about_directive(const std::string& message) {
  return message == said::YAML_DIRECTIVE_ARGS || message == said::YAML_MAJOR_VERSION ||
         message == said::REPEATED_YAML_DIRECTIVE || message == said::TAG_DIRECTIVE_ARGS ||
         message == said::REPEATED_TAG_DIRECTIVE || message.starts_with(said::YAML_VERSION);
}

bool is_about_tag(const std::string& message) {
  return message == said::CHAR_IN_TAG_HANDLE || message == said::TAG_WITH_NO_SUFFIX ||
         message == said::END_OF_VERBATIM_TAG;
}

}  // namespace

SyntaxTrouble explain(const YAML::ParserException& error, std::string_view text,
                      const std::vector<std::size_t>& open_brackets) {
  const std::string& message = error.msg;
  const std::size_t at = std::min(text.size(), static_cast<std::size_t>(std::max(0, error.mark.pos)));
  const bool about_structure = message == said::MAP_VALUE || message == said::MAP_KEY || message == said::BLOCK_ENTRY;

  if (message == said::TAB_IN_INDENTATION)
    return {at, "a tab in the indentation", "YAML indents with spaces", Remedy::spaces_for_tabs};
  if (const std::size_t tab = indenting_tab(text, at); about_structure && tab != std::string_view::npos) {
    return {tab, "a tab in the indentation", "YAML indents with spaces", Remedy::spaces_for_tabs};
  }
  if (message.starts_with(said::UNKNOWN_ANCHOR) || message == said::ALIAS_NOT_FOUND || message == said::CHAR_IN_ALIAS) {
    return wants_quotes(text, sign_before(text, at, "*"), "text that starts with `*` is an alias in YAML");
  }
  if (message == said::ANCHOR_NOT_FOUND || message == said::CHAR_IN_ANCHOR) {
    return wants_quotes(text, sign_before(text, at, "&"), "text that starts with `&` is an anchor in YAML");
  }
  if (is_about_directive(message))
    return {at, "a line that starts with `%` is a directive in YAML", "delete it, or quote the text"};
  if (is_about_tag(message)) {
    return wants_quotes(text, sign_before(text, at, "!"), "text that starts with `!` is a tag in YAML");
  }
  if (message == said::CHAR_IN_BLOCK || message == said::ZERO_INDENT_IN_BLOCK) {
    const std::size_t sign = sign_before(text, at, ">|");
    return wants_quotes(
        text, sign, fmt::format("text that starts with `{}` is a block of lines in YAML", character_at(text, sign)));
  }
  if (message == said::UNKNOWN_TOKEN && at > 0 &&
      std::string_view(" \t\r\n[{,:-").find(text[at - 1]) == std::string_view::npos) {
    return {at, fmt::format("text with `{}` must be quoted inside brackets", character_at(text, at)),
            "quote the whole text", Remedy::other_byte};
  }
  if (message == said::UNKNOWN_TOKEN) {
    const std::string character =
        text.substr(at).starts_with('`') ? "a backtick" : fmt::format("`{}`", character_at(text, at));
    return wants_quotes(text, at, fmt::format("plain text cannot start with {} in YAML", character));
  }
  if (message.starts_with(said::INVALID_ESCAPE)) {
    const std::size_t sign = sign_before(text, at, "\\");
    return {sign, fmt::format("`\\{}` is no escape of YAML", character_at(text, sign + 1)),
            "single quotes take a backslash as written: '\\d+'", Remedy::other_byte};
  }
  if (message == said::INVALID_HEX || message.starts_with(said::INVALID_UNICODE)) {
    return {escape_before(text, at), "an escape that stands for no character",
            "single quotes take a backslash as written: '\\x'", Remedy::other_byte};
  }
  const Remedy leave_out = stands_alone(text, at) ? Remedy::spaces_for_rest : Remedy::none;
  if (message == said::MAP_VALUE)
    return {at, "`:` starts a value where none can stand", "quote text that holds `: `", leave_out};
  if (message == said::MAP_KEY)
    return {at, "`?` starts a key where none can stand", "quote text that starts with `? `"};
  if (message == said::BLOCK_ENTRY) {
    return {at, "`-` starts a list where none can stand",
            "start it in the next line, or quote text that starts with `- `"};
  }
  if (message == said::END_OF_MAP || message == said::END_OF_SEQ) {
    if (at > 0 && (text[at - 1] == '\'' || text[at - 1] == '"')) {
      return {at, "text behind a closing quote", std::string(hint_on_quote_inside(text[at - 1])), leave_out};
    }
    return {at, "this does not fit the lines before it", "check its indentation, and text above that should be quoted"};
  }
  if (ends_flow(message) && !open_brackets.empty()) return explain_flow(at, text, open_brackets);
  if (message == said::FLOW_END) {
    return {at, fmt::format("`{}` closes no bracket that is open here", character_at(text, at)),
            "quote text that holds brackets"};
  }
  if (message == said::DOC_IN_SCALAR) return {at, "a quote above is not closed before this line", ""};
  return {at, message, ""};
}

}  // namespace etic
