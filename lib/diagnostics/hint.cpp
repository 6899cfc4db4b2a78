#include "diagnostics/hint.hpp"

#include <cstddef>

#include "text/nearest.hpp"

namespace etic {

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  constexpr std::size_t most_offered = 4;
  const std::vector<std::string> near = nearest(word, candidates);
  if (near.empty() || near.size() > most_offered) return {};
  std::string offer;
  for (std::size_t i = 0; i < near.size(); ++i) {
    if (i > 0) offer += i + 1 == near.size() ? " or " : ", ";
    offer += "`" + near[i] + "`";
  }
  return "did you mean " + offer + "?";
}

std::string near_or_all(std::string_view word, const std::vector<std::string>& candidates) {
  const std::string near = did_you_mean(word, candidates);
  if (!near.empty() || candidates.empty()) return near;
  std::string all = "one of ";
  for (const std::string& candidate : candidates) all += (&candidate == candidates.data() ? "" : ", ") + candidate;
  return all;
}

}  // namespace etic
