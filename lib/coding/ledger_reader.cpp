#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <tuple>
#include <utility>

#include "coding/ledger_checks.hpp"
#include "coding/ledger.hpp"
#include "csv/csv_reader.hpp"
#include "diagnostics/hint.hpp"
#include "diagnostics/open_source.hpp"
#include "study/name.hpp"
#include "text/natural_order.hpp"

namespace etic {
namespace {

constexpr std::array<std::string_view, 12> known_columns{
    "respondent", "respondents", "question", "code", "quote", "memo", "status", "nth", "coder", "start", "end", "rule"};

/// Each row is held against the others of its answer.
constexpr std::size_t most_rows_of_answer = 1'000;

/// Codings grow with the answers, a row each.
constexpr SizeLimit codings_limit{std::size_t{256} << 20, splitting_hint};

/// The words of `etic code --format csv` under which a spreadsheet would look for a formula have a quote before them.
std::string_view without_formula_guard(std::string_view text) {
  const bool guarded =
      text.size() > 1 && text.front() == '\'' && std::string_view("=+-@\t\r").find(text[1]) != std::string_view::npos;
  return guarded ? text.substr(1) : text;
}

/// The coder's name of `folder/name.csv`, or nothing for another file.
std::optional<std::string> coder_of(const std::string& path, const std::string& folder) {
  constexpr std::string_view ending = ".csv";
  const std::string_view name = std::string_view(path).substr(std::min(path.size(), folder.size() + 1));
  if (!name.ends_with(ending) || name.find('/') != std::string_view::npos) return std::nullopt;
  return std::string(name.substr(0, name.size() - ending.size()));
}

/// Reads one coder's file.
class FileReader {
 public:
  FileReader(Ledger& ledger, CoderId coder, const Study& study, const Corpus& corpus, const Codebooks& books,
             Sink& sink)
      : ledger_(ledger),
        coder_(coder),
        file_(*ledger.coder(coder).file),
        study_(study),
        corpus_(corpus),
        books_(books),
        sink_(sink) {}

  void read() {
    const CsvFile csv = read_csv(file_, sink_);
    if (!read_header(csv)) return;
    for (const CsvRow& row : csv.rows) {
      if (sink_.is_full(file_.path())) return;
      read_row(row);
    }
  }

 private:
  bool read_header(const CsvFile& csv) {
    if (csv.header.empty()) {  // nothing but empty lines
      sink_.report(Kind::csv_syntax, file_.path(), "there is no header",
                   "its first row is `respondent,question,code,quote,memo,status`");
      return false;
    }
    if (csv.header.size() == 1 && csv.header.front().text.find_first_of(";\t") != std::string::npos)
      return false;  // said already
    for (const CsvCell& cell : csv.header) {
      if (std::find(known_columns.begin(), known_columns.end(), cell.text) == known_columns.end()) {
        sink_.report(Kind::csv_syntax, file_, cell.place,
                     fmt::format("there is no column `{}` in a file of codings", cell.text),
                     did_you_mean(cell.text, {known_columns.begin(), known_columns.end()}));
        return false;
      }
      columns_[cell.text] = static_cast<std::size_t>(&cell - csv.header.data());
    }
    bool complete = true;
    for (const std::string_view needed : {"respondent", "question", "code", "quote"}) {
      if (columns_.contains(needed) || (needed == "respondent" && columns_.contains("respondents"))) continue;
      const Span header{csv.header.front().place.begin, csv.header.back().place.end};
      sink_.report(Kind::csv_syntax, file_, header, fmt::format("there is no column `{}`", needed),
                   "the columns are respondent, question, code, quote, memo, status");
      complete = false;
    }
    return complete;
  }

  [[nodiscard]] const CsvCell* cell(const CsvRow& row, std::string_view column) const {
    const auto found = columns_.find(column);
    return found == columns_.end() ? nullptr : &row[found->second];
  }

  [[nodiscard]] std::string text(const CsvRow& row, std::string_view column) const {
    const CsvCell* found = cell(row, column);
    return found == nullptr ? "" : folded_space(found->text);
  }

  void report(Kind kind, const CsvCell& cell, std::string message, std::string hint = {}) {
    sink_.report(kind, file_, cell.place, std::move(message), std::move(hint));
  }

  void read_row(const CsvRow& row) {
    LedgerEntry entry;
    entry.coder = coder_;
    entry.row = {row.front().place.begin, row.back().place.end};
    const std::optional<AnswerId> answer = read_answer(row);
    const bool has_status = read_status(row, entry);
    if (!has_status || !read_code(row, entry) || !answer) return;
    entry.answer = *answer;
    const std::size_t rows = ++rows_of_[*answer];
    if (rows == most_rows_of_answer + 1) {
      sink_.report(Kind::too_many, file_, entry.row, fmt::format("more than {} rows on one answer", most_rows_of_answer));
    }
    if (rows > most_rows_of_answer) return;
    entry.memo = text(row, "memo");
    if (!is_in_scope(row, entry)) return;
    if (!read_quote(row, entry)) return;
    ledger_.entries.push_back(std::move(entry));
  }

  std::optional<AnswerId> read_answer(const CsvRow& row) {
    const CsvCell* who = cell(row, "respondent");
    if (who == nullptr) who = cell(row, "respondents");
    const CsvCell* asked = cell(row, "question");
    const std::vector<RespondentId> respondents = read_respondents(*who);
    const std::string name = folded_space(asked->text);
    const std::optional<QuestionCode> code = parse_question_code(name);
    const std::optional<QuestionId> question = code ? study_.find_question(*code) : std::nullopt;
    if (name.empty()) {
      report(Kind::empty_value, *asked, "no question stands here");
      return std::nullopt;
    }
    if (!question)
      report(Kind::unknown_question, *asked, fmt::format("the study has no question `{}`", name),
             did_you_mean(name, study_.question_names()));
    if (respondents.empty() || !question) return std::nullopt;
    const std::optional<AnswerId> answer = corpus_.find_answer(respondents.front(), *question);
    for (const RespondentId other : respondents) {
      if (!answer || corpus_.find_answer(other, *question) == answer) continue;
      report(Kind::wrong_value, *who,
             fmt::format("{} and {} did not answer `{}` together", corpus_.respondent(respondents.front()).name,
                         corpus_.respondent(other).name, name),
             "give each a row of their own");
      return std::nullopt;
    }
    if (answer) return answer;
    const bool lost = std::any_of(corpus_.lost.begin(), corpus_.lost.end(), [&](const LostAnswer& candidate) {
      return candidate.question == *question && std::find(candidate.respondents.begin(), candidate.respondents.end(),
                                                          respondents.front()) != candidate.respondents.end();
    });
    report(Kind::unrecorded_answer, *asked,
           fmt::format("{} has no answer to `{}` on record", corpus_.respondent(respondents.front()).name, name),
           lost ? "it is lost" : "");
    return std::nullopt;
  }

  /// Those named, apart by spaces; nothing where one of them is unknown.
  std::vector<RespondentId> read_respondents(const CsvCell& who) {
    std::vector<RespondentId> respondents;
    const std::string names = folded_space(who.text);
    if (names.empty()) {
      report(Kind::empty_value, who, "no respondent stands here");
      return {};
    }
    for (std::size_t at = 0; at <= names.size();) {
      const std::size_t end = std::min(names.find(' ', at), names.size());
      const std::string name = names.substr(at, end - at);
      const std::optional<RespondentId> found = corpus_.find_respondent(name);
      if (!found) {
        std::vector<std::string> known;
        for (const Respondent& respondent : corpus_.respondents) known.push_back(respondent.name);
        report(Kind::unknown_respondent, who, fmt::format("no transcript has a respondent `{}`", name),
               did_you_mean(name, known));
        return {};
      }
      respondents.push_back(*found);
      at = end + 1;
    }
    return respondents;
  }

  bool read_status(const CsvRow& row, LedgerEntry& entry) {
    static const std::map<std::string, LedgerEntry::Status, std::less<>> known{{"", LedgerEntry::Status::add},
                                                                               {"add", LedgerEntry::Status::add},
                                                                               {"reject", LedgerEntry::Status::reject},
                                                                               {"read", LedgerEntry::Status::read}};
    const std::string status = text(row, "status");
    const auto found = known.find(status);
    if (found == known.end()) {
      report(Kind::wrong_value, *cell(row, "status"), fmt::format("`{}` is no status", status),
             "one of add, reject, read");
      return false;
    }
    entry.status = found->second;
    return true;
  }

  bool read_code(const CsvRow& row, LedgerEntry& entry) {
    const CsvCell& where = *cell(row, "code");
    const std::string name = folded_space(where.text);
    entry.code_cell = where.place;
    if (entry.status == LedgerEntry::Status::read) {
      if (name.empty()) return true;
      entry.book = books_.find_book(name);
      if (!entry.book)
        report(Kind::unknown_codebook, where, fmt::format("there is no codebook `{}`", name),
               did_you_mean(name, books_.book_names()));
      return entry.book.has_value();
    }
    if (name.starts_with(proposal_mark)) {
      entry.proposal = name.substr(proposal_mark.size());
      if (!is_code_name(entry.proposal))
        report(Kind::invalid_id, where, fmt::format("`{}` cannot be a code", entry.proposal),
               "letters, digits, `-`, `_`, and a dot between parts");
      if (entry.status == LedgerEntry::Status::reject)
        report(Kind::wrong_value, where, "a proposed code can be added, not rejected");
      return is_code_name(entry.proposal) && entry.status == LedgerEntry::Status::add;
    }
    if (name.empty()) {
      report(Kind::empty_value, where, "no code stands here", "only a `read` row has none");
      return false;
    }
    entry.code = books_.find_code(name);
    if (!entry.code) {
      const std::string near = did_you_mean(name, books_.code_names());
      report(Kind::unknown_code, where, fmt::format("no codebook has a code `{}`", name),
             near.empty() ? fmt::format("to propose it write `{}{}`", proposal_mark, name) : near);
    }
    return entry.code.has_value();
  }

  static bool is_code_name(std::string_view name) {
    for (std::size_t at = 0; at <= name.size();) {
      const std::size_t end = std::min(name.find('.', at), name.size());
      if (!is_name(name.substr(at, end - at))) return false;
      at = end + 1;
    }
    return true;
  }

  bool is_in_scope(const CsvRow& row, const LedgerEntry& entry) {
    if (!entry.code) return true;
    const Code& code = books_.code(*entry.code);
    const QuestionId question = corpus_.answer(entry.answer).question;
    if (code.scope.contains(question)) return true;
    report(Kind::out_of_scope, *cell(row, "code"),
           fmt::format("`{}` cannot occur under `{}`", code.name, study_.question(question).code.text()),
           fmt::format("the codebook's `questions:` of it say where: {}", text_of(code.scope)));
    return false;
  }

  [[nodiscard]] std::string text_of(const QuestionSet& questions) const {
    constexpr std::size_t most_shown = 12;
    std::string text;
    std::size_t shown = 0;
    for (std::size_t i = 0; i < study_.questions.size(); ++i) {
      if (!questions.contains(QuestionId(i))) continue;
      if (++shown > most_shown) return text + " …";
      text += (text.empty() ? "" : " ") + study_.questions[i].code.text();
    }
    return text;
  }

  bool read_quote(const CsvRow& row, LedgerEntry& entry) {
    const CsvCell& where = *cell(row, "quote");
    const Answer& answer = corpus_.answer(entry.answer);
    entry.quote_cell = where.place;
    if (const CsvCell* nth = cell(row, "nth")) entry.nth_cell = nth->place;
    entry.quote = folded_space(where.text);
    if (entry.quote.empty()) {
      entry.passages = whole_answer(answer);
      return true;
    }
    if (entry.status == LedgerEntry::Status::read) {
      report(Kind::wrong_value, where, "a `read` row has no quote", "it says that the answer was read");
      return false;
    }
    std::vector<Passage> found = find_quote(corpus_, answer, entry.quote);
    if (found.empty() && without_formula_guard(entry.quote) != entry.quote) {
      entry.quote = without_formula_guard(entry.quote);
      found = find_quote(corpus_, answer, entry.quote);
    }
    if (found.empty()) found = whole_voice(row, answer);
    if (found.empty()) {
      report_lost(where, entry);
      return true;  // kept without a place, to be anchored anew
    }
    if (found.size() == 1) {
      entry.passages = found;
      return nth_fits(row, 1);
    }
    return choose(row, entry, found);
  }

  /// What `etic code` writes for the whole of an answer with turns: its quote holds the interviewer's words too, and
  /// its offsets tell what is meant.
  [[nodiscard]] std::vector<Passage> whole_voice(const CsvRow& row, const Answer& answer) const {
    std::vector<Passage> whole = whole_answer(answer);
    const std::string start = text(row, "start");
    const std::string end = text(row, "end");
    std::erase_if(whole, [&](const Passage& passage) {
      return std::to_string(passage.span.begin) != start || std::to_string(passage.span.end) != end;
    });
    return whole;
  }

  void report_lost(const CsvCell& where, const LedgerEntry& entry) {
    const std::optional<LikePassage> near = nearest_passage(corpus_, corpus_.answer(entry.answer), entry.quote);
    const SourceFile& transcript = corpus_.file_of(corpus_.answer(entry.answer));
    std::string hint = "nothing like it stands there";
    if (near)
      hint = fmt::format("did you mean `{}`? `etic reanchor` puts it in",
                         folded_space(transcript.slice(near->passage.span)));
    report(Kind::lost_quote, where,
           fmt::format("these words do not stand in the answer ({}:{})", transcript.path(),
                       transcript.place(corpus_.answer(entry.answer).heading.begin).line),
           hint);
  }

  bool nth_fits(const CsvRow& row, std::size_t count) {
    const std::string nth = text(row, "nth");
    if (nth.empty()) return true;
    const bool number = nth.size() <= 6 && nth.find_first_not_of("0123456789") == std::string::npos;
    if (number && std::stoul(nth) >= 1 && std::stoul(nth) <= count) return true;
    report(Kind::wrong_value, *cell(row, "nth"),
           fmt::format("`nth` is `{}`, but the words stand there {}", nth,
                       count == 1 ? "once" : fmt::format("{} times", count)));
    return false;
  }

  /// Of words that occur more than once: the ones that `nth` or the offset `start` tells.
  bool choose(const CsvRow& row, LedgerEntry& entry, const std::vector<Passage>& found) {
    const std::string nth = text(row, "nth");
    if (!nth.empty()) {
      if (!nth_fits(row, found.size())) return false;
      entry.passages = {found[std::stoul(nth) - 1]};
      return true;
    }
    const std::string start = text(row, "start");
    for (const Passage& passage : found) {
      if (std::to_string(passage.span.begin) != start) continue;
      entry.passages = {passage};
      return true;
    }
    report(Kind::ambiguous_quote, *cell(row, "quote"),
           fmt::format("these words stand in the answer {} times", found.size()),
           "quote more of them, or say which in a column `nth`");
    return false;
  }

  Ledger& ledger_;
  CoderId coder_;
  const SourceFile& file_;
  const Study& study_;
  const Corpus& corpus_;
  const Codebooks& books_;
  Sink& sink_;
  std::map<std::string, std::size_t, std::less<>> columns_;
  std::map<AnswerId, std::size_t> rows_of_;
};

void read_settle(Ledger& ledger, const Study& study, Sink& sink) {
  for (const SettleLayer& layer : study.settle) {
    const std::optional<CoderId> coder = ledger.find_coder(layer.coder);
    if (!coder) {
      sink.report(Kind::unknown_coder, *study.file, layer.place, fmt::format("there is no coder `{}`", layer.coder),
                  fmt::format("`rules`, or the name of a file in `{}`", study.codings_folder));
    } else if (std::find(ledger.settle.begin(), ledger.settle.end(), *coder) != ledger.settle.end()) {
      sink.report(Kind::wrong_value, *study.file, layer.place, fmt::format("`{}` settles twice", layer.coder));
    } else {
      ledger.settle.push_back(*coder);
    }
  }
}

}  // namespace

Ledger read_ledger(const FileTree& files, const std::string& folder, const Study& study, const Corpus& corpus,
                   const Codebooks& books, Sink& sink) {
  Ledger ledger;
  ledger.coders.push_back({std::string(rules_coder), nullptr});
  const std::string codings = join_path(folder, study.codings_folder);
  std::vector<std::pair<std::string, std::string>> named;  // coders with their files
  for (const std::string& path : files.files_below(codings).value_or(std::vector<std::string>{})) {
    if (const std::optional<std::string> name = coder_of(path, codings)) named.emplace_back(*name, path);
  }
  std::sort(named.begin(), named.end(),
            [](const auto& a, const auto& b) { return natural_compare(a.first, b.first) < 0; });
  for (const auto& [name, path] : named) {
    if (!is_name(name) || name == rules_coder || name == settled_coder) {
      sink.report(Kind::invalid_id, path, fmt::format("`{}` cannot be a coder's name", name),
                  "letters, digits, `-` and `_`; not `rules` or `settled`");
      continue;
    }
    std::unique_ptr<SourceFile> file = open_source(files, path, codings_limit, sink);
    if (file == nullptr) continue;
    ledger.coders.push_back({name, std::move(file)});
    FileReader(ledger, CoderId(ledger.coders.size() - 1), study, corpus, books, sink).read();
  }
  check_entries(ledger, books, sink);
  read_settle(ledger, study, sink);
  return ledger;
}

}  // namespace etic
