#include "yaml/parse.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <sstream>
#include <string_view>
#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "yaml/plain_yaml.hpp"
#include "yaml/syntax_trouble.hpp"
#include "yaml/tree_builder.hpp"

namespace etic {
namespace {

/// How often a slip is stepped over to find those behind it; each time everything is parsed anew.
constexpr std::size_t most_attempts = 20;
constexpr std::size_t most_bytes_parsed = std::size_t{16} << 20;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The text as the parser is given it, and where that differs from the file.
class Patched {
 public:
  explicit Patched(std::string_view text) : text_(text) {
    for_each_indentation([&](std::size_t begin, std::size_t end) {  // a line of nothing but tabs is legal, and harmless
      if (end == text_.size() || text_[end] == '\n' || text_[end] == '\r') std::fill(at(begin), at(end), ' ');
    });
  }

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::set<std::size_t>& replaced() const { return replaced_; }

  /// Replaces what the parser stumbled over; false where that is hopeless, or was tried.
  [[nodiscard]] bool step_over(const SyntaxTrouble& trouble) {
    const std::size_t place = trouble.at;
    if (place >= text_.size() || replaced_.count(place) > 0) return false;
    const char byte = text_[place];
    if ((byte & '\x80') != 0 || byte == '\n') return false;
    switch (trouble.remedy) {
      case SyntaxTrouble::Remedy::none:
        return false;
      case SyntaxTrouble::Remedy::other_byte:
        replace(place, 'x');
        break;
      case SyntaxTrouble::Remedy::spaces_for_tabs:
        replace_indenting_tabs(place);
        break;
      case SyntaxTrouble::Remedy::spaces_for_rest:
        replace_rest(place);
        break;
    }
    return true;
  }

 private:
  std::string::iterator at(std::size_t offset) { return text_.begin() + static_cast<std::ptrdiff_t>(offset); }

  template <class Visit>
  void for_each_indentation(Visit visit) {
    for (std::size_t begin = 0; begin < text_.size();) {
      visit(begin, std::min(text_.find_first_not_of(" \t", begin), text_.size()));
      begin = std::min(text_.find('\n', begin), text_.size() - 1) + 1;
    }
  }

  void replace(std::size_t offset, char byte) {
    text_[offset] = byte;
    replaced_.insert(offset);
  }

  void replace_indenting_tabs(std::size_t place) {
    replace(place, ' ');  // which may stand behind a dash
    for_each_indentation([&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        if (text_[i] == '\t') replace(i, ' ');
      }
    });
  }

  /// The text right before counts as replaced too: it lacks its end.
  void replace_rest(std::size_t place) {
    if (place > 0) replaced_.insert(place - 1);
    replaced_.insert(place);
    std::fill(at(place), at(std::min(text_.find_first_of("\r\n", place), text_.size())), ' ');
  }

  std::string text_;
  std::set<std::size_t> replaced_;
};

void parse(std::string_view text, TreeBuilder& builder) {
  // yaml-cpp takes a quote that is open at the end for closed when a line break stands before, and for an error when
  // not: with one more line break it is always the former, which the builder finds.
  std::istringstream stream(std::string(text) + '\n');
  YAML::Parser parser(stream);
  while (parser.HandleNextDocument(builder)) continue;  // the builder refuses a second one
}

}  // namespace

YamlNode parse_yaml(const SourceFile& file, Span where, Sink& sink) {
  if (where.size() > largest_yaml) {
    sink.report(Kind::file_too_large, file.path(), fmt::format("more than {} MiB of YAML", largest_yaml >> 20));
    return {};
  }
  while (file.slice(where).starts_with(byte_order_mark)) {
    where.begin += std::uint32_t{byte_order_mark.size()};  // yaml-cpp eats it and does not count it
  }
  if (std::optional<YamlNode> plain = read_plain_yaml(file, where)) return std::move(*plain);
  Patched patched(file.slice(where));
  bool tabs = false;
  for (std::size_t attempt = 1;; ++attempt) {
    Sink found;  // each attempt starts anew; only the last one's findings count
    TreeBuilder builder({file, where, patched.text(), patched.replaced()}, found);
    const auto result = [&] {
      YamlNode root = builder.take();
      sink.append(found);
      return root;
    };
    try {
      parse(patched.text(), builder);
      return result();
    } catch (const ParsingEnded&) {
      return result();
    } catch (const YAML::DeepRecursion& deep) {
      const auto at = static_cast<std::uint32_t>(where.begin) + static_cast<std::uint32_t>(deep.mark.pos);
      found.report(Kind::yaml_depth, file, {at, at + 1}, fmt::format("nested deeper than {} levels", deepest_yaml));
      return result();
    } catch (const YAML::ParserException& error) {
      const SyntaxTrouble trouble = explain(error, patched.text(), builder.open_brackets());
      const auto at = static_cast<std::uint32_t>(where.begin + trouble.at);
      // Where tabs were replaced by as many spaces, what follows may well be out of line.
      if (!tabs || trouble.remedy != SyntaxTrouble::Remedy::none)
        sink.report(Kind::yaml_syntax, file, {at, at + 1}, trouble.message, trouble.hint);
      tabs = tabs || trouble.remedy == SyntaxTrouble::Remedy::spaces_for_tabs;
      const bool affordable = attempt < most_attempts && attempt * patched.text().size() < most_bytes_parsed;
      if (!affordable || !patched.step_over(trouble)) return result();
    }
  }
}

}  // namespace etic
