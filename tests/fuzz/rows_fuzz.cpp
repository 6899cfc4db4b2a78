// A file of answers in rows, the first byte saying in which form and by what chunks it is read: what the reader
// promises of the answers that it lets through, and that it makes no difference where the file is cut, unless a stray
// quote makes rows of what is none.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "corpus/answer_chunks.hpp"
#include "corpus/respondent_register.hpp"
#include "fuzz/property.hpp"
#include "study/study_reader.hpp"
#include "text/byte_search.hpp"
#include "text/unicode.hpp"

using namespace etic;

namespace {

struct Read {
  std::string answers;
  std::vector<std::string> troubles;
  bool has_broken_rows = false;
  bool has_conflicts = false;  // which are told of each chunk by itself
};

void check_answer(const Answer& answer, const Corpus& corpus) {
  const SourceFile& file = corpus.file_of(answer);
  fuzz::check_span(answer.body, file, "an answer lies inside its chunk");
  const std::string_view body = file.slice(answer.body);
  fuzz::require(!body.empty() && body.find_first_not_of(" \t\r\n") == 0, "an answer is trimmed and says something");
  fuzz::require(first_invalid_utf8(body) == std::string_view::npos, "an answer is UTF-8");
  fuzz::require(first_control_character(body) == std::string_view::npos, "an answer has no control characters");
  const Respondent& respondent = corpus.respondent(answer.respondents.front());
  fuzz::require(!respondent.name.empty() && respondent.name.find_first_of(" \t\r\n") == std::string::npos,
                "a respondent's name is one word");
  fuzz::require(fuzz::study().question(answer.question).group == respondent.group,
                "a respondent answers questions of one group");
}

Read read(const FileTree& files, const Study& study, std::size_t chunk_size) {
  Read read;
  Sink sink;
  RespondentRegister people(study, Corpus());
  AnswerChunks chunks(files, ".", study, chunk_size);
  while (std::optional<AnswerChunks::Chunk> chunk = chunks.next(sink)) {
    AnswerPart part = chunk->reader->read(std::move(chunk->rows));
    static_cast<void>(people.admit(part));
    fuzz::check_diagnostics(part.sink);
    sink.append(part.sink);
    for (const Answer& answer : part.corpus.answers) {
      check_answer(answer, part.corpus);
      read.answers += part.corpus.respondent(answer.respondents.front()).name + ' ' +
                      study.question(answer.question).code.text() + ' ';
      read.answers.append(part.corpus.file_of(answer).slice(answer.body)) += '\n';
    }
  }
  chunks.report_missing_columns(sink);
  for (const Diagnostic& diagnostic : sink.sorted()) {
    read.has_conflicts = read.has_conflicts || diagnostic.kind == Kind::conflicting_attribute;
    if (diagnostic.kind != Kind::conflicting_attribute)
      read.troubles.push_back(std::to_string(diagnostic.place.line) + ' ' + std::string(info(diagnostic.kind).name));
    read.has_broken_rows = read.has_broken_rows || diagnostic.kind == Kind::csv_syntax;
  }
  std::sort(read.troubles.begin(), read.troubles.end());
  return read;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr const char* names[] = {"rows.csv", "rows.tsv", "rows.ndjson", "rows.csv"};
  const std::string name = names[data[0] % 4];
  const std::string rows(data + 1, data + size);
  if (rows.find_first_of("\r\n") < rows.find_first_not_of("\xEF\xBB\xBF\r\n"))
    return 0;  // the first chunk has the header
  const std::size_t chunk_size = 1 + data[0] / 4;
  const MemoryFiles files({{"study.yaml", std::string(fuzz::study_yaml) + "answers: {file: " + name +
                                              ", respondent: id, question: q, text: words}\n"},
                           {name, rows}});
  Sink sink;
  const std::optional<Study> study = read_study(files, ".", sink);
  fuzz::require(study && sink.error_count() == 0, "the study is sound");
  const Read whole = read(files, *study, size + 1);
  const Read cut = read(files, *study, chunk_size);
  fuzz::require(whole.has_broken_rows == cut.has_broken_rows, "rows are broken, wherever the file is cut");
  if (whole.has_broken_rows) return 0;
  fuzz::require(whole.has_conflicts == cut.has_conflicts, "rows contradict each other, wherever the file is cut");
  fuzz::require(whole.answers == cut.answers, "the same answers, wherever the file is cut");
  fuzz::require(whole.troubles == cut.troubles, "the same troubles, wherever the file is cut");
  return 0;
}
