#include "analysis/row_counting.hpp"

#include <random>

#include "codebook/codebook_reader.hpp"
#include "counted.hpp"
#include "study/study_reader.hpp"

using namespace etic;

namespace {

/// Rows of a survey in any order: with ids, without, or both; everybody's site the same in all rows that name it.
class RandomSurvey {
 public:
  explicit RandomSurvey(std::mt19937::result_type seed) : random_(seed) {}

  std::map<std::string, std::string> files() {
    const std::size_t ids = 1 + below(8);
    const std::size_t own = below(3) * 3;  // rows without an id
    const bool has_dates = one_in(3);
    std::vector<std::string> rows;
    for (std::size_t id = 0; id < ids; ++id) {
      for (std::size_t question = 0; question < 3; ++question) {
        if (!one_in(3)) rows.push_back(row("r" + std::to_string(id), id, question));
      }
    }
    for (std::size_t i = 0; i < own; ++i) rows.push_back(row("", below(4), below(3)));
    std::shuffle(rows.begin(), rows.end(), random_);
    std::string csv = "respondent,question,site,date,text\n";
    for (const std::string& each : rows) csv += each;
    return {
        {"study.yaml",
         std::string("title: t\ngroups: {G1: one, G2: two}\nattributes:\n  site: {values: [B, A]}\n  side: {from: "
                     "site, map: {A: left}}\n  date: ") +
             (has_dates ? "{of: interview}" : "{}") +
             "\nquestions: {G1Q1: q, G1Q2: q, G1Q3: q, G2Q1: q, G2Q2: q, G2Q3: q}\nsub_questions:\n  S1: {questions: "
             "[G1Q1, G2Q2]}\n  S2: {questions: [G1Q1-2]}\nanswers: {file: rows.csv}\n"},
        {"codebooks/letters.yaml",
         "codebook: letters\ncodes:\n  vowel: {codes: {a: {rules: [a]}, e: {rules: [e], questions: [G1]}}}\n  b: "
         "{rules: "
         "[b b, {near: [b, c], within: 2}]}\n  c: {rules: [{phrase: c, without: vowel.a}]}\n"},
        {"codebooks/common.yaml", "codebook: common\ncodes: {silent: {excludes: all, rules: no comment}}\n"},
        {"rows.csv", csv}};
  }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }
  bool one_in(std::size_t many) { return below(many) == 0; }

  std::string row(const std::string& id, std::size_t person, std::size_t question) {
    const std::string group = person % 2 == 0 ? "G1" : "G2";
    const std::string site = person % 3 == 0 || one_in(4) ? "" : person % 3 == 1 ? "A" : "B";
    std::string text;
    for (std::size_t i = below(6); i > 0; --i) text += std::string(1, "abcde"[below(5)]) + (one_in(4) ? ". " : " ");
    if (one_in(6)) text = "no comment";
    const std::string date = id.empty() || person % 2 == 0 ? "d" + std::to_string(person % 2) : "";
    return id + "," + group + "Q" + std::to_string(question + 1) + "," + site + "," + date + ",\"" + text +
           (one_in(5) ? "\nb" : "") + "\"\n";
  }

  std::mt19937 random_;
};

std::string text_of(const Matrix& matrix) {
  std::string text;
  const auto add = [&](const Count& count) {
    text += ' ' + std::to_string(static_cast<int>(count.state)) + ':' + std::to_string(count.n) + '/' +
            std::to_string(count.base);
  };
  for (const AxisItem& column : matrix.columns) text += ' ' + column.key;
  for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
    text += '\n' + matrix.rows[row].key;
    for (const Count& count : matrix.cells[row]) add(count);
    if (!matrix.row_totals.empty()) add(matrix.row_totals[row]);
  }
  text += "\ntotals";
  for (const Count& count : matrix.column_totals) add(count);
  if (matrix.grand_total) add(*matrix.grand_total);
  return text;
}

struct Rows {
  explicit Rows(const std::map<std::string, std::string>& tree) : files(tree) {
    study = *read_study(files, ".", sink);
    for (std::size_t i = 0; i < study.attributes.size(); ++i)
      transcripts.values.emplace_back(study.attributes[i].values);
    transcripts.is_part = true;
    books = read_codebooks(files, ".", study, sink);
    for (std::size_t i = 0; i < books.codes.size(); ++i) codes.push_back(CodeId(i));
    whole.values = transcripts.values;
    read_answers_in_rows(files, ".", study, whole, sink);
    REQUIRE(sink.error_count() == 0);
  }

  [[nodiscard]] std::string at_once(const CountPart& count, Extent extent) const {
    const CodedCorpus coded = code_by_rules(study, whole, books, extent);
    return text_of(count(coded, Bearing(coded)));
  }

  [[nodiscard]] std::string in_parts(const CountPart& count, Extent extent, std::size_t size,
                                     std::size_t threads) const {
    const CompiledRules rules(books);
    const Ledger ledger;
    AnswerChunks chunks(files, ".", study, size);
    RespondentRegister people(study, transcripts);
    MatrixSum sum;
    CodedCorpus nothing;
    nothing.study = &study;
    nothing.corpus = &transcripts;
    nothing.books = &books;
    sum.add(count(nothing, Bearing(nothing)));
    Sink trouble;
    count_rows(
        {study, books, ledger, rules, extent}, chunks, people, threads, false, count, [](std::uint64_t, std::size_t) {},
        sum, trouble);
    CHECK(trouble.error_count() == 0);
    return text_of(sum.take());
  }

  MemoryFiles files;
  Sink sink;
  Study study;
  Codebooks books;
  Corpus transcripts;
  Corpus whole;
  std::vector<CodeId> codes;
};

}  // namespace

TEST_CASE("Rows are counted in parts of any size by any number of threads as at once") {
  for (std::mt19937::result_type seed = 0; seed < 60; ++seed) {
    const Rows rows(RandomSurvey(seed).files());
    std::mt19937 random(seed);
    for (int request = 0; request < 4; ++request) {
      Counting counting;
      counting.unit = static_cast<Unit>(random() % 3);
      counting.base = static_cast<BaseRule>(random() % 3);
      if (random() % 4 == 0) counting.among = CodeId(random() % rows.codes.size());
      if (counting.base == BaseRule::eligible && counting.unit == Unit::answers) counting.base = BaseRule::recorded;
      const std::vector<std::string> names{"group", "question", "subquestion", "respondent", "site", "side", "date"};
      Sink sink;
      const Axis columns = *parse_axis(names[random() % names.size()], rows.study, about_command_line(sink));
      const Axis rows_axis = *parse_axis(names[random() % names.size()], rows.study, about_command_line(sink));
      std::vector<WhereTerm> terms;
      if (random() % 3 == 0)
        terms.push_back(*parse_where("group=G1", rows.study, rows.transcripts, false, about_command_line(sink)));
      if (random() % 3 == 0)
        terms.push_back(*parse_where("site!=A", rows.study, rows.transcripts, false, about_command_line(sink)));
      const auto table = random() % 3;
      const bool needs_all =
          counting.base == BaseRule::eligible || rows.study.attributes.back().of == Attribute::Of::interview;
      const auto counted = [&](const CodedCorpus& coded, const Bearing& bearing, const Selection& selection) {
        if (table == 0)
          return count_codes(coded, bearing, selection, {Axis::Kind::code, {}}, rows.codes, columns, counting);
        if (table == 1) return cross_axes(coded, bearing, selection, rows_axis, columns, rows.codes, counting);
        Counting of_pairs = counting;
        if (of_pairs.base == BaseRule::eligible) of_pairs.base = BaseRule::recorded;
        return co_occurrence(coded, bearing, selection, {Axis::Kind::code, {}}, rows.codes, {Axis::Kind::code, {}},
                             rows.codes, of_pairs.unit == Unit::respondents ? Within::respondent : Within::answer,
                             of_pairs);
      };
      const CountPart all = [&](const CodedCorpus& coded, const Bearing& bearing) {
        return counted(coded, bearing, select(rows.study, *coded.corpus, terms));
      };
      const CountPart few = [&](const CodedCorpus& coded, const Bearing& bearing) {
        return counted(
            coded, bearing,
            needs_all ? select(rows.study, *coded.corpus, terms) : select_recorded(rows.study, *coded.corpus, terms));
      };
      constexpr Extent extent = Extent::codes;
      const std::string expected = rows.at_once(all, extent);
      for (const std::size_t size : {std::size_t{1}, std::size_t{40}, std::size_t{200}, std::size_t{1} << 20}) {
        for (const std::size_t threads : {std::size_t{1}, std::size_t{3}}) {
          INFO("seed " << seed << ", request " << request << ", size " << size << ", threads " << threads);
          CHECK(rows.in_parts(few, extent, size, threads) == expected);
        }
      }
    }
  }
}

TEST_CASE("Codings come in the order of the rows, whatever the parts") {
  for (std::mt19937::result_type seed = 100; seed < 130; ++seed) {
    const Rows rows(RandomSurvey(seed).files());
    const auto line_of = [&](const CodedCorpus& coded, const Coding& coding) {
      const Answer& answer = coded.corpus->answer(coding.answer);
      const std::uint32_t origin = coded.corpus->origin_of(answer);
      return coded.corpus->respondent(answer.respondents.front()).name + ' ' +
             rows.study.question(answer.question).code.text() + ' ' + rows.books.code(coding.code()).name + ' ' +
             std::to_string(coding.span.begin - origin) + ' ' +
             std::string(coded.corpus->file_of(answer).slice(coding.span)) + '\n';
    };
    std::string expected;
    const CodedCorpus at_once = code_by_rules(rows.study, rows.whole, rows.books);
    for (const Coding& coding : at_once.codings) expected += line_of(at_once, coding);
    for (const std::size_t size : {std::size_t{1}, std::size_t{90}, std::size_t{1} << 20}) {
      const CompiledRules rules(rows.books);
      const Ledger ledger;
      AnswerChunks chunks(rows.files, ".", rows.study, size);
      RespondentRegister people(rows.study, rows.transcripts);
      std::string found;
      Sink sink;
      code_rows(
          {rows.study, rows.books, ledger, rules, Extent::all}, chunks, people, 3, false,
          [&](AnswerPart&, const CodedCorpus& coded, const std::vector<std::uint32_t>&) -> PartHandler::Delivery {
            std::string lines;
            for (const Coding& coding : coded.codings) lines += line_of(coded, coding);
            return [&found, lines] { found += lines; };
          },
          sink);
      CHECK(found == expected);
    }
  }
}
