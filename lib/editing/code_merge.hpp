#pragma once

#include "editing/study_edit.hpp"

namespace etic {

/// Merges a code into another one: its rules stand behind the other's, its mentions and codings become the other's, the
/// rest of its entry goes. Both must be able to occur under the same questions, for else every count of them would
/// change its base. False where that cannot be; then the sink says why and nothing is changed.
[[nodiscard]] bool merge_code(StudyEdit& edit, const Study& study, CodeId code, CodeId into, Sink& sink);

}  // namespace etic
