#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/counting.hpp"
#include "analysis/selection.hpp"
#include "codebook/codebook.hpp"
#include "diagnostics/report_part.hpp"

namespace etic {

/// One of the ways in which a table can be cut: by code, theme, group, question, sub-question, respondent, attribute.
struct Axis {
  enum class Kind : std::uint8_t { code, theme, group, question, sub_question, respondent, attribute };
  Kind kind = Kind::code;
  AttributeId attribute;  // of an attribute

  [[nodiscard]] bool is_codes() const { return kind == Kind::code || kind == Kind::theme; }
};

/// `site`, `group`, `subquestion` … What is offered instead of an unknown one has `code` and `theme` in it or not.
[[nodiscard]] std::optional<Axis> parse_axis(std::string_view name, const Study& study, const ReportPart& report,
                                             bool offer_codes = true);

[[nodiscard]] std::string name_of(const Axis& axis, const Study& study);

/// One row or column.
struct AxisItem {
  std::string key;    // `model-benefit.speed`, `G1`, `TCR`, `(none)`
  std::string label;  // for people: `Faster construction and start`
  int indent = 0;
  bool strong = false;
  std::optional<CodeId> code;  // on an axis of codes

  /// Among the items of other parts of the study: those with a rank by it, then by name, then what has no value.
  std::uint64_t rank = unranked;
  static constexpr std::uint64_t unranked = UINT64_MAX;
  bool is_used = true;  // in this part; what no part uses is left out of the whole
};

/// The key of what has no value.
inline constexpr std::string_view no_value = "(none)";

/// Where the slots of a selection fall on an axis that is not of codes: its items in study order, the items of every
/// slot (none, one or several), and the questions that an item could have by design.
struct AxisPlaces {
  std::vector<AxisItem> items;
  std::vector<QuestionSet> design;                   // by item
  std::vector<Few<std::uint32_t, 2>> items_of;       // by slot
  bool by_who_falls_on_it = false;  // the design is known from the slots only: of attributes and respondents
};

/// Items that no slot of the selection falls on are left out, but groups, questions and sub-questions that the terms
/// allow stay. What has no value makes an item where it is counted: by answers on record, or also without.
[[nodiscard]] AxisPlaces place_on_axis(const Axis& axis, const Study& study, const Corpus& corpus,
                                       const Selection& selection, const Counting& counting);

/// The codes of a table's rows, themes before their codes. On an axis of themes: what stands at the top of its book.
[[nodiscard]] std::vector<AxisItem> code_items(const Axis& axis, const Codebooks& books,
                                               const std::vector<CodeId>& codes);

}  // namespace etic
