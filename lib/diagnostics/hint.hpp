#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace etic {

/// "did you mean `x`?" when one of the candidates is near, else nothing.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace etic
