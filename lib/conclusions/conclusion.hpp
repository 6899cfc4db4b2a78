#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/axis.hpp"
#include "analysis/unit.hpp"
#include "analysis/where.hpp"
#include "codebook/codebook.hpp"
#include "conclusions/quantifier.hpp"
#include "conclusions/verdict.hpp"

namespace etic {

/// What one asks of a respondent's answers. Codes are as named; a theme stands for all below it.
struct Query {
  std::vector<CodeId> any;         // one of these at least
  std::vector<CodeId> all;         // and every one of these
  Within within = Within::answer;  // in one answer, or anywhere in the respondent's answers
  std::vector<WhereTerm> where;    // the answers that are looked at
  std::vector<WhereTerm> who;      // what the respondent must be, besides
  Span place;                      // in the conclusions' file

  [[nodiscard]] bool names_codes() const { return !any.empty() || !all.empty(); }
};

/// Where a sentence finds its support.
struct Evidence {
  Query query;
  std::optional<Query> among;  // only respondents whom this fits
};

/// What the researcher signed off; figures that are not written are not checked.
struct Expectation {
  Verdict verdict = Verdict::supported;
  std::optional<std::int64_t> support;
  std::optional<std::int64_t> against;
  std::optional<std::int64_t> base;
};

/// A sentence of the findings.
struct Conclusion {
  std::string id;
  std::string section;
  std::optional<SubQuestionId> sub_question;
  std::string statement;
  std::optional<Quantifier> quantifier;  // none only where nothing is judged
  bool interpretive = false;             // no count settles it: evidence is shown, no verdict given
  std::vector<Evidence> parts;           // usually one; none: no answer could carry it
  std::optional<Query> against;          // without `where` of its own: that of each part
  std::optional<Axis> each;              // the quantifier must hold for each value of this axis
  std::string reason;                    // why it has no evidence, or why it may stand as it is
  std::optional<Expectation> expect;
  Span place;  // the id
};

/// Whether a verdict is drawn from answers.
[[nodiscard]] inline bool is_judged(const Conclusion& conclusion) {
  return !conclusion.interpretive && !conclusion.parts.empty();
}

/// The codes whose words carry a sentence, with all below them, sorted; and those whose words speak against it.
[[nodiscard]] std::vector<CodeId> codes_for(const Conclusion& conclusion, const Codebooks& books);
[[nodiscard]] std::vector<CodeId> codes_against(const Conclusion& conclusion, const Codebooks& books);

/// The findings of a study, sentence by sentence, in the file's order.
struct Conclusions {
  std::unique_ptr<SourceFile> file;  // none: the study has none
  std::vector<Conclusion> conclusions;

  [[nodiscard]] const Conclusion* find(std::string_view id) const;

  /// Every code that some evidence names.
  [[nodiscard]] std::vector<CodeId> codes() const;
};

}  // namespace etic
