#include "analysis/grid.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "analysis/unit_counter.hpp"

namespace etic {
namespace {

class Counter {
 public:
  Counter(const CodedCorpus& coded, const Bearing& bearing, const Selection& selection, const Counting& counting,
          const std::vector<Grid::RowOfCodes>& rows, const std::vector<Few<std::uint32_t, 2>>& columns_of,
          std::size_t columns)
      : coded_(coded),
        bearing_(bearing),
        selection_(selection),
        counting_(counting),
        rows_(rows),
        columns_of_(columns_of),
        columns_(columns) {
    rows_of_.resize(coded.books->codes.size());
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
      for (const CodeId code : rows[row].codes) rows_of_[code.index()].push_back(row);
    }
  }

  Grid run() {
    order_slots();
    find_among();
    count_units();
    if (counting_.unit == Unit::segments) count_segments();
    return std::move(grid_);
  }

 private:
  /// Segments are bounded by who could have said them, so that blank, missing and zero can be told apart.
  [[nodiscard]] std::uint32_t unit_of(std::uint32_t slot) const {
    const Slot& place = selection_.slots[slot];
    switch (counting_.unit) {
      case Unit::respondents:
        return place.respondent.value;
      case Unit::answers:
        return coded_.corpus->responses[place.response].answer.value;
      case Unit::responses:
      case Unit::segments:
        return slot;
    }
    return slot;
  }

  void order_slots() {
    for (std::uint32_t i = 0; i < selection_.slots.size(); ++i) {
      if (counting_.unit != Unit::answers || selection_.slots[i].is_recorded()) order_.push_back(i);
    }
    if (counting_.unit != Unit::answers) return;
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return unit_of(a) < unit_of(b); });
  }

  void find_among() {
    if (!counting_.among) return;
    for (const std::uint32_t slot : order_) {
      if (!selection_.slots[slot].is_recorded() || !bearing_.bears(selection_.slots[slot].response, *counting_.among))
        continue;
      const std::uint32_t unit = unit_of(slot);
      if (unit >= among_.size()) among_.resize(unit + 1);
      among_[unit] = true;
    }
  }

  [[nodiscard]] bool is_among(std::uint32_t slot) const {
    if (!counting_.among) return true;
    const std::uint32_t unit = unit_of(slot);
    return unit < among_.size() && among_[unit];
  }

  /// Whether it is known if the response bears the row's codes: somebody has read it for them, or assigned one.
  [[nodiscard]] bool is_known(const Slot& slot, const Grid::RowOfCodes& row) const {
    if (coded_.read.empty()) return true;
    const AnswerId answer = coded_.corpus->responses[slot.response].answer;
    return std::any_of(row.codes.begin(), row.codes.end(), [&](CodeId code) {
      return coded_.is_read(answer, coded_.books->code(code).book) || bearing_.bears(slot.response, code);
    });
  }

  [[nodiscard]] bool is_in_base(const Slot& slot, const Grid::RowOfCodes& row) const {
    if (!slot.is_recorded()) return counting_.base == BaseRule::eligible && counting_.unit != Unit::segments;
    if (!is_known(slot, row)) return false;
    return counting_.base != BaseRule::substantive || row.counts_silence || !bearing_.is_non_answer(slot.response);
  }

  void count_units() {
    // Rows with the same scope have the same bases: count each sort once. Not so where answers were not all read.
    std::vector<std::uint32_t> sort_of;
    std::vector<std::uint32_t> examples;
    for (std::uint32_t row = 0; row < rows_.size(); ++row) {
      std::uint32_t sort = 0;
      if (!coded_.read.empty()) sort = static_cast<std::uint32_t>(examples.size());
      while (sort < examples.size() && (rows_[examples[sort]].scope != rows_[row].scope ||
                                        rows_[examples[sort]].counts_silence != rows_[row].counts_silence))
        ++sort;
      if (sort == examples.size()) examples.push_back(row);
      sort_of.push_back(sort);
    }
    std::vector<std::vector<std::uint32_t>> sorts_of(coded_.study->questions.size());  // by question
    for (std::uint32_t sort = 0; sort < examples.size(); ++sort) {
      for (std::size_t question = 0; question < sorts_of.size(); ++question) {
        if (rows_[examples[sort]].scope.contains(QuestionId(question))) sorts_of[question].push_back(sort);
      }
    }
    std::vector<std::vector<UnitCounter>> bases(examples.size(), std::vector<UnitCounter>(columns_));
    std::vector<std::vector<UnitCounter>> bearers(rows_.size(), std::vector<UnitCounter>(columns_));
    std::set<AnswerId> joint;
    for (const std::uint32_t slot : order_) {
      if (!is_among(slot)) continue;
      const Slot& place = selection_.slots[slot];
      const std::uint32_t unit = unit_of(slot);
      bool counts = false;
      for (const std::uint32_t sort : sorts_of[place.question.index()]) {
        if (!is_in_base(place, rows_[examples[sort]])) continue;
        counts = true;
        for (const std::uint32_t column : columns_of_[slot]) bases[sort][column].add(unit);
      }
      if (!place.is_recorded()) continue;
      const AnswerId answer = coded_.corpus->responses[place.response].answer;
      if (counts && coded_.corpus->answer(answer).is_joint()) joint.insert(answer);
      for (const CodeId code : bearing_.of(place.response)) {
        for (const std::uint32_t row : rows_of_[code.index()]) {
          for (const std::uint32_t column : columns_of_[slot]) bearers[row][column].add(unit);
        }
      }
    }
    grid_.joint_answers = joint.size();
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      grid_.n.emplace_back();
      grid_.base.emplace_back();
      for (std::size_t column = 0; column < columns_; ++column) {
        grid_.n.back().push_back(bearers[row][column].count);
        grid_.base.back().push_back(bases[sort_of[row]][column].count);
      }
    }
  }

  /// A stretch that one row's codes mark in one voice of one answer.
  struct Marked {
    std::uint32_t row;
    std::uint16_t voice;
    Span span;
  };

  void count_segments() {
    for (auto& row : grid_.n) row.assign(columns_, 0);
    std::vector<std::vector<std::uint32_t>> slots_of(coded_.corpus->answers.size());
    for (const std::uint32_t slot : order_) {
      const Slot& place = selection_.slots[slot];
      if (place.is_recorded() && is_among(slot))
        slots_of[coded_.corpus->responses[place.response].answer.index()].push_back(slot);
    }
    for (std::size_t i = 0; i < slots_of.size(); ++i) {
      if (!slots_of[i].empty()) count_segments_of(AnswerId(i), slots_of[i]);
    }
  }

  void count_segments_of(AnswerId answer, const std::vector<std::uint32_t>& slots) {
    std::vector<Marked> marks;
    for (const Coding& coding : coded_.of(answer)) {
      for (std::optional<CodeId> code = coding.code(); code; code = coded_.books->code(*code).parent) {
        for (const std::uint32_t row : rows_of_[code->index()]) marks.push_back({row, coding.voice, coding.span});
      }
    }
    std::sort(marks.begin(), marks.end(), [](const Marked& a, const Marked& b) {
      return std::tie(a.row, a.voice, a.span) < std::tie(b.row, b.voice, b.span);
    });
    for (std::size_t i = 0; i < marks.size();) {
      std::uint32_t end = marks[i].span.end;
      std::size_t next = i + 1;
      while (next < marks.size() && marks[next].row == marks[i].row && marks[next].voice == marks[i].voice &&
             marks[next].span.begin < end) {
        end = std::max(end, marks[next].span.end);
        ++next;
      }
      for (const std::uint32_t column : columns_of_voice(answer, marks[i].voice, slots))
        ++grid_.n[marks[i].row][column];
      i = next;
    }
  }

  [[nodiscard]] std::vector<std::uint32_t> columns_of_voice(AnswerId answer, std::uint16_t voice,
                                                            const std::vector<std::uint32_t>& slots) const {
    const std::optional<RespondentId> alone = coded_.corpus->answer(answer).voices[voice].alone;
    std::vector<std::uint32_t> columns;
    for (const std::uint32_t slot : slots) {
      if (alone && selection_.slots[slot].respondent != *alone) continue;
      columns.insert(columns.end(), columns_of_[slot].begin(), columns_of_[slot].end());
    }
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    return columns;
  }

  const CodedCorpus& coded_;
  const Bearing& bearing_;
  const Selection& selection_;
  const Counting& counting_;
  const std::vector<Grid::RowOfCodes>& rows_;
  const std::vector<Few<std::uint32_t, 2>>& columns_of_;
  std::size_t columns_;
  std::vector<std::vector<std::uint32_t>> rows_of_;  // by code
  std::vector<std::uint32_t> order_;                 // slots, those of one unit together
  std::vector<bool> among_;                          // by unit
  Grid grid_;
};

}  // namespace

Grid Grid::count(const CodedCorpus& coded, const Bearing& bearing, const Selection& selection, const Counting& counting,
                 const std::vector<RowOfCodes>& rows, const std::vector<Few<std::uint32_t, 2>>& columns_of,
                 std::size_t columns) {
  return Counter(coded, bearing, selection, counting, rows, columns_of, columns).run();
}

}  // namespace etic
