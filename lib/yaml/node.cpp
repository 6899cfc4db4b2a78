#include "yaml/node.hpp"

namespace etic {

Span YamlNode::part(std::size_t offset, std::size_t length) const {
  if (!verbatim) return span;
  const auto begin = static_cast<std::uint32_t>(span.begin + quote + offset);
  return {begin, static_cast<std::uint32_t>(begin + length)};
}

}  // namespace etic
