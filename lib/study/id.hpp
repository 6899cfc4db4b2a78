#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace etic {

/// A number that stands for one thing of one sort, so that a code can never be taken for a question. It is the
/// thing's index in study order.
template <class Sort>
struct Id {
  std::uint32_t value = 0;

  Id() = default;
  explicit Id(std::size_t index) : value(static_cast<std::uint32_t>(index)) {}

  [[nodiscard]] std::size_t index() const { return value; }
  friend auto operator<=>(const Id&, const Id&) = default;
};

using GroupId = Id<struct GroupSort>;
using QuestionId = Id<struct QuestionSort>;
using SubQuestionId = Id<struct SubQuestionSort>;
using AttributeId = Id<struct AttributeSort>;

}  // namespace etic
