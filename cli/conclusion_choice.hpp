#pragma once

#include <string>
#include <vector>

#include "cli/open_study.hpp"

namespace etic::cli {

/// Reports it where the study has no conclusions at all.
void require_conclusions(const OpenedStudy& opened, const std::string& folder, Sink& sink);

/// Those that the names mean (an id, a section with those below it, a sub-question, `all`), in the file's order; all
/// where there are no names. A name that means none is reported.
[[nodiscard]] std::vector<const Conclusion*> find_conclusions(const std::vector<std::string>& names,
                                                              const OpenedStudy& opened, Sink& sink);

}  // namespace etic::cli
