#include "coding/ledger.hpp"

#include <algorithm>

namespace etic {

std::optional<CoderId> Ledger::find_coder(std::string_view name) const {
  const auto found = std::find_if(coders.begin(), coders.end(), [&](const Coder& coder) { return coder.name == name; });
  if (found == coders.end()) return std::nullopt;
  return CoderId(static_cast<std::size_t>(found - coders.begin()));
}

std::vector<std::string> Ledger::coder_names() const {
  std::vector<std::string> names;
  for (const Coder& coder : coders) names.push_back(coder.name);
  return names;
}

}  // namespace etic
