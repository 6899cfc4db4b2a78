#include "editing/codings_file.hpp"

#include <algorithm>
#include <utility>

#include "csv/csv_reader.hpp"
#include "table/writers.hpp"

namespace etic {
namespace {

constexpr const char* usual_columns[] = {"respondent", "question", "code", "quote", "memo", "status"};

std::uint32_t line_breaks(std::string_view text) {
  return static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

CodingRow row_on(const Corpus& corpus, AnswerId id, std::string code, const Passage& passage) {
  const Answer& answer = corpus.answer(id);
  CodingRow row{id, std::move(code), folded_space(corpus.file_of(answer).slice(passage.span)), "", "add", ""};
  const std::vector<Passage> passages = find_quote(corpus, answer, row.quote);
  const auto meant = std::find(passages.begin(), passages.end(), passage);
  if (passages.empty()) row.quote.clear();
  if (passages.size() > 1 && meant != passages.end()) row.nth = std::to_string(meant - passages.begin() + 1);
  return row;
}

CodingsFile::CodingsFile(const Study& study, const Corpus& corpus, const SourceFile* file)
    : study_(&study), corpus_(&corpus), header_(std::begin(usual_columns), std::end(usual_columns)) {
  if (file != nullptr) read(*file);
}

void CodingsFile::read(const SourceFile& file) {
  Sink reported;  // when the ledger was read
  const CsvFile csv = read_csv(file, reported);
  if (csv.header.empty()) return;
  header_.clear();
  for (const CsvCell& cell : csv.header) header_.push_back(cell.text);
  const auto column = [&](std::string_view name, const CsvRow& row) {
    const std::optional<std::size_t> found = csv.column(name);
    return found ? folded_space(row[*found].text) : std::string();
  };
  for (const CsvRow& row : csv.rows) {
    Line line;
    line.id = next_id_++;
    line.row = {
        {}, column("code", row), column("quote", row), column("memo", row), column("status", row), column("nth", row)};
    if (line.row.status.empty()) line.row.status = "add";
    line.bytes = std::string(file.slice({row.front().place.begin, row.back().place.end}));
    const std::string who = column("respondent", row) + column("respondents", row);
    const auto respondent = corpus_->find_respondent(std::string_view(who).substr(0, who.find(' ')));
    const auto code = parse_question_code(column("question", row));
    const auto question = code ? study_->find_question(*code) : std::optional<QuestionId>();
    if (respondent && question) line.answer = corpus_->find_answer(*respondent, *question);
    if (line.answer) line.row.answer = *line.answer;
    lines_.push_back(std::move(line));
  }
}

std::vector<CodingsFile::KnownRow> CodingsFile::rows_of(AnswerId answer) const {
  std::vector<KnownRow> rows;
  for (const Line& line : lines_) {
    if (line.answer == answer) rows.push_back({line.id, line.row});
  }
  return rows;
}

void CodingsFile::remove(std::size_t id) {
  std::erase_if(lines_, [&](const Line& line) { return line.id == id; });
}

void CodingsFile::add(CodingRow row) {
  const AnswerId answer = row.answer;
  lines_.push_back({next_id_++, answer, std::move(row), "", additions_++});
}

std::vector<const CodingsFile::Line*> CodingsFile::sorted() const {
  std::vector<const Line*> sorted;
  for (const Line& line : lines_) sorted.push_back(&line);
  std::stable_sort(sorted.begin(), sorted.end(), [](const Line* a, const Line* b) {
    if (!a->answer || !b->answer) return a->answer.has_value() && !b->answer.has_value();
    return *a->answer < *b->answer;
  });
  return sorted;
}

std::vector<std::string> CodingsFile::columns() const {
  std::vector<std::string> columns = header_;
  const bool wants_nth = std::any_of(lines_.begin(), lines_.end(),
                                     [](const Line& line) { return line.addition && !line.row.nth.empty(); });
  for (const char* name : usual_columns) {
    const bool there = std::find(columns.begin(), columns.end(), name) != columns.end();
    const bool plural = std::string_view(name) == "respondent" &&
                        std::find(columns.begin(), columns.end(), "respondents") != columns.end();
    if (!there && !plural) columns.emplace_back(name);
  }
  if (wants_nth && std::find(columns.begin(), columns.end(), "nth") == columns.end()) columns.emplace_back("nth");
  return columns;
}

std::string CodingsFile::text_of(const Line& line, const std::vector<std::string>& columns) const {
  if (!line.addition) return line.bytes + std::string(columns.size() - header_.size(), ',');
  std::string text;
  for (const std::string& column : columns) {
    std::string cell;
    if (column == "respondent" || column == "respondents")
      cell = corpus_->respondent(corpus_->answer(line.row.answer).respondents.front()).name;
    if (column == "question") cell = study_->question(corpus_->answer(line.row.answer).question).code.text();
    if (column == "code") cell = line.row.code;
    if (column == "quote") cell = line.row.quote;
    if (column == "memo") cell = line.row.memo;
    if (column == "status") cell = line.row.status;
    if (column == "nth") cell = line.row.nth;
    text += (text.empty() ? "" : ",") + csv_field(cell);
  }
  return text;
}

std::string CodingsFile::result() const {
  const std::vector<std::string> names = columns();
  std::string bytes;
  for (const std::string& name : names) bytes += (bytes.empty() ? "" : ",") + name;
  bytes += '\n';
  for (const Line* line : sorted()) bytes += text_of(*line, names) + '\n';
  return bytes;
}

std::vector<std::uint32_t> CodingsFile::lines_of_added() const {
  const std::vector<std::string> names = columns();
  std::vector<std::uint32_t> lines(additions_, 0);
  std::uint32_t at = 2;
  for (const Line* line : sorted()) {
    if (line->addition) lines[*line->addition] = at;
    at += 1 + line_breaks(text_of(*line, names));
  }
  return lines;
}

}  // namespace etic
