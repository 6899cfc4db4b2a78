#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "codebook/codebook.hpp"
#include "codebook/regex.hpp"
#include "coding/phrase_finder.hpp"
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

  /// What an occurrence of a phrase means to a rule or to a book's negation.
  struct Use {
    enum class Role : std::uint8_t { phrase, element, none, cue, not_cue, stop };
    Role role = Role::phrase;
    std::uint32_t target = 0;   // index into `rules_`, or of the book
    std::uint32_t element = 0;  // of an element: which one
  };
  struct CompiledRule {
    RuleRef ref;
    const Rule* rule = nullptr;
    std::uint32_t book = 0;
    std::unique_ptr<Regex> regex;
  };

  void add_uses(const std::vector<Phrase>& phrases, Use use);

  const Codebooks& books_;
  PhraseTable phrases_;
  std::vector<std::vector<Use>> uses_;  // by phrase
  std::vector<CompiledRule> rules_;
  std::vector<std::uint32_t> wordless_;  // rules with regular expressions
  RegexSet regexes_;                     // the same, looked for at once
};

/// Matches all rules against speeches, one after the other. Time is linear in the speech, up to a logarithm, but for
/// the number of matches itself.
class Matcher {
 public:
  explicit Matcher(const CompiledRules& rules);
  ~Matcher();

  /// Appends every match, each once, in order of place, then rule. Rules that `applies` refuses are passed over; rules
  /// of the form `answer` are not patterns and never match here.
  void match(const SourceFile& file, const Speech& speech, const std::function<bool(const Rule&)>& applies, std::vector<Match>& matches);

 private:
  class Pass;

  /// An occurrence of an element (or of a `none`) of a rule that is more than a phrase.
  struct Hit {
    std::uint32_t rule = 0;
    std::uint32_t element = 0;
    WordRange words;
    friend auto operator<=>(const Hit&, const Hit&) = default;
  };

  /// Where a book's cues and stops stand in the speech, in order.
  struct NegationWords {
    std::vector<WordRange> cues;
    std::vector<WordRange> not_cues;
    std::vector<WordRange> stops;
    bool settled = false;  // sorted, cues inside a not-cue taken out
  };

  const CompiledRules& rules_;
  PhraseFinder finder_;
  std::vector<Occurrence> occurrences_;
  std::vector<std::pair<std::uint32_t, WordRange>> phrase_hits_;
  std::vector<Hit> hits_;
  std::vector<Hit> none_hits_;
  std::vector<NegationWords> negation_;  // by book
  std::vector<std::uint32_t> regexes_found_;
};

}  // namespace etic
