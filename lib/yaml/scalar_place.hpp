#pragma once

#include <cstddef>
#include <string_view>

#include "yaml/node.hpp"

namespace etic {

/// Where a scalar, whose text is known, stands that begins at `at` of the YAML `text`, which begins at `origin` of its
/// file: sets its place, its quote and whether it stands there letter by letter. Of text without quotes over several
/// lines the place is the first of them. False where it opens a quote that nothing closes.
[[nodiscard]] bool place_scalar(std::string_view text, std::size_t at, std::size_t origin, YamlNode& scalar);

}  // namespace etic
