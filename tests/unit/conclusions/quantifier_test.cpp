#include "conclusions/quantifier.hpp"

#include <string>

#include "support/catch.hpp"

using namespace etic;

namespace {

Quantifier exactly(std::int64_t count) { return {"", Quantifier::Bound::exactly, count, 0, 1}; }
Quantifier at_least(std::int64_t count) { return {"", Quantifier::Bound::at_least, count, 0, 1}; }
Quantifier share(std::int64_t above, std::int64_t below) {
  return {"", Quantifier::Bound::share_at_least, 0, above, below};
}
Quantifier share_above(std::int64_t above, std::int64_t below) {
  return {"", Quantifier::Bound::share_above, 0, above, below};
}

std::string text(const Quantifier& quantifier, std::int64_t n, std::int64_t base, std::int64_t against = 0) {
  const Judgement judgement = judge(quantifier, n, base, against);
  return std::string(name(judgement.verdict)) + ": " + judgement.why;
}

}  // namespace

TEST_CASE("an exact number binds on both sides") {
  CHECK(text(exactly(3), 3, 11) == "supported: 3 expected, 3 found");
  CHECK(text(exactly(3), 4, 11) == "understated: 3 expected, 4 found");
  CHECK(text(exactly(3), 2, 11) == "overstated: 3 expected, 2 found");
  CHECK(text(exactly(3), 0, 11) == "unsupported: 3 expected, 0 found");
}

TEST_CASE("a least number binds on one side") {
  CHECK(text(at_least(2), 2, 11) == "supported: at least 2 expected, 2 found");
  CHECK(text(at_least(2), 11, 11) == "supported: at least 2 expected, 11 found");
  CHECK(text(at_least(2), 1, 11) == "overstated: at least 2 expected, 1 found");
  CHECK(text(at_least(2), 0, 11) == "unsupported: at least 2 expected, 0 found");
}

TEST_CASE("a share is taken of the base, exactly") {
  CHECK(share(2, 5).least_of(5) == 2);
  CHECK(share(2, 5).least_of(11) == 5);  // 4.4
  CHECK(share(2, 5).least_of(10) == 4);
  CHECK(share(1, 1).least_of(7) == 7);
  CHECK(share(1, 3).least_of(3) == 1);
  CHECK(share_above(1, 2).least_of(4) == 3);
  CHECK(share_above(1, 2).least_of(5) == 3);
  CHECK(share_above(0, 1).least_of(5) == 1);
  CHECK(text(share(1, 2), 2, 4) == "supported: at least 2 of 4 expected, 2 found");
  CHECK(text(share_above(1, 2), 2, 4) == "overstated: at least 3 of 4 expected, 2 found");
  CHECK(text(share_above(1, 2), 3, 4) == "supported: at least 3 of 4 expected, 3 found");
}

TEST_CASE("none means nobody") {
  CHECK(text(exactly(0), 0, 4) == "supported: none expected, 0 found");
  CHECK(text(exactly(0), 1, 4) == "overstated: none expected, 1 found");
  CHECK(text(exactly(0), 0, 0) == "no-evidence: no answer on record in scope");
}

TEST_CASE("as many against as for contest a sentence whose bound is met") {
  CHECK(text(at_least(2), 3, 11, 2) == "supported: at least 2 expected, 3 found");
  CHECK(text(at_least(2), 3, 11, 3) == "contested: 3 for, 3 against");
  CHECK(text(at_least(2), 3, 11, 4) == "contested: 3 for, 4 against");
  CHECK(text(at_least(2), 1, 11, 4) == "overstated: at least 2 expected, 1 found");
  CHECK(text(exactly(1), 2, 11, 4) == "understated: 1 expected, 2 found");
  CHECK(text(exactly(0), 0, 11, 0) == "supported: none expected, 0 found");
  CHECK(text(exactly(0), 0, 11, 1) == "supported: none expected, 0 found");
}

TEST_CASE("verdicts have names and an order") {
  for (const Verdict verdict : all_verdicts) CHECK(parse_verdict(name(verdict)) == verdict);
  CHECK_FALSE(parse_verdict("fine"));
  CHECK(is_worse(Verdict::unsupported, Verdict::overstated));
  CHECK(is_worse(Verdict::overstated, Verdict::no_evidence));
  CHECK(is_worse(Verdict::no_evidence, Verdict::contested));
  CHECK(is_worse(Verdict::contested, Verdict::understated));
  CHECK(is_worse(Verdict::understated, Verdict::supported));
  CHECK_FALSE(is_worse(Verdict::supported, Verdict::supported));
}
