#pragma once

#include <cstdint>
#include <vector>

#include "analysis/bearing.hpp"
#include "coding/ledger.hpp"
#include "corpus/corpus.hpp"
#include "study/study.hpp"

namespace etic {

/// What is there: respondents by group, answers by question.
struct Inventory {
  struct OfGroup {
    std::int64_t respondents = 0;
    std::int64_t answers = 0;
    std::int64_t responses = 0;
    std::int64_t lost = 0;  // responses known to have been given
    std::int64_t non_answers = 0;
  };
  struct OfQuestion {
    std::int64_t answers = 0;    // recorded texts
    std::int64_t responses = 0;  // respondents with an answer on record
    std::int64_t lost = 0;
    std::int64_t unrecorded = 0;   // respondents of the group with neither
    std::int64_t non_answers = 0;  // responses that say nothing
  };
  std::vector<OfGroup> groups;        // in study order
  std::vector<OfQuestion> questions;  // in study order

  [[nodiscard]] std::int64_t respondents() const;
  [[nodiscard]] std::int64_t answers() const;
};

/// What one person coded.
struct CoderInventory {
  std::string name;
  std::int64_t codings = 0;
  std::int64_t proposals = 0;  // codings with a code that no book has
  std::int64_t rejections = 0;
  std::int64_t answers_read = 0;
};

/// Everybody but the rules, in order.
[[nodiscard]] std::vector<CoderInventory> take_inventory(const Ledger& ledger);

/// Takes stock of a study, be it part by part.
class StockTaking {
 public:
  explicit StockTaking(const Study& study);

  void add_respondent(GroupId group) { ++inventory_.groups[group.index()].respondents; }
  void add_respondents(const Corpus& part);
  void add_answers(const Corpus& part, const Bearing& bearing);
  void add(const StockTaking& other);

  /// Of all that was added.
  [[nodiscard]] Inventory finish();

 private:
  const Study& study_;
  Inventory inventory_;  // of groups the respondents only: the rest is what their questions sum up to
};

}  // namespace etic
