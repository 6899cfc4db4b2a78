#pragma once

#include <string>
#include <utility>
#include <vector>

namespace etic {

/// The files of lib/report/page/, built into the program: names, and what stands in them.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> embedded_page_files();

}  // namespace etic
