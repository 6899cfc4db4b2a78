#pragma once

#include <memory>
#include <sstream>
#include <string>
#include <utility>

#include "diagnostics/render.hpp"
#include "diagnostics/sink.hpp"
#include "text/source_file.hpp"
#include "yaml/parse.hpp"

namespace etic {

/// A file `book.yaml` with the given text, parsed as a whole.
struct ParsedYaml {
  explicit ParsedYaml(std::string text)
      : file("book.yaml", std::move(text)),
        root(parse_yaml(file, {file.bom_size(), static_cast<std::uint32_t>(file.bytes().size())}, sink)) {}

  SourceFile file;
  Sink sink;
  YamlNode root;

  /// All diagnostics as a terminal shows them.
  [[nodiscard]] std::string reports() const {
    std::ostringstream out;
    for (const Diagnostic& diagnostic : sink.sorted()) render(out, diagnostic, false);
    return out.str();
  }

  /// The value under a key of the root.
  [[nodiscard]] const YamlNode& at(const std::string& key) const {
    for (const auto& [name, value] : root.entries) {
      if (name.text == key) return value;
    }
    throw std::out_of_range(key);
  }
};

/// A tree on one line: `{a: "text", b: ["x", ~]}`; `~` stands for what was refused.
inline std::string text_of(const YamlNode& node) {
  if (node.is_scalar()) return '"' + node.text + '"';
  if (node.is_refused()) return "~";
  std::string text;
  for (const YamlNode& item : node.items) text += (text.empty() ? "" : ", ") + text_of(item);
  for (const auto& [key, value] : node.entries) text += (text.empty() ? "" : ", ") + key.text + ": " + text_of(value);
  return node.is_sequence() ? '[' + text + ']' : '{' + text + '}';
}

inline std::string tree_of(const std::string& yaml) { return text_of(ParsedYaml(yaml).root); }
inline std::string reports_on(const std::string& yaml) { return ParsedYaml(yaml).reports(); }

}  // namespace etic
