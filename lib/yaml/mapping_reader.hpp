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

  /// Where `key` stands, which must be here.
  [[nodiscard]] Span place_of(std::string_view key) const;

  /// Reports `missing-key` when `key` is absent: at the mapping's start, or where its own key stands.
  void require(std::string_view key) { require(key, node_.span); }
  void require(std::string_view key, Span where);

  /// Reports `key`, which must be here and has no place beside the others: at the key.
  void refuse(std::string_view key, Kind kind, std::string message, std::string hint = {});

  /// Reports every key that was neither asked for nor refused.
  void finish();

  [[nodiscard]] const YamlNode& node() const { return node_; }

 private:
  const YamlNode& node_;
  std::string what_;
  const SourceFile& file_;
  Sink& sink_;
  std::vector<std::string> asked_;
  std::vector<std::string> refused_;
};

/// Scalars of a node that may be one scalar or a sequence of them; anything else is reported, with `what` in front.
[[nodiscard]] std::vector<Text> read_texts(const YamlNode& node, const SourceFile& file, Sink& sink,
                                           std::string_view what);

/// Reports `wrong-type`: "`key` wants a list, not a mapping".
void report_wrong_type(const YamlNode& node, std::string_view what, std::string_view wanted, const SourceFile& file,
                       Sink& sink);

}  // namespace etic
