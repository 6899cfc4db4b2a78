#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace etic {

/// "did you mean `x`, `y` or `z`?" with the candidates that are near, else nothing; nor anything where more than four
/// are equally near, of which none is likelier than the others.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

/// The same; where none is near, `one of a, b, c`, if there are candidates at all.
[[nodiscard]] std::string near_or_all(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace etic
