#pragma once

#include <string>

#include "study/study.hpp"

namespace etic {

/// The questions of one set that another lacks: `G1Q4 G2Q1`.
[[nodiscard]] std::string questions_beyond(const Study& study, const QuestionSet& set, const QuestionSet& other);

}  // namespace etic
