#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "diagnostics/sink.hpp"
#include "study/question_set.hpp"
#include "study/study.hpp"
#include "yaml/mapping_reader.hpp"

namespace etic {

/// How a term of a question list is reported: kind, place in the list's text, message and hint.
using ReportTerm =
    std::function<void(Kind, std::size_t offset, std::size_t length, std::string message, std::string hint)>;

/// The questions that a list names (`G1Q3-6, G5Q2`, `G1`). Terms that name none are reported and left out.
[[nodiscard]] QuestionSet select_questions(std::string_view list, const Study& study, const ReportTerm& report);

/// The same for lists that stand in a YAML document.
[[nodiscard]] QuestionSet select_questions(const std::vector<Text>& lists, const Study& study, const SourceFile& file,
                                           Sink& sink);

}  // namespace etic
