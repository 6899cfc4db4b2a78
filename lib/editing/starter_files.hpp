#pragma once

#include "editing/starter.hpp"

namespace etic {

/// The files of lib/editing/starter/, built into the program.
[[nodiscard]] StudyFiles embedded_starter_files();

}  // namespace etic
