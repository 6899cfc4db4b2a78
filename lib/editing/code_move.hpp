#pragma once

#include "editing/study_edit.hpp"

namespace etic {

/// Moves a code with all below it to another theme, or to the top of a book, of another one too: its lines, and its id
/// wherever it is mentioned. False where that cannot be; then the sink says why and nothing is changed.
[[nodiscard]] bool move_code(StudyEdit& edit, CodeId code, const CodeParent& to, Sink& sink);

}  // namespace etic
