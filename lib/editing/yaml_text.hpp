#pragma once

#include <string>
#include <string_view>

namespace etic {

/// One line of text as a YAML value: as it stands where that is read as the same text, else in single quotes.
[[nodiscard]] std::string yaml_text(std::string_view text);

}  // namespace etic
