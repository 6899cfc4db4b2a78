#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "codebook/codebook.hpp"
#include "codebook/regex.hpp"
#include "coding/element_finder.hpp"
#include "coding/negation.hpp"
#include "coding/speech.hpp"

namespace etic {

/// One rule of one code.
struct RuleRef {
  CodeId code;
  std::uint32_t number = 0;  // index into the code's rules
  friend auto operator<=>(const RuleRef&, const RuleRef&) = default;
};

/// A place where a rule's pattern stands, before its conditions are asked.
struct Match {
  RuleRef rule;
  Span span;
  std::uint32_t sentence = 0;  // index into the speech
  bool negated = false;        // a cue reaches it
  bool barred = false;         // one of the rule's `none` stands in its sentence
};

/// The compiled patterns of the rules of all books; shared by any number of matchers. The books must outlive it.
class CompiledRules {
 public:
  explicit CompiledRules(const Codebooks& books);

 private:
  friend class Matcher;

  struct CompiledRule {
    RuleRef ref;
    const Rule* rule = nullptr;
    std::uint32_t book = 0;
    std::vector<ElementId> elements;
    std::vector<ElementId> none;
    std::unique_ptr<Regex> regex;
  };

  void hang_up(std::uint32_t index);

  ElementTable elements_;
  std::vector<NegationFinder> negation_;  // by book, to be copied
  std::vector<CompiledRule> rules_;
  std::vector<std::vector<std::uint32_t>> rules_of_;  // by the element on which a rule hangs: its rarest one
  std::vector<std::uint32_t> wordless_;               // rules with regular expressions
  RegexSet regexes_;                                  // the same, looked for at once
};

/// Matches all rules against speeches, one after the other. Time is linear in the speech, up to a logarithm, but for
/// the number of matches itself.
class Matcher {
 public:
  explicit Matcher(const CompiledRules& rules);

  /// Appends every match, each once, in order of place, then rule. Rules that `applies` refuses are passed over; rules
  /// of the form `answer` are not patterns and never match here.
  void match(const SourceFile& file, const Speech& speech, const std::function<bool(const Rule&)>& applies,
             std::vector<Match>& matches);

 private:
  class Pass;

  const CompiledRules& rules_;
  ElementFinder finder_;
  std::vector<NegationFinder> negation_;  // by book
  std::vector<std::uint32_t> regexes_found_;
};

}  // namespace etic
