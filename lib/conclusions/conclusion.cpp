#include "conclusions/conclusion.hpp"

#include <algorithm>
#include <set>

namespace etic {
namespace {

void add_codes(const Query& query, const Codebooks& books, std::set<CodeId>& codes) {
  for (const auto* named : {&query.any, &query.all}) {
    for (const CodeId code : *named) {
      const std::vector<CodeId> below = books.subtree(code);
      codes.insert(below.begin(), below.end());
    }
  }
}

}  // namespace

std::vector<CodeId> codes_for(const Conclusion& conclusion, const Codebooks& books) {
  std::set<CodeId> codes;
  for (const Evidence& part : conclusion.parts) add_codes(part.query, books, codes);
  return {codes.begin(), codes.end()};
}

std::vector<CodeId> codes_against(const Conclusion& conclusion, const Codebooks& books) {
  std::set<CodeId> codes;
  if (conclusion.against) add_codes(*conclusion.against, books, codes);
  return {codes.begin(), codes.end()};
}

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
