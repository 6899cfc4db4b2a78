#pragma once

#include <optional>
#include <string>

#include "diagnostics/sink.hpp"
#include "study/study.hpp"
#include "text/file_tree.hpp"

namespace etic {

/// Reads `study.yaml` in `folder`. Everything wrong in it is reported; the result holds what could be read. Nothing is
/// returned when there is no readable file, its YAML breaks off, or it holds no groups or no questions: half a design
/// would make everything else look wrong.
[[nodiscard]] std::optional<Study> read_study(const FileTree& files, const std::string& folder, Sink& sink);

}  // namespace etic
