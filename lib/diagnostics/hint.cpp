#include "diagnostics/hint.hpp"

#include <optional>

#include "text/nearest.hpp"

namespace etic {

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const std::optional<std::string> near = nearest(word, candidates);
  return near ? "did you mean `" + *near + "`?" : std::string();
}

}  // namespace etic
