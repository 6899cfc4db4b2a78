#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "text/words.hpp"

namespace etic {

/// One value of a YAML document with its place in the file. Scalars are text as written (`no` is "no", `5` is "5"), in
/// NFC, so that the same word is the same text whatever system a file comes from.
/// Mappings keep the order of the file and every key once.
struct YamlNode {
  enum class Type : std::uint8_t {
    scalar,
    sequence,
    mapping,
    refused,  // reported already (a null, an alias …): readers pass over it in silence
  };

  YamlNode() = default;
  YamlNode(Type sort, Span place) : type(sort), span(place) {}

  Type type = Type::refused;
  Span span;               // a scalar's text with its quotes; of others only the start is meant
  std::string text;        // of a scalar
  bool verbatim = false;   // the scalar stands in the file letter by letter from `span.begin + quote`
  std::uint8_t quote = 0;  // 1 when the scalar is quoted
  bool cut = false;        // of a collection: parsing ended inside, or it merges another: it may hold more than is here
  std::vector<YamlNode> items;                         // of a sequence
  std::vector<std::pair<YamlNode, YamlNode>> entries;  // of a mapping

  [[nodiscard]] bool is_scalar() const { return type == Type::scalar; }
  [[nodiscard]] bool is_sequence() const { return type == Type::sequence; }
  [[nodiscard]] bool is_mapping() const { return type == Type::mapping; }
  [[nodiscard]] bool is_refused() const { return type == Type::refused; }

  /// Where a part of the scalar's text stands in the file; the whole scalar where that cannot be told.
  [[nodiscard]] Span part(std::size_t offset, std::size_t length) const;
};

}  // namespace etic
