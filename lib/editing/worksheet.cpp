#include "editing/worksheet.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>

namespace etic {
namespace {

constexpr std::string_view guide =
    "# A code a line, with the words it rests on and a note, if any:   code | words | note\n"
    "# No words: the whole answer. `reject code` vetoes what others assigned. `new:name` proposes a code. Words that "
    "stand\n"
    "# there more than once: code | words | note | 2, for the second. A bar in words or notes is written \\|.\n"
    "# Lines with ? are suggestions: to take one, delete its question mark. Put an x into [ ] when you have read the\n"
    "# answer: what you have not coded then counts as not there. Lines with # > ? ! are not read.\n";

constexpr std::string_view read_mark = "[x] read";
constexpr std::string_view unread_mark = "[ ] read";
constexpr std::string_view reject_word = "reject ";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(space);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(space) - begin + 1);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string escaped(std::string_view field) {
  std::string text;
  for (const char c : field) text += c == '|' ? std::string("\\|") : std::string(1, c);
  return text;
}

/// `code | words | note | 2`; fields at the end that say nothing are left away.
std::string fields_of(const CodingRow& row) {
  std::string text = row.code;
  std::string later;
  for (const std::string* field : {&row.quote, &row.memo, &row.nth}) {
    later += " | " + escaped(*field);
    if (field->empty()) continue;
    text += later;
    later.clear();
  }
  return text;
}

std::string line_of(const CodingRow& row) {
  if (row.status == "read") return std::string(read_mark) + (row.code.empty() ? "" : " " + row.code);
  return (row.status == "reject" ? std::string(reject_word) : "") + fields_of(row);
}

/// The fields of a line, parted by bars that have no backslash before them.
std::vector<std::string> split_fields(std::string_view line) {
  std::vector<std::string> fields(1);
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|') {
      fields.back() += line[++i];
    } else if (line[i] == '|') {
      fields.emplace_back();
    } else {
      fields.back() += line[i];
    }
  }
  for (std::string& field : fields) field = folded_space(field);
  return fields;
}

void write_suggestions(std::string& sheet, AnswerId answer, const std::vector<Suggestion>& suggestions,
                       const std::vector<CodingsFile::KnownRow>& own) {
  std::string_view coder;
  std::set<std::tuple<std::string_view, std::string_view, std::string_view>> said;
  for (const CodingsFile::KnownRow& known : own) {
    if (known.row.status == "add") said.emplace(known.row.code, known.row.quote, known.row.nth);
  }
  for (const Suggestion& suggestion : suggestions) {
    const CodingRow& row = suggestion.row;
    if (row.answer != answer || !said.emplace(row.code, row.quote, row.nth).second) continue;
    if (coder != suggestion.coder) sheet += fmt::format("# {}:\n", suggestion.coder);
    coder = suggestion.coder;
    sheet += fmt::format("? {}\n", fields_of(row));
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

/// Reads a sheet line by line.
class SheetReader {
 public:
  SheetReader(const Study& study, const Corpus& corpus, const std::vector<AnswerId>& answers, CodingsFile& file)
      : study_(study), corpus_(corpus), answers_(answers), file_(file) {}

  SheetReading read(std::string_view sheet) {
    for (const std::string_view raw : lines_of(sheet)) {
      ++number_;
      const std::string_view line = trimmed(raw);
      if (line.starts_with("##")) {
        open(trimmed(line.substr(2)));
      } else if (!line.empty() && std::string_view("#>?!").find(line.front()) == std::string_view::npos) {
        read_line(line);
      }
    }
    close();
    return std::move(reading_);
  }

 private:
  void trouble(std::string message) { reading_.troubles.push_back({number_, std::move(message)}); }

  /// A heading begins the lines of its answer.
  void open(std::string_view heading) {
    close();
    const auto code = parse_question_code(heading.substr(0, heading.find_first_of(" \t")));
    const auto found = std::find_if(answers_.begin(), answers_.end(), [&](AnswerId id) {
      return code && study_.question(corpus_.answer(id).question).code == *code;
    });
    lost_ = found == answers_.end();
    if (lost_) return trouble("no answer of this sheet stands under this heading");
    if (!opened_.insert(*found).second) {
      lost_ = true;
      return trouble("this heading stands above already");
    }
    answer_ = *found;
    for (const CodingsFile::KnownRow& known : file_.rows_of(*found)) kept_.emplace(line_of(known.row), known.id);
  }

  /// What is left of the answer's rows had lines that are gone.
  void close() {
    for (const auto& [line, id] : kept_) file_.remove(id);
    kept_.clear();
    seen_.clear();
    answer_.reset();
  }

  void read_line(std::string_view line) {
    if (!answer_) {
      if (!lost_) trouble("it stands under no answer's heading");
      return;
    }
    if (const auto known = kept_.find(std::string(line)); known != kept_.end()) {
      kept_.erase(known);
      seen_.emplace(line);
      return;
    }
    if (!seen_.emplace(line).second) return trouble("this line stands above already");
    if (line.starts_with('[')) return read_mark_line(line);
    CodingRow row{*answer_, "", "", "", "add", ""};
    if (line.starts_with(reject_word)) {
      row.status = "reject";
      line = trimmed(line.substr(reject_word.size()));
    }
    const std::vector<std::string> fields = split_fields(line);
    std::string* targets[] = {&row.code, &row.quote, &row.memo, &row.nth};
    if (fields.size() > std::size(targets)) return trouble("at most code | words | note | which of them");
    for (std::size_t i = 0; i < fields.size(); ++i) *targets[i] = fields[i];
    if (row.code.empty()) return trouble("no code stands before the words");
    if (row.code.find(' ') != std::string::npos) return trouble("a code has no spaces; words stand behind a `|`");
    add(std::move(row));
  }

  void read_mark_line(std::string_view line) {
    const bool read = line.starts_with(read_mark) || line.starts_with("[X] read");
    const std::string_view book = line.substr(std::min(read_mark.size(), line.size()));
    const bool ends = book.empty() || book.starts_with(' ');
    if (!ends || (!read && !line.starts_with(unread_mark))) return trouble("`[x] read` or `[ ] read` is meant");
    if (read) add({*answer_, std::string(trimmed(book)), "", "", "read", ""});
  }

  void add(CodingRow row) {
    file_.add(std::move(row));
    reading_.lines_of_added.push_back(number_);
  }

  const Study& study_;
  const Corpus& corpus_;
  const std::vector<AnswerId>& answers_;
  CodingsFile& file_;
  SheetReading reading_;
  std::uint32_t number_ = 0;
  bool lost_ = false;               // below a heading that names no answer
  std::optional<AnswerId> answer_;  // below whose heading lines stand now
  std::set<AnswerId> opened_;
  std::multimap<std::string, std::size_t> kept_;  // the answer's rows whose lines have not come yet
  std::set<std::string, std::less<>> seen_;       // the answer's lines
};

}  // namespace

std::string make_worksheet(const Study& study, const Corpus& corpus, const Codebooks& books, const std::string& title,
                           const std::vector<AnswerId>& answers, const CodingsFile& file,
                           const std::vector<Suggestion>& suggestions) {
  std::string sheet(guide);
  QuestionSet questions = study.no_questions();
  for (const AnswerId id : answers) {
    const Answer& answer = corpus.answer(id);
    questions.insert(answer.question);
    const Question& question = study.question(answer.question);
    sheet += fmt::format("\n## {} {}\n", question.code.text(), folded_space(question.text));
    if (answer.is_joint()) {
      std::string names;
      for (const RespondentId who : answer.respondents) names += " " + corpus.respondent(who).name;
      sheet += fmt::format("# one answer of{}\n", names);
    }
    for (const std::string_view line : lines_of(corpus.file_of(answer).slice(answer.body)))
      sheet += fmt::format(">{}{}\n", trimmed(line).empty() ? "" : " ", trimmed(line));
    const std::vector<CodingsFile::KnownRow> own = file.rows_of(id);
    const bool read = std::any_of(own.begin(), own.end(), [](const auto& known) { return known.row.status == "read"; });
    if (!read) sheet += std::string(unread_mark) + "\n";
    for (const CodingsFile::KnownRow& known : own) {
      if (known.row.status == "read") sheet += line_of(known.row) + "\n";
    }
    for (const CodingsFile::KnownRow& known : own) {
      if (known.row.status != "read") sheet += line_of(known.row) + "\n";
    }
    write_suggestions(sheet, id, suggestions, own);
  }
  sheet += "\n# The codes that can be given here\n";
  write_codes(sheet, books, questions);
  std::uint64_t hash = 14'695'981'039'346'656'037U;  // FNV-1a
  for (const char byte : sheet) hash = (hash ^ static_cast<unsigned char>(byte)) * 1'099'511'628'211U;
  return fmt::format("# {}\n# made of {:016x}\n", title, hash) + sheet;
}

std::string fingerprint(std::string_view sheet) {
  for (const std::string_view line : lines_of(sheet)) {
    if (trimmed(line).starts_with("# made of ")) return std::string(trimmed(line));
  }
  return "";
}

SheetReading put_in(std::string_view sheet, const Study& study, const Corpus& corpus,
                    const std::vector<AnswerId>& answers, CodingsFile& file) {
  return SheetReader(study, corpus, answers, file).read(sheet);
}

std::pair<std::string, std::vector<std::uint32_t>> with_troubles(std::string_view sheet,
                                                                 const std::vector<WorksheetTrouble>& troubles) {
  std::string text;
  std::vector<std::uint32_t> places;
  std::uint32_t number = 0;
  std::uint32_t written = 0;
  for (const std::string_view line : lines_of(sheet)) {
    ++number;
    if (!line.starts_with("! ")) {
      text.append(line).append("\n");
      ++written;
    }
    const std::uint32_t place = written;
    while (places.size() < troubles.size() && troubles[places.size()].line <= number) {
      text += "! " + troubles[places.size()].message + "\n";
      ++written;
      places.push_back(place);
    }
  }
  while (places.size() < troubles.size()) {
    text += "! " + troubles[places.size()].message + "\n";
    places.push_back(++written);
  }
  return {text, places};
}

}  // namespace etic
