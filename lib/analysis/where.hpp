#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus.hpp"
#include "diagnostics/report_part.hpp"
#include "study/study.hpp"

namespace etic {

/// One term that narrows a selection: `site=TCR,KITIC`, `date>=2020`, `question!=G1Q3-6`. Several values are joined by
/// *or*; terms by *and*. What has no value never fits `=`, `<`, `>`; it fits `!=`.
struct WhereTerm {
  enum class Key : std::uint8_t { group, respondent, question, sub_question, attribute };
  enum class Relation : std::uint8_t { equal, unequal, less, at_most, at_least, more };

  Key key = Key::group;
  Relation relation = Relation::equal;
  AttributeId attribute;            // of an attribute
  std::vector<std::string> values;  // of a group, a respondent, an attribute
  QuestionSet questions;            // of a question or sub-question
  std::string text;                 // as written
};

/// Reads one term. `only_asked` leaves out the questions that a sub-question's findings draw on besides its own.
[[nodiscard]] std::optional<WhereTerm> parse_where(std::string_view text, const Study& study, const Corpus& corpus,
                                                   bool only_asked, const ReportPart& report);

/// Natural order of a held value and one that is asked for. A date counts as equal to its year or month: `date<=2020`
/// takes in all of 2020, `date>2020` none of it.
[[nodiscard]] std::strong_ordering compare_to_asked(std::string_view held, std::string_view asked);

/// The questions that serve a sub-question, with or without those that its findings draw on besides.
[[nodiscard]] QuestionSet questions_of(const SubQuestion& sub, bool only_asked);

}  // namespace etic
