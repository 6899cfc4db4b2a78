#include "conclusions/conclusion.hpp"

#include <algorithm>

namespace etic {

const Conclusion* Conclusions::find(std::string_view id) const {
  const auto found = std::find_if(conclusions.begin(), conclusions.end(),
                                  [&](const Conclusion& conclusion) { return conclusion.id == id; });
  return found == conclusions.end() ? nullptr : &*found;
}

std::vector<CodeId> Conclusions::codes() const {
  std::vector<CodeId> codes;
  const auto add = [&](const Query& query) {
    codes.insert(codes.end(), query.any.begin(), query.any.end());
    codes.insert(codes.end(), query.all.begin(), query.all.end());
  };
  for (const Conclusion& conclusion : conclusions) {
    for (const Evidence& part : conclusion.parts) {
      add(part.query);
      if (part.among) add(*part.among);
    }
    if (conclusion.against) add(*conclusion.against);
  }
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

}  // namespace etic
