#include "analysis/cooccurrence.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "analysis/unit_counter.hpp"
#include "coding/speech.hpp"

namespace etic {
namespace {

using CodeSet = std::set<CodeId>;

class PairCounter {
 public:
  PairCounter(const CodedCorpus& coded, const Bearing& bearing, const Selection& selection, Within within,
              const Counting& counting)
      : coded_(coded), bearing_(bearing), selection_(selection), within_(within), counting_(counting) {}

  Matrix run(std::vector<AxisItem> rows, std::vector<AxisItem> columns) {
    matrix_.rows = std::move(rows);
    matrix_.columns = std::move(columns);
    n_.assign(matrix_.rows.size(), std::vector<UnitCounter>(matrix_.columns.size()));
    base_ = n_;
    find_among();
    order_slots();
    if (within_ == Within::respondent) {
      count_in_respondents();
    } else {
      count_in_answers();
    }
    fill();
    return std::move(matrix_);
  }

 private:
  [[nodiscard]] const QuestionSet& scope(const AxisItem& item) const { return coded_.books->code(*item.code).scope; }

  [[nodiscard]] std::uint32_t unit_of(std::uint32_t slot) const {
    const Slot& place = selection_.slots[slot];
    if (counting_.unit == Unit::respondents) return place.respondent.value;
    if (counting_.unit == Unit::answers) return coded_.corpus->responses[place.response].answer.value;
    return slot;
  }

  void find_among() {
    if (!counting_.among) return;
    for (std::uint32_t i = 0; i < selection_.slots.size(); ++i) {
      const Slot& slot = selection_.slots[i];
      if (slot.is_recorded() && bearing_.bears(slot.response, *counting_.among)) among_.insert(unit_of(i));
    }
  }

  /// Slots that count, those of one unit together. A joint answer has slots with each of its respondents.
  void order_slots() {
    for (std::uint32_t slot = 0; slot < selection_.slots.size(); ++slot) {
      if (counts(slot)) order_.push_back(slot);
    }
    if (counting_.unit != Unit::answers) return;
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return unit_of(a) < unit_of(b); });
  }

  [[nodiscard]] bool counts(std::uint32_t slot) const {
    return selection_.slots[slot].is_recorded() && (!counting_.among || among_.contains(unit_of(slot)));
  }

  /// Whether the code's base takes a response in: silence counts where the code itself is a sort of it.
  [[nodiscard]] bool takes(const AxisItem& item, std::uint32_t response) const {
    if (counting_.base != BaseRule::substantive || !bearing_.is_non_answer(response)) return true;
    const std::vector<CodeId> all = coded_.books->subtree(*item.code);
    return std::any_of(all.begin(), all.end(), [&](CodeId code) { return coded_.books->code(code).excludes_all; });
  }

  /// Whether somebody has read the response for the code, or assigned it.
  [[nodiscard]] bool is_known(const AxisItem& item, std::uint32_t response) const {
    const AnswerId answer = coded_.corpus->responses[response].answer;
    return coded_.is_read(answer, coded_.books->code(*item.code).book) || bearing_.bears(response, *item.code);
  }

  [[nodiscard]] bool could_bear(const AxisItem& item, const Slot& slot) const {
    return scope(item).contains(slot.question) && is_known(item, slot.response) && takes(item, slot.response);
  }

  void add_pairs(const CodeSet& codes, std::uint32_t unit) {
    for (std::size_t row = 0; row < matrix_.rows.size(); ++row) {
      if (!codes.contains(*matrix_.rows[row].code)) continue;
      for (std::size_t column = 0; column < matrix_.columns.size(); ++column) {
        if (codes.contains(*matrix_.columns[column].code)) n_[row][column].add(unit);
      }
    }
  }

  template <class CouldBear>
  void add_bases(std::uint32_t unit, CouldBear could_bear_in_unit) {
    std::vector<std::size_t> columns;
    for (std::size_t column = 0; column < matrix_.columns.size(); ++column) {
      if (could_bear_in_unit(matrix_.columns[column])) columns.push_back(column);
    }
    for (std::size_t row = 0; row < matrix_.rows.size(); ++row) {
      if (!could_bear_in_unit(matrix_.rows[row])) continue;
      for (const std::size_t column : columns) base_[row][column].add(unit);
    }
  }

  void count_in_answers() {
    for (const std::uint32_t slot : order_) {
      const Slot& place = selection_.slots[slot];
      const std::uint32_t unit = unit_of(slot);
      if (within_ == Within::sentence) {
        for (const CodeSet& codes : codes_by_sentence(place)) add_pairs(codes, unit);
      } else {
        const Bearing::Codes codes = bearing_.of(place.response);
        add_pairs(CodeSet(codes.begin(), codes.end()), unit);
      }
      add_bases(unit, [&](const AxisItem& item) { return could_bear(item, place); });
    }
  }

  void count_in_respondents() {
    for (std::size_t begin = 0; begin < order_.size();) {
      const RespondentId respondent = selection_.slots[order_[begin]].respondent;
      CodeSet codes;
      std::vector<Slot> given;
      std::size_t end = begin;
      for (; end < order_.size() && selection_.slots[order_[end]].respondent == respondent; ++end) {
        given.push_back(selection_.slots[order_[end]]);
        const Bearing::Codes borne = bearing_.of(given.back().response);
        codes.insert(borne.begin(), borne.end());
      }
      add_pairs(codes, respondent.value);
      add_bases(respondent.value, [&](const AxisItem& item) {
        return std::any_of(given.begin(), given.end(), [&](const Slot& slot) { return could_bear(item, slot); });
      });
      begin = end;
    }
  }

  /// For every sentence that a slot's respondent has a part in, the codes of the segments that reach into it.
  std::vector<CodeSet> codes_by_sentence(const Slot& slot) {
    const AnswerId id = coded_.corpus->responses[slot.response].answer;
    const Answer& answer = coded_.corpus->answer(id);
    std::vector<CodeSet> found;
    for (std::size_t voice = 0; voice < answer.voices.size(); ++voice) {
      const std::optional<RespondentId> alone = answer.voices[voice].alone;
      if (alone && *alone != slot.respondent) continue;
      speech_.read(coded_.corpus->file_of(answer), answer, voice);
      for (const Sentence& sentence : speech_.sentences) {
        CodeSet codes;
        for (const Coding& coding : coded_.of(id)) {
          if (coding.voice != voice || !coding.span.overlaps(sentence.span)) continue;
          for (std::optional<CodeId> code = coding.code(); code; code = coded_.books->code(*code).parent)
            codes.insert(*code);
        }
        found.push_back(std::move(codes));
      }
    }
    return found;
  }

  /// By design two codes can meet where a question is in both scopes; within a respondent, where one group is asked for
  /// both.
  [[nodiscard]] bool can_meet(const AxisItem& a, const AxisItem& b) const {
    const QuestionSet in_a = scope(a).intersection(selection_.questions);
    const QuestionSet in_b = scope(b).intersection(selection_.questions);
    if (within_ != Within::respondent) return in_a.intersects(in_b);
    const auto& questions = coded_.study->questions;
    for (std::size_t i = 0; i < questions.size(); ++i) {
      for (std::size_t j = 0; j < questions.size(); ++j) {
        if (questions[i].group == questions[j].group && in_a.contains(QuestionId(i)) && in_b.contains(QuestionId(j)))
          return true;
      }
    }
    return false;
  }

  void fill() {
    std::set<AnswerId> joint;
    for (std::size_t row = 0; row < matrix_.rows.size(); ++row) {
      matrix_.cells.emplace_back();
      for (std::size_t column = 0; column < matrix_.columns.size(); ++column) {
        Count count;
        if (can_meet(matrix_.rows[row], matrix_.columns[column])) {
          count = {Count::State::missing, n_[row][column].count, base_[row][column].count};
          if (count.base > 0) count.state = Count::State::counted;
        }
        matrix_.cells.back().push_back(count);
      }
    }
    for (const std::uint32_t slot : order_) {
      const AnswerId answer = coded_.corpus->responses[selection_.slots[slot].response].answer;
      if (!coded_.corpus->answer(answer).is_joint()) continue;
      const Slot& place = selection_.slots[slot];
      if (std::any_of(matrix_.rows.begin(), matrix_.rows.end(),
                      [&](const AxisItem& row) { return could_bear(row, place); }))
        joint.insert(answer);
    }
    matrix_.joint_answers = joint.size();
  }

  const CodedCorpus& coded_;
  const Bearing& bearing_;
  const Selection& selection_;
  Within within_;
  const Counting& counting_;
  std::set<std::uint32_t> among_;
  std::vector<std::uint32_t> order_;         // slots
  std::vector<std::vector<UnitCounter>> n_;  // units by row and column
  std::vector<std::vector<UnitCounter>> base_;
  Speech speech_;
  Matrix matrix_;
};

}  // namespace

Matrix co_occurrence(const CodedCorpus& coded, const Bearing& bearing, const Selection& selection, const Axis& rows,
                     const std::vector<CodeId>& row_codes, const Axis& columns, const std::vector<CodeId>& column_codes,
                     Within within, const Counting& counting) {
  return PairCounter(coded, bearing, selection, within, counting)
      .run(code_items(rows, *coded.books, row_codes), code_items(columns, *coded.books, column_codes));
}

}  // namespace etic
