#include "diagnostics/kind.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>

#include "support/catch.hpp"

using namespace etic;

TEST_CASE("every kind is found under its own name, in the order of its number") {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < all_kinds().size(); ++i) {
    const KindInfo& kind = all_kinds()[i];
    CHECK(static_cast<std::size_t>(kind.kind) == i);
    CHECK(&info(kind.kind) == &kind);
    CHECK(names.insert(kind.name).second);
  }
  CHECK(names.count("duplicate-key") == 1);
  CHECK(info(Kind::duplicate_key).severity == Severity::error);
  CHECK(info(Kind::missing_respondent).severity == Severity::warning);
}

TEST_CASE("names are words with hyphens, and meanings end without a full stop") {
  for (const KindInfo& kind : all_kinds()) {
    CAPTURE(kind.name);
    CHECK(std::all_of(kind.name.begin(), kind.name.end(),
                      [](char c) { return c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }));
    CHECK_FALSE(kind.meaning.empty());
    CHECK(kind.meaning.back() != '.');
  }
}
