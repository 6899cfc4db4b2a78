#pragma once

#include <string>
#include <utility>
#include <vector>

#include "analysis/bearing.hpp"
#include "analysis/selection.hpp"
#include "coding/coded_corpus.hpp"
#include "conclusions/conclusion.hpp"

namespace etic {

/// Who stands where on a sentence, each list in study order. Base: the respondents with an answer on record that could
/// carry it. Support and against are of the base and may overlap; silent is the base less both.
struct Sides {
  std::vector<RespondentId> base;
  std::vector<RespondentId> support;
  std::vector<RespondentId> against;

  [[nodiscard]] std::vector<RespondentId> silent() const;
};

/// The same for one value of an axis.
struct SidesOfValue {
  std::string value;
  Sides sides;
};

/// What the answers on record say of a sentence.
struct Finding {
  const Conclusion* conclusion = nullptr;
  Judgement judgement;
  Sides sides;
  std::vector<std::uint32_t> base_in;     // responses that could bear the evidence
  std::vector<std::uint32_t> support_in;  // those that do
  std::vector<std::uint32_t> against_in;
};

/// Judges every sentence. Holds views: what it was made of must outlive it.
class Concluder {
 public:
  Concluder(const CodedCorpus& coded, const Bearing& bearing) : coded_(coded), bearing_(bearing) {}

  [[nodiscard]] Finding judge(const Conclusion& conclusion) const;
  [[nodiscard]] std::vector<Finding> judge(const std::vector<const Conclusion*>& conclusions) const;

  /// The values of an axis in study order.
  [[nodiscard]] std::vector<std::string> values_of(const Axis& axis) const;

  /// The sides of a sentence split by an axis, each on the answers that fall on the value alone; values on which none
  /// of its answers could fall are left out.
  [[nodiscard]] std::vector<SidesOfValue> split(const Conclusion& conclusion, const Axis& axis) const;

 private:
  struct Answered;  // what a query finds

  [[nodiscard]] Answered ask(const Query& query, const std::vector<Slot>& slots) const;
  [[nodiscard]] Finding take_sides(const Conclusion& conclusion, const Evidence& part, const std::vector<Slot>& slots,
                                   const std::vector<Slot>& against_slots) const;
  [[nodiscard]] std::vector<Slot> slots_of(const std::vector<WhereTerm>& where) const;
  [[nodiscard]] const std::vector<WhereTerm>& where_against(const Conclusion& conclusion, const Evidence& part) const;
  [[nodiscard]] std::vector<std::pair<std::string, Finding>> split_part(const Conclusion& conclusion,
                                                                        const Evidence& part, const Axis& axis) const;
  [[nodiscard]] Judgement judge_each(const Conclusion& conclusion, const Evidence& part) const;

  const CodedCorpus& coded_;
  const Bearing& bearing_;
};

}  // namespace etic
