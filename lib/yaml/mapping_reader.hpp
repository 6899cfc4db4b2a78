#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/sink.hpp"
#include "text/source_file.hpp"
#include "yaml/node.hpp"

namespace etic {

/// A scalar with its place, for values whose meaning is checked later.
struct Text {
  std::string text;
  const YamlNode* node = nullptr;  // lives as long as the parsed document
};

/// Reads one mapping key by key and reports what does not fit: values of the wrong type, and (in `finish`) keys that
/// nobody asked for. A node that is no mapping is reported once and reads as an empty one.
class MappingReader {
 public:
  /// `what` names the mapping in messages: "the study", "code `speed`".
  MappingReader(const YamlNode& node, std::string what, const SourceFile& file, Sink& sink);

  /// The value under `key`, or null.
  [[nodiscard]] const YamlNode* find(std::string_view key);

  [[nodiscard]] std::optional<Text> text(std::string_view key);

  /// One scalar or a sequence of them.
  [[nodiscard]] std::vector<Text> texts(std::string_view key);

  [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key, std::int64_t least, std::int64_t most);

  [[nodiscard]] const YamlNode* sequence(std::string_view key);
  [[nodiscard]] const YamlNode* mapping(std::string_view key);

  /// Whether `key` stands here, with whatever value.
  [[nodiscard]] bool has(std::string_view key) const;

  /// Reports `missing-key` when `key` is absent.
  void require(std::string_view key);

  /// Reports every key that was not asked for.
  void finish();

  [[nodiscard]] const YamlNode& node() const { return node_; }

 private:
  const YamlNode& node_;
  std::string what_;
  const SourceFile& file_;
  Sink& sink_;
  std::vector<std::string> asked_;
};

/// Scalars of a node that may be one scalar or a sequence of them; anything else is reported, with `what` in front.
[[nodiscard]] std::vector<Text> read_texts(const YamlNode& node, const SourceFile& file, Sink& sink,
                                           std::string_view what);

/// Reports `wrong-type`: "`key` wants a list, not a mapping".
void report_wrong_type(const YamlNode& node, std::string_view what, std::string_view wanted, const SourceFile& file,
                       Sink& sink);

}  // namespace etic
