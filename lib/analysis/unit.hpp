#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace etic {

/// What is counted.
enum class Unit : std::uint8_t {
  respondents,
  responses,  // respondent × question
  answers,    // recorded texts: a joint answer is one
  segments,   // disjoint stretches of text; they have no base
};

/// Who the base is.
enum class BaseRule : std::uint8_t {
  recorded,     // with an answer on record to one of the code's questions
  eligible,     // whose group is asked one of the code's questions, answered or not
  substantive,  // recorded, but for units all of whose answers there are non-answers
};

/// How near two codes must stand to occur together.
enum class Within : std::uint8_t { respondent, answer, sentence };

[[nodiscard]] std::string_view name(Unit unit);
[[nodiscard]] std::string_view name(BaseRule base);
[[nodiscard]] std::string_view name(Within within);

}  // namespace etic
