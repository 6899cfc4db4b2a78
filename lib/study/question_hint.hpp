#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "study/study.hpp"

namespace etic {

/// What to write instead of text that is no question code: `G1Q1` for `G1Q01`, or how a code looks.
[[nodiscard]] std::string hint_on_unreadable_question(std::string_view text);

/// What may have been meant by a question code that the study lacks: one of `known`, the study's codes, that is near,
/// or else which ones its group has.
[[nodiscard]] std::string hint_on_unknown_question(std::string_view code, const Study& study,
                                                   const std::vector<std::string>& known);

}  // namespace etic
