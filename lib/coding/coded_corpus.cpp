#include "coding/coded_corpus.hpp"

#include <algorithm>

#include "coding/rule_coder.hpp"

namespace etic {

CodedCorpus::Range CodedCorpus::of(AnswerId answer) const {
  const auto [first, last] = std::equal_range(codings.begin(), codings.end(), Coding{answer, {}, {}, 0, {}, 0},
                                              [](const Coding& a, const Coding& b) { return a.answer < b.answer; });
  return {codings.data() + (first - codings.begin()), codings.data() + (last - codings.begin())};
}

CodedCorpus code_by_rules(RuleCoder& coder, const Study& study, const Corpus& corpus, const Codebooks& books,
                          Extent extent) {
  CodedCorpus coded{&study, &corpus, &books, {}, {}, nullptr, {}, {}, {}, {}};
  if (extent == Extent::codes) coded.borne.emplace();
  for (std::size_t i = 0; i < corpus.answers.size(); ++i) {
    if (coded.borne) {
      coder.find_codes(corpus, AnswerId(i), *coded.borne);
    } else {
      coder.code(corpus, AnswerId(i), coded.codings);
    }
  }
  return coded;
}

namespace {

CodedCorpus code_by(const CompiledRules& rules, const Study& study, const Corpus& corpus, const Codebooks& books,
                    Extent extent) {
  RuleCoder coder(books, rules);
  return code_by_rules(coder, study, corpus, books, extent);
}

}  // namespace

CodedCorpus code_by_rules(const Study& study, const Corpus& corpus, const Codebooks& books, Extent extent) {
  return code_by(CompiledRules(books), study, corpus, books, extent);
}

CodedCorpus code_by_rules(const Study& study, const Corpus& corpus, const Codebooks& books,
                          const std::vector<CodeId>& codes, Extent extent) {
  return code_by(CompiledRules(books, codes), study, corpus, books, extent);
}

}  // namespace etic
