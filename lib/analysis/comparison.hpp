#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "agreement/coefficients.hpp"
#include "agreement/unitizing.hpp"
#include "analysis/selection.hpp"
#include "coding/coded_corpus.hpp"

namespace etic {

/// What coders are compared on.
enum class AgreementLevel : std::uint8_t {
  answer,      // an answer, a joint one once: whether it bears the code
  respondent,  // a respondent: whether one of their answers does
  sentence,    // a sentence of one voice: whether words of it do
  segment,     // the characters that respondents speak: which of them do
};

[[nodiscard]] std::string_view name(AgreementLevel level);

/// One thing on which coders say yes or no to a code.
struct ComparedUnit {
  AnswerId answer;                // of a respondent: the first
  RespondentId respondent;        // of an answer or a sentence: the first of those who say it
  std::uint16_t voice = 0;        // of a sentence
  Span span;                      // of a sentence
  std::vector<Rating> decisions;  // by coder: 1 bears it, 0 does not, `unrated` not read
};

/// Several codings of one corpus, code by code, of the words of respondents in the selection. A coder decides on a unit
/// that they have read with the code's book, or to which they gave the code. The rules have read a book if it has
/// rules. What only one has read is compared with nobody. All arguments must outlive this.
class Comparison {
 public:
  Comparison(const std::vector<CodedCorpus>& coders, const Selection& selection);

  [[nodiscard]] std::size_t coders() const { return coders_.size(); }

  /// The units in the code's scope, or in that of a theme's codes, that two or more have read, in study order. Not of
  /// segments.
  [[nodiscard]] std::vector<ComparedUnit> units(CodeId code, AgreementLevel level) const;

  /// The answers in the code's scope that all have read, their respondents' talk laid end to end, in characters.
  [[nodiscard]] Continuum continuum(CodeId code) const;

  /// Codings of the code, or of a theme's, by one coder to one answer.
  [[nodiscard]] std::vector<Coding> codings(std::size_t coder, AnswerId answer, CodeId code) const;

 private:
  [[nodiscard]] bool is_of(CodeId found, CodeId code) const;
  [[nodiscard]] Rating decide(std::size_t coder, AnswerId answer, CodeId code) const;
  [[nodiscard]] bool has_read(std::size_t coder, AnswerId answer, CodeId code) const;
  [[nodiscard]] std::vector<AnswerId> answers_in_scope(CodeId code) const;
  void add_sentences(AnswerId answer, CodeId code, std::vector<ComparedUnit>& units) const;
  [[nodiscard]] std::vector<ComparedUnit> respondents(CodeId code) const;

  const std::vector<CodedCorpus>& coders_;
  const Codebooks& books_;
  const Corpus& corpus_;
  std::vector<bool> selected_;             // by answer
  std::vector<std::vector<bool>> heard_;   // by answer and voice: words of somebody in the selection
  std::vector<std::vector<bool>> meant_;   // by answer, of its respondents in order: in the selection
  std::vector<std::vector<bool>> speaks_;  // by coder and book: it can say anything of the book
  std::vector<CodeId> last_below_;         // by code: the last of its subtree
};

/// Units added up: on the whole, and by respondent, which intervals are resampled from.
struct Agreement {
  RatingSums sums;
  std::vector<RatingSums> clusters;

  explicit Agreement(std::size_t coders) : sums(coders, 2) {}
  void add(const std::vector<ComparedUnit>& units, std::size_t respondents);
};

/// One coder held against another who is taken to be right.
struct Accuracy {
  std::int64_t hits = 0;    // both say yes
  std::int64_t wrong = 0;   // only the coder does
  std::int64_t missed = 0;  // only the reference does
  std::int64_t units = 0;   // that both have read

  Accuracy& operator+=(const Accuracy& other);

  /// hits / (hits + wrong); undefined where the coder never says yes.
  [[nodiscard]] Coefficient precision() const;
  /// hits / (hits + missed); undefined where the reference never does.
  [[nodiscard]] Coefficient recall() const;
  /// 2 hits / (2 hits + wrong + missed); undefined where neither does (van Rijsbergen 1979, Information Retrieval).
  [[nodiscard]] Coefficient f1() const;
};

[[nodiscard]] Accuracy accuracy_of(const std::vector<ComparedUnit>& units, std::size_t coder, std::size_t reference);

}  // namespace etic
