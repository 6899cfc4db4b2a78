#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
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
  std::uint32_t number = 0;  // index into the code's rules, or none

  static constexpr std::uint32_t none = UINT32_MAX;
  friend auto operator<=>(const RuleRef&, const RuleRef&) = default;
};

/// A place where a rule's pattern stands, before its conditions are asked.
struct Match {
  RuleRef rule;
  Span span;
  std::uint32_t sentence = 0;  // index into the speech; 0 where the rule does not ask for it
  bool negated = false;        // a cue reaches it
  bool barred = false;         // one of the rule's `none` stands in its sentence
  bool sound = false;          // the rule's conditions hold, but for those that ask for questions and other codes
};

/// The compiled patterns of rules; shared by any number of matchers. The books must outlive it.
class CompiledRules {
 public:
  /// The rules of all books; or of some codes, and of those on which it depends whether they stay.
  explicit CompiledRules(const Codebooks& books);
  CompiledRules(const Codebooks& books, const std::vector<CodeId>& codes);

  /// Whether the code's rules are among them.
  [[nodiscard]] bool contains(CodeId code) const { return codes_[code.index()]; }

 private:
  friend class Matcher;

  struct CompiledRule {
    RuleRef ref;
    const Rule* rule = nullptr;
    std::uint32_t book = 0;
    std::vector<ElementId> elements;
    std::vector<ElementId> none;
    std::unique_ptr<Regex> regex;
    bool is_plain = false;  // its conditions ask for neither length nor place
    bool is_alone = false;  // no other match of it, and no other code, tells whether a sound match counts
  };

  /// A rule of the form `phrase`, with what is asked of it wherever its element stands: most matches are of these.
  struct PhraseRule {
    std::uint32_t index = 0;  // of the rule
    RuleRef ref;
    std::uint32_t book = 0;
    bool is_simple = false;      // it asks for nothing but whether it is negated
    bool keeps_negated = false;  // nor for that
    bool asks_for_sentence = false;
  };

  void hang_up(std::uint32_t index);

  std::vector<bool> codes_;

  ElementTable elements_;
  std::vector<NegationFinder> negation_;  // by book, to be copied
  std::vector<CompiledRule> rules_;
  std::vector<PhraseRule> phrase_rules_;
  std::vector<std::vector<std::uint32_t>> phrase_rules_of_;  // by element: those that match wherever it stands
  std::vector<std::vector<std::uint32_t>> rules_of_;  // by the element on which any other rule hangs: its rarest one
  std::vector<std::uint32_t> wordless_;               // rules with regular expressions
  RegexSet regexes_;                                  // the same, looked for at once
};

/// Matches all rules against speeches, one after the other. Time is linear in the speech, up to a logarithm, but for
/// the number of matches itself.
class Matcher {
 public:
  explicit Matcher(const CompiledRules& rules);

  /// Appends every match, each once, in order of place, then rule. Given a question, rules that can code no answer to
  /// it, or none of this length, are passed over. Rules of the form `answer` are not patterns and never match here.
  void match(Speech& speech, std::optional<QuestionId> question, std::vector<Match>& matches);

  /// The same where only codes are wanted: appends to `met` those of which a sound match was met and needs nothing
  /// else, each once in no order; and the matches of all rules that ask for other codes, or want to be negated.
  void match_codes(Speech& speech, std::optional<QuestionId> question, std::vector<CodeId>& met,
                   std::vector<Match>& matches);

 private:
  class Pass;

  /// The rules that ask for answers to a question, and all that must be looked for to match them.
  struct Scope {
    std::vector<bool> rules;
    std::vector<std::uint32_t> regexes;  // those rules of them that are regular expressions, by place among `wordless_`
    ElementTable::Part elements;         // with the numbers of phrase rules as tags
  };

  /// Where one element stands in one sentence, in order of last words.
  struct Ranges {
    const WordRange* first = nullptr;
    const WordRange* last = nullptr;
    [[nodiscard]] const WordRange* begin() const { return first; }
    [[nodiscard]] const WordRange* end() const { return last; }
    [[nodiscard]] bool empty() const { return first == last; }
  };

  [[nodiscard]] Scope& scope_of(std::optional<QuestionId> question);

  const CompiledRules& rules_;
  ElementFinder finder_;
  std::vector<NegationFinder> negation_;  // by book
  std::vector<std::uint32_t> regexes_found_;
  std::vector<std::uint64_t> met_;  // by code: the round in which a sound match of it was met, where one is enough
  std::uint64_t round_ = 0;
  std::vector<Ranges> ranges_;                 // of the rule that is being looked at
  std::vector<WordRange> chosen_;              // the same: of the match
  std::map<std::vector<bool>, Scope> scopes_;  // by the rules: many questions share one
  std::vector<Scope*> scope_of_;               // by question; made when first asked for
  Scope* whole_scope_ = nullptr;
};

}  // namespace etic
