#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "unit/analysis/counted.hpp"
#include "unit/analysis/random_study.hpp"

using namespace etic;

namespace {

constexpr std::mt19937::result_type studies = 140;

const std::vector<std::vector<std::string>> selections = {{},
                                                          {"group=G1"},
                                                          {"site=A,B"},
                                                          {"site!=A", "date>=2019-02"},
                                                          {"date!=2019"},
                                                          {"question!=G1Q1"},
                                                          {"subquestion=SQ1", "side=left"}};

const std::vector<std::string> axes = {"group", "question", "subquestion", "respondent", "site", "side", "date"};

std::vector<Counting> all_ways(const CountedStudy& study) {
  std::vector<Counting> ways;
  for (const Unit unit : {Unit::respondents, Unit::responses, Unit::answers, Unit::segments}) {
    for (const BaseRule base : {BaseRule::recorded, BaseRule::eligible, BaseRule::substantive}) {
      if (base == BaseRule::eligible && (unit == Unit::answers || unit == Unit::segments)) continue;
      ways.push_back({unit, base, {}, false});
    }
    ways.push_back({unit, BaseRule::recorded, study.codes({"early"}).front(), true});
  }
  return ways;
}

/// Terms that name no value of this study are left away.
std::vector<std::string> readable(const std::vector<std::string>& terms, const CountedStudy& study) {
  std::vector<std::string> kept;
  for (const std::string& term : terms) {
    Sink sink;
    if (parse_where(term, study.whole.study, study.whole.corpus, false, about_command_line(sink))) kept.push_back(term);
  }
  return kept;
}

/// Asks something of many studies, selections and ways to count.
void for_many(const std::function<void(const CountedStudy&, const Selection&, const Counting&)>& ask) {
  for (std::mt19937::result_type seed = 0; seed < studies; ++seed) {
    const CountedStudy study(MemoryFiles(RandomStudy(seed).files()));
    INFO("seed " << seed << "\n" << study.whole.reports());
    REQUIRE(study.whole.sink.error_count() == 0);
    const Selection selection = study.where(readable(selections[seed % selections.size()], study));
    for (const Counting& way : all_ways(study)) ask(study, selection, way);
  }
}

/// One cell by the definitions of DESIGN section 4, with sets.
class SlowCount {
 public:
  SlowCount(const CountedStudy& study, const Selection& selection, const Counting& how, CodeId code)
      : study_(study), how_(how) {
    subtree_ = study.whole.books.subtree(code);
    for (const Slot& slot : selection.slots) {
      if (!how.among || bears_among(unit_of(slot), selection)) slots_.push_back(slot);
    }
    for (const CodeId id : subtree_) silence_counts_ = silence_counts_ || study.whole.books.code(id).excludes_all;
    scope_ = study.whole.books.code(code).scope;
  }

  /// Stretches that stay when those that lie over each other are joined, each voice's by themselves.
  [[nodiscard]] std::size_t count_segments(const std::function<bool(const Slot&)>& in_column) const {
    const Corpus& corpus = study_.whole.corpus;
    std::size_t segments = 0;
    for (std::size_t i = 0; i < corpus.answers.size(); ++i) {
      for (std::size_t voice = 0; voice < corpus.answers[i].voices.size(); ++voice) {
        const std::optional<RespondentId> alone = corpus.answers[i].voices[voice].alone;
        const bool counts = std::any_of(slots_.begin(), slots_.end(), [&](const Slot& slot) {
          return in_column(slot) && slot.is_recorded() && corpus.responses[slot.response].answer == AnswerId(i) &&
                 (!alone || *alone == slot.respondent);
        });
        if (counts) segments += joined(AnswerId(i), voice);
      }
    }
    return segments;
  }

  /// `in_column` tells which slots stand in it.
  [[nodiscard]] std::pair<std::size_t, std::size_t> count(const std::function<bool(const Slot&)>& in_column) const {
    std::set<std::string> bearers;
    std::set<std::string> base;
    for (const Slot& slot : slots_) {
      if (!in_column(slot)) continue;
      if (bears(slot, subtree_)) bearers.insert(unit_of(slot));
      if (scope_.contains(slot.question) && is_in_base(slot)) base.insert(unit_of(slot));
    }
    base.erase("");
    return {bearers.size(), base.size()};
  }

 private:
  [[nodiscard]] std::size_t joined(AnswerId answer, std::size_t voice) const {
    std::vector<Span> spans;
    for (const Coding& coding : study_.coded.codings) {
      const bool meant = std::find(subtree_.begin(), subtree_.end(), coding.code()) != subtree_.end();
      if (coding.answer == answer && coding.voice == voice && meant) spans.push_back(coding.span);
    }
    for (std::size_t i = 0; i < spans.size(); ++i) {
      for (std::size_t j = i + 1; j < spans.size(); ++j) {
        if (!spans[i].overlaps(spans[j])) continue;
        spans[i] = {std::min(spans[i].begin, spans[j].begin), std::max(spans[i].end, spans[j].end)};
        spans.erase(spans.begin() + static_cast<std::ptrdiff_t>(j));
        j = i;  // the longer one may reach those that stood apart
      }
    }
    return spans.size();
  }

  [[nodiscard]] std::string unit_of(const Slot& slot) const {
    const std::string respondent = std::to_string(slot.respondent.value);
    if (how_.unit == Unit::respondents) return respondent;
    if (how_.unit == Unit::responses || how_.unit == Unit::segments)
      return respondent + " " + std::to_string(slot.question.value);
    return slot.is_recorded() ? std::to_string(study_.whole.corpus.responses[slot.response].answer.value) : "";
  }

  /// The codes assigned to words of the slot's respondent.
  [[nodiscard]] std::set<CodeId> assigned(const Slot& slot) const {
    std::set<CodeId> codes;
    if (!slot.is_recorded()) return codes;
    const AnswerId answer = study_.whole.corpus.responses[slot.response].answer;
    for (const Coding& coding : study_.coded.codings) {
      if (coding.answer != answer) continue;
      const std::optional<RespondentId> alone = study_.whole.corpus.answer(answer).voices[coding.voice].alone;
      if (!alone || *alone == slot.respondent) codes.insert(coding.code());
    }
    return codes;
  }

  [[nodiscard]] bool bears(const Slot& slot, const std::vector<CodeId>& any) const {
    const std::set<CodeId> codes = assigned(slot);
    return std::any_of(any.begin(), any.end(), [&](CodeId code) { return codes.contains(code); });
  }

  [[nodiscard]] bool bears_among(const std::string& unit, const Selection& selection) const {
    const std::vector<CodeId> among = study_.whole.books.subtree(*how_.among);
    return std::any_of(selection.slots.begin(), selection.slots.end(),
                       [&](const Slot& slot) { return unit_of(slot) == unit && bears(slot, among); });
  }

  [[nodiscard]] bool is_in_base(const Slot& slot) const {
    if (!slot.is_recorded()) return how_.base == BaseRule::eligible;
    if (how_.base != BaseRule::substantive || silence_counts_) return true;
    const std::set<CodeId> codes = assigned(slot);
    const bool silent = !codes.empty() && std::all_of(codes.begin(), codes.end(), [&](CodeId code) {
      return study_.whole.books.code(code).excludes_all;
    });
    return !silent;
  }

  const CountedStudy& study_;
  Counting how_;
  std::vector<CodeId> subtree_;
  std::vector<Slot> slots_;
  QuestionSet scope_;
  bool silence_counts_ = false;
};

/// Which columns a slot stands in, by their keys.
std::vector<std::string> keys_of(const CountedStudy& study, const Slot& slot, const std::string& axis,
                                 bool only_asked) {
  const Study& design = study.whole.study;
  const Corpus& corpus = study.whole.corpus;
  std::vector<std::string> keys;
  if (axis == "group") return {design.group(design.question(slot.question).group).name};
  if (axis == "question") return {design.question(slot.question).code.text()};
  if (axis == "respondent") return {corpus.respondent(slot.respondent).name};
  if (axis == "subquestion") {
    for (const SubQuestion& sub : design.sub_questions) {
      if (sub.asked.contains(slot.question) || (!only_asked && sub.also.contains(slot.question)))
        keys.push_back(sub.name);
    }
  } else {
    const AttributeId attribute = *design.find_attribute(axis);
    const std::vector<std::string>& names = corpus.values[attribute.index()];
    for (const Interview& interview : corpus.interviews) {
      const bool his = std::find(interview.respondents.begin(), interview.respondents.end(), slot.respondent) !=
                       interview.respondents.end();
      const Interview* given_in = nullptr;
      if (slot.is_recorded())
        given_in = &corpus.interview(corpus.answer(corpus.responses[slot.response].answer).interview);
      if (slot.lost != Slot::none) given_in = &corpus.interview(corpus.lost[slot.lost].interview);
      const bool meant = given_in == nullptr || &interview == given_in;
      if (!his || !meant) continue;
      for (const std::uint32_t value : interview.attributes[attribute.index()]) keys.push_back(names[value]);
    }
    for (const std::uint32_t value : corpus.respondent(slot.respondent).attributes[attribute.index()])
      keys.push_back(names[value]);
  }
  if (keys.empty()) keys.emplace_back(no_value);
  return keys;
}

}  // namespace

TEST_CASE("every cell holds what its definition says") {
  std::size_t counted = 0;
  for (std::mt19937::result_type seed = 0; seed < studies; ++seed) {
    const CountedStudy study(MemoryFiles(RandomStudy(1'000 + seed).files()));
    INFO("seed " << 1'000 + seed);
    const std::string& axis = axes[seed % axes.size()];
    const Selection selection = study.where(readable(selections[seed / axes.size() % selections.size()], study));
    for (const Counting& way : all_ways(study)) {
      const Matrix matrix = study.matrix(selection, study.all_codes(), study.axis(axis), way);
      for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
        const SlowCount slow(study, selection, way, *matrix.rows[row].code);
        const auto check = [&](const Count& count, const std::function<bool(const Slot&)>& in_column) {
          const auto [bearers, base] = slow.count(in_column);
          const std::size_t n = way.unit == Unit::segments ? slow.count_segments(in_column) : bearers;
          REQUIRE(count.n == static_cast<std::int64_t>(n));
          REQUIRE(count.base == static_cast<std::int64_t>(way.unit == Unit::segments ? 0 : base));
          REQUIRE((count.state == Count::State::counted) == (base > 0));
          counted += base > 0 ? 1U : 0U;
        };
        INFO(matrix.rows[row].key << " by " << axis << ", " << name(way.unit) << ", " << name(way.base));
        check(matrix.row_totals[row], [](const Slot&) { return true; });
        for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
          INFO(matrix.columns[column].key);
          check(matrix.cells[row][column], [&](const Slot& slot) {
            const std::vector<std::string> keys = keys_of(study, slot, axis, way.only_asked);
            return std::find(keys.begin(), keys.end(), matrix.columns[column].key) != keys.end();
          });
        }
      }
    }
  }
  CHECK(counted > 10'000);
}

TEST_CASE("totals equal the tally without columns, whatever the columns") {
  for_many([](const CountedStudy& study, const Selection& selection, const Counting& way) {
    const Matrix tally = study.matrix(selection, study.all_codes(), std::nullopt, way);
    for (const std::string& axis : axes) {
      const Matrix matrix = study.matrix(selection, study.all_codes(), study.axis(axis), way);
      INFO(axis);
      REQUIRE(matrix.row_totals == tally.row_totals);
    }
  });
}

TEST_CASE("n is at most the base, and a total lies between its largest part and the sum of its parts") {
  for_many([](const CountedStudy& study, const Selection& selection, const Counting& way) {
    for (const std::string& axis : axes) {
      const Matrix matrix = study.matrix(selection, study.all_codes(), study.axis(axis), way);
      for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
        std::int64_t most = 0;
        std::int64_t sum = 0;
        for (const Count& count : matrix.cells[row]) {
          REQUIRE((way.unit == Unit::segments || count.n <= count.base));
          REQUIRE((count.state == Count::State::counted || count.n == 0));
          most = std::max(most, count.n);
          sum += count.n;
        }
        INFO(axis << " " << matrix.rows[row].key);
        REQUIRE(matrix.row_totals[row].n >= most);
        REQUIRE(matrix.row_totals[row].n <= sum);
        REQUIRE((way.unit == Unit::segments || matrix.row_totals[row].n <= matrix.row_totals[row].base));
      }
    }
  });
}

TEST_CASE("the columns of a partition add up to the total") {
  for_many([](const CountedStudy& study, const Selection& selection, const Counting& way) {
    const std::vector<std::string> partitions =
        way.unit == Unit::responses ? std::vector<std::string>{"group", "question", "respondent", "site"}
                                    : std::vector<std::string>{"group"};
    for (const std::string& axis : partitions) {
      const Matrix matrix = study.matrix(selection, study.all_codes(), study.axis(axis), way);
      for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
        Count sum;
        for (const Count& count : matrix.cells[row]) {
          sum.n += count.n;
          sum.base += count.base;
        }
        // Whose site nobody knows can only be left out where nothing of theirs is on record.
        INFO(axis << " " << matrix.rows[row].key);
        REQUIRE(sum.n == matrix.row_totals[row].n);
        REQUIRE((sum.base == matrix.row_totals[row].base || (axis == "site" && way.base == BaseRule::eligible)));
      }
    }
  });
}

TEST_CASE("a theme is borne by no fewer than any of its codes, and no more than all of them together") {
  for_many([](const CountedStudy& study, const Selection& selection, const Counting& way) {
    const Matrix matrix = study.matrix(selection, study.all_codes(), study.axis("group"), way);
    const Codebooks& books = study.whole.books;
    for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
      const Code& theme = books.code(*matrix.rows[row].code);
      if (!theme.is_theme()) continue;
      for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
        std::int64_t most = 0;
        std::int64_t sum = 0;
        for (const CodeId child : theme.children) {
          const Count& below = matrix.cells[child.index()][column];
          most = std::max(most, below.n);
          sum += below.n;
          REQUIRE(below.base <= matrix.cells[row][column].base);
        }
        INFO(theme.name);
        // Segments that lie over each other are one for the theme.
        REQUIRE((way.unit == Unit::segments || matrix.cells[row][column].n >= most));
        REQUIRE(matrix.cells[row][column].n <= sum);
      }
    }
  });
}

TEST_CASE("the order of files changes nothing") {
  for (std::mt19937::result_type seed = 0; seed < studies; ++seed) {
    const std::map<std::string, std::string> files = RandomStudy(seed).files();
    std::map<std::string, std::string> renamed;
    for (const auto& [path, text] : files) {
      const bool transcript = path.starts_with("transcripts/");
      renamed[transcript ? "transcripts/x" + std::to_string(1000 - std::stoi(path.substr(12))) + ".md" : path] = text;
    }
    const CountedStudy one{MemoryFiles(files)};
    const CountedStudy other{MemoryFiles(renamed)};
    for (const Counting& way : all_ways(one)) {
      for (const std::string& axis : axes) REQUIRE(one.table(axis, way) == other.table(axis, way));
    }
  }
}

TEST_CASE("turning a table round turns its cells and totals") {
  for_many([](const CountedStudy& study, const Selection& selection, const Counting& way) {
    const std::vector<CodeId> codes = study.codes({"early", "late.d"});
    const auto cross = [&](const std::string& rows, const std::string& columns) {
      return cross_axes(study.coded, study.bearing, selection, study.axis(rows), study.axis(columns), codes, way);
    };
    REQUIRE(CountedStudy::text_of(transposed(cross("subquestion", "site")), way.unit) ==
            CountedStudy::text_of(cross("site", "subquestion"), way.unit));
    REQUIRE(CountedStudy::text_of(transposed(transposed(cross("group", "date"))), way.unit) ==
            CountedStudy::text_of(cross("group", "date"), way.unit));
  });
}

TEST_CASE("one code crossed with two axes has that code's tallies as totals") {
  for_many([](const CountedStudy& study, const Selection& selection, const Counting& way) {
    const std::vector<CodeId> code = study.codes({"early"});
    const Matrix crossed =
        cross_axes(study.coded, study.bearing, selection, study.axis("site"), study.axis("question"), code, way);
    const Matrix by_question = study.matrix(selection, code, study.axis("question"), way);
    const Matrix by_site = study.matrix(selection, code, study.axis("site"), way);
    REQUIRE(crossed.column_totals == by_question.cells[0]);
    REQUIRE(crossed.row_totals == by_site.cells[0]);
    REQUIRE(*crossed.grand_total == by_site.row_totals[0]);
  });
}

TEST_CASE("codes crossed with codes: symmetrical, with the tally on the diagonal, and nearer is rarer") {
  for_many([](const CountedStudy& study, const Selection& selection, const Counting& way) {
    if (way.unit == Unit::segments || way.base == BaseRule::eligible) return;
    const Axis axis{Axis::Kind::code, {}};
    const std::vector<CodeId> codes = study.all_codes();
    const auto within = [&](Within how) {
      return co_occurrence(study.coded, study.bearing, selection, axis, codes, axis, codes, how, way);
    };
    const Matrix tally = study.matrix(selection, codes, std::nullopt, way);
    const Matrix sentence = within(Within::sentence);
    const Matrix answer = within(Within::answer);
    const Matrix respondent = within(Within::respondent);
    for (std::size_t row = 0; row < codes.size(); ++row) {
      REQUIRE(answer.cells[row][row] == tally.row_totals[row]);
      REQUIRE(sentence.cells[row][row] == tally.row_totals[row]);
      if (way.unit == Unit::respondents) REQUIRE(respondent.cells[row][row] == tally.row_totals[row]);
      for (std::size_t column = 0; column < codes.size(); ++column) {
        const Count& cell = answer.cells[row][column];
        REQUIRE(cell == answer.cells[column][row]);
        REQUIRE(cell.n <= cell.base);
        REQUIRE(cell.n <= std::min(tally.row_totals[row].n, tally.row_totals[column].n));
        REQUIRE(sentence.cells[row][column].n <= cell.n);
        REQUIRE(sentence.cells[row][column].base == cell.base);
        if (way.unit != Unit::respondents) continue;
        REQUIRE(cell.n <= respondent.cells[row][column].n);
        REQUIRE(respondent.cells[row][column].n <= respondent.cells[row][column].base);
        REQUIRE(respondent.cells[row][column] == respondent.cells[column][row]);
      }
    }
  });
}
