#pragma once

#include <string_view>
#include <vector>

#include "diagnostics/report_part.hpp"
#include "study/question_set.hpp"
#include "study/study.hpp"
#include "yaml/mapping_reader.hpp"

namespace etic {

/// The questions that a list names (`G1Q3-6, G5Q2`, `G1`). Terms that name none are reported and left out.
[[nodiscard]] QuestionSet select_questions(std::string_view list, const Study& study, const ReportPart& report);

/// The same for lists that stand in a YAML document.
[[nodiscard]] QuestionSet select_questions(const std::vector<Text>& lists, const Study& study, const SourceFile& file,
                                           Sink& sink);

}  // namespace etic
