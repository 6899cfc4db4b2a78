#pragma once

#include <string_view>

#include "editing/study_edit.hpp"

namespace etic {

/// Gives a code another last part of its id: at its key, in its theme's `exclusive`, and wherever it, or what stands
/// below it, is mentioned.
void rename_code(StudyEdit& edit, CodeId code, std::string_view part);

}  // namespace etic
