// A YAML document: the tree that comes out, and what is said of it.

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "diagnostics/open_source.hpp"
#include "fuzz/property.hpp"
#include "text/file_tree.hpp"
#include "yaml/parse.hpp"
#include "yaml/plain_yaml.hpp"
#include "yaml/tree_builder.hpp"

using namespace etic;

namespace {

Span whole(const SourceFile& file) { return {file.bom_size(), static_cast<std::uint32_t>(file.bytes().size())}; }

/// The tree as text, with the places of its scalars if wanted.
std::string described(const YamlNode& node, bool places) {
  std::string text = places ? '@' + std::to_string(node.span.begin) + '-' + std::to_string(node.span.end) : "";
  if (node.is_scalar()) return '"' + node.text + '"' + text;
  if (node.is_refused()) return "~";
  for (const YamlNode& item : node.items) text += described(item, places) + ',';
  for (const auto& [key, value] : node.entries) text += described(key, places) + ':' + described(value, places) + ',';
  return node.is_sequence() ? '[' + text + ']' : '{' + text + '}';
}

void check_node(const YamlNode& node, const SourceFile& file, bool sound, std::size_t depth) {
  fuzz::require(depth <= deepest_yaml, "no node is deeper than the limit");
  fuzz::check_span(node.span, file, "a node lies inside the file");
  fuzz::check_span(node.part(0, node.text.size()), file, "a part of a scalar lies inside the file");
  if (sound) fuzz::require(!node.is_refused() && !node.cut, "nothing is refused or cut without an error");
  if (node.is_scalar()) fuzz::check_text(node.text, "a scalar is composed UTF-8");
  if (node.verbatim)
    fuzz::require(file.slice(node.part(0, node.text.size())) == node.text, "a verbatim scalar stands in the file");
  for (const YamlNode& item : node.items) check_node(item, file, sound, depth + 1);
  std::set<std::string> keys;
  for (const auto& [key, value] : node.entries) {
    fuzz::require(key.is_scalar(), "a key is text");
    fuzz::require(keys.insert(key.text).second, "a key stands once");
    check_node(key, file, sound, depth + 1);
    check_node(value, file, sound, depth + 1);
  }
}

/// What is read without the parser is the parser's tree.
void check_plain_yaml(const SourceFile& file) {
  const std::optional<YamlNode> plain = read_plain_yaml(file, whole(file));
  if (!plain) return;
  const SourceFile with_tab(file.path(), std::string(file.bytes()) + "\n\t\n");  // for the parser alone
  Sink sink;
  const YamlNode full = parse_yaml(with_tab, whole(with_tab), sink);
  fuzz::require(sink.error_count() == 0, "plain YAML parses");
  fuzz::require(described(*plain, true) == described(full, true), "plain YAML reads as the parser reads it");
}

/// Line breaks are those of one system or of the other.
void check_line_breaks(const SourceFile& file, const YamlNode& root, std::size_t errors) {
  if (file.bytes().find('\r') != std::string_view::npos) return;
  std::string windows;
  for (const char c : file.bytes()) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  const SourceFile other(file.path(), windows);
  Sink sink;
  const YamlNode same = parse_yaml(other, whole(other), sink);
  fuzz::require((sink.error_count() == 0) == (errors == 0), "CRLF makes no error and hides none");
  if (errors == 0) fuzz::require(described(same, false) == described(root, false), "CRLF changes no text");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto files = fuzz::cut_into_files(data, size, {"book.yaml"});
  Sink sink;
  const auto file = open_source(MemoryFiles(files), "book.yaml", codebook_limit, sink);
  if (file != nullptr) {
    const YamlNode root = parse_yaml(*file, whole(*file), sink);
    check_node(root, *file, sink.error_count() == 0, 0);
    check_plain_yaml(*file);
    check_line_breaks(*file, root, sink.error_count());
  } else {
    fuzz::require(sink.error_count() == 1, "a file that cannot be read is reported");
  }
  fuzz::check_diagnostics(sink);
  return 0;
}
