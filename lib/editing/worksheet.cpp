#include "editing/worksheet.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "coding/quote.hpp"

namespace etic {
namespace {

constexpr std::string_view guide =
    "# A code a line, with the words it rests on and a note, if any:   code | words | note\n"
    "# No words: the whole answer. `reject code` vetoes what others assigned. `new:name` proposes a code.\n"
    "# Lines with ? are suggestions: to take one, delete its question mark. Put an x into [ ] when you have read the\n"
    "# answer: what you have not coded then counts as not there. Lines with # > ? ! are not read.\n";

constexpr std::string_view read_mark = "[x] read";
constexpr std::string_view unread_mark = "[ ] read";
constexpr std::string_view reject_word = "reject ";

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(space);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(space) - begin + 1);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// `code | words | note | 2`; fields at the end that say nothing are left away.
std::string fields_of(const CodingRow& row) {
  std::string text = row.code;
  std::string later;
  for (const std::string* field : {&row.quote, &row.memo, &row.nth}) {
    later += " | " + *field;
    if (field->empty()) continue;
    text += later;
    later.clear();
  }
  return text;
}

std::string row_text(const CodingRow& row) {
  if (row.status == "read") return std::string(read_mark) + (row.code.empty() ? "" : " " + row.code);
  return (row.status == "reject" ? std::string(reject_word) : "") + fields_of(row);
}

void write_suggestions(std::string& sheet, AnswerId answer, const std::vector<Suggestion>& suggestions,
                       const std::vector<CodingRow>& own) {
  std::string_view coder;
  std::set<std::pair<std::string_view, std::string_view>> said;
  for (const CodingRow& row : own) said.emplace(row.code, row.quote);
  for (const Suggestion& suggestion : suggestions) {
    if (suggestion.answer != answer || !said.emplace(suggestion.code, suggestion.quote).second) continue;
    if (coder != suggestion.coder) sheet += fmt::format("# {}:\n", suggestion.coder);
    coder = suggestion.coder;
    sheet += fmt::format("? {}\n", fields_of({answer, suggestion.code, suggestion.quote, "", "add", ""}));
  }
}

void write_codes(std::string& sheet, const Codebooks& books, const QuestionSet& questions) {
  std::optional<BookId> book;
  for (const Code& code : books.codes) {
    if (code.is_theme() || !code.scope.intersects(questions)) continue;
    if (book != code.book) sheet += fmt::format("#\n# {}\n", books.book(code.book).label);
    book = code.book;
    sheet +=
        fmt::format("#   {}  {}\n", code.name, folded_space(code.definition.empty() ? code.label : code.definition));
  }
}

}  // namespace

std::string make_worksheet(const Study& study, const Corpus& corpus, const Codebooks& books, const std::string& title,
                           const std::vector<AnswerId>& answers, const CodingsFile& file,
                           const std::vector<Suggestion>& suggestions) {
  std::string sheet = "# " + title + "\n" + std::string(guide);
  QuestionSet questions = study.no_questions();
  for (const AnswerId id : answers) {
    const Answer& answer = corpus.answer(id);
    questions.insert(answer.question);
    const Question& question = study.question(answer.question);
    sheet += fmt::format("\n## {} {}\n", question.code.text(), folded_space(question.text));
    for (const std::string_view line : lines_of(corpus.file_of(answer).slice(answer.body)))
      sheet += fmt::format(">{}{}\n", trimmed(line).empty() ? "" : " ", trimmed(line));
    const std::vector<CodingRow> own = file.rows_of(id);
    const bool read = std::any_of(own.begin(), own.end(), [](const CodingRow& row) { return row.status == "read"; });
    if (!read) sheet += std::string(unread_mark) + "\n";
    for (const CodingRow& row : own) {
      if (row.status == "read") sheet += row_text(row) + "\n";
    }
    for (const CodingRow& row : own) {
      if (row.status != "read") sheet += row_text(row) + "\n";
    }
    write_suggestions(sheet, id, suggestions, own);
  }
  sheet += "\n# The codes that can be given here\n";
  write_codes(sheet, books, questions);
  return sheet;
}

ReadWorksheet read_worksheet(std::string_view text, const Study& study, const Corpus& corpus,
                             const std::vector<AnswerId>& answers) {
  ReadWorksheet read;
  std::optional<AnswerId> answer;
  bool skips = true;  // until a heading names an answer
  std::uint32_t number = 0;
  for (const std::string_view raw : lines_of(text)) {
    ++number;
    std::string_view line = trimmed(raw);
    const auto trouble = [&](std::string message) { read.troubles.push_back({number, std::move(message)}); };
    if (line.starts_with("##")) {
      line = trimmed(line.substr(2));
      const auto code = parse_question_code(line.substr(0, line.find(' ')));
      const auto found = std::find_if(answers.begin(), answers.end(), [&](AnswerId id) {
        return code && study.question(corpus.answer(id).question).code == *code;
      });
      answer.reset();
      skips = found == answers.end();
      if (skips) {
        trouble("no answer of this sheet stands under this heading");
      } else {
        answer = *found;
      }
      continue;
    }
    if (line.empty() || std::string_view("#>?!").find(line.front()) != std::string_view::npos) continue;
    if (!answer) {
      if (!skips || number == 1 || read.troubles.empty()) trouble("it stands under no answer's heading");
      continue;
    }
    if (line == unread_mark) continue;
    if (line.starts_with(read_mark) || line.starts_with("[X] read")) {
      read.rows.push_back({{*answer, std::string(trimmed(line.substr(read_mark.size()))), "", "", "read", ""}, number});
      continue;
    }
    if (line.starts_with('[')) {
      trouble("`[x] read` or `[ ] read` is meant");
      continue;
    }
    CodingRow row{*answer, "", "", "", "add", ""};
    if (line.starts_with(reject_word)) {
      row.status = "reject";
      line = trimmed(line.substr(reject_word.size()));
    }
    std::string* fields[] = {&row.code, &row.quote, &row.memo, &row.nth};
    std::size_t field = 0;
    for (std::size_t begin = 0; begin <= line.size(); ++field) {
      const std::size_t end = std::min(line.find('|', begin), line.size());
      if (field < std::size(fields)) *fields[field] = folded_space(line.substr(begin, end - begin));
      begin = end + 1;
    }
    if (field > std::size(fields)) trouble("at most code | words | note | which of them");
    if (row.code.find(' ') != std::string::npos) {
      trouble("a code has no spaces; words stand behind a `|`");
      continue;
    }
    read.rows.push_back({std::move(row), number});
  }
  return read;
}

std::string annotated(std::string_view text, const std::vector<WorksheetTrouble>& troubles) {
  std::string sheet;
  std::uint32_t number = 0;
  for (const std::string_view line : lines_of(text)) {
    ++number;
    if (!line.starts_with("! ")) sheet.append(line).append("\n");
    for (const WorksheetTrouble& trouble : troubles) {
      if (trouble.line == number) sheet += "! " + trouble.message + "\n";
    }
  }
  return sheet;
}

}  // namespace etic
